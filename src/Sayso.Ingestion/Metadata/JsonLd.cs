using System.Text.Json;
using Sayso.Ingestion.Html;

namespace Sayso.Ingestion.Metadata;

/// <summary>
/// Metadata from JSON-LD: schema.org's Article and its subclasses, wherever they stand in a graph. Pages also describe the
/// articles that they link to: only what is about the page itself counts.
/// </summary>
internal static partial class JsonLd
{
    private const int MostNodes = 10_000;

    /// <summary>Shorter parts of titles, such as “Live”, stand in many.</summary>
    private const int FewestOfAPart = 8;
    private static readonly string[] _holders = ["@graph", "mainEntity", "mainEntityOfPage"];

    /// <summary>
    /// What the page's article says of itself. Broken JSON says nothing.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="address">The page's own address, where it states one elsewhere.</param>
    /// <param name="titles">What the page calls itself elsewhere.</param>
    public static PageMetadata Of(PageElements page, string? address, IEnumerable<string?> titles)
    {
        List<JsonDocument> scripts = [];
        try
        {
            foreach (var script in page.Scripts.Where(script => script.GetAttribute("type") == "application/ld+json"))
            {
                if (Parse(script.TextContent) is { } json)
                {
                    scripts.Add(json);
                }
            }

            var graph = Graph.Of(scripts.Select(s => s.RootElement));
            string[] named = [.. titles.Select(PageText.Clean).OfType<string>()];
            return graph.About(address, named).Aggregate(new PageMetadata(), (before, article) => before.Or(graph.Read(article, named)));
        }
        finally
        {
            scripts.ForEach(json => json.Dispose());
        }
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(Wrapping()
                .Replace(text, ""), new JsonDocumentOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                    MaxDepth = 64
                });
        }
        catch (JsonException)
        {
            // Pages with broken JSON-LD are common; their other metadata is as good.
            return null;
        }
    }

    /// <summary>The nodes of a page's scripts.</summary>
    private sealed class Graph
    {
        private readonly List<JsonElement> _articles = [];
        private readonly Dictionary<string, JsonElement> _named = new(StringComparer.Ordinal);

        public static Graph Of(IEnumerable<JsonElement> roots)
        {
            var graph = new Graph();
            Queue<JsonElement> open = new(roots);
            for (var n = 0; open.Count > 0 && n < MostNodes; n++)
            {
                var element = open.Dequeue();
                if (element.ValueKind == JsonValueKind.Array)
                {
                    foreach (var item in element.EnumerateArray())
                    {
                        open.Enqueue(item);
                    }
                }
                else if (element.ValueKind == JsonValueKind.Object)
                {
                    graph.Add(element);
                    foreach (var name in _holders)
                    {
                        if (element.TryGetProperty(name, out var inner))
                        {
                            open.Enqueue(inner);
                        }
                    }
                }
            }

            return graph;
        }

        /// <summary>
        /// The articles that are the page's own: those of its address; failing that, those of its title; failing that, the
        /// first one, unless it has another address or title than the page.
        /// </summary>
        public List<JsonElement> About(string? address, string[] titles)
        {
            var own = address is null ? [] : _articles.FindAll(a => Addresses(a).Contains(Place(address)));
            if (own.Count == 0)
            {
                own = _articles.FindAll(a => Title(a, titles) is { } title && titles.Any(t => IsSame(title, t)));
            }

            if (own.Count == 0 && _articles.Count > 0)
            {
                var first = _articles[0];
                var isOther = (address is not null && Addresses(first).Any())
                    || (titles.Length > 0 && Title(first, titles) is not null && _articles.Count > 1);
                own = isOther ? [] : [first];
            }

            return own;
        }

        public PageMetadata Read(JsonElement article, string[] titles)
        {
            var published = Text(article, "datePublished");
            return new PageMetadata
            {
                Title = Title(article, titles),
                Outlet = Names(article, "publisher"),
                Byline = Names(article, "author"),
                Published = TimeText.Parse(published),
                UnreadTime = TimeText.Parse(published) is null ? published : null,
                Modified = TimeText.Parse(Text(article, "dateModified")),
                Url = WebAddress.OfArticle(Text(article, "url") ?? Text(article, "mainEntityOfPage") ?? Id(article, "mainEntityOfPage")),
                Language = LanguageTag.Primary(Text(article, "inLanguage")),
            };
        }

        private void Add(JsonElement element)
        {
            if (IsArticle(element))
            {
                _articles.Add(element);
            }

            // A reference has nothing but its id: what it refers to has more.
            if (Text(element, "@id") is { } id && element.TryGetProperty("name", out _))
            {
                _named.TryAdd(id, element);
            }
        }

        private string? Names(JsonElement element, string name)
        {
            if (!element.TryGetProperty(name, out var value))
            {
                return null;
            }

            IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
            var names = items.Select(i => i.ValueKind switch
            {
                JsonValueKind.String => WebAddress.Absolute(i.GetString()) is null ? PageText.Clean(i.GetString()) : null,
                JsonValueKind.Object => Text(i, "name")
                    ?? (Text(i, "@id") is { } id && _named.TryGetValue(id, out var named) ? Text(named, "name") : null),
                _ => null,
            }).OfType<string>().Distinct().ToList();
            return names.Count == 0 ? null : string.Join(", ", names);
        }

        /// <summary>The headline; but the name where the page calls itself that, and not by the headline.</summary>
        private static string? Title(JsonElement article, string[] titles)
        {
            var (headline, name) = (Text(article, "headline"), Text(article, "name"));
            return headline is null ? name
                : name is not null && titles.Any(t => IsSame(name, t)) && !titles.Any(t => IsSame(headline, t)) ? name
                : headline;
        }

        /// <summary>The places that an article says it has, without scheme, query and slash at the end.</summary>
        private static IEnumerable<string> Addresses(JsonElement article) =>
            new[] { Text(article, "url"), Text(article, "mainEntityOfPage"), Id(article, "mainEntityOfPage"), Text(article, "@id") }
                .Select(WebAddress.OfArticle).OfType<string>().Select(Place);

        private static string Place(string address) =>
            new Uri(address).GetComponents(UriComponents.Host | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/').ToLowerInvariant();

        /// <summary>Whether two titles are one, or one is the other with the outlet's name at an end.</summary>
        private static bool IsSame(string one, string other) => PageText.Key(one) is var first && PageText.Key(other) is var second
            && first.Length > 0
            && (first == second || IsPart(first, other) || IsPart(second, one));

        private static bool IsPart(string key, string title) =>
            key.Length >= FewestOfAPart && Markup.Splits(title)
                .Any(parts => PageText.Key(parts.Before) == key || PageText.Key(parts.After) == key);
    }

    /// <summary>What XHTML and old pages put around scripts.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"^\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*$")]
    private static partial System.Text.RegularExpressions.Regex Wrapping();

    private static bool IsArticle(JsonElement element) => element.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => IsArticleType(type.GetString()!),
        JsonValueKind.Array => type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && IsArticleType(t.GetString()!)),
        _ => false,
    };

    private static bool IsArticleType(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? PageText.Clean(value.GetString()) : null;

    private static string? Id(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, "@id") : null;
}
