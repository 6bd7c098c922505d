using System.Text;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Linguistics;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;
using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;

namespace Sayso.Fuzz;

/// <summary>Something that takes whatever bytes there are; an exception of any kind is a finding.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Run">Runs an input.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Run)
{
    /// <summary>Files of the corpora that it begins with, as folders and endings: <c>feeds/.xml</c>.</summary>
    public IReadOnlyList<(string Folder, string Ending)> Files { get; init; } = [];

    /// <summary>Inputs of our own that it begins with.</summary>
    public IReadOnlyList<byte[]> Own { get; init; } = [];
}

/// <summary>One target for each reader, and one for each grammar of texts.</summary>
internal static class FuzzTargets
{
    private static readonly ReaderOptions _options = new()
    {
        MaxBytes = 4 << 20,
        MaxCharacters = 1_000_000,
        MaxExpandedBytes = 32 << 20,
        MaxEntries = 2_000,
        MaxTime = TimeSpan.FromSeconds(5),
    };

    private static readonly OffsetDateTime _published = new LocalDateTime(2031, 3, 12, 7, 5).WithOffset(Offset.FromHours(2));

    /// <summary>The targets by name.</summary>
    public static IReadOnlyDictionary<string, FuzzTarget> All { get; } = new[]
    {
        Reader("html", "case.html") with { Files = [("html/readability", "source.html")] },
        Reader("text", "case") with { Own = [Bytes(Seeds.Article)] },
        Reader("markdown", "case.md") with { Own = [Bytes(Seeds.Markdown)] },
        Reader("mhtml", "case.mhtml") with { Own = [Bytes(Seeds.SavedPage)] },
        Reader("pdf", "case.pdf") with { Files = [("pdf", ".pdf")] },
        Reader("docx", "case.docx") with { Own = [Seeds.Docx()] },
        Reader("odt", "case.odt") with { Own = [Seeds.Odt()] },
        Reader("mail", "case.eml") with { Own = [Bytes(Seeds.Letter)] },
        Reader("mailbox", "case.mbox") with { Own = [Bytes(Seeds.Mailbox)] },
        Reader("feed", "case.xml") with { Files = [("feeds", ".xml")] },
        Reader("jsonfeed", "case.json") with { Files = [("feeds/feedparser/json", ".json")], Own = [Bytes(Seeds.JsonFeed)] },
        Reader("sitemap", "case.xml") with { Own = [Bytes(Seeds.Sitemap)] },
        Reader("json", "case.jsonl") with { Own = [Bytes(Seeds.JsonLines)] },
        Reader("csv", "case.csv") with { Own = [Bytes(Seeds.Csv)] },
        Reader("warc", "case.warc") with { Files = [("warc", ".warc"), ("warc", ".gz"), ("warc", ".bad")] },
        Reader("zip", "case.zip") with { Own = [Seeds.Zip()] },
        Reader("gzip", "case.gz") with { Own = [Seeds.Gzip()] },
        new FuzzTarget("robots", bytes => Robots(Text(bytes))) { Own = [Bytes(Seeds.Robots)] },
        new FuzzTarget("coding", Coding) { Own = [Seeds.Gzip()] },
        new FuzzTarget("links", bytes => LinkList.Of(bytes, "https://gull.example/feed")) { Own = [Bytes(Seeds.Sitemap), Bytes(Seeds.JsonFeed)], Files = [("feeds", ".xml")] },
        new FuzzTarget("times", bytes => Times(Text(bytes))) { Own = [Bytes(Seeds.Times), Bytes(Seeds.Article)] },
        new FuzzTarget("quantities", bytes => Quantities(Text(bytes))) { Own = [Bytes(Seeds.Quantities), Bytes(Seeds.Article)] },
        new FuzzTarget("statements", Statements) { Own = [Bytes(Seeds.Article), Bytes(Seeds.Times), Bytes(Seeds.Quantities)] },
        new FuzzTarget("languages", bytes => Languages(Text(bytes))) { Own = [Bytes(Seeds.Article)] },
    }.ToDictionary(t => t.Name, StringComparer.Ordinal);

