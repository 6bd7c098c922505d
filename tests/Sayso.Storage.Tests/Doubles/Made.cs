using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Storage.Tests.Doubles;

/// <summary>Documents and statements made by hand.</summary>
internal static class Made
{
    public const string Text = "The lighthouse is dark, harbour master Ilse Vorn said. “Nobody lit it,” added two fishermen.\nThe ministry denied that.";

    public static Provenance Reading { get; } = new("1.0", "model-a");

    public static Provenance Person { get; } = new("1.0", null, "rosa");

    /// <summary>A document whose bytes are its text, or <paramref name="raw"/>.</summary>
    public static Document Document(string text = Text, string? url = null, string? raw = null)
    {
        var bytes = Encoding.UTF8.GetBytes(raw ?? text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Document
        {
            Id = DocumentId.Of(hash, new StatedMetadata { Url = url }),
            Raw = bytes,
            RawHash = hash,
            MediaType = "text/plain",
            Text = text,
            Url = url,
        };
    }

    /// <summary>A document with every field set.</summary>
    public static Document FullDocument() => Document(Text, "https://bell.example/dark") with
    {
        MediaType = "text/html",
        Path = "pages/dark.html",
        Title = "Lighthouse “dark” 🗼",
        Outlet = "The Évening Bell",
        Byline = "J. Ö. Marsh",
        Published = Time("2031-03-02T23:30:00.123456789+02:00"),
        Modified = Time("2031-03-03T01:00:00-03:30"),
        Language = "en",
        Problems = new[] { new Problem(ProblemCodes.InvalidEncoding, "Two bytes were replaced."), new Problem(ProblemCodes.BadTime, "A time is odd.") }.ToValueList(),
    };

    public static OffsetDateTime Time(string iso) => OffsetDateTimePattern.ExtendedIso.Parse(iso).Value;

    /// <summary>A statement whose spans are found by their words; parts of a role are parted by <c>|</c>, none is empty.</summary>
    public static Statement Statement(Document document, string source, string cue, string content)
    {
        SpanList Spans(string words) => SpanList.Of(words.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(w =>
        {
            var at = document.Text.IndexOf(w, StringComparison.Ordinal);
            Assert.True(at >= 0, $"“{w}” is not in the text.");
            return new TextSpan(at, at + w.Length);
        }));

        return Statement(document.Id, new Attribution(Spans(source), Spans(cue), Spans(content)));
    }

    public static Statement Statement(string documentId, Attribution spans) =>
        new(StatementId.Of(documentId, spans), documentId, spans.Source, spans.Cue, spans.Content);

    /// <summary>The statements of <see cref="Text"/>, out of order, one of them held by another.</summary>
    public static Statement[] Statements(Document document)
    {
        var outer = Statement(document, "harbour master Ilse Vorn", "said", "The lighthouse is dark");
        return
        [
            Statement(document, "The ministry", "denied", ""),
            outer,
            Statement(document, "two fishermen", "added", "“Nobody lit it,”") with { Parent = outer.Id },
        ];
    }
}
