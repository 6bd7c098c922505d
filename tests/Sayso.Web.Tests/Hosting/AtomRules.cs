using System.Globalization;
using System.Xml.Linq;

namespace Sayso.Web.Tests.Hosting;

/// <summary>What RFC 4287 asks of a feed, section by section; a feed that is otherwise fails the test.</summary>
internal static class AtomRules
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    /// <summary>Reads a feed that keeps the rules: its title, id, own address, and the titles of its entries.</summary>
    public static (string Title, string Id, string Self, IReadOnlyList<string> Entries) Read(string xml)
    {
        var feed = XDocument.Parse(xml).Root!;
        Assert.Equal(_atom + "feed", feed.Name);
        CheckCommon(feed);

        // 4.1.1: one author at least, unless each entry has one; a link to itself should be there.
        var entries = feed.Elements(_atom + "entry").ToList();
        Assert.True(feed.Elements(_atom + "author").Any() || entries.TrueForAll(e => e.Elements(_atom + "author").Any()));
        Assert.All(entries, CheckEntry);
        Assert.Equal(entries.Count, entries.Select(e => e.Element(_atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());
        return (feed.Element(_atom + "title")!.Value, feed.Element(_atom + "id")!.Value, Link(feed, "self"), [.. entries.Select(e => e.Element(_atom + "title")!.Value)]);
    }

    private static void CheckEntry(XElement entry)
    {
        CheckCommon(entry);

        // 4.1.2: an alternate link where there is no content; one content at most.
        Assert.True(entry.Elements(_atom + "content").Count() == 1 || Link(entry, "alternate").Length > 0);
        var content = entry.Element(_atom + "content")!;
        Assert.Contains(content.Attribute("type")?.Value ?? "text", new[] { "text", "html", "xhtml" });

        // 4.1.3.1: of the type text it has no child elements.
        Assert.Empty(content.Elements());
    }

    /// <summary>4.2.6, 4.2.14, 4.2.15: exactly one id, an IRI; one title; one time of updating, RFC 3339. 3.2.1: a person has a name. 4.2.7.1: a link has an address.</summary>
    private static void CheckCommon(XElement element)
    {
        Assert.True(Uri.TryCreate(Assert.Single(element.Elements(_atom + "id")).Value, UriKind.Absolute, out _));
        Assert.NotEmpty(Assert.Single(element.Elements(_atom + "title")).Value);
        Assert.All(element.Elements(_atom + "updated").Concat(element.Elements(_atom + "published")), IsTime);
        Assert.Single(element.Elements(_atom + "updated"));
        Assert.All(element.Elements(_atom + "author"), a => Assert.NotEmpty(Assert.Single(a.Elements(_atom + "name")).Value));
        Assert.All(element.Elements(_atom + "link"), l => Assert.True(Uri.TryCreate(l.Attribute("href")!.Value, UriKind.Absolute, out _)));
        Assert.All(element.Elements(_atom + "category"), c => Assert.NotEmpty(c.Attribute("term")!.Value));
    }

    private static void IsTime(XElement element) => Assert.True(
        DateTimeOffset.TryParseExact(element.Value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), element.Value);

    private static string Link(XElement element, string relation) =>
        element.Elements(_atom + "link").SingleOrDefault(l => l.Attribute("rel")?.Value == relation)?.Attribute("href")?.Value ?? string.Empty;
}
