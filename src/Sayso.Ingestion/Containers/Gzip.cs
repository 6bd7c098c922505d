using System.IO.Compression;

namespace Sayso.Ingestion.Containers;

/// <summary>A file compressed with gzip (RFC 1952), several members one after the other included.</summary>
internal static class Gzip
{
    /// <summary>What was compressed: one part, which has the file's name without its last extension.</summary>
    public static IEnumerable<Part> Content(OpenContainer container)
    {
        var packed = new CountedStream(container.Bytes);
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        var whole = container.Whole;
        var path = whole.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? whole.Path[..^3] : whole.Path;
        yield return whole with
        {
            Path = path,
            Content = container.Budget.Guard(unpacked, () => packed.Count),
            Form = null,
            Depth = whole.Depth + 1
        };
    }
}
