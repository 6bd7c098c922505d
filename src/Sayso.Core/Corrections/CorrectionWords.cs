using System.Globalization;
using Sayso.Core.Conflicts;
using Sayso.Core.Text;

namespace Sayso.Core.Corrections;

/// <summary>Corrections in words, the same everywhere.</summary>
public static class CorrectionWords
{
    /// <summary>What was done: <c>merged 2 claims</c>, <c>split 1 statement off</c>, <c>graded it 4</c>.</summary>
    public static string Of(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var sets = correction.Sets;
        return correction.Kind switch
        {
            CorrectionKind.ClaimMerge => $"merged {Count(sets.Count, "claim")}",
            CorrectionKind.ClaimSplit => $"split {Count(sets[0].Count, "statement")} off, {Number(sets[1].Count)} left",
            CorrectionKind.ClaimMove => $"moved {Count(sets[0].Count, "statement")} to another claim",
            CorrectionKind.OriginSame => $"said that {Count(sets.Sum(s => s.Count), "statement")} are of one origin",
            CorrectionKind.OriginDifferent =>
                $"said that {Count(sets.Sum(s => s.Count), "statement")} are of {Number(sets.Count)} different origins",
            CorrectionKind.EntityMerge => $"said that {Listed(sets[0].Where(n => n != correction.Value))} {(sets[0].Count > 2 ? "are" : "is")} {correction.Value}",
            CorrectionKind.EntitySplit => correction.Value == sets[0][0]
                ? $"said that {correction.Value} is not {Listed(sets[1].Where(n => n != correction.Value))}"
                : $"said that {sets[0][0]} is {correction.Value}{(sets.Count > 2 ? $" in {Count(sets[2].Count, "document")}" : "")}",
            CorrectionKind.GradeClaim => $"graded the claim {correction.Value}",
            CorrectionKind.GradeOutlet => $"graded {sets[0][0]} {correction.Value}",
            CorrectionKind.NoteClaim or CorrectionKind.NoteStatement or CorrectionKind.NoteDocument or CorrectionKind.NoteConflict =>
                $"noted: {correction.Value}",
            CorrectionKind.JudgeConflict => ClosedSet.Parse<ConflictVerdict>(correction.Value) switch
            {
                ConflictVerdict.Real => "found a conflict to be real",
                ConflictVerdict.NoConflict => "found no conflict, only different things",
                _ => $"found {Number(sets[2].Count)} of {Count(sets[1].Count, "passage")} of a conflict wrong",
            },
            _ => string.Create(CultureInfo.InvariantCulture, $"took back entry {correction.Undoes}"),
        };
    }

    /// <summary>How an entry stands, where it does not simply hold: <c>undone by entry 9</c>; empty where it does.</summary>
    public static string Standing(CorrectionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.State switch
        {
            CorrectionState.Undone => string.Create(CultureInfo.InvariantCulture, $"undone by entry {entry.UndoneBy}"),
            CorrectionState.Overruled when entry.OverruledBy.Count == 0 => "the statements are read as one now",
            CorrectionState.Overruled => $"overruled, in whole or in part, by the later {(entry.OverruledBy.Count == 1 ? "entry" : "entries")} {string.Join(", ", entry.OverruledBy.Select(n => n.ToString(CultureInfo.InvariantCulture)))}",
            CorrectionState.Dormant => "rests: nothing that it is about is shown",
            _ => string.Empty,
        };
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string Count(int number, string noun) => $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
