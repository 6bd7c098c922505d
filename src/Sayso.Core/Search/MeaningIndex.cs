using Sayso.Core.Claims;

namespace Sayso.Core.Search;

/// <summary>
/// What statements mean, so that those can be found that say it in other words: all are compared, one by one. Immutable; safe
/// for use by several threads.
/// </summary>
/// <param name="statements">The statements' ids with the vectors of their leading clauses, all of one width.</param>
public sealed class MeaningIndex(IReadOnlyList<(string Id, SentenceVector Vector)> statements)
{
    /// <summary>Statements of one ledger at most: beyond them a search would be felt while typing.</summary>
    public const int MostStatements = 100_000;

    /// <summary>No statements.</summary>
    public static MeaningIndex Empty { get; } = new([]);

    /// <summary>How many statements it compares.</summary>
    public int Count => statements.Count;

    /// <summary>The statements that mean nearly the same, the nearest first; of equals, in ordinal order of their ids.</summary>
    /// <param name="query">The vector of what is looked for.</param>
    /// <param name="least">The least cosine, from -1 to 1.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> Nearest(SentenceVector query, double least, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        return
        [
            .. statements.Where(s => s.Vector.Width == query.Width).Select(s => (s.Id, Cosine: s.Vector.Cosine(query))).Where(s => s.Cosine >= least)
                .OrderByDescending(s => s.Cosine).ThenBy(s => s.Id, StringComparer.Ordinal).Take(most).Select(s => s.Id),
        ];
    }
}
