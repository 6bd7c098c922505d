using Sayso.Core.Chains;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// Whether a predicted hop is the annotated one: their names' lower-cased words, without articles and titles, overlap by
/// half of the shorter at least, and no other name of the document has more words in common. An annotated hop that is
/// <c>unspecified</c> agrees with any anonymous one.
/// </summary>
public sealed class NameAgreement
{
    private static readonly HashSet<string> _ignored = new(
        ("the a an of his her its their our my this that these those mr mrs ms dr sir lord lady president prime minister senator sen "
            + "gov governor "
        + "rep representative secretary chairman chairwoman chief spokesman spokeswoman spokesperson judge justice officer detective "
            + "general gen "
        + "professor prof reverend rev father sister brother king queen prince princess mayor former director").Split(' '),
        StringComparer.Ordinal);

    private readonly List<HashSet<string>> _names;

    /// <summary>Takes the names of a document's hops, which a prediction may fit better than the one it is compared with.</summary>
    public NameAgreement(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = [.. names.Distinct(StringComparer.Ordinal).Select(Words)];
    }

    /// <summary>Whether a predicted hop is the annotated one.</summary>
    public bool Agree(Hop predicted, GoldHop gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        if (gold.Name == Hop.Unspecified)
        {
            return predicted.Kind == SourceKind.Anonymous;
        }

        return Agree(predicted.Name, gold);
    }

    /// <summary>Whether somebody's name is that of an annotated hop.</summary>
    public bool Agree(string predicted, GoldHop gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        var mine = Words(predicted);
        var theirs = Words(gold.Name);
        var overlap = Overlap(mine, theirs);
        return overlap >= 0.5 && !_names.Exists(other => !other.SetEquals(theirs)
            && mine.Count(other.Contains) > mine.Count(theirs.Contains));
    }

    private static double Overlap(HashSet<string> left, HashSet<string> right)
    {
        var shorter = Math.Min(left.Count, right.Count);
        return shorter == 0 ? 0 : (double)left.Count(right.Contains) / shorter;
    }

    /// <summary>The words that count; all of them where none would be left.</summary>
    private static HashSet<string> Words(string name)
    {
        string[] words = name.ToLowerInvariant().Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal)
            .Split([.. name.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        HashSet<string> kept = new(words.Where(w => !_ignored.Contains(w)), StringComparer.Ordinal);
        return kept.Count > 0 ? kept : new(words, StringComparer.Ordinal);
    }
}
