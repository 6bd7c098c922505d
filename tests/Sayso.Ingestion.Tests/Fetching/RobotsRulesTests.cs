using Sayso.Ingestion.Fetching;

namespace Sayso.Ingestion.Tests.Fetching;

/// <summary>RFC 9309, whose examples some of the cases are made after.</summary>
public sealed class RobotsRulesTests
{
    public static TheoryData<string, string, bool> Cases => new()
    {
        { "", "/a", true },
        { "User-agent: *\nDisallow: /", "/a", false },
        { "User-agent: *\nDisallow: /", "/robots.txt", true },
        { "User-agent: *\nDisallow:", "/a", true },
        { "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false },
        { "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true },
        { "User-agent: *\nAllow: /a\nDisallow: /a", "/a", true },
        { "User-agent: *\nDisallow: *.pdf$", "/x/y.pdf", false },
        { "User-agent: *\nDisallow: *.pdf$", "/x/y.pdf?z", true },
        { "User-agent: *\nDisallow: /a*b*c", "/a1b2c3", false },
        { "User-agent: *\nDisallow: /a*b*c", "/a1c2b3", true },
        { "User-agent: *\nDisallow: /$", "/", false },
        { "User-agent: *\nDisallow: /$", "/a", true },
        { "User-agent: other\nDisallow: /", "/a", true },
        { "User-agent: SAYSO\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", true },
        { "User-agent: SAYSO\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", false },
        { "User-agent: sayso/1.0\nDisallow: /a", "/a", false },
        { "User-agent: saysomething\nDisallow: /a", "/a", true },
        { "User-agent: one\nUser-agent: sayso\nDisallow: /a", "/a", false },
        { "User-agent: sayso\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: sayso\nDisallow: /c", "/c", false },
        { "User-agent: sayso\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true },
        { "User-agent: *\nSitemap: https://x.example/s.xml\nDisallow: /a", "/a", false },
        { "\uFEFFuser-agent : * # all\n disallow : /a # no", "/a", false },
        { "User-agent: *\r\nDisallow: /a\r\n", "/a", false },
        { "User-agent: *\nDisallow: /caf\u00e9", "/caf%C3%A9", false },
        { "User-agent: *\nDisallow: /%7Ejoe", "/~joe/x", false },
        { "User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false },
        { "User-agent: *\nDisallow: /a%2fb", "/a/b", true },
        { "User-agent: *\nDisallow: /%%41", "/%A", false },
        { "User-agent: *\nDisallow: /%%341", "/A", true },
        { "User-agent: *\nDisallow: /a%4", "/a%4", false },
        { "Disallow: /a", "/a", true },
        { "<html><body>Disallow: /</body></html>", "/a", true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Path_IsAllowedOrNot(string file, string path, bool allowed) => Assert.Equal(allowed, RobotsRules.Parse(file, "sayso").Allows(path));

    [Fact]
    public void Pause_IsRead() =>
        Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5\n\nUser-agent: other\nCrawl-delay: 9", "sayso").Delay);

    [Fact]
    public void ManyWildcards_CostNoTime()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 2000)) + "b$", "sayso");
        Assert.True(rules.Allows("/" + new string('a', 5000)));
    }
}
