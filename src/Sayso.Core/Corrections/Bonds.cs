namespace Sayso.Core.Corrections;

/// <summary>
/// Which of many things a person put together, and which apart. What is said first prevails over what is said after it: whoever
/// wants the latest word to prevail says the latest first.
/// </summary>
public sealed class Bonds
{
    private readonly Dictionary<string, Bound> _boundOf = new(StringComparer.Ordinal);

    /// <summary>No bonds. Nothing is ever added to it.</summary>
    public static Bonds None { get; } = new();

    /// <summary>Whether nothing is bound.</summary>
    public bool IsEmpty => _boundOf.Count == 0;

    /// <summary>Things that are one with others, or apart from some; each with those that it is one with, in ordinal order.</summary>
    public IEnumerable<IReadOnlyCollection<string>> Groups => _boundOf.Values.Distinct().Select(b => b.Members)
        .OrderBy(m => m.Min, StringComparer.Ordinal);

    /// <summary>The first, in ordinal order, of the things that this one is bound to; itself where nothing binds it.</summary>
    public string FirstOf(string id) => _boundOf.TryGetValue(id, out var bound) ? bound.Members.Min! : id;

    /// <summary>Those that a thing is one with, itself included.</summary>
    public IReadOnlyCollection<string> With(string id) => _boundOf.TryGetValue(id, out var bound) ? bound.Members : [id];

    /// <summary>Whether two things must be together.</summary>
    public bool AreTogether(string a, string b) => a == b
        || (_boundOf.TryGetValue(a, out var bound) && _boundOf.GetValueOrDefault(b) == bound);

    /// <summary>Whether two things must be apart.</summary>
    public bool AreApart(string a, string b) =>
        _boundOf.TryGetValue(a, out var bound) && _boundOf.TryGetValue(b, out var other) && bound.ApartFrom.Contains(other);

    /// <summary>Puts things together; those that must stay apart from most of them are left out.</summary>
    /// <returns>Whether all are together now.</returns>
    internal bool Together(IEnumerable<string> ids)
    {
        var bounds = ids.Distinct(StringComparer.Ordinal).GroupBy(Of)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Min(StringComparer.Ordinal), StringComparer.Ordinal).Select(g => g.Key)
                .ToList();
        var all = bounds[0];
        var isWhole = true;
        foreach (var bound in bounds.Skip(1))
        {
            if (all.ApartFrom.Contains(bound))
            {
                isWhole = false;
                continue;
            }

            foreach (var member in bound.Members)
            {
                _boundOf[member] = all;
            }

            all.Members.UnionWith(bound.Members);
            foreach (var other in bound.ApartFrom)
            {
                other.ApartFrom.Remove(bound);
                other.ApartFrom.Add(all);
                all.ApartFrom.Add(other);
            }
        }

        return isWhole;
    }

    /// <summary>Puts things apart from others; those that must be together stay so.</summary>
    /// <returns>Whether all of the one are apart from all of the others now.</returns>
    internal bool Apart(IReadOnlyCollection<string> ids, IReadOnlyCollection<string> others)
    {
        var isWhole = true;
        foreach (var one in ids.Select(Of).Distinct().ToList())
        {
            foreach (var other in others.Select(Of).Distinct().ToList())
            {
                if (one == other)
                {
                    isWhole = false;
                    continue;
                }

                one.ApartFrom.Add(other);
                other.ApartFrom.Add(one);
            }
        }

        return isWhole;
    }

    private Bound Of(string id)
    {
        if (!_boundOf.TryGetValue(id, out var bound))
        {
            _boundOf.Add(id, bound = new Bound(id));
        }

        return bound;
    }

    private sealed class Bound(string id)
    {
        public SortedSet<string> Members { get; } = new([id], StringComparer.Ordinal);

        public HashSet<Bound> ApartFrom { get; } = [];
    }
}
