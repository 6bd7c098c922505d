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
    private const string Kind = "vector-1";

    private readonly Dictionary<string, SentenceVector> _known = new(StringComparer.Ordinal);
    private readonly List<KeptValue> _fresh = [];

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

        return [.. keys.Select(key => _known[key])];
    }

    /// <summary>Those that were computed, to be kept.</summary>
    public IReadOnlyList<KeptValue> Fresh => _fresh;

    private static string KeyOf(string text)
    {
        using var hash = new ContentHash("vector");
        return hash.Add(text).ToId();
    }
}
