using Sayso.Core.Claims;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>Vectors of texts, each computed once: those of equal texts are one, and a ledger keeps them.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="encode">Gives the others.</param>
internal sealed class KeptVectors(ILedger ledger, Func<IReadOnlyList<string>, CancellationToken, IReadOnlyList<SentenceVector>> encode)
{
    /// <summary>Raised with the sentence model.</summary>
    private const string Kind = "vector-2";

    /// <summary>Vectors that are held at a time, and that are written at a time.</summary>
    private const int MostKnown = 50_000, MostFresh = 5000;

    private readonly Dictionary<string, SentenceVector> _known = new(StringComparer.Ordinal);
    private readonly List<KeptValue> _fresh = [];

    /// <summary>
    /// The ledger's last entry before anything was read, where what is computed is kept as it comes, some thousand at a time: then no
    /// list of the ledger may be open. <c>null</c> where nothing is kept.
    /// </summary>
    public long? Entry { get; init; }

    /// <summary>The vectors of texts, in their order. Whether kept or computed, a vector has the same numbers.</summary>
    public IReadOnlyList<SentenceVector> Of(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        string[] keys = [.. texts.Select(KeyOf)];
        Dictionary<string, string> missing = new(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            if (_known.ContainsKey(keys[i]) || missing.ContainsKey(keys[i]))
            {
                continue;
            }

            if (ledger.Kept(Kind, keys[i]) is { } halves)
            {
                _known.Add(keys[i], SentenceVector.FromHalves(halves.Span));
            }
            else
            {
                missing.Add(keys[i], texts[i]);
            }
        }

        if (missing.Count > 0)
        {
            foreach (var (key, vector) in missing.Keys.Zip(encode([.. missing.Values], cancellationToken)))
            {
                var halves = vector.ToHalves();
                _known.Add(key, SentenceVector.FromHalves(halves));
                _fresh.Add(new KeptValue(Kind, key, halves));
            }
        }

        SentenceVector[] vectors = [.. keys.Select(key => _known[key])];
        if (Entry is { } entry && _fresh.Count > MostFresh && ledger.Keep(new KeptBatch(entry, _fresh)))
        {
            _fresh.Clear();
        }

        if (Entry is not null && _known.Count > MostKnown && _fresh.Count <= MostFresh)
        {
            _known.Clear();
            foreach (var (_, key, halves) in _fresh)
            {
                _known.Add(key, SentenceVector.FromHalves(halves.Span));
            }
        }

        return vectors;
    }

    /// <summary>A vector that a ledger keeps; <c>null</c> where it does not.</summary>
    public static SentenceVector? Find(ILedger ledger, string key) => ledger.Kept(Kind, key) is { } halves ? SentenceVector.FromHalves(halves.Span) : null;

    /// <summary>The keys of the vectors that were given out.</summary>
    public IReadOnlyDictionary<SentenceVector, string> Keys() =>
        _known.DistinctBy(k => k.Value, ReferenceEqualityComparer.Instance).ToDictionary(k => k.Value, k => k.Key, (IEqualityComparer<SentenceVector>)ReferenceEqualityComparer.Instance);

    /// <summary>Those that were computed and are not kept yet.</summary>
    public IReadOnlyList<KeptValue> Fresh => _fresh;

    private static string KeyOf(string text)
    {
        using var hash = new ContentHash("vector");
        return hash.Add(text).ToId();
    }
}
