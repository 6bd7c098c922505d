using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Sayso.Ingestion.Fetching;

/// <summary>
/// A folder of web archives (WARC 1.1, ISO 28500) to which every answer of a server goes as it came, with the question, so
/// that what was read can be shown. Each record is a gzip member of its own and on the disk when writing returns. Safe for
/// use by several threads; every process writes files of its own.
/// </summary>
public sealed class WarcArchive : IDisposable
{
    /// <summary>A new file is begun behind so many bytes, so that one can be rewritten in memory.</summary>
    private const long MostFileBytes = 256L << 20;

    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly TimeProvider _time;
    private FileStream? _file;

    /// <summary>An archive in a folder, which is made when the first record is written.</summary>
    public WarcArchive(string folder, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Writes a question and its answer.</summary>
    /// <exception cref="IOException">The disk cannot be written.</exception>
    internal void Write(Exchange exchange)
    {
        lock (_lock)
        {
            var file = File();
            var answer = $"<urn:uuid:{Guid.NewGuid()}>";
            var payload = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(exchange.Body))}";
            List<(string, string)> fields = [("WARC-Payload-Digest", payload)];
            if (exchange.IsTooLarge)
            {
                fields.Add(("WARC-Truncated", "length"));
            }

            Write(file, new Record("response", answer, exchange.At)
            {
                Address = exchange.Address,
                Type = "application/http;msgtype=response",
                Fields = fields,
                Block = exchange.Answer()
            });
            Write(file, new Record("request", $"<urn:uuid:{Guid.NewGuid()}>", exchange.At)
            {
                Address = exchange.Address,
                Type = "application/http;msgtype=request",
                Fields = [("WARC-Concurrent-To", answer)],
                Block = Encoding.UTF8.GetBytes(exchange.Request),
            });
            file.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private FileStream File()
    {
        if (_file is { } open && open.Length < MostFileBytes)
        {
            return open;
        }

        _file?.Dispose();
        Directory.CreateDirectory(_folder);
        var now = _time.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture,
            $"{now:yyyyMMdd'T'HHmmss'Z'}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.warc.gz");
        _file = new FileStream(Path.Combine(_folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        Write(_file, new Record("warcinfo", $"<urn:uuid:{Guid.NewGuid()}>", now)
        {
            Type = "application/warc-fields",
            Fields = [("WARC-Filename", name)],
            Block = "software: Sayso\r\nformat: WARC file version 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"u8.ToArray(),
        });
        return _file;
    }

    private static void Write(FileStream file, Record record)
    {
        var head = new StringBuilder("WARC/1.1\r\n");
        List<(string, string)> fields =
        [
            ("WARC-Type", record.Kind), ("WARC-Record-ID", record.Id),
            ("WARC-Date", record.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            .. record.Address is { } address ? [("WARC-Target-URI", address.AbsoluteUri)] : Array.Empty<(string, string)>(),
            .. record.Fields, ("Content-Type", record.Type), ("Content-Length", record.Block.Length.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var (name, value) in fields)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        // One member a record; all of it at once, so that a crash leaves whole members but for the last.
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()));
            gzip.Write(record.Block);
            gzip.Write("\r\n\r\n"u8);
        }

        file.Write(member.GetBuffer().AsSpan(0, (int)member.Length));
    }

    /// <summary>A record to be written.</summary>
    private sealed record Record(string Kind, string Id, DateTimeOffset At)
    {
        public Uri? Address { get; init; }

        public required string Type { get; init; }

        public required IReadOnlyList<(string Name, string Value)> Fields { get; init; }

        public required byte[] Block { get; init; }
    }
}
