using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Feeds;

/// <summary>
/// One item of a feed → text: its title, then its content, or its summary where it has none. A date of change is no date
/// of publication.
/// </summary>
internal static partial class FeedItem
{
    private static readonly string[] _plain =
        ["", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://www.w3.org/2005/Atom",
            "http://purl.org/atom/ns#", "http://backend.userland.com/rss2"];
    private static readonly string[] _dublin = ["http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"];
    private static readonly string[] _content = ["http://purl.org/rss/1.0/modules/content/"];

    /// <summary>Text and metadata.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var reader = XmlText.Open(XmlText.Read(raw.Span, options));
        var root = XElement.Load(reader);
        var item = root.Descendants().First(e => e.Name.LocalName is "item" or "entry");
        var feed = root.Element(root.Name.Namespace + "channel") ?? root.Elements().FirstOrDefault(e => e.Name.LocalName == "channel")
            ?? root;
        var title = Line(Child(item, _plain, "title") ?? Child(item, _dublin, "title"), options);
        return new PageContent(FeedText.Join(title, Body(item, title, options)), Metadata(item, feed, options) with { Title = title });
    }

    private static IReadOnlyList<string> Body(XElement item, string? title, ReaderOptions options)
    {
        XElement?[] bodies =
        [
            Child(item, _content, "encoded"), Child(item, _plain, "content"), item.Elements()
                .FirstOrDefault(e => e.Name.LocalName == "body"),
            Child(item, _plain, "description"), Child(item, _plain, "summary"), Child(item, _dublin, "description"),
        ];
        return bodies.Where(b => b is not null).Select(b => FeedText.Paragraphs(Markup(b!), IsText(b!), title, options))
            .FirstOrDefault(p => p.Count > 0) ?? [];
    }

    private static PageMetadata Metadata(XElement item, XElement feed, ReaderOptions options)
    {
        var published = Text(Child(item, _plain, "pubDate") ?? Child(item, _plain, "published") ?? Child(item, _plain, "issued")
            ?? Child(item, _dublin, "date") ?? Child(item, _dublin, "issued") ?? Child(item, _dublin, "created"));
        var source = Child(item, _plain, "source");
        var author = Child(item, _plain, "author");
        return new PageMetadata
        {
            Outlet = Line(source?.Elements().FirstOrDefault(e => e.Name.LocalName == "title")
                ?? (source?.HasElements == false ? source : null), options)
                ?? FeedText.Outlet(Line(Child(feed, _plain, "title"), options)),
            Byline = Text(Child(item, _dublin, "creator")) ?? Text(author?.Elements().FirstOrDefault(e => e.Name.LocalName == "name"))
                ?? Person(author?.HasElements == true ? null : Text(author)),
            Published = TimeText.Parse(published),
            UnreadTime = TimeText.Parse(published) is null ? published : null,
            Modified = TimeText.Parse(Text(Child(item, _plain, "updated") ?? Child(item, _plain, "modified")
                ?? Child(item, _dublin, "modified"))),
            Url = Address(item, feed),
            Language = LanguageTag.Primary(item.AncestorsAndSelf().Select(e => (string?)e.Attribute(XNamespace.Xml + "lang"))
                .FirstOrDefault(l => l is not null)
                ?? Text(Child(item, _dublin, "language")) ?? Text(Child(feed, _plain, "language"))
                    ?? Text(Child(feed, _dublin, "language"))),
        };
    }

    private static string? Address(XElement item, XElement feed)
    {
        var guid = Child(item, _plain, "guid");
        IEnumerable<string?> addresses =
        [
            .. item.Elements().Where(e => e.Name.LocalName == "link" && _plain.Contains(e.Name.NamespaceName)
                && (string?)e.Attribute("rel") is null or "alternate")
                .Select(e => (string?)e.Attribute("href") ?? e.Value),
            guid is not null && (string?)guid.Attribute("isPermaLink") != "false" ? guid.Value : null,
        ];
        var start = item.AncestorsAndSelf().Select(e => (string?)e.Attribute(XNamespace.Xml + "base")).FirstOrDefault(b => b is not null)
            ?? Child(feed, _plain, "link")?.Value;
        return addresses.Select(a => WebAddress.OfArticle(Resolved(start, a?.Trim()))).FirstOrDefault(a => a is not null);
    }

    private static string? Resolved(string? start, string? address) =>
        string.IsNullOrEmpty(address) || WebAddress.Absolute(address) is not null ? address
        : Uri.TryCreate(start?.Trim(), UriKind.Absolute, out var from) && Uri.TryCreate(from, address, out var to) ? to.AbsoluteUri
        : null;

    private static XElement? Child(XElement parent, string[] spaces, string name) =>
        parent.Elements().FirstOrDefault(e => e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)
            && spaces.Contains(e.Name.NamespaceName));

    private static string? Text(XElement? element) => PageText.Clean(element?.Value);

    /// <summary>A title as one line, whether it is text or markup.</summary>
    private static string? Line(XElement? element, ReaderOptions options) =>
        element is null || string.IsNullOrWhiteSpace(element.Value) ? null : FeedText.Line(Markup(element), IsText(element), options);

    /// <summary>Whether an element says that it is plain text; Atom does so by saying nothing.</summary>
    private static bool IsText(XElement element) => (string?)element.Attribute("type") switch
    {
        null => element.Name.NamespaceName is "http://www.w3.org/2005/Atom" or "http://purl.org/atom/ns#",
        "text" or "text/plain" => true,
        _ => false,
    };

    private static string Markup(XElement element) => element.HasElements ? string.Concat(element.Nodes()) : element.Value;

    /// <summary>The name in “desk@gull.example (Ana Roe)”; a bare address is no name.</summary>
    private static string? Person(string? author) =>
        author is null ? null
        : Named().Match(author) is { Success: true } match ? match.Groups[1].Value.Trim()
        : author.Contains('@', StringComparison.Ordinal) ? null : author;

    [GeneratedRegex(@"^\S+@\S+\s+\(([^()]{1,200})\)$")]
    private static partial Regex Named();
}

