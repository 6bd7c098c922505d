using System.Globalization;
using Sayso.Core.Corrections;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Conflicts;

/// <summary>What a person found of a conflict: a closed set.</summary>
public enum ConflictVerdict
{
    /// <summary>It is one: they cannot all hold.</summary>
    Real,

    /// <summary>They are of different things, and can all hold.</summary>
    NoConflict,

    /// <summary>It is one, and some of them are known to be wrong.</summary>
    Wrong,
}

/// <summary>
/// A person's verdict on a conflict. It is of the passages that were before him: where more join them, the conflict is open
/// again, and says what was found of its part.
/// </summary>
/// <param name="Entry">Who judged, when, and with which note.</param>
/// <param name="Kind">The kind of the conflict.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Passages">The passages that it is of.</param>
/// <param name="Wrong">Those that are wrong; empty unless the verdict is <see cref="ConflictVerdict.Wrong"/>.</param>
public sealed record ConflictJudgement(
    CorrectionEntry Entry, ConflictKind Kind, ConflictVerdict Verdict, ValueList<Passage> Passages, ValueList<Passage> Wrong)
{
    /// <summary>Passages that a judgement and a conflict have to share for the one to say something of the other.</summary>
    private const int Enough = 2;

    /// <summary>Whether all of a conflict was judged. A passage that was read anew with other bounds is the same one.</summary>
    public bool Covers(Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return Kind == conflict.Kind && conflict.Passages.All(p => IsIn(Passages, p));
    }

    /// <summary>Whether so much of a conflict was judged that it is to be told.</summary>
    public bool Touches(Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return Kind == conflict.Kind && conflict.Passages.Count(p => IsIn(Passages, p)) >= Math.Min(Enough, conflict.Passages.Count);
    }

    /// <summary>Whether a passage was judged to be wrong.</summary>
    public bool IsWrong(Passage passage) => IsIn(Wrong, passage);

    /// <summary>The documents that a verdict's passages are of.</summary>
    /// <param name="correction">A well-formed correction of that kind.</param>
    public static IEnumerable<string> DocumentsOf(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return Parsed(correction.Sets[1]).Select(p => p.DocumentId).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whether it is about the passages of another one, and no others.</summary>
    internal bool IsOfSame(ConflictJudgement other) => Kind == other.Kind
        && Passages.All(p => IsIn(other.Passages, p)) && other.Passages.All(p => IsIn(Passages, p));

    /// <summary>What a ledger keeps of a verdict.</summary>
    internal static Correction Kept(Conflict conflict, ConflictVerdict verdict, IEnumerable<Passage> wrong)
    {
        var marked = wrong.Select(KeyOf).ToValueList();
        ValueList<string>[] sets = [new([conflict.Id, ClosedSet.NameOf(conflict.Kind)]), conflict.Passages.Select(KeyOf).ToValueList()];
        return new Correction(CorrectionKind.JudgeConflict, marked.Count > 0 ? new([.. sets, marked]) : new([.. sets]))
        {
            Value = ClosedSet.NameOf(verdict),
        };
    }

    /// <summary>The verdict of an entry.</summary>
    internal static ConflictJudgement Of(CorrectionEntry entry)
    {
        var sets = entry.Correction.Sets;
        return new ConflictJudgement(
            entry,
            ClosedSet.Parse<ConflictKind>(sets[0][1])!.Value,
            ClosedSet.Parse<ConflictVerdict>(entry.Correction.Value)!.Value,
            Parsed(sets[1]),
            sets.Count > 2 ? Parsed(sets[2]) : ValueList<Passage>.Empty);
    }

    /// <summary>A passage as a correction names it: <c>3f2a…:120-131</c>.</summary>
    internal static string KeyOf(Passage passage) =>
        string.Create(CultureInfo.InvariantCulture, $"{passage.DocumentId}:{passage.Span.Start}-{passage.Span.End}");

    /// <summary>The passage of such a name; <c>null</c> where it is none.</summary>
    internal static Passage? PassageOf(string key)
    {
        var (colon, dash) = (key.LastIndexOf(':'), key.LastIndexOf('-'));
        return colon > 0 && dash > colon && Number(key[(colon + 1)..dash]) is { } start && Number(key[(dash + 1)..]) is { } end && start <= end
            ? new Passage(key[..colon], new TextSpan(start, end)) : null;
    }

    private static ValueList<Passage> Parsed(ValueList<string> keys) => keys.Select(PassageOf).OfType<Passage>().ToValueList();

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsIn(ValueList<Passage> passages, Passage wanted) =>
        passages.Any(p => p.DocumentId == wanted.DocumentId && p.Span.Overlaps(wanted.Span));
}
