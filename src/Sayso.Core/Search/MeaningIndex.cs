using System.Buffers;
using System.Globalization;
using System.Numerics;
using Sayso.Core.Claims;

namespace Sayso.Core.Search;

/// <summary>
/// What statements mean, so that those can be found that say it in other words. Of a vector it holds the signs, a bit a number: how
/// many differ estimates the angle between two (Charikar 2002, “Similarity estimation techniques from rounding algorithms”). Those
/// that differ least are compared by their vectors. Immutable; safe for use by several threads.
/// </summary>
public sealed class MeaningIndex
{
    /// <summary>Statements of one ledger at most: some 90 bytes are held of each.</summary>
    public const int MostStatements = 2_000_000;

    /// <summary>Meanings whose vectors are compared.</summary>
    private const int Compared = 500;

    private readonly int _words;
    private readonly ulong[] _signs;
    private readonly UInt128[] _vectors;
    private readonly int[] _firsts;
    private readonly UInt128[] _statements;

    /// <summary>Takes what <see cref="MeaningRecords.Encode"/> made; records of vectors of another width than the first are left out.</summary>
    /// <param name="records">The records of any documents, each statement once.</param>
    public MeaningIndex(IEnumerable<ReadOnlyMemory<byte>> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        Dictionary<UInt128, int> known = [];
        List<ulong> signs = [];
        List<(int Meaning, UInt128 Statement)> statements = [];
        foreach (var block in records)
        {
            var read = new MeaningRecords(block.Span);
            _words = _words == 0 ? read.Words : _words;
            while (read.Words == _words && read.Next())
            {
                if (known.TryAdd(read.Vector, known.Count))
                {
                    signs.AddRange(read.Signs);
                }

                statements.Add((known[read.Vector], read.Statement));
            }
        }

        statements.Sort();
        (_signs, _vectors, _statements) = ([.. signs], [.. known.Keys], [.. statements.Select(s => s.Statement)]);
        _firsts = new int[_vectors.Length + 1];
        foreach (var (meaning, _) in statements)
        {
            _firsts[meaning + 1]++;
        }

        for (var i = 1; i < _firsts.Length; i++)
        {
            _firsts[i] += _firsts[i - 1];
        }
    }

    /// <summary>No statements.</summary>
    public static MeaningIndex Empty { get; } = new([]);

    /// <summary>How many statements it compares.</summary>
    public int Count => _statements.Length;

    /// <summary>The statements that mean nearly the same, the nearest first; of equals, in ordinal order of their ids.</summary>
    /// <param name="query">The vector of what is looked for.</param>
    /// <param name="least">The least cosine, from -1 to 1.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="vectorOf">The vector of a key of the records; <c>null</c> where it is not kept any more.</param>
    public IReadOnlyList<string> Nearest(SentenceVector query, double least, int most, Func<string, SentenceVector?> vectorOf)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(vectorOf);
        if (MeaningRecords.WordsOf(query) != _words)
        {
            return [];
        }

        List<(double Cosine, UInt128 Statement)> found = [];
        foreach (var meaning in Likely(MeaningRecords.SignsOf(query)))
        {
            if (vectorOf(IdOf(_vectors[meaning])) is { } vector && vector.Width == query.Width && vector.Cosine(query) is var cosine && cosine >= least)
            {
                found.AddRange(_statements[_firsts[meaning].._firsts[meaning + 1]].Take(most).Select(s => (cosine, s)));
            }
        }

        return [.. found.OrderByDescending(f => f.Cosine).ThenBy(f => f.Statement).Take(most).Select(f => IdOf(f.Statement))];
    }

    /// <summary>The meanings of which the fewest signs differ.</summary>
    private List<int> Likely(ulong[] wanted)
    {
        var differing = ArrayPool<ushort>.Shared.Rent(_vectors.Length);
        try
        {
            var meanings = new int[(_words * 64) + 1];
            for (int i = 0, at = 0; i < _vectors.Length; i++)
            {
                var count = 0;
                for (var word = 0; word < wanted.Length; word++)
                {
                    count += BitOperations.PopCount(_signs[at++] ^ wanted[word]);
                }

                differing[i] = (ushort)count;
                meanings[count]++;
            }

            var (most, sum) = (0, meanings[0]);
            while (sum < Compared && most < meanings.Length - 1)
            {
                sum += meanings[++most];
            }

            // Of those that differ as much as the last ones, the first.
            var left = meanings[most] - Math.Max(0, sum - Compared);
            List<int> likely = new(Math.Min(sum, Compared));
            for (var i = 0; i < _vectors.Length; i++)
            {
                if (differing[i] < most || (differing[i] == most && left-- > 0))
                {
                    likely.Add(i);
                }
            }

            return likely;
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(differing);
        }
    }

    private static string IdOf(UInt128 id) => id.ToString("x32", CultureInfo.InvariantCulture);
}
