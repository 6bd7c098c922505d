using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage;

namespace Sayso.Web.Tests;

/// <summary>Documents, statements and ledgers made by hand.</summary>
internal static class Made
{
    public const string Text = "Minister: the bridge is safe\nThe bridge at Varn carries 40 trucks a day, engineer Ada Lorn said on Monday.\nThe minister denied that it was closed.";

    public static Provenance Reading { get; } = new("1.0", "model-a");

    public static Document Document(string text = Text) => Document(text, new StatedMetadata()) with { Title = "Minister: the bridge is safe", Outlet = "The Varn Post" };

    /// <summary>A document of its text's bytes.</summary>
    public static Document Document(string text, StatedMetadata stated)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Document
        {
            Id = DocumentId.Of(hash, stated),
            Raw = bytes,
            RawHash = hash,
            MediaType = "text/plain",
            Text = text,
            Published = Time("2031-03-12T07:05:00+01:00"),
            Language = "en",
        };
    }

    public static OffsetDateTime Time(string iso) => OffsetDateTimePattern.ExtendedIso.Parse(iso).Value;

    /// <summary>A statement whose spans are found by their words; an empty word is no span.</summary>
    public static Statement Statement(Document document, string source, string cue, string content)
    {
        SpanList Spans(string words)
        {
            var at = document.Text.IndexOf(words, StringComparison.Ordinal);
            Assert.True(at >= 0, $"“{words}” is not in the text.");
            return words.Length == 0 ? SpanList.Empty : SpanList.Of(new TextSpan(at, at + words.Length));
        }

        var attribution = new Attribution(Spans(source), Spans(cue), Spans(content));
        return new Statement(StatementId.Of(document.Id, attribution), document.Id, attribution.Source, attribution.Cue, attribution.Content)
        {
            Attitude = new Attitude(Stance.Assert, Certainty.Certain, Polarity.Positive),
            Chain = source.Length == 0 ? ValueList<Hop>.Empty : new[] { new Hop(source, SourceKind.Named, attribution.Source, HopRelation.Says) }.ToValueList(),
        };
    }

    /// <summary>The statements of <see cref="Text"/>.</summary>
    public static Statement[] Statements(Document document) =>
    [
        Statement(document, "engineer Ada Lorn", "said", "The bridge at Varn carries 40 trucks a day"),
        Statement(document, "The minister", "denied", "that it was closed") with { Attitude = new Attitude(Stance.Deny, Certainty.Certain, Polarity.Negative) },
    ];

    /// <summary>The page of a ledger, whose claims are each statement alone.</summary>
    public static Site Site(TemporaryLedger ledger) => new()
    {
        OpenLedger = ledger.Open,
        Intake = (_, _) => [],
        Claims = Claims,
        LedgerName = "test.db",
        Version = "1.0",
        Time = TimeProvider.System,
    };

    /// <summary>Claims without an encoder: two statements are one where their contents are.</summary>
    public static ClaimedLedger Claims(ILedger ledger, ClaimQuery query, CancellationToken cancellationToken)
    {
        var documents = ledger.Documents(new DocumentQuery { IncludeContent = true }).Select(d => d.Document with { Raw = default }).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var traits = ledger.Statements(new StatementQuery()).Where(s => s.ContentText.Length > 0)
            .Select(s => new StatementTraits(s.Statement, s.ContentText, new SentenceVector([1f, 0f])) { Published = s.Published?.ToInstant() }).ToList();
        return new ClaimedLedger(documents, traits.GroupBy(t => t.Content.TrimStart('t', 'h', 'a', ' ')).Select(g => g.ToValueList()), CorrectionBook.Of(ledger));
    }
}

/// <summary>A ledger in a file that goes away.</summary>
internal sealed class TemporaryLedger : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sayso-web-");

    public TemporaryLedger(params IEnumerable<(Document Document, Statement[] Statements)> documents)
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = Path, CreateIfMissing = true });
        foreach (var (document, statements) in documents)
        {
            ledger.Add(document, statements, Made.Reading);
        }
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "test.db");

    public ILedger Open() => SqliteLedger.Open(new LedgerOptions { Path = Path });

    public T Ask<T>(Func<ILedger, T> question)
    {
        using var ledger = Open();
        return question(ledger);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
