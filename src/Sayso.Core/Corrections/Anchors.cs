using Sayso.Core.Attributions;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Corrections;

/// <summary>
/// Where statements that corrections hold on to are now. A newer model may read one with other bounds: then it is the statement
/// of the present analysis that shares most of its words, if that is half of both or more.
/// </summary>
/// <param name="ledger">The ledger.</param>
internal sealed class Anchors(ILedger ledger)
{
    /// <summary>
    /// The least share (Dice's coefficient over characters) that two statements of one document have to be one, read twice.
    /// </summary>
    private const double Enough = 0.5;

    private readonly Dictionary<string, (string Id, bool IsShown)> _known = new(StringComparer.Ordinal);

    /// <summary>The present id of a statement, and whether it is shown; its own id where nothing stands in its place.</summary>
    public (string Id, bool IsShown) Present(string statementId)
    {
        if (!_known.TryGetValue(statementId, out var found))
        {
            _known.Add(statementId, found = Find(statementId));
        }

        return found;
    }

    private (string, bool) Find(string statementId)
    {
        LedgerStatement stored;
        try
        {
            stored = ledger.GetStatement(statementId);
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.NotFound)
        {
            // Purged.
            return (statementId, false);
        }

        if (!stored.IsSuperseded || stored.IsRetracted)
        {
            return (statementId, !stored.IsRetracted);
        }

        var nearest = ledger.Statements(new StatementQuery { DocumentId = stored.Statement.DocumentId })
            .Select(s => (s.Statement.Id, Share: Shared(stored.Statement, s.Statement)))
            .OrderByDescending(s => s.Share).ThenBy(s => s.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Share >= Enough ? (nearest.Id, true) : (statementId, false);
    }

    private static double Shared(Statement a, Statement b)
    {
        var (one, other) = a.Content.Count > 0 && b.Content.Count > 0 ? (a.Content, b.Content) : (a.Cue, b.Cue);
        var both = one.Sum(x => other.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));
        var length = one.Sum(x => x.Length) + other.Sum(y => y.Length);
        return length == 0 ? 0 : 2.0 * both / length;
    }
}
