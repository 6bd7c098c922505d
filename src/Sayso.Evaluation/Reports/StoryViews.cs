using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Claims;
using Sayso.Core.Conflicts;
using Sayso.Core.Positions;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>
/// How a story's moved positions and its conflicts are found, against its gold. A move is right where the actor, the claim and
/// what is done before and after are the gold's: for it, against it, silent, or leaving it standing; that a denial's
/// contrary is asserted or confirmed is one. A conflict is right where its kind is, and its passages have both claims, or both
/// sides of the one. What is found and not marked counts as wrong, whether or not it may be so.
/// </summary>
/// <param name="gold">What is to be found.</param>
/// <param name="ledger">What was found.</param>
/// <param name="mentions">The gold's mentions with the statements that say them.</param>
internal sealed class StoryViews(StoryGold gold, ClaimedLedger ledger,
    IReadOnlyList<(GoldClaim Claim, GoldMention Mention, string? Statement)> mentions)
{
    private readonly LedgerViews _views = new(ledger);
    private readonly List<string> _wrong = [];

    private enum Course
    {
        None,
        For,
        Against,
        Silent,
        Standing,
    }

    /// <summary>Each case that is wrong, in words, once <see cref="Rows"/> were read.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>The figures of moves and of conflicts.</summary>
    /// <param name="isTurned">Whether a predicted claim is worded as the contrary of a gold one.</param>
    public IEnumerable<EvaluationRow> Rows(Func<GoldClaim, Claim, bool> isTurned)
    {
        yield return Moves(isTurned);
        yield return Conflicts();
    }

    private EvaluationRow Moves(Func<GoldClaim, Claim, bool> isTurned)
    {
        List<GoldMove> open = [.. gold.Moves];
        var (right, predicted) = (0, 0);
        foreach (var position in _views.Positions)
        {
            foreach (var move in position.Moves)
            {
                predicted++;
                var found = open.FirstOrDefault(g => IsSame(g, position, move, isTurned));
                if (found is not null)
                {
                    open.Remove(found);
                    right++;
                }
                else
                {
                    _wrong.Add($"move, not in gold\t{position.Actor}\t{ClosedSet.NameOf(move.From)} → {ClosedSet.NameOf(move.To)}\t{position.Proposition}");
                }
            }
        }

        _wrong.AddRange(open.Select(g => $"move, not found\t{g.Actor}\t{ClosedSet.NameOf(g.From)} → {ClosedSet.NameOf(g.To)}\t{g.Claim}"));
        return Row("position moves", (right, predicted), (right, gold.Moves.Count));
    }

    private bool IsSame(GoldMove expected, Position position, PositionMove move, Func<GoldClaim, Claim, bool> isTurned)
    {
        if (!IsSameActor(expected.Actor, position.Actor))
        {
            return false;
        }

        var claim = gold.Claims.First(c => c.Id == expected.Claim);
        var predicted = mentions.Where(m => m.Claim.Id == claim.Id && m.Statement is not null).Select(m => ledger.Of(m.Statement!)!.Claim)
            .FirstOrDefault(c => c.Id == position.ClaimId);
        if (predicted is null)
        {
            return false;
        }

        var turned = isTurned(claim, predicted);
        return CourseOf(move.From, turned) == CourseOf(expected.From, false) && CourseOf(move.To, turned) == CourseOf(expected.To, false);
    }

    /// <summary>Names of one: the words of one are all the other's.</summary>
    private static bool IsSameActor(string one, string other)
    {
        HashSet<string> mine = [.. one.ToLowerInvariant().Split(' ')], theirs = [.. other.ToLowerInvariant().Split(' ')];
        return mine.IsSubsetOf(theirs) || theirs.IsSubsetOf(mine);
    }

    private static Course CourseOf(Stance stance, bool isTurned) => stance switch
    {
        Stance.Assert or Stance.Confirm => isTurned ? Course.Against : Course.For,
        Stance.Deny or Stance.Dismiss => isTurned ? Course.For : Course.Against,
        Stance.Decline => Course.Silent,
        Stance.NotDeny => Course.Standing,
        _ => Course.None,
    };

    private EvaluationRow Conflicts()
    {
        var found = _views.Conflicts;
        var isRight = found.Select(c => gold.Conflicts.Any(g => IsSame(g, c))).ToList();
        var missed = gold.Conflicts.Where(g => !found.Any(c => IsSame(g, c))).ToList();
        _wrong.AddRange(found.Where((_, i) => !isRight[i]).Select(c => $"conflict, not in gold\t{ClosedSet.NameOf(c.Kind)}\t{c.Reason}"));
        _wrong.AddRange(missed.Select(g => $"conflict, not found\t{g.Kind}\t{string.Join(", ", g.Claims)}"));
        return Row("conflicts", (isRight.Count(r => r), found.Count), (gold.Conflicts.Count - missed.Count, gold.Conflicts.Count));
    }

    private bool IsSame(GoldConflict expected, Conflict conflict) => expected.Kind == ClosedSet.NameOf(conflict.Kind)
        && (expected.Claims is [var only]
        ? Has(conflict, only, Side.For) && Has(conflict, only, Side.Against)
        : expected.Claims.All(claim => Has(conflict, claim, null)));

    /// <summary>Whether some passage of a conflict stands where a claim is said, on one side of it.</summary>
    private bool Has(Conflict conflict, string claim, Side? side) =>
        mentions.Where(m => m.Claim.Id == claim && (side is null || m.Mention.Side == side))
        .Any(m => conflict.Passages.Any(p => Path.GetFileName(ledger.Documents[p.DocumentId].Path ?? p.DocumentId) == m.Mention.Document
            && MentionAlignment.Places(ledger.Documents[p.DocumentId].Text, m.Mention.Passage).Any(p.Span.Overlaps)));

    private static EvaluationRow Row(string name, (int Right, int Of) found, (int Right, int Of) expected)
    {
        double? precision = found.Of == 0 ? null : (double)found.Right / found.Of, recall = expected.Of == 0
            ? null : (double)expected.Right / expected.Of;
        return new EvaluationRow(name, precision is { } p && recall is { } r
            ? GroupMetrics.F1(p, r) : null)
        {
            Precision = precision,
            Recall = recall,
            Right = found.Right,
            Predicted = found.Of,
            Gold = expected.Of
        };
    }
}
