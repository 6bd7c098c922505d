namespace Sayso.Core.Search;

/// <summary>Finds actors by the words of their names, or the beginnings of these. Immutable; safe for use by several threads.</summary>
public sealed class ActorIndex
{
    private readonly IReadOnlyList<LedgerActor> _actors;
    private readonly (string Word, int Actor)[] _words;

    /// <summary>Takes the actors.</summary>
    /// <param name="actors">They, in the order in which they are found.</param>
    public ActorIndex(IReadOnlyList<LedgerActor> actors)
    {
        ArgumentNullException.ThrowIfNull(actors);
        _actors = actors;
        _words = [.. actors.SelectMany((a, i) => a.Names.Append(a.Name).SelectMany(LedgerActor.Words).Select(w => (w.ToUpperInvariant(), i))).Distinct()];
        Array.Sort(_words, Compare);
    }

    /// <summary>Nobody.</summary>
    public static ActorIndex Empty { get; } = new([]);

    /// <summary>Those of whom one name has every word that is looked for, or its beginning, in any letter case.</summary>
    /// <param name="typed">The words; none finds nobody.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<LedgerActor> Find(string typed, int most)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var longest = LedgerActor.Words(typed).MaxBy(w => w.Length)?.ToUpperInvariant();
        if (longest is null)
        {
            return [];
        }

        var first = Array.BinarySearch(_words, (longest, -1), Comparer<(string, int)>.Create(Compare));
        return
        [
            .. _words.Skip(first < 0 ? ~first : first).TakeWhile(w => w.Word.StartsWith(longest, StringComparison.Ordinal)).Select(w => w.Actor)
                .Distinct().Order().Select(i => _actors[i]).Where(a => a.Answers(typed)).Take(most),
        ];
    }

    private static int Compare((string Word, int Actor) a, (string Word, int Actor) b) =>
        string.CompareOrdinal(a.Word, b.Word) is var words && words != 0 ? words : a.Actor.CompareTo(b.Actor);
}
