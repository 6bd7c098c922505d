using System.Runtime.InteropServices;

namespace Sayso.Storage.Chain;

/// <summary>
/// The words of an index, row by row, as sums: a word and its place in a row are one number, and adding them up needs no order. What is
/// stored is added and what the index has is taken away; where both hold the same words, nothing is left. That two different lists of
/// words have the same sum happens by accident once in 2^64 times.
/// </summary>
internal sealed class SearchWords
{
    /// <summary>How much of a longer word SQLite keeps (FTS5's <c>FTS5_MAX_TOKEN_SIZE</c>).</summary>
    public const int MostBytes = 32_768;

    /// <summary>What a word's hash begins with (FNV-1a, 64 bits).</summary>
    public const ulong Beginning = 14_695_981_039_346_656_037;

    private readonly Dictionary<long, ulong> _sums = [];

    /// <summary>Adds a byte to a word's hash.</summary>
    public static ulong Add(ulong hash, byte next) => (hash ^ next) * 1_099_511_628_211;

    /// <summary>The number of a word at a place.</summary>
    /// <param name="word">Its hash.</param>
    /// <param name="column">The column, from 0.</param>
    /// <param name="place">Which word of the column it is, from 0.</param>
    public static ulong Place(ulong word, long column, long place)
    {
        var mixed = word + ((ulong)((column << 32) ^ place) * 0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>The sum of a row, to be changed.</summary>
    public ref ulong Of(long row) => ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, row, out _);

    /// <summary>The first row of which something is left; <c>null</c> where there is none.</summary>
    public long? FirstLeft() => _sums.Where(row => row.Value != 0).Select(row => (long?)row.Key).Min();
}
