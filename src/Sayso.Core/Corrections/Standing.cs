using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Corrections;

/// <summary>Reckons how corrections stand to each other: what is taken back, and what later ones contradict.</summary>
internal static class Standing
{
    /// <summary>
    /// Which entry takes back each; those that none does are left out. An undoing that was itself taken back does nothing.
    /// </summary>
    /// <param name="entries">All corrections, in order.</param>
    public static Dictionary<long, long> Undone(IReadOnlyList<LedgerEntry> entries)
    {
        Dictionary<long, long> undone = [];
        foreach (var entry in entries.Reverse())
        {
            if (entry.Correction?.Undoes is { } target && !undone.ContainsKey(entry.Sequence))
            {
                undone.TryAdd(target, entry.Sequence);
            }
        }

        return undone;
    }

    /// <summary>Binds what entries of one matter say, the latest first, and says which of them are contradicted.</summary>
    /// <param name="latestFirst">Those that count.</param>
    /// <param name="bonds">Bonds, empty yet.</param>
    public static IEnumerable<(CorrectionEntry Entry, ValueList<long> OverruledBy)> Bind(IReadOnlyList<CorrectionEntry> latestFirst,
        Bonds bonds)
    {
        for (var i = 0; i < latestFirst.Count; i++)
        {
            var entry = latestFirst[i];
            if (!Bind(bonds, entry.Correction))
            {
                yield return (entry, Contradicting(entry, [.. latestFirst.Take(i)]));
            }
        }
    }

    /// <summary>The later ones that contradict an entry: alone, or together with others.</summary>
    private static ValueList<long> Contradicting(CorrectionEntry entry, IReadOnlyList<CorrectionEntry> later)
    {
        var alone = later.Where(l =>
        {
            var bonds = new Bonds();
            _ = Bind(bonds, l.Correction);
            return !Bind(bonds, entry.Correction);
        }).ToList();
        return (alone.Count > 0 ? alone : later.Where(l => l.Correction.Sets.Any(set => set.Any(entry.Names)))).Select(l => l.Sequence)
            .Order().ToValueList();
    }

    private static bool Bind(Bonds bonds, Correction correction) => correction.Kind switch
    {
        CorrectionKind.OriginSame or CorrectionKind.OriginDifferent => BindOrigins(bonds, correction),
        CorrectionKind.EntityMerge or CorrectionKind.EntitySplit => NamesByHand.Bind(bonds, correction),
        _ => BindClaims(bonds, correction),
    };

    private static bool BindClaims(Bonds bonds, Correction correction)
    {
        var sets = correction.Sets;
        if (correction.Kind == CorrectionKind.ClaimMerge)
        {
            return bonds.Together(sets.SelectMany(s => s));
        }

        // What is taken out is one, what is left stays one, and the two are apart; what is moved is one with the target.
        var isMove = correction.Kind == CorrectionKind.ClaimMove;
        var left = sets.Skip(isMove ? 2 : 1).ToList();
        var isWhole = bonds.Together(isMove ? sets[0].Concat(sets[1]) : sets[0]);
        foreach (var rest in left)
        {
            isWhole &= bonds.Together(rest);
            isWhole &= bonds.Apart(sets[0], rest);
        }

        return isWhole;
    }

    private static bool BindOrigins(Bonds bonds, Correction correction)
    {
        if (correction.Kind == CorrectionKind.OriginSame)
        {
            return bonds.Together(correction.Sets.SelectMany(s => s));
        }

        var isWhole = true;
        for (var i = 0; i < correction.Sets.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                isWhole &= bonds.Apart(correction.Sets[i], correction.Sets[j]);
            }
        }

        return isWhole;
    }
}
