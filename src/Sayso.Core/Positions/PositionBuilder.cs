using System.Globalization;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Text;
using Sayso.Core.Times;
using DayRange = Sayso.Core.Times.DayRange;

namespace Sayso.Core.Positions;

/// <summary>
/// Follows each actor's stance on each claim. Denying the proposition, asserting its opposite and rejecting it are one stance;
/// who asserts what he denied before confirms it. A move is a change between being for it, against it, silent, and leaving it
/// standing; what a text only retells ("who had insisted") is no new statement, and makes none.
/// </summary>
internal static class PositionBuilder
{
    /// <summary>The positions: those with most moves first, then of most documents, then by actor and claim.</summary>
    public static IReadOnlyList<Position> Of(LedgerScene scene) =>
    [
        .. Taken(scene).GroupBy(t => t.Claim.Claim.Id, StringComparer.Ordinal).SelectMany(ByActor).Select(Position)
            .OrderByDescending(p => p.Moves.Count).ThenByDescending(p => p.Documents.Count).ThenByDescending(p => p.Entries.Count)
            .ThenBy(p => p.Actor, StringComparer.Ordinal).ThenBy(p => p.ClaimId, StringComparer.Ordinal)
                .ThenBy(p => p.Entries[0].StatementId, StringComparer.Ordinal),
    ];

    /// <summary>The stands on one claim by actor: "the ministry" is there the one ministry that speaks about it by a longer name.</summary>
    private static IEnumerable<IReadOnlyList<Stand>> ByActor(IEnumerable<Stand> onClaim)
    {
        List<Stand> stands = [.. onClaim];
        var names = stands.Select(s => s.Actor.Name).Distinct(StringComparer.Ordinal).ToList();
        var longer = names.ToDictionary(
            n => n,
            n => names.FindAll(other => !n.Contains(' ', StringComparison.Ordinal)
                && other.EndsWith(" " + n, StringComparison.OrdinalIgnoreCase)) is [var one] ? one : n,
            StringComparer.Ordinal);
        return stands.GroupBy(s => s.Actor.IsOneBody
            ? s.Actor.Name : longer[s.Actor.Name], (name, taken) => taken.Select(t => t with { Actor = t.Actor with { Name = name } })
            .ToList(), StringComparer.Ordinal);
    }

    private static IEnumerable<Stand> Taken(LedgerScene ledger)
    {
        foreach (var scene in ledger.Documents)
        {
            foreach (var statement in scene.Statements)
            {
                if (statement.Traits.Statement is not { Attitude: { } attitude } said || ledger.Actors.ActorOf(said) is not { } actor
                    || Retelling.IsAsked(scene.Document, said) || Retelling.IsOfSeveral(statement.Traits.Content)
                        || Quoting.IsContradicted(scene, statement, ledger.Ledger))
                {
                    continue;
                }

                var stances = Reaction.Of(scene, statement, ledger.Actors) is { } reaction
                    ? [reaction] : new[] { new Stood(statement, statement.Side, attitude.Stance) };
                foreach (var (about, side, stance) in stances.Concat(Reaction.ToOwn(scene, statement, ledger.Actors)))
                {
                    // Of “her ministry”, which says nothing, nobody has a position.
                    if (about.Traits.IsComparable && ledger.Ledger.Of(about.Traits.Id) is { } claim)
                    {
                        yield return new Stand(actor, claim, statement, side, Towards(stance, side))
                        {
                            Published = scene.Document.Published,
                            IsRetold = Retelling.IsEarlier(scene.Document, said) || IsOwn(ledger, scene, said, actor),
                        };
                    }
                }
            }
        }
    }

    /// <summary>"I told you on Thursday that …": within their own words people tell what they said before.</summary>
    private static bool IsOwn(LedgerScene ledger, DocumentScene scene, Statement said, Actor actor) => said.Parent is { } parent
        && Retelling.IsTold(scene.Document, said)
        && scene.Statements.FirstOrDefault(s => s.Traits.Id == parent) is { } outer
            && ledger.Actors.ActorOf(outer.Traits.Statement)?.Name == actor.Name;

    /// <summary>The stance towards the claim's proposition, whatever words were used.</summary>
    private static Stance Towards(Stance stance, Side side) => (side, stance) switch
    {
        (Side.Against, Stance.Dismiss) => Stance.Dismiss,
        (Side.Against, _) => Stance.Deny,
        (Side.For, Stance.Deny or Stance.Dismiss) => Stance.Assert,
        _ => stance,
    };

