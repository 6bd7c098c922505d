using System.Text.RegularExpressions;
using Sayso.Core.Errors;
using Sayso.Ingestion.Feeds;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Records;

/// <summary>A record of named fields → text and metadata. Names are compared without case, blanks, dashes and underscores.</summary>
internal static partial class RecordText
{
    private static readonly string[] _text =
        ["text", "body", "content", "articlebody", "fulltext", "articletext", "bodyxhtml", "bodytext", "contenttext", "maintext",
            "bodyhtml", "contenthtml", "bodies", "story", "article", "description", "summary", "abstract"];

    private static readonly string[] _title = ["title", "headline", "headlines", "head", "articletitle"];
    private static readonly string[] _url = ["url", "link", "canonicalurl", "articleurl", "weburl", "sourceurl", "uri"];
    private static readonly string[] _published =
        ["published", "publishedat", "datepublished", "publicationdate", "pubdate", "publishdate", "datepublish", "publicationtime",
            "firstpublished", "date", "firstcreated"];
    private static readonly string[] _modified =
        ["modified", "updated", "modifiedat", "updatedat", "datemodified", "lastmodified", "datemodify", "versioncreated"];
    private static readonly string[] _outlet =
        ["outlet", "publisher", "publication", "sourcename", "newssource", "sitename", "source", "sourcedomain", "provider", "infosource",
            "infosources"];
    private static readonly string[] _byline = ["byline", "author", "authors", "creator", "by"];
    private static readonly string[] _language = ["language", "lang"];
    private static readonly HashSet<string> _all =
        [.. _text, .. _title, .. _url, .. _published, .. _modified, .. _outlet, .. _byline, .. _language];

    /// <summary>Whether some name is one that texts have.</summary>
    public static bool HoldsText(IEnumerable<string> names) => names.Select(Key).Any(n => _text.Contains(n) || _title.Contains(n));

    /// <summary>Whether a name is one that such files use for anything.</summary>
    public static bool IsKnown(string name) => Key(name) is var key && _all.Contains(key);

    /// <summary>Text and metadata.</summary>
    /// <param name="fields">The record's fields in order; those of objects inside it have names with dots.</param>
    /// <param name="options">Bounds and the map of columns.</param>
    /// <exception cref="RefusedException">No field is known to hold a text.</exception>
    public static PageContent Read(IReadOnlyList<(string Name, string Value)> fields, ReaderOptions options)
    {
        var map = options.Columns;
        var text = Find(fields, map.Text, _text);
        var title = PageText.Clean(Find(fields, map.Title, _title));
        if (text is null && title is null)
        {
            throw new RefusedException(new Problem(ProblemCodes.UnknownColumns,
                $"no field of it is known to hold a text; name it with --columns text=NAME. Its fields: {string.Join(", ", fields.Take(12).Select(f => f.Name))}."));
        }

        var published = Find(fields, map.Published, _published);
        return new PageContent(FeedText.Join(title, FeedText.Paragraphs(text ?? "", !Markup().IsMatch(text ?? ""), title, options)),
            new PageMetadata
            {
                Title = title,
                Outlet = PageText.Clean(Find(fields, map.Outlet, _outlet)?.Split('\n')[0]),
                Byline = PageText.Clean(Find(fields, map.Byline, _byline)?.Replace("\n", ", ", StringComparison.Ordinal)),
                Published = TimeText.Parse(published),
                UnreadTime = TimeText.Parse(published) is null ? published : null,
                Modified = TimeText.Parse(Find(fields, map.Modified, _modified)),
                Url = WebAddress.OfArticle(Find(fields, map.Url, _url)),
                Language = LanguageTag.Primary(Find(fields, map.Language, _language)),
            });
    }

    /// <summary>The field of the name that was given; else the first known name that the record has with a value.</summary>
    private static string? Find(IReadOnlyList<(string Name, string Value)> fields, string? given, string[] known)
    {
        IEnumerable<string> names = given is null ? known : [Key(given)];
        return names.Select(name => fields.FirstOrDefault(f => Key(f.Name) == name && !string.IsNullOrWhiteSpace(f.Value)).Value)
            .FirstOrDefault(v => v is not null);
    }

    private static string Key(string name) => Dress().Replace(name, "").ToLowerInvariant();

    [GeneratedRegex(@"[\s_-]+")]
    private static partial Regex Dress();

    [GeneratedRegex(@"</(p|div|a|b|i|em|strong|h[1-6]|li|span)>|<(p|br)\b[^<>]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
