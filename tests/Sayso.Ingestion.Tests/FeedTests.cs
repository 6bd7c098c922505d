using System.Text;
using NodaTime.Text;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class FeedTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- written by hand -->
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
          <title>The Daily Gull – RSS feed</title><link>https://gull.example/</link><language>en-gb</language>
          <lastBuildDate>Tue, 06 May 2031 00:00:00 GMT</lastBuildDate>
          <item>
            <title>Board knew of cracks &amp;amp; waited</title>
            <link>https://gull.example/a1</link>
            <pubDate>Mon, 05 May 2031 07:05:00 +0200</pubDate>
            <dc:creator>Ana Roe</dc:creator>
            <description>A summary.</description>
            <content:encoded><![CDATA[<p>The board was told, an engineer said.</p><p>“We wrote it down,” said Ilsa Brandt.</p><p><a href="/a1">Read more</a></p>]]></content:encoded>
          </item>
          <item>
            <title>Council asks for minutes</title>
            <guid>https://gull.example/a2</guid>
            <author>desk@gull.example (Bo Lind)</author>
            <description>&lt;p&gt;The council asked, the clerk said.&lt;/p&gt;</description>
          </item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://gull.example/">
          <title>The Daily Gull</title>
          <entry>
            <title type="html">Board &lt;b&gt;knew&lt;/b&gt;</title>
            <link rel="self" href="/self"/><link rel="alternate" href="a1"/>
            <published>2031-05-05T07:05:00+02:00</published><updated>2031-05-06T08:00:00Z</updated>
            <author><name>Ana Roe</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The board was told.</p><p>It waited.</p></div></content>
          </entry>
          <entry>
            <title>Mole &lt;em&gt; said to hold</title><updated>2031-05-06T08:00:00Z</updated>
            <summary>The mole holds, he said.</summary>
            <source><title>Bay Herald</title></source>
          </entry>
        </feed>
        """;

    private const string Json = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "The Daily Gull", "language": "en", "items": [
          {"id": "1", "url": "https://gull.example/a1", "title": "Board knew", "content_html": "<p>The board was told.</p>", "date_published": "2031-05-05T07:05:00+02:00", "authors": [{"name": "Ana Roe"}, {"name": "Bo Lind"}]},
          {"id": "https://gull.example/a2", "content_text": "The mole holds, he said.\n\nIt will hold."}]}
        """;

    /// <summary>Name, feed, its items as title, text, outlet, byline, published, address.</summary>
    public static TheoryData<string, string, string?[][]> Feeds => new()
    {
        {
            "RSS 2.0", Rss,
            [
                ["Board knew of cracks & waited", "The board was told, an engineer said.\n“We wrote it down,” said Ilsa Brandt.", "The Daily Gull", "Ana Roe", "2031-05-05T07:05:00+02", "https://gull.example/a1"],
                ["Council asks for minutes", "The council asked, the clerk said.", "The Daily Gull", "Bo Lind", null, "https://gull.example/a2"],
            ]
        },
        {
            "Atom", Atom,
            [
                ["Board knew", "The board was told.\nIt waited.", "The Daily Gull", "Ana Roe", "2031-05-05T07:05:00+02", "https://gull.example/a1"],
                ["Mole <em> said to hold", "The mole holds, he said.", "Bay Herald", null, null, null],
            ]
        },
        {
            "JSON Feed", Json,
            [
                ["Board knew", "The board was told.", "The Daily Gull", "Ana Roe, Bo Lind", "2031-05-05T07:05:00+02", "https://gull.example/a1"],
                [null, "The mole holds, he said.\nIt will hold.", "The Daily Gull", null, null, "https://gull.example/a2"],
            ]
        },
        {
            "RSS 1.0",
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://gull.example/"><title>The Daily Gull</title><link>https://gull.example/</link><dc:language>en</dc:language></channel>
            <item rdf:about="https://gull.example/a1"><title>Board knew</title><link>https://gull.example/a1</link><description>It was told.</description><dc:date>2031-05-05T07:05+02:00</dc:date></item>
            </rdf:RDF>
            """,
            [["Board knew", "It was told.", "The Daily Gull", null, "2031-05-05T07:05:00+02", "https://gull.example/a1"]]
        },
        {
            "a feed with faults",
            "<!-- by hand -->\n<?xml version='1.0'?><rss><channel><title>Gull & Sons</title><item><title>Caf&eacute; knew\u0001 &mdash; it</title><media:title>no</media:title><content:encoded>It&nbsp;was told &amp; waited.</content:encoded></item></channel></rss>",
            [["Café knew — it", "It\u00A0was told & waited.", "Gull & Sons", null, null, null]]
        },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Items_AreDocuments(string name, string feed, string?[][] expected)
    {
        var documents = Reading.Documents(feed, name);
        Assert.Equal(expected, documents.Select(d => new[] { d.Title, d.Title is null ? d.Text : d.Text[(d.Title.Length + 1)..], d.Outlet, d.Byline, d.Published is { } p ? OffsetDateTimePattern.GeneralIso.Format(p) : null, d.Url }));
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Item_ReadAlone_IsTheSameDocument(string name, string feed, string?[][] expected)
    {
        Assert.NotEmpty(expected);
        foreach (var document in Reading.Documents(feed, name))
        {
            var again = Reading.All(document.Raw.ToArray(), name).Single().Document!;
            Assert.Equal((document.Id, document.Text, document.Outlet, document.Url), (again.Id, again.Text, again.Outlet, again.Url));
        }
    }

    [Fact]
    public void Item_InTomorrowsFeed_IsTheSameDocument()
    {
        var tomorrow = Rss.Replace("Tue, 06 May", "Wed, 07 May", StringComparison.Ordinal).Replace("<item>\n    <title>Council", "<item><title>New</title></item><item>\n    <title>Council", StringComparison.Ordinal);
        Assert.Equal(Reading.Documents(Rss, "today")[1].Id, Reading.Documents(tomorrow, "tomorrow")[2].Id);
    }

    [Fact]
    public void ItemThatIsKnown_IsNotReadAgain()
    {
        var known = Reading.Documents(Rss, "feed")[0].Id;
        var results = new DocumentReader().Read(Encoding.UTF8.GetBytes(Rss), "feed", StatedMetadata.None, id => id == known).ToList();
        Assert.Equal([known, null], results.Select(r => r.KnownId));
    }

    [Fact]
    public void Charset_OfTheDeclaration_IsFollowed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Feed = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>Мол держится</title></item></channel></rss>";
        Assert.Equal("Мол держится", Reading.All(Encoding.GetEncoding(1251).GetBytes(Feed), "feed").Single().Document!.Title);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Charset_OfTwoBytes_NeedsNoMark(string charset) =>
        Assert.Equal("Мол", Reading.All(Encoding.GetEncoding(charset).GetBytes("<?xml version='1.0' encoding='utf-16'?><rss><channel><item><title>Мол</title></item></channel></rss>"), "feed").Single().Document!.Title);

    [Fact]
    public void OtherXml_IsInNoFormThatCanBeRead() => Assert.Equal([ProblemCodes.Binary], Reading.Fates(Reading.All("<?xml version='1.0'?><prices><item>3</item></prices>"u8.ToArray(), "prices.xml")));

    [Fact]
    public void Feed_ThatBreaksOff_GivesWhatIsBefore() =>
        Assert.Equal(["Board knew of cracks & waited", ProblemCodes.Damaged], Reading.Fates(Reading.All(Encoding.UTF8.GetBytes(Rss[..Rss.IndexOf("Bo Lind", StringComparison.Ordinal)]), "feed")));

    public static TheoryData<string, string, string> Refused => new()
    {
        { "no items", "<rss><channel><title>T</title></channel></rss>", ProblemCodes.NoText },
        { "no JSON items", """{"version": "https://jsonfeed.org/version/1", "items": {}}""", ProblemCodes.NoText },
        { "an item without words", "<rss><channel><item><link>https://gull.example/a1</link></item></channel></rss>", ProblemCodes.NoText },
        { "broken JSON", """{"version": "https://jsonfeed.org/version/1", "items": [""", ProblemCodes.Damaged },
        { "nesting", "<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 100_000)), ProblemCodes.TooDeep },
        { "nesting in an item's markup", "<rss><channel><item><description><![CDATA[" + string.Concat(Enumerable.Repeat("<div>", 10_000)) + "]]></description></item></channel></rss>", ProblemCodes.TooDeep },
        { "JSON nesting", """{"version": "https://jsonfeed.org/version/1", "items": """ + new string('[', 100_000), ProblemCodes.Damaged },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Feed_ThatIsHostile_GetsACode(string name, string feed, string code) => Assert.Equal([code], Reading.Fates(Reading.All(Encoding.UTF8.GetBytes(feed), name)));

    [Fact]
    public void Entities_AreNotExpanded()
    {
        const string Bomb = """
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
            <rss><channel><item><title>It rained &b; &c; she said</title></item></channel></rss>
            """;
        Assert.Equal("It rained &b; &c; she said", Reading.Documents(Bomb, "feed").Single().Title);
    }

    [Theory]
    [InlineData("&", 300_000)]
    [InlineData("<![CDATA[", 200_000)]
    [InlineData("<a:b ", 100_000)]
    public void Faults_WithoutEnd_TakeNoTimeWithoutEnd(string fault, int times) =>
        Assert.NotEmpty(Reading.All(Encoding.UTF8.GetBytes("<rss><channel><item><title>x" + string.Concat(Enumerable.Repeat(fault, times))), "feed"));
}
