using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Feeds;

/// <summary>A JSON Feed (version 1.0 and 1.1, jsonfeed.org) as a container, and one of its items as a document.</summary>
internal static class JsonFeed
{
    private static readonly string[] _head = ["version", "title", "home_page_url", "language"];
    private static readonly JsonDocumentOptions _options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The items in order, numbered from 1; an item's bytes are the feed with this one item.</summary>
    public static IEnumerable<Part> Items(OpenContainer container)
    {
        using var feed = Parse(container.Drain());
        var number = 0;
        if (feed.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in items.EnumerateArray())
            {
                number++;
                yield return container.Whole.Inner(number.ToString(CultureInfo.InvariantCulture),
                    Around(feed.RootElement, item)) with
                { Form = Form.JsonFeedItem };
            }
        }
    }

    /// <summary>Text and metadata of one item.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var document = Parse(raw);
        var feed = document.RootElement;
        var item = feed.GetProperty("items")[0];
        var title = PageText.Clean(Text(item, "title"));
        var paragraphs = Text(item, "content_html") is { } html ? HtmlText.Paragraphs(html, title, options) : [];
        paragraphs = paragraphs.Count > 0
            ? paragraphs : FeedText.Paragraphs(Text(item, "content_text") ?? Text(item, "summary") ?? "", isText: true, title, options);
        var published = Text(item, "date_published");
        return new PageContent(FeedText.Join(title, paragraphs), new PageMetadata
        {
            Title = title,
            Outlet = FeedText.Outlet(PageText.Clean(Text(feed, "title"))),
            Byline = Authors(item),
            Published = TimeText.Parse(published),
            UnreadTime = TimeText.Parse(published) is null ? published : null,
            Modified = TimeText.Parse(Text(item, "date_modified")),
            Url = WebAddress.OfArticle(Text(item, "url") ?? Text(item, "id")),
            Language = LanguageTag.Primary(Text(item, "language") ?? Text(feed, "language")),
        });
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> raw) =>
        JsonDocument.Parse(raw.Span.StartsWith("\uFEFF"u8) ? raw[3..] : raw, _options);

    private static byte[] Around(JsonElement feed, JsonElement item)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, _writing))
        {
            writer.WriteStartObject();
            foreach (var name in _head)
            {
                if (feed.TryGetProperty(name, out var value))
                {
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }
            }

            writer.WriteStartArray("items");
            item.WriteTo(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static string? Authors(JsonElement item)
    {
        IEnumerable<JsonElement> authors = !item.TryGetProperty("authors", out var several)
            ? item.TryGetProperty("author", out var one) ? [one] : []
            : several.ValueKind == JsonValueKind.Array ? several.EnumerateArray() : [];
        var names = authors.Select(a => PageText.Clean(Text(a, "name"))).OfType<string>().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
