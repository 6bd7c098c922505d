using System.Text;

namespace Sayso.Fuzz;

/// <summary>Changes inputs at random: bits, bytes, numbers, pieces taken out, doubled, swapped or taken from another input, and words that mean something in the forms.</summary>
internal sealed class Mutator(Random random)
{
    private const int MostBytes = 512 << 10;

    private static readonly byte[][] _words =
    [
        .. new[]
        {
            "<", ">", "</p>", "<p>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&#0;", "&#x10FFFF;", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "\0", "\r\n", "\n\n", "\"", "'", "\\", "{", "}", "[", "]", ":", ",", ";",
            "null", "1e999", "-0", "9999999999999999999", "0x", "%00", "../", "http://", "javascript:", "charset=", "utf-16", "base64", "boundary=", "--", "From ", "Content-Type: ", "Content-Length: ", "WARC/1.1\r\n", "HTTP/1.1 200 OK\r\n",
            "PK\u0003\u0004", "PK\u0005\u0006", "%PDF-1.7", "stream", "endstream", "obj", "endobj", "/Filter", "/FlateDecode", "/Length", "/Kids", "/Parent", "xref", "trailer", "startxref",
            " said ", " according to ", "“", "”", "million", "per cent", "$", "€", "between ", " and ", " to ", "–", "last Friday", "31 February", "two weeks ago", "0", "½", "ⅷ", "\u202e", "\ud83d\ude00", "e\u0301",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0x80], [0x1F, 0x8B, 8],
    ];

    /// <summary>An input made of one or two others.</summary>
    public byte[] Mutate(IReadOnlyList<byte[]> corpus)
    {
        // The newest went farthest: half of the time, one of them.
        var from = random.Next(2) == 0 ? corpus[random.Next(corpus.Count)] : corpus[corpus.Count - 1 - random.Next(Math.Min(corpus.Count, 20))];
        List<byte> made = [.. from];
        for (var changes = 1 << random.Next(6); changes > 0; changes--)
        {
            Change(made, corpus);
        }

        return made.Count == 0 ? [0] : made.Count > MostBytes ? [.. made.Take(MostBytes)] : [.. made];
    }

    private void Change(List<byte> bytes, IReadOnlyList<byte[]> corpus)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 << random.Next(12));
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2 when at < bytes.Count:
                bytes[at] += (byte)random.Next(-16, 17);
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                // Many times: what nests, or is looked up from the beginning for each.
                for (var times = random.Next(1, 200); times > 0 && bytes.Count < MostBytes && length < 64; times--)
                {
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                }

                break;
            case 6:
                var other = corpus[random.Next(corpus.Count)];
                var start = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(start, Math.Min(other.Length - start, 1 << random.Next(12))).ToArray());
                break;
            case 7 or 8:
                bytes.InsertRange(at, _words[random.Next(_words.Length)]);
                break;
            case 9 when length >= 4:
                BitConverter.GetBytes(random.Next(4) switch { 0 => 0, 1 => -1, 2 => int.MaxValue, _ => random.Next() }).CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)[at..]);
                break;
        }
    }
}
