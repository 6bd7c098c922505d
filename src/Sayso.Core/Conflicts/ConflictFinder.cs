using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Figures;
using Sayso.Core.Inconsistencies;
using Sayso.Core.Origins;
using Sayso.Core.Stories;
using Sayso.Core.Text;

namespace Sayso.Core.Conflicts;

/// <summary>
/// Finds what cannot hold together. Precision goes first: numbers are held against each other only where they are of one thing
/// and one time, sides only where somebody takes them, times only where the words name one event.
/// </summary>
internal static class ConflictFinder
{
    /// <summary>The conflicts: across documents first, then by the day it came up, then by id.</summary>
    public static IReadOnlyList<Conflict> Of(LedgerScene ledger, IReadOnlyList<Figure> figures, IReadOnlyList<Story> stories) =>
    [
        .. RivalValues.In(figures, id => ledger.Document(id).Document.Text).Concat(OpposedSides.In(ledger)).Concat(RivalTimes.In(ledger, stories)).Concat(Sums(ledger))
            .DistinctBy(c => c.Id, StringComparer.Ordinal)
            .OrderBy(c => c.Documents.Count == 1).ThenBy(c => CameUp(ledger, c)).ThenBy(c => c.Id, StringComparer.Ordinal),
    ];

    /// <summary>A conflict of some passages.</summary>
    /// <param name="kind">What cannot hold together.</param>
    /// <param name="reason">Why.</param>
    /// <param name="passages">Where.</param>
    public static Conflict Made(ConflictKind kind, string reason, IEnumerable<Passage> passages)
    {
        var all = passages.Distinct().ToValueList();
        using var hash = new ContentHash("conflict");
        hash.Add(ClosedSet.NameOf(kind));
        foreach (var passage in all.OrderBy(p => p.DocumentId, StringComparer.Ordinal).ThenBy(p => p.Span))
        {
            hash.Add(passage.DocumentId).Add(passage.Span.Start).Add(passage.Span.End);
        }

        return new Conflict(hash.ToId(), kind, reason, all);
    }

    /// <summary>What does not add up within a document.</summary>
    private static IEnumerable<Conflict> Sums(LedgerScene ledger) => ledger.Documents.SelectMany(scene =>
        InconsistencyReader.Read(scene.Document, scene.Times, scene.Quantities,
            scene.Statements.SelectMany(s => s.Traits.Statement.Content))
            .Select(found => Made(ConflictKind.Arithmetic, found.Reason,
                found.Spans.Select(span => new Passage(scene.Document.Id, span))) with
            {
                Statements = found.Spans.Select(span => scene.HolderOf(span)?.Traits.Id).OfType<string>().Distinct(StringComparer.Ordinal)
                    .ToValueList(),
            }));

    /// <summary>When a conflict's last document was published: before that there was none.</summary>
    private static Instant CameUp(LedgerScene ledger, Conflict conflict) =>
        conflict.Documents.Max(id => ledger.Document(id).Document.Published?.ToInstant() ?? Instant.MaxValue);
}