    private static FuzzTarget Reader(string name, string path) => new(name, bytes =>
    {
        foreach (var result in new DocumentReader(_options).Read(bytes, path, StatedMetadata.None))
        {
            if (result.Document is { } document)
            {
                Require(!string.IsNullOrWhiteSpace(document.Text), "a document without a text");
                Require(document.Id == DocumentId.Of(document.RawHash, StatedMetadata.None), "an id that is not that of the bytes");
                Require(document.Url is null || Uri.TryCreate(document.Url, UriKind.Absolute, out _), "an address that is none");
                Require(document.Title is not { Length: 0 }, "an empty title");
            }
            else
            {
                Require(result.Problem is { Code.Length: 7, Message.Length: > 0 }, "neither document nor problem");
            }
        }
    });

    private static void Robots(string text)
    {
        var rules = RobotsRules.Parse(text, FetchOptions.RobotsName);
        foreach (var path in new[] { "/", "/robots.txt", "/a/b.html?c=d", "/caf%C3%A9/*$" })
        {
            rules.Allows(path);
        }

        Require(rules.Allows("/robots.txt"), "robots.txt itself is refused");
    }

    private static void Coding(byte[] bytes)
    {
        foreach (var coding in new[] { "gzip", "br", "deflate", "gzip, gzip" })
        {
            var (body, problem) = ContentCoding.Undo(bytes, coding, new FetchOptions { MaxBytes = 4 << 20 });
            Require(body is null == problem is not null && (body is null || body.Length <= 4 << 20), "a body beyond its bound");
        }
    }

    private static void Times(string text)
    {
        foreach (var time in TimeReader.Read(text, _published).Concat(TimeReader.Read(text, null)))
        {
            Inside(time.Span, text);
        }
    }

    private static void Quantities(string text)
    {
        foreach (var quantity in QuantityReader.Read(text, TimeReader.Read(text, _published)))
        {
            Inside(quantity.Span, text);
            Require(quantity.Low is not { } low || quantity.High is not { } high || low <= high, "a range that ends below where it begins");
        }
    }

    /// <summary>The first bytes choose spans over the rest as sources, cues and contents.</summary>
    private static void Statements(byte[] bytes)
    {
        const int Choices = 24;
        if (bytes.Length <= Choices)
        {
            return;
        }

        var text = Text(bytes[Choices..]);
        SpanList Span(int at) => bytes[at] % (text.Length + 1) is var start && Math.Min(text.Length, start + 1 + (bytes[at + 1] % 80)) is var end && start < end
            ? SpanList.Of(new TextSpan(start, end))
            : SpanList.Empty;
        var attributions = Enumerable.Range(0, 4).Select(i => new Attribution(Span(6 * i), Span((6 * i) + 2), Span((6 * i) + 4))).Where(a => a.Cue.Count > 0);
        var document = new Document { Id = "0", Raw = default, RawHash = "0", MediaType = "text/plain", Text = text, Published = _published };
        var statements = Interpreter.Interpret(document, attributions);
        Require(statements.SelectMany(s => s.Chain).SelectMany(hop => hop.Spans).All(s => s.End <= text.Length), "a hop beyond the text");
        foreach (var inconsistency in DocumentValues.Of(document).InconsistenciesOf(document, statements))
        {
            inconsistency.Spans.ToList().ForEach(span => Inside(span, text));
        }
    }

    private static void Languages(string text)
    {
        foreach (var span in LanguageParts.Of(text, "en").Foreign)
        {
            Inside(span, text);
        }
    }

    private static void Inside(TextSpan span, string text) => Require(span.Start >= 0 && span.Start < span.End && span.End <= text.Length, $"the span {span} is not inside the text");

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It gives {otherwise}.");
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 20_000)));
}
