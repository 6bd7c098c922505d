using System.IO.Compression;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Fetching;

/// <summary>Undoes what a server packed an answer with (RFC 9110, 8.4), within bounds.</summary>
internal static class ContentCoding
{
    /// <summary>What may be asked for.</summary>
    public const string Accepted = "gzip, br, deflate";

    private const int MostLayers = 2;
    private const int SmallBytes = 8 << 20;

    /// <summary>The body unpacked, or why not.</summary>
    public static (byte[]? Body, Problem? Problem) Undo(byte[] body, string? codings, FetchOptions options)
    {
        string[] layers = [.. (codings ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(c => c.ToLowerInvariant()).Where(c => c != "identity")];
        if (layers.Length > MostLayers)
        {
            return (null, new Problem(ProblemCodes.Expands, $"its answer is packed {layers.Length} times over."));
        }

        foreach (var layer in layers.Reverse())
        {
            try
            {
                if (Unpacker(layer, body) is not { } unpacker)
                {
                    return (null, new Problem(ProblemCodes.Damaged, $"its answer is packed as “{layer}”, which was not asked for."));
                }

                using (unpacker)
                {
                    if (Unpack(unpacker, body.Length, options) is not { } unpacked)
                    {
                        return (null, new Problem(ProblemCodes.Expands,
                            $"its answer of {body.Length:N0} bytes unpacks to more than any article has."));
                    }

                    body = unpacked;
                }
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
            {
                return (null, new Problem(ProblemCodes.Damaged, $"its answer cannot be unpacked: {e.Message}"));
            }
        }

        return (body, null);
    }

    private static Stream? Unpacker(string coding, byte[] body)
    {
        var packed = new MemoryStream(body, writable: false);
        return coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),

            // The standard means zlib's form; many servers send the bare one.
            "deflate" when body is [0x78, ..] => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
            _ => null,
        };
    }

    private static byte[]? Unpack(Stream unpacker, long packed, FetchOptions options)
    {
        var most = Math.Min(options.MaxBytes, Math.Max(SmallBytes, options.MaxExpansion * packed));
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = unpacker.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }
}
