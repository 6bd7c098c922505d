using System.Text.Json;
using AngleSharp.Dom;

namespace Sayso.Ingestion.Metadata;

/// <summary>Metadata from JSON-LD: schema.org's Article and its subclasses, wherever they stand in a graph.</summary>
internal static class JsonLd
{
    private const int MostNodes = 10_000;

    /// <summary>What the page's articles say; the first article found goes before the others. Broken JSON says nothing.</summary>
    public static PageMetadata Of(IDocument page)
    {
        var found = new PageMetadata();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
                var articles = Articles(json.RootElement);
                found = articles.Aggregate(found, (before, article) => before.Or(Read(article)));
            }
            catch (JsonException)
            {
                // Pages with broken JSON-LD are common; their other metadata is as good.
            }
        }

        return found;
    }

    private static List<JsonElement> Articles(JsonElement root)
    {
        List<JsonElement> articles = [];
        Queue<JsonElement> open = new([root]);
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
                if (IsArticle(element))
                {
                    articles.Add(element);
                }

                foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
                {
                    if (element.TryGetProperty(name, out var inner))
                    {
                        open.Enqueue(inner);
                    }
                }
            }
        }

        return articles;
    }

    private static bool IsArticle(JsonElement element) => element.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => IsArticleType(type.GetString()!),
        JsonValueKind.Array => type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && IsArticleType(t.GetString()!)),
        _ => false,
    };

    private static bool IsArticleType(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report";

    private static PageMetadata Read(JsonElement article) => new()
    {
        Title = Text(article, "headline") ?? Text(article, "name"),
        Outlet = Names(article, "publisher"),
        Byline = Names(article, "author"),
        Published = TimeText.Parse(Text(article, "datePublished")),
        Modified = TimeText.Parse(Text(article, "dateModified")),
        Url = WebAddress.Absolute(Text(article, "url") ?? Text(article, "mainEntityOfPage") ?? Id(article, "mainEntityOfPage")),
        Language = LanguageTag.Primary(Text(article, "inLanguage")),
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? PageText.Clean(value.GetString()) : null;

    private static string? Id(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, "@id") : null;

    private static string? Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var names = items.Select(i => i.ValueKind switch
        {
            JsonValueKind.String => PageText.Clean(i.GetString()),
            JsonValueKind.Object => Text(i, "name"),
            _ => null,
        }).OfType<string>().Distinct().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }
}
