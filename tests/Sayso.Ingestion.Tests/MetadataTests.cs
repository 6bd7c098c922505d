using NodaTime.Text;
using Sayso.Core.Documents;

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
    };

    /// <summary>Name, body before the paragraphs, what is read: title, outlet, byline, published.</summary>
    public static TheoryData<string, string, string, string?[]> Bodies => new()
    {
        { "heading and title", "<title>Board knew - The Daily Gull</title>", "<h1>Board knew</h1>", ["Board knew", "The Daily Gull", null, null] },
        { "a heading of its own with a dash", "<title>Cracks – and nobody acted</title>", "", ["Cracks – and nobody acted", null, null, null] },
        { "time element", "<title>T</title>", "<time datetime='2031-05-05T07:05+02:00'>today</time>", ["T", null, null, "2031-05-05T07:05:00+02"] },
        { "byline with a date", "<title>T</title>", "<div class=byline>By Ana Roe | 5 May 2031, 07:05 BST</div>", ["T", null, "Ana Roe", "2031-05-05T07:05:00+01"] },
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

    [Fact]
    public void Stated_GoesBeforeWhatThePageSays()
    {
        var stated = new StatedMetadata { Outlet = "Other", Url = "https://other.example/", Published = OffsetDateTimePattern.ExtendedIso.Parse("2031-01-01T00:00:00Z").Value };
        var document = Reading.Text($"<html><head>{JsonLd}</head><body>{Reading.Body}</body></html>", stated).Document!;
        Assert.Equal(["Board knew & waited", "Other", "Ana Roe, Bo Lind", "2031-01-01T00:00:00Z"], Fields(document));
        Assert.Equal("https://other.example/", document.Url);
    }

    private static string?[] Fields(Document d) =>
        [d.Title, d.Outlet, d.Byline, d.Published is { } p ? OffsetDateTimePattern.GeneralIso.Format(p) : null];
}
