using System.Buffers.Binary;
using System.Globalization;
using Sayso.Core.Claims;

namespace Sayso.Core.Search;

/// <summary>
/// What a <see cref="MeaningIndex"/> needs of the statements of a document, as bytes: how many words of 64 signs a vector has, then
/// for each statement its id, the key of its vector and the vector's signs, all little-endian.
/// </summary>
public ref struct MeaningRecords
{
    private const int IdBytes = 16;
    private ReadOnlySpan<byte> _left;

    /// <summary>Reads what <see cref="Encode"/> made, from before the first statement.</summary>
    public MeaningRecords(ReadOnlySpan<byte> bytes)
    {
        Words = bytes.IsEmpty ? 0 : bytes[0];
        _left = bytes.IsEmpty ? bytes : bytes[1..];
        Signs = [];
    }

    /// <summary>Words of 64 signs that a vector has; 0 where there is no statement.</summary>
    public int Words { get; }

    /// <summary>The statement's id.</summary>
    public UInt128 Statement { get; private set; }

    /// <summary>The key of its vector.</summary>
    public UInt128 Vector { get; private set; }

    /// <summary>The signs of its vector.</summary>
    public ulong[] Signs { get; private set; }

    /// <summary>Goes to the next statement; false behind the last one.</summary>
    public bool Next()
    {
        if (Words == 0 || _left.Length < (2 * IdBytes) + (Words * sizeof(ulong)))
        {
            return false;
        }

        (Statement, Vector) = (BinaryPrimitives.ReadUInt128LittleEndian(_left), BinaryPrimitives.ReadUInt128LittleEndian(_left[IdBytes..]));
        _left = _left[(2 * IdBytes)..];
        var signs = new ulong[Words];
        for (var i = 0; i < Words; i++)
        {
            signs[i] = BinaryPrimitives.ReadUInt64LittleEndian(_left[(i * sizeof(ulong))..]);
        }

        Signs = signs;
        _left = _left[(Words * sizeof(ulong))..];
        return true;
    }

    /// <summary>The bytes of statements.</summary>
    /// <param name="statements">Ids and keys of 32 hexadecimal digits, and vectors of one width; those of no text are left out.</param>
    public static byte[] Encode(IEnumerable<(string Statement, string Key, SentenceVector Vector)> statements)
    {
        var told = statements.Where(s => s.Vector.Width > SentenceVector.None.Width).ToList();
        if (told.Count == 0)
        {
            return [];
        }

        var words = WordsOf(told[0].Vector);
        var bytes = new byte[1 + (told.Count * ((2 * IdBytes) + (words * sizeof(ulong))))];
        bytes[0] = checked((byte)words);
        var left = bytes.AsSpan(1);
        foreach (var (statement, key, vector) in told)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(left, IdOf(statement));
            BinaryPrimitives.WriteUInt128LittleEndian(left[IdBytes..], IdOf(key));
            left = left[(2 * IdBytes)..];
            foreach (var word in SignsOf(vector))
            {
                BinaryPrimitives.WriteUInt64LittleEndian(left, word);
                left = left[sizeof(ulong)..];
            }
        }

        return bytes;
    }

    /// <summary>Words of 64 signs that a vector has.</summary>
    internal static int WordsOf(SentenceVector vector) => (vector.Width + 63) / 64;

    /// <summary>A bit a number: whether it is above zero.</summary>
    internal static ulong[] SignsOf(SentenceVector vector)
    {
        var signs = new ulong[WordsOf(vector)];
        var values = vector.Values;
        for (var i = 0; i < values.Length; i++)
        {
            signs[i / 64] |= values[i] > 0 ? 1UL << (i % 64) : 0;
        }

        return signs;
    }

    private static UInt128 IdOf(string id) => UInt128.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
