namespace Sayso.Core.Corrections;

/// <summary>
/// Things that come together into parts, step by step, as far as <see cref="Bonds"/> let them: what is bound together begins
/// as one part, and what is bound apart never becomes one.
/// </summary>
internal sealed class BoundParts
{
    private readonly Bonds _bonds;
    private readonly Dictionary<string, List<string>> _partOf = new(StringComparer.Ordinal);

    /// <summary>Makes the parts that bonds alone make.</summary>
    /// <param name="ids">The things, each once.</param>
    /// <param name="bonds">What binds them; what it says of others is left aside.</param>
    public BoundParts(IEnumerable<string> ids, Bonds bonds)
    {
        _bonds = bonds;
        Dictionary<string, List<string>> byFirst = new(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var first = bonds.FirstOf(id);
            if (!byFirst.TryGetValue(first, out var part))
            {
                byFirst.Add(first, part = []);
            }

            part.Add(id);
            _partOf.Add(id, part);
        }
    }

    /// <summary>The parts, in no order.</summary>
    public IEnumerable<IReadOnlyList<string>> All => _partOf.Values.Distinct();

    /// <summary>Whether it is one of the things.</summary>
    public bool Holds(string id) => _partOf.ContainsKey(id);

    /// <summary>The part that a thing is in, in the order of joining.</summary>
    public IReadOnlyList<string> Of(string id) => _partOf[id];

    /// <summary>Whether two things may be in one part.</summary>
    public bool MayJoin(string a, string b)
    {
        var (one, other) = (_partOf[a], _partOf[b]);
        return one == other || _bonds.IsEmpty || !one.Exists(x => other.Exists(y => _bonds.AreApart(x, y)));
    }

    /// <summary>Makes the parts of two things one, where they may.</summary>
    /// <returns>Whether they were two and are one now.</returns>
    public bool Join(string a, string b)
    {
        var (one, other) = (_partOf[a], _partOf[b]);
        if (one == other || !MayJoin(a, b))
        {
            return false;
        }

        one.AddRange(other);
        foreach (var member in other)
        {
            _partOf[member] = one;
        }

        return true;
    }
}
