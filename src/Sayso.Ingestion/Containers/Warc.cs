using System.Globalization;
using System.IO.Compression;
using System.Text;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Containers;

/// <summary>
/// A web archive (WARC, ISO 28500) as a container: the pages that servers answered with, and resources and conversions
/// stored without an answer. Requests, redirects, errors and what is no article by its name or type are passed over.
/// </summary>
internal static class Warc
{
    private const int MostHeaderLines = 1_000;
    private const int MostLineBytes = 65_536;

    private static readonly string[] _otherTypes =
        ["image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript", "application/x-javascript",
            "application/json", "text/dns"];

    /// <summary>The archived articles in order, each with its address as its name.</summary>
    public static IEnumerable<Part> Records(OpenContainer container)
    {
        var bytes = new ByteLines(container.Bytes, MostLineBytes);
        var number = 0;
        while (Header(bytes, isFirst: true) is { } header)
        {
            number++;
            var kind = header.GetValueOrDefault("warc-type")?.ToLowerInvariant();
            if (!long.TryParse(header.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                throw new InvalidDataException($"record {number} has no length.");
            }

            var address = header.GetValueOrDefault("warc-target-uri")?.Trim('<', '>');
            var isWanted = kind is "response" or "resource" or "conversion" && address is not null && IsWanted(address);
            var block = bytes.Take(length, isWanted ? container.Options.MaxBytes : 0);
            if (!isWanted)
            {
                continue;
            }

            if (block is null)
            {
                yield return container.Whole.Failed(address!, Core.Errors.ProblemCodes.TooLarge,
                    $"The record of {address} in “{container.Whole.Path}” is larger than {ByteCount.Of(container.Options.MaxBytes)}.");
                continue;
            }

            var isAnswer = header.GetValueOrDefault("content-type")?.StartsWith("application/http",
                StringComparison.OrdinalIgnoreCase) == true;
            using var content = isAnswer ? Body(block, container) : IsOther(header.GetValueOrDefault("content-type"))
                ? null : Part.Bytes(block);
            if (content is not null)
            {
                yield return container.Whole.Inner(address!, content) with
                {
                    MayBeOther = true,
                    Found = new PageMetadata { Url = WebAddress.OfArticle(address) }
                };
            }
        }
    }

    private static bool IsWanted(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && ArticleNames.IsArticle(uri.AbsolutePath) != false;

    private static bool IsOther(string? type) => type is not null
        && _otherTypes.Any(o => type.StartsWith(o, StringComparison.OrdinalIgnoreCase));

    /// <summary>The fields of a header, in lower case; <c>null</c> at the end. Lines that go on are put together.</summary>
    private static Dictionary<string, string>? Header(ByteLines bytes, bool isFirst)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        string? last = null;
        for (var lines = 0; bytes.Next() is { } raw; lines++)
        {
            var line = Encoding.UTF8.GetString(raw).TrimEnd('\r', '\n');
            if (line.Length == 0)
            {
                if (last is null && isFirst)
                {
                    // Blank lines part records.
                    continue;
                }

                return fields;
            }

            if (last is null && !line.StartsWith(isFirst ? "WARC/" : "HTTP/", StringComparison.Ordinal))
            {
                throw new InvalidDataException("a record does not begin where it should.");
            }

            if (lines > MostHeaderLines)
            {
                throw new InvalidDataException("a header does not end.");
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (last is null)
            {
                last = "";
                fields[""] = line;
            }
            else if (line[0] is ' ' or '\t')
            {
                fields[last] += " " + line.Trim();
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim().ToLowerInvariant();
                fields.TryAdd(last, line[(colon + 1)..].Trim());
            }
        }

        return fields.Count == 0 ? null : isFirst ? throw new EndOfStreamException("it breaks off in a header.") : fields;
    }

    /// <summary>What a server sent, unpacked; <c>null</c> where it is no success or no article.</summary>
    private static Stream? Body(byte[] block, OpenContainer container)
    {
        using var stream = Part.Bytes(block);
        var bytes = new ByteLines(stream, MostLineBytes);
        if (Header(bytes, isFirst: false) is not { } header || !IsSuccess(header[""]) || IsOther(header.GetValueOrDefault("content-type")))
        {
            return null;
        }

        var body = bytes.Rest();
        if (header.GetValueOrDefault("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            body = Unchunked(body) ?? body;
        }

        var packed = new CountedStream(Part.Bytes(body));
        return header.GetValueOrDefault("content-encoding")?.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] =>
                container.Budget.Guard(new GZipStream(packed, CompressionMode.Decompress), () => packed.Count),
            "br" => container.Budget.Guard(new BrotliStream(packed, CompressionMode.Decompress), () => packed.Count),
            "deflate" when body is [0x78, ..] =>
                container.Budget.Guard(new ZLibStream(packed, CompressionMode.Decompress), () => packed.Count),
            "deflate" => container.Budget.Guard(new DeflateStream(packed, CompressionMode.Decompress), () => packed.Count),
            _ => Part.Bytes(body),
        };
    }

    private static bool IsSuccess(string status) => status.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, ['2', ..], ..];

    /// <summary>The chunks of a body put together (RFC 9112, 7.1); <c>null</c> where it is in none, as archivers often store it.</summary>
    private static byte[]? Unchunked(byte[] body)
    {
        using var made = new MemoryStream(body.Length);
        for (var at = 0; at < body.Length;)
        {
            var end = body.AsSpan(at).IndexOf("\r\n"u8);
            if (end is < 1 or > 100)
            {
                return null;
            }

            var size = Encoding.ASCII.GetString(body, at, end).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                return null;
            }

            at += end + 2;
            if (length == 0)
            {
                return made.ToArray();
            }

            length = Math.Min(length, body.Length - at);
            made.Write(body, at, length);
            at += length + 2;
        }

        return made.ToArray();
    }
}