    private static Position Position(IReadOnlyList<Stand> stands)
    {
        var ordered = Ordered(stands);
        List<PositionEntry> entries = [];
        List<PositionMove> moves = [];
        (Course Course, Stand Stand, Stance Stance)? last = null;
        foreach (var stand in ordered)
        {
            var course = CourseOf(stand);
            var stance = stand.Stance == Stance.Assert && last is { Course: not Course.For } ? Stance.Confirm : stand.Stance;
            entries.Add(new PositionEntry(stand.Date, stance, stand.Side, stand.Statement.Traits.Id,
                stand.DocumentId)
            { Speaker = stand.Actor.Speaker, PublishedAt = stand.Published });
            if (course is not { } present)
            {
                continue;
            }

            // One text that has somebody say both at one time is read wrongly sooner than written so; and so are yes and no of one
            // day where no word says that it is an admission.
            if (last is { } before && before.Course != present)
            {
                if (before.Stand.Date == stand.Date && (before.Stand.DocumentId == stand.DocumentId || IsUnsaidTurn(before.Course, present, stand)))
                {
                    continue;
                }

                moves.Add(new PositionMove(before.Stance, stance, before.Stand.Statement.Traits.Id, stand.Statement.Traits.Id));
            }

            // What is retold is no turn where the statement itself is there.
            last = stand.IsRetold && last is { } same && same.Course == present ? last : (present, stand, stance);
        }

        var claim = stands[0].Claim.Claim;
        return new Position(stands[0].Actor.Name, claim.Id, claim.Proposition, entries.ToValueList()) { Moves = moves.ToValueList() };
    }

    private static bool IsUnsaidTurn(Course before, Course present, Stand stand) => (before, present) is (Course.For, Course.Against) or (Course.Against, Course.For)
        && stand.Statement.Traits.Statement.Attitude?.Stance != Stance.Confirm;

    /// <summary>
    /// By day. What is only retold stands with the actor's latest statement of that course before it; before all others where
    /// there is none.
    /// </summary>
    private static List<Stand> Ordered(IReadOnlyList<Stand> stands)
    {
        Stand[] dated = [.. InOrder(stands.Where(s => !s.IsRetold))];
        List<Stand> all = [.. dated];
        foreach (var retold in InOrder(stands.Where(s => s.IsRetold)).Reverse())
        {
            var at = all.FindLastIndex(s => !s.IsRetold && CourseOf(s) == CourseOf(retold) && s.Day <= retold.Day);
            all.Insert(at + 1, retold);
        }

        return all;
    }

    private static IEnumerable<Stand> InOrder(IEnumerable<Stand> stands) => stands
        .OrderBy(s => s.Day ?? LocalDate.MaxIsoValue).ThenBy(s => s.Published?.ToInstant() ?? Instant.MaxValue)
        .ThenBy(s => s.DocumentId, StringComparer.Ordinal).ThenBy(s => s.Statement.Traits.Statement.Cue.Extent)
            .ThenBy(s => s.Statement.Traits.Id, StringComparer.Ordinal);

    private static Course? CourseOf(Stand stand) => (stand.Side, stand.Stance) switch
    {
        (Side.For, _) => Course.For,
        (Side.Against, _) => Course.Against,
        (_, Stance.Decline) => Course.Silent,
        (_, Stance.NotDeny) => Course.Standing,
        _ => null,
    };

    private enum Course
    {
        For,
        Against,
        Silent,
        Standing,
    }

    private sealed record Stand(Actor Actor, LedgerClaim Claim, ClaimStatement Statement, Side Side, Stance Stance)
    {
        public OffsetDateTime? Published { get; init; }

        public bool IsRetold { get; init; }

        public string DocumentId => Statement.Traits.Statement.DocumentId;

        /// <summary>When it was said; of what is only retold, that it was before the text.</summary>
        public string? Date => Statement.Traits.Statement.SaidAt is { } said && !IsRetold ? said
            : Published is not { } published ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(IsRetold ? "../" : string.Empty)}{published.Date:uuuu-MM-dd}");

        public LocalDate? Day => Statement.Traits.Statement.SaidAt is { } said && !IsRetold && DayRange.Of(said) is { } days
            ? days.Earliest : Published?.Date;
    }
}
