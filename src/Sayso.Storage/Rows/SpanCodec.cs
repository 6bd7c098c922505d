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

    private static SpanList ReadRole(ref ReadOnlySpan<byte> bytes)
    {
        var count = Read(ref bytes);
        if (count > bytes.Length / 2)
        {
            throw Malformed();
        }

        var spans = new TextSpan[count];
        long end = 0;
        for (var i = 0; i < count; i++)
        {
            var start = end + Read(ref bytes);
            var length = Read(ref bytes);
            end = start + length;
            if (length == 0 || end > int.MaxValue)
            {
                throw Malformed();
            }

            spans[i] = new TextSpan((int)start, (int)end);
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
