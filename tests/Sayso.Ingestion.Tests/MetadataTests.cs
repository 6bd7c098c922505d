using NodaTime.Text;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class MetadataTests
{
    private const string JsonLd = """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
        {"@type":["NewsArticle"],"headline":"Board knew &amp; waited","datePublished":"2031-05-05T07:05:00+02:00","dateModified":"2031-05-05T09:00:00+02:00",
        "author":[{"@type":"Person","name":"Ana Roe"},{"name":"Bo Lind"}],"publisher":{"@type":"Organization","name":"The Daily Gull"},
        "mainEntityOfPage":{"@id":"https://gull.example/a1#top"}}]}</script>
        """;

    private const string OpenGraph = """
        <meta property="og:title" content="Board knew | The Daily Gull"><meta property="og:site_name" content="The Daily Gull">
        <meta property="article:published_time" content="2031-05-05T05:05:00Z"><meta name="author" content="Ana Roe">
        <link rel="canonical" href="https://gull.example/a1">
        """;

    /// <summary>Name, head, what is read: title, outlet, byline, published.</summary>
    public static TheoryData<string, string, string?[]> Heads => new()
    {
        { "JSON-LD in a graph", JsonLd, ["Board knew & waited", "The Daily Gull", "Ana Roe, Bo Lind", "2031-05-05T07:05:00+02"] },
        { "OpenGraph", OpenGraph, ["Board knew", "The Daily Gull", "Ana Roe", "2031-05-05T05:05:00Z"] },
        { "JSON-LD goes first", OpenGraph + JsonLd, ["Board knew & waited", "The Daily Gull", "Ana Roe, Bo Lind", "2031-05-05T07:05:00+02"] },
        { "broken JSON-LD", "<script type='application/ld+json'>{\"@type\":</script>" + OpenGraph, ["Board knew", "The Daily Gull", "Ana Roe", "2031-05-05T05:05:00Z"] },
        { "an author that is an address", "<meta property='article:author' content='https://gull.example/ana'><title>Board knew</title>", ["Board knew", null, null, null] },
        { "a date without a zone", "<title>Board knew</title><meta name=date content='2031-05-05 07:05'>", ["Board knew", null, null, "2031-05-05T07:05:00Z"] },
        { "nothing", "", [null, null, null, null] },
        { "JSON-LD of an article that is linked to", "<link rel=canonical href='https://gull.example/a2'><meta property='og:title' content='Gulls return'>" + JsonLd, ["Gulls return", null, null, null] },
        {
            "JSON-LD of the page among others",
            "<link rel=canonical href='https://gull.example/a2/'>" + JsonLd + """
            <script type="application/ld+json">[{"@type":"NewsArticle","url":"https://gull.example/a3","headline":"Third","datePublished":"2031-03-03"},
            {"@type":"NewsArticle","url":"https://gull.example/a2","headline":"Gulls return"}]</script>
            """,
            ["Gulls return", null, null, null]
        },
        {
            "JSON-LD of the page's title among others",
            "<title>Gulls return - The Daily Gull</title>" + JsonLd + """<script type="application/ld+json">{"@type":"Article","headline":"Gulls return","author":"Cy Orr"}</script>""",
            ["Gulls return", "The Daily Gull", "Cy Orr", null]
        },
        {
            "authors and publisher by reference",
            """
            <script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Gulls return","author":{"@id":"#ana"},"publisher":{"@id":"#gull"}},
            {"@type":"Person","@id":"#ana","name":"Ana Roe"}]}</script><script type="application/ld+json">{"@type":"Organization","@id":"#gull","name":"The Daily Gull"}</script>
            """,
            ["Gulls return", "The Daily Gull", "Ana Roe", null]
        },
        { "an author that is an address in JSON-LD", """<script type="application/ld+json">{"@type":"Article","headline":"T","author":"https://gull.example/ana"}</script>""", ["T", null, null, null] },
        { "outlet before the title", "<title>The Daily Gull - Board knew</title><meta property='og:site_name' content='The Daily Gull'>", ["Board knew", "The Daily Gull", null, null] },
        { "outlet before a colon", "<meta property='og:title' content='The Daily Gull: Board knew'><meta property='og:site_name' content='The Daily Gull'>", ["Board knew", "The Daily Gull", null, null] },
        {
            "JSON-LD of an article whose title only begins like the page's",
            "<title>Gulls return</title><link rel=canonical href='https://gull.example/a2'>" + """
            <script type="application/ld+json">{"@type":"NewsArticle","url":"https://gull.example/a9","headline":"Gulls return to the coast","datePublished":"2029-01-01"}</script>
            """,
            ["Gulls return", null, null, null]
        },
        {
            "JSON-LD with the outlet's name in its headline, among others",
            "<title>Gulls return</title>" + """
            <script type="application/ld+json">[{"@type":"Article","headline":"Gulls return to the coast","datePublished":"2029-01-01"},{"@type":"Article","headline":"Gulls return | The Daily Gull","author":"Cy Orr"}]</script>
            """,
            ["Gulls return | The Daily Gull", null, "Cy Orr", null]
        },
        {
            "a site's name that is not the publisher's",
            "<meta property='og:site_name' content='The Daily Gull'>" + """<script type="application/ld+json">{"@type":"Article","headline":"Board knew | The Daily Gull","publisher":{"name":"Gull Media"}}</script>""",
            ["Board knew", "Gull Media", null, null]
        },
        { "a colon that is the title's own", "<title>Board: we knew</title>", ["Board: we knew", null, null, null] },
    };

    /// <summary>Name, body before the paragraphs, what is read: title, outlet, byline, published.</summary>
    public static TheoryData<string, string, string, string?[]> Bodies => new()
    {
        { "heading and title", "<title>Board knew - The Daily Gull</title>", "<h1>Board knew</h1>", ["Board knew", "The Daily Gull", null, null] },
        { "a heading of its own with a dash", "<title>Cracks – and nobody acted</title>", "", ["Cracks – and nobody acted", null, null, null] },
        { "time element", "<title>T</title>", "<time datetime='2031-05-05T07:05+02:00'>today</time>", ["T", null, null, "2031-05-05T07:05:00+02"] },
        { "byline with a date", "<title>T</title>", "<div class=byline>By Ana Roe | 5 May 2031, 07:05 BST</div>", ["T", null, "Ana Roe", "2031-05-05T07:05:00+01"] },
        { "masthead above the headline", "<title>The Daily Gull - Board knew</title>", "<b>The Daily Gull</b><hr><b>Board knew</b><hr>", ["Board knew", "The Daily Gull", null, null] },
        { "masthead with a motto", "<title>The Daily Gull - Board knew</title>", "<b>The Daily Gull</b><br>Since 1831<hr><b>Board knew</b><hr>", ["Board knew", "The Daily Gull", null, null] },
        { "dateline", "<title>T</title>", "<p>GULL BAY, Monday, May 5, 2031. The board met and did not talk about the cracks in the north mole.</p>", ["T", null, null, "2031-05-05T00:00:00Z"] },
        { "outlet before the heading", "<title>The Daily Gull | Board knew</title>", "<h1>Board knew</h1>", ["Board knew", "The Daily Gull", null, null] },
        { "a date that is not the page's", "<title>T</title>", "<div>Founded on May 5, 1831</div>", ["T", null, null, null] },
        { "a date in the article", "<title>T</title>", "<p>The board met on May 5, 2031, and the cracks were not on its list of things to talk about.</p>", ["T", null, null, null] },
        { "a time element in a sentence", "<title>T</title>", "<p>The mole was built, as the clerk found in the town's old books, by <time datetime='1931-05-05'>May 1931</time>, and never looked at again.</p>", ["T", null, null, null] },
        { "a time element of a related article", "<title>T</title>", "<aside><a href=/b>Moles</a> <time datetime='2029-05-05'>5 May</time></aside><ul class=related><li><time datetime='2028-05-05'>5 May</time></li></ul>", ["T", null, null, null] },
        { "a time element of a comment before the page's", "<title>T</title>", "<div class=comments><time datetime='2032-05-05'>5 May</time></div><time datetime='2031-05-05'>5 May</time>", ["T", null, null, "2031-05-05T00:00:00Z"] },
        { "a class that has date inside another word", "<title>T</title>", "<div class=candidates>Ana Roe, sworn in 5 May 2029</div><div class=timeline>The mole opened 4 May 1931</div>", ["T", null, null, null] },
        { "a time of publication and change in one", "<title>T</title>", "<time class='updated' datetime='2031-06-06'>6 June</time><time class='entry-date published updated' datetime='2031-05-05'>5 May</time>", ["T", null, null, "2031-05-05T00:00:00Z"] },
        { "a class that names the date", "<title>T</title>", "<div class='post-date small'>5 May 2031</div>", ["T", null, null, "2031-05-05T00:00:00Z"] },
        { "a date in words only", "<title>T</title>", "<div>Gull Bay, May 5, 2031</div>", ["T", null, null, "2031-05-05T00:00:00Z"] },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void Head_SaysWhatThePageIs(string name, string head, string?[] expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Fields(Reading.Page(head)));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Body_SaysWhatTheHeadDoesNot(string name, string head, string before, string?[] expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Fields(Reading.Page(head, before + Reading.Body)));
    }

    [Fact]
    public void Address_IsAbsoluteAndWithoutFragment() => Assert.Equal("https://gull.example/a1", Reading.Page(JsonLd).Url);

    [Theory]
    [InlineData("<link rel=canonical href='https://gull.example/a2'>", "https://gull.example/a2")]
    [InlineData("<link rel=canonical href='https://gull.example/'>", "https://gull.example/a1")]
    [InlineData("<meta property='og:url' content='https://gull.example/a2'>", "https://gull.example/a1")]
    [InlineData("<link rel=canonical href='/a2'>", "https://gull.example/a1")]
    [InlineData("<link rel=canonical href='https://gull.example/index.html'>", "https://gull.example/a1")]
    [InlineData("<link rel=canonical href='https://gull.example/en/'>", "https://gull.example/a1")]
    public void Address_IsTheCanonicalOne_ButNoFrontPage(string head, string expected)
    {
        var own = JsonLd.Replace("https://gull.example/a1#top", head.Contains("canonical href='https://gull.example/a2", StringComparison.Ordinal) ? "https://gull.example/a2?x" : "https://gull.example/a1#top", StringComparison.Ordinal);
        Assert.Equal(expected, Reading.Page("<title>Board knew & waited</title>" + head + own).Url);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='the other day'>")]
    [InlineData("""<script type="application/ld+json">{"@type":"Article","headline":"T","datePublished":"31.31.2031"}</script>""")]
    public void Time_ThatCannotBeRead_IsAWarning(string head)
    {
        var document = Reading.Page(head);
        Assert.Equal((null, ProblemCodes.BadTime), (document.Published, Assert.Single(document.Problems).Code));
        var stated = new StatedMetadata { Published = OffsetDateTimePattern.ExtendedIso.Parse("2031-01-01T00:00:00Z").Value };
        Assert.Empty(Reading.Text($"<html><head>{head}</head><body>{Reading.Body}</body></html>", stated).Document!.Problems);
    }

    [Fact]
    public void Time_ThatCanBeRead_OutweighsOneThatCannot() =>
        Assert.Empty(Reading.Page("<meta property='article:published_time' content='the other day'><meta name=date content='2031-05-05'>").Problems);

    [Fact]
    public void Stated_IsForWhatThePageDoesNotSay()
    {
        var stated = new StatedMetadata { Outlet = "Other", Url = "https://other.example/", Published = OffsetDateTimePattern.ExtendedIso.Parse("2031-01-01T00:00:00Z").Value };
        var document = Reading.Text($"<html><head>{JsonLd}</head><body>{Reading.Body}</body></html>", stated).Document!;
        var plain = Reading.Text($"<html><head>{JsonLd}</head><body>{Reading.Body}</body></html>", StatedMetadata.None).Document!;
        Assert.Equal(Fields(plain), Fields(document));
        Assert.Equal(("Gull", plain.Url), (document.Outlet!.Split(' ')[^1], document.Url));
        var bare = Reading.Text($"<html><body>{Reading.Body}</body></html>", stated).Document!;
        Assert.Equal(("Other", "https://other.example/", stated.Published), (bare.Outlet, bare.Url, bare.Published));
    }

    private static string?[] Fields(Document d) =>
        [d.Title, d.Outlet, d.Byline, d.Published is { } p ? OffsetDateTimePattern.GeneralIso.Format(p) : null];
}
