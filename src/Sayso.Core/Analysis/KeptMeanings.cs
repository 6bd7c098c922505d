using System.Globalization;
using System.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Search;

namespace Sayso.Core.Analysis;

/// <summary>
/// What the statements of a ledger mean, by the vectors that it keeps since its claims were made: nothing is encoded. It is kept
/// document by document, and only those are read that came since. Documents outside the window of the claims are passed over; those
/// that were in it once stay.
/// </summary>
/// <param name="ledger">The ledger.</param>
internal sealed class KeptMeanings(ILedger ledger)
{
    /// <summary>Raised with <see cref="MeaningRecords"/>, and with the kind of the vectors.</summary>
    private const string Kind = "meaning-2";

    private const string State = "meanings-1";
    private const string Last = "last";

    /// <summary>Documents whose records are kept at a time.</summary>
    private const int AtATime = 500;

    /// <summary>The statements' meanings.</summary>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public MeaningIndex Read(CancellationToken cancellationToken)
    {
        var entry = ledger.LastEntry();
        var bound = new KeptClaims(ledger, most: 0).LastBound;
        Dictionary<string, byte[]> notKept = new(StringComparer.Ordinal);
        foreach (var part in News(bound, cancellationToken).Chunk(AtATime))
        {
            if (!ledger.Keep(new KeptBatch(entry, [.. part.Where(n => n.Records is not null).Select(n => new KeptValue(Kind, n.DocumentId, n.Records)), StateOf(part[^1].Entry, bound)])))
            {
                foreach (var news in part.Where(n => n.Records is not null))
                {
                    notKept[news.DocumentId] = news.Records!;
                }
            }
        }

        return new MeaningIndex(ledger.KeptFrom(Kind, string.Empty).Where(k => !notKept.ContainsKey(k.Key)).Select(k => k.Value).Concat(notKept.Values.Select(r => (ReadOnlyMemory<byte>)r)));
    }

    /// <summary>The documents that came, or were read, hidden or shown again, since what is kept; it ends before the first whose vectors are not there yet.</summary>
    private IEnumerable<(long Entry, string DocumentId, byte[]? Records)> News(int? bound, CancellationToken cancellationToken)
    {
        var window = bound is { } cut ? ClaimWindow.Of(ledger, cut) : null;
        foreach (var entry in ledger.EntriesAfter(LastOf(bound)).Where(e => e.Kind is EntryKind.Add or EntryKind.Supersede or EntryKind.Retract or EntryKind.Restore).Select(e => (e.Sequence, e.DocumentId, IsNew: e.Kind is EntryKind.Add)).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isInside = window?.Has(entry.DocumentId) ?? true;
            var records = isInside || !entry.IsNew ? RecordsOf(entry.DocumentId) : null;
            if (records is null && isInside && !ledger.GetDocument(entry.DocumentId).IsRetracted)
            {
                yield break;
            }

            yield return (entry.Sequence, entry.DocumentId, records);
        }
    }

    /// <summary>The last entry that is in what is kept; 0, so that all is looked through again, where the window was narrower then.</summary>
    private long LastOf(int? bound) =>
        ledger.Kept(State, Last) is { } kept && Encoding.UTF8.GetString(kept.Span).Split(' ') is [var last, .. var before]
            && (before is not [var narrower] || (bound is { } now && now <= Number(narrower))) ? Number(last) : 0;

    private static KeptValue StateOf(long entry, int? bound) => new(
        State, Last, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entry}{(bound is { } cut ? $" {cut}" : "")}")));

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>The records of a document; <c>null</c> where a vector is not kept.</summary>
    private byte[]? RecordsOf(string documentId)
    {
        var isMissing = false;
        var vectors = new KeptVectors(ledger, (texts, _) =>
        {
            isMissing = true;
            return [.. texts.Select(_ => SentenceVector.None)];
        });
        Statement[] statements = [.. ledger.Statements(new StatementQuery { DocumentId = documentId }).Select(s => s.Statement).Where(s => s.Content.Count > 0)];
        var traits = TraitReader.Read(ledger.GetDocument(documentId).Document, statements, texts => vectors.Of(texts, CancellationToken.None));
        var keys = vectors.Keys();
        return isMissing ? null : MeaningRecords.Encode(traits.Select(t => (t.Id, keys.GetValueOrDefault(t.Vector, string.Empty), t.Vector)));
    }
}
