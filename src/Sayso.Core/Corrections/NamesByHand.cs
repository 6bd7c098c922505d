namespace Sayso.Core.Corrections;

/// <summary>Whom names mean where a person said so.</summary>
public sealed class NamesByHand
{
    private readonly Bonds _bonds = new();
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);
    private readonly List<(string Name, HashSet<string>? Documents, string Means)> _splits = [];

    /// <summary>Takes corrections of names.</summary>
    /// <param name="latestFirst">Those that count, the latest first: its word prevails.</param>
    internal NamesByHand(IReadOnlyList<CorrectionEntry> latestFirst)
    {
        foreach (var correction in latestFirst.Select(e => e.Correction))
        {
            Bind(_bonds, correction);
            if (correction.Kind == CorrectionKind.EntitySplit)
            {
                _splits.Add((correction.Sets[0][0], correction.Sets.Count > 2
                    ? new HashSet<string>(correction.Sets[2], StringComparer.Ordinal) : null, correction.Value!));
            }
        }

        foreach (var merge in latestFirst.Select(e => e.Correction).Where(c => c.Kind == CorrectionKind.EntityMerge))
        {
            foreach (var name in merge.Sets[0].Where(n => _bonds.AreTogether(n, merge.Value!)))
            {
                _shown.TryAdd(_bonds.FirstOf(name), merge.Value!);
            }
        }
    }

    /// <summary>Names that nobody corrected.</summary>
    public static NamesByHand None { get; } = new([]);

    /// <summary>Whether nobody corrected any.</summary>
    public bool IsEmpty => _bonds.IsEmpty && _splits.Count == 0;

    /// <summary>The names that it gives: those that merged ones are shown under, and those split off.</summary>
    public IEnumerable<string> Shown => _shown.Values.Concat(_splits.Select(s => s.Means)).Distinct(StringComparer.Ordinal);

    /// <summary>Whom a name means.</summary>
    /// <param name="name">The name as its document has it.</param>
    /// <param name="documentId">Its document; <c>null</c> for none.</param>
    /// <param name="known">The name that it was found to be short for, or another form of; itself where none.</param>
    public string Of(string name, string? documentId, string known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        if (IsEmpty)
        {
            return known;
        }

        var split = _splits.Find(s => (s.Name == name || s.Name == known)
            && (s.Documents is null || (documentId is not null && s.Documents.Contains(documentId))));
        var meant = split.Means ?? (_shown.ContainsKey(_bonds.FirstOf(known)) ? known : _shown.ContainsKey(_bonds.FirstOf(name))
            ? name : known);
        return _shown.GetValueOrDefault(_bonds.FirstOf(meant), meant);
    }

    /// <summary>Whether two names were said to be different people's.</summary>
    public bool AreApart(string a, string b) => _bonds.AreApart(a, b);

    /// <summary>Puts a correction's names together, or apart.</summary>
    /// <returns>Whether all of it holds.</returns>
    internal static bool Bind(Bonds bonds, Correction correction)
    {
        if (correction.Kind == CorrectionKind.EntityMerge)
        {
            return bonds.Together(correction.Sets[0].Append(correction.Value!));
        }

        // In some documents only, the name itself goes on meaning who it meant.
        var others = correction.Sets[1].Where(n => n != correction.Value).ToList();
        return others.Count == 0 || bonds.Apart([correction.Value!], others);
    }
}
