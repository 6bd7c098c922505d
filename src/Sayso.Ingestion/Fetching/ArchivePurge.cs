using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Sayso.Core.Documents;
using Sayso.Ingestion.Containers;

namespace Sayso.Ingestion.Fetching;

/// <summary>Takes answers out of a web archive that this program wrote; the other records keep their bytes.</summary>
public static class ArchivePurge
{
    private const string Unfinished = ".part";
    private static readonly byte[] _member = [0x1F, 0x8B, 8];

    /// <summary>Removes each answer that is, or holds, a document of these bytes, with its question; how many there were.</summary>
    /// <param name="folder">The archive; one that is not there has none.</param>
    /// <param name="rawHash">SHA-256 of the document's bytes, hexadecimal.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static int Remove(string folder, string rawHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(rawHash);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.warc.gz").Order(StringComparer.Ordinal).ToList().Sum(file =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return RemoveFrom(file, rawHash);
            })
            : 0;
    }

    private static int RemoveFrom(string path, string rawHash)
    {
        var bytes = File.ReadAllBytes(path);
        var members = Members(bytes).ToList();
        HashSet<string> removed = new(StringComparer.Ordinal);
        foreach (var (_, header, block) in members)
        {
            if (header.GetValueOrDefault("warc-type") == "response"
                && Holds(header.GetValueOrDefault("warc-target-uri") ?? "", block, rawHash))
            {
                removed.Add(header.GetValueOrDefault("warc-record-id") ?? "");
            }
        }

        if (removed.Count == 0)
        {
            return 0;
        }

        using (var file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write))
        {
            foreach (var (range, header, _) in members)
            {
                if (!removed.Contains(header.GetValueOrDefault("warc-record-id") ?? "")
                    && !removed.Contains(header.GetValueOrDefault("warc-concurrent-to") ?? ""))
                {
                    file.Write(bytes.AsSpan(range));
                }
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(path + Unfinished, path, overwrite: true);
        return removed.Count;
    }

    /// <summary>The records: each begins where a gzip member does that unpacks to one. A last one that was cut is left out.</summary>
    private static IEnumerable<(Range Range, Dictionary<string, string> Header, byte[] Block)> Members(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var (end, record) = (start, (byte[]?)null);
            do
            {
                var next = end + _member.Length >= bytes.Length ? -1 : bytes.AsSpan(end + _member.Length).IndexOf(_member);
                end = next < 0 ? bytes.Length : end + _member.Length + next;
                record = Unpack(bytes.AsMemory(start..end));
            }
            while (record is null && end < bytes.Length);

            if (record is not null && Split(record) is var (header, block))
            {
                yield return (start..end, header, block);
            }

            start = end;
        }
    }

    private static byte[]? Unpack(ReadOnlyMemory<byte> member)
    {
        try
        {
            using var packed = Part.Bytes(member);
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var record = bytes.ToArray();

            // A record ends with two empty lines: one that was cut where its bytes look like a beginning does not.
            return record.AsSpan().StartsWith("WARC/"u8) && record.AsSpan().EndsWith("\r\n\r\n"u8) ? record : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static (Dictionary<string, string> Header, byte[] Block) Split(byte[] record)
    {
        var end = record.AsSpan().IndexOf("\r\n\r\n"u8);
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(record, 0, end).Split("\r\n").Skip(1))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                fields.TryAdd(line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim());
            }
        }

        return (fields, record[(end + 4)..^4]);
    }

    private static bool Holds(string address, byte[] answer, string rawHash)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var coding = Encoding.UTF8.GetString(answer, 0, end).Split("\r\n")
            .Where(line => line.StartsWith("Content-Encoding:", StringComparison.OrdinalIgnoreCase)).Select(line => line[17..].Trim())
                .FirstOrDefault();
        if (ContentCoding.Undo(answer[(end + 4)..], coding, new FetchOptions()).Body is not { } body)
        {
            return false;
        }

        return Convert.ToHexStringLower(SHA256.HashData(body)) == rawHash
            || new DocumentReader().Read(body, address, StatedMetadata.None).Any(result => result.Document?.RawHash == rawHash);
    }
}
