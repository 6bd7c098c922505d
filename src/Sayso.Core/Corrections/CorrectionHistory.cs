using Sayso.Core.Analysis;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;

namespace Sayso.Core.Corrections;

/// <summary>Finds the corrections about something, undone ones and their undoings included, in the order of making.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="claims">Its claims; asked for where they are needed.</param>
public sealed class CorrectionHistory(ILedger ledger, Func<ClaimedLedger> claims)
{
    /// <summary>The corrections about something.</summary>
    /// <param name="what">
    /// The id of a claim, statement, document or conflict, or its beginning; a name of a source or outlet; <c>null</c>: all corrections. A claim's
    /// are those about its statements, a document's those about it and its statements.
    /// </param>
    /// <exception cref="SaysoException">There is no such thing, or there are several.</exception>
    public IReadOnlyList<CorrectionEntry> Of(string? what)
    {
        var all = CorrectionBook.Of(ledger).Entries;
        if (what is null)
        {
            return all;
        }

        var ids = Ids(what);
        var about = all.Where(e => e.Correction.Sets.Any(set => set.Any(ids.Contains))
            || (e.Correction.Kind == CorrectionKind.EntityMerge && ids.Contains(e.Correction.Value!))).Select(e => e.Sequence).ToHashSet();
        return [.. all.Where(e => about.Contains(e.Sequence)
            || (e.Correction.Undoes is { } undoes && about.Contains(undoes) && about.Add(e.Sequence)))];
    }

    private HashSet<string> Ids(string what)
    {
        var name = what.Trim();
        if (CorrectionBook.Of(ledger).Entries.Any(e => e.Correction.Kind is CorrectionKind.EntityMerge or CorrectionKind.EntitySplit
            or CorrectionKind.GradeOutlet && e.Names(name)))
        {
            return new([name], StringComparer.Ordinal);
        }

        List<IEnumerable<string>> found =
        [
            .. new Func<IEnumerable<string>>[]
            {
                () => claims().Find(what).Claim.Statements.Select(s => s.Traits.Id),
                () => [new Anchors(ledger).Present(ledger.GetStatement(what).Statement.Id).Id],
                () => Document(ledger.GetDocument(what).Document.Id),
                () => Conflict(what),
            }.Select(Tried).OfType<IEnumerable<string>>(),
        ];
        return found.Count switch
        {
            1 => new(found[0], StringComparer.Ordinal),
            0 => throw new SaysoException(ProblemCodes.NotFound,
                $"There is no claim, statement, document, corrected name or judged conflict “{what}” in the ledger."),
            _ => throw new SaysoException(ProblemCodes.AmbiguousId, $"“{what}” begins the ids of several things: give more of the id."),
        };
    }

    private IEnumerable<string> Document(string id) =>
        [id, .. ledger.Statements(new StatementQuery { DocumentId = id }).Select(s => s.Statement.Id)];

    private List<string> Conflict(string idOrPrefix) =>
        CorrectionBook.Of(ledger).Entries.Where(e => e.Correction.Kind is CorrectionKind.NoteConflict or CorrectionKind.JudgeConflict)
            .Select(e => e.Correction.Sets[0][0]).Distinct(StringComparer.Ordinal)
            .Where(id => idOrPrefix.Length > 0 && id.StartsWith(idOrPrefix, StringComparison.Ordinal)).Take(2).ToList() switch
        {
            [var one] => [one],
            [] => throw new SaysoException(ProblemCodes.NotFound, $"Nothing was said of a conflict “{idOrPrefix}”."),
            _ => throw new SaysoException(ProblemCodes.AmbiguousId, $"Several conflicts begin with “{idOrPrefix}”: give more of the id."),
        };

    private static List<string>? Tried(Func<IEnumerable<string>> find)
    {
        try
        {
            return [.. find()];
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.NotFound)
        {
            return null;
        }
    }
}
