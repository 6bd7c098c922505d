namespace Sayso.Core.Claims;

/// <summary>
/// Finds the statements that one may be linked to without looking at all: an inverted index over pairs of stems. Two statements
/// meet where they share two stems, one of them no name's; or one, where either has no more than two. Sentences that share less
/// are hardly ever linked (see docs/evaluation.md), and which ones meet does not depend on what else is there.
/// </summary>
internal sealed class CandidateIndex
{
    // FNV-1a (Fowler, Noll, Vo): a collision adds a candidate, which the scorer then refuses.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>With so few stems beside names one shared stem is enough to meet.</summary>
    private const int Few = 2;

    private readonly Dictionary<ulong, List<StatementTraits>> _byPair = [];
    private readonly Dictionary<ulong, List<StatementTraits>> _byStem = [];
    private readonly Dictionary<ulong, List<StatementTraits>> _fewByStem = [];

    /// <summary>The statements in the index that may be linked to one, each once, in the order of adding.</summary>
    public IReadOnlyCollection<StatementTraits> Of(StatementTraits statement)
    {
        var (matter, pairs) = Keys(statement);
        HashSet<StatementTraits> found = new(ReferenceEqualityComparer.Instance);
        foreach (var pair in pairs)
        {
            found.UnionWith(_byPair.GetValueOrDefault(pair) ?? []);
        }

        foreach (var stem in matter)
        {
            found.UnionWith((matter.Count <= Few ? _byStem : _fewByStem).GetValueOrDefault(stem) ?? []);
        }

        return found;
    }

    /// <summary>Adds a statement.</summary>
    public void Add(StatementTraits statement)
    {
        var (matter, pairs) = Keys(statement);
        foreach (var pair in pairs)
        {
            Put(_byPair, pair, statement);
        }

        foreach (var stem in matter)
        {
            Put(_byStem, stem, statement);
            if (matter.Count <= Few)
            {
                Put(_fewByStem, stem, statement);
            }
        }
    }

    private static void Put(Dictionary<ulong, List<StatementTraits>> index, ulong key, StatementTraits statement)
    {
        if (!index.TryGetValue(key, out var holders))
        {
            index.Add(key, holders = []);
        }

        holders.Add(statement);
    }

    /// <summary>Stems that are no name's, and pairs of stems of which one is none.</summary>
    private static (List<ulong> Matter, List<ulong> Pairs) Keys(StatementTraits statement)
    {
        List<(ulong Hash, bool IsName)> stems = [.. statement.Words.Select(w => (Hash(w), statement.NameWords.Contains(w)))];
        List<ulong> pairs = [];
        for (var i = 0; i < stems.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!stems[i].IsName || !stems[j].IsName)
                {
                    // The same in both orders.
                    pairs.Add((stems[i].Hash * Prime) + (stems[j].Hash * Prime) + (stems[i].Hash ^ stems[j].Hash));
                }
            }
        }

        return ([.. stems.Where(s => !s.IsName).Select(s => s.Hash)], pairs);
    }

    private static ulong Hash(string word) => word.Aggregate(Offset, (hash, c) => (hash ^ c) * Prime);
}
