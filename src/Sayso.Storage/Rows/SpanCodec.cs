using Sayso.Core.Text;

namespace Sayso.Storage.Rows;

/// <summary>
/// The spans of a statement in few bytes. Roles in the order source, cue, content; of each the number of fragments, then
/// for each fragment the distance of its start from the end of the one before (from 0 for the first) and its length.
/// All are unsigned LEB128 numbers of UTF-16 units: seven bits a byte, low ones first, the high bit set in all bytes but
/// the last.
/// </summary>
internal static class SpanCodec
{
    /// <summary>How many roles there are.</summary>
    public const int Roles = 3;

    /// <summary>Writes the three roles.</summary>
    public static byte[] Encode(SpanList source, SpanList cue, SpanList content)
    {
        using var bytes = new MemoryStream(24);
        foreach (var role in new[] { source, cue, content })
        {
            Write(bytes, role.Count);
            var end = 0;
            foreach (var span in role)
            {
                Write(bytes, span.Start - end);
                Write(bytes, span.Length);
                end = span.End;
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads the three roles.</summary>
    /// <exception cref="InvalidDataException">The bytes are no spans.</exception>
    public static (SpanList Source, SpanList Cue, SpanList Content) Decode(ReadOnlySpan<byte> bytes)
    {
        var roles = (ReadRole(ref bytes), ReadRole(ref bytes), ReadRole(ref bytes));
        return bytes.IsEmpty ? roles : throw Malformed();
    }

    /// <summary>Reads how many fragments the next role has.</summary>
    /// <exception cref="InvalidDataException">The bytes are no spans.</exception>
    public static int ReadCount(ref ReadOnlySpan<byte> bytes) => Read(ref bytes) is var count && count <= bytes.Length / 2 ? count : throw Malformed();

    /// <summary>Reads the next fragment of a role.</summary>
    /// <param name="bytes">What is left.</param>
    /// <param name="before">The end of the fragment before, 0 for the first.</param>
    /// <exception cref="InvalidDataException">The bytes are no spans.</exception>
    public static TextSpan ReadSpan(ref ReadOnlySpan<byte> bytes, int before)
    {
        var start = (long)before + Read(ref bytes);
        var length = Read(ref bytes);
        return length > 0 && start + length <= int.MaxValue ? new TextSpan((int)start, (int)(start + length)) : throw Malformed();
    }

    private static SpanList ReadRole(ref ReadOnlySpan<byte> bytes)
    {
        var spans = new TextSpan[ReadCount(ref bytes)];
        var end = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = ReadSpan(ref bytes, end);
            end = spans[i].End;
        }

        return SpanList.Of(spans);
    }

    private static void Write(MemoryStream bytes, int number)
    {
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes.WriteByte((byte)(rest | 0x80));
        }

        bytes.WriteByte((byte)rest);
    }

    private static int Read(ref ReadOnlySpan<byte> bytes)
    {
        ulong number = 0;
        for (var i = 0; i < 5 && i < bytes.Length; i++)
        {
            number |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if ((bytes[i] & 0x80) == 0)
            {
                bytes = bytes[(i + 1)..];
                return number <= int.MaxValue ? (int)number : throw Malformed();
            }
        }

        throw Malformed();
    }

    private static InvalidDataException Malformed() => new("The spans of a statement are malformed.");
}