/// <summary>What the forms of feeds have in common.</summary>
internal static partial class FeedText
{
    /// <summary>Headline and paragraphs, one a line.</summary>
    public static string Join(string? title, IReadOnlyList<string> paragraphs) =>
        string.Join('\n', title is null ? paragraphs : [title, .. paragraphs]);

    /// <summary>The paragraphs of markup, or of text.</summary>
    public static IReadOnlyList<string> Paragraphs(string text, bool isText, string? title, ReaderOptions options) =>
        string.IsNullOrWhiteSpace(text) ? []
        : isText || !text.Contains('<', StringComparison.Ordinal)
            ? [.. Lines(isText ? text : WebUtility.HtmlDecode(text)).Where(l => title is null || PageText.Key(l) != PageText.Key(title))]
        : HtmlText.Paragraphs(text, title, options);

    /// <summary>Markup or text as one line; <c>null</c> for nothing.</summary>
    public static string? Line(string text, bool isText, ReaderOptions options) =>
        Paragraphs(text, isText, null, options) is { Count: > 0 } lines
        ? PageText.Collapse(string.Join(' ', lines))
        : null;

    /// <summary>An outlet's name without the words that say that this is its feed.</summary>
    public static string? Outlet(string? title) => title is null ? null : FeedWords().Replace(title, "") is { Length: > 0 } name
        ? name : title;

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(PageText.Collapse)
        .Where(l => l.Length > 0);

    [GeneratedRegex(@"\s*[-–|:»(]*\s*\b(RSS|Atom|JSON)?\s*(feed|RSS|Atom)\)?$", RegexOptions.IgnoreCase)]
    private static partial Regex FeedWords();
}
