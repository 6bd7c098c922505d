using System.Diagnostics;
using System.IO.Compression;
using Sayso.Core.Documents;
using Sayso.Ingestion;

namespace Sayso.Bench;

/// <summary>How fast HTML becomes text, on all cores, as the encoder's rate is.</summary>
internal static class Extraction
{
    private const int WarmPasses = 3;

    /// <summary>Words of extracted text a second over the pages of a folder, the bytes being in memory; <c>null</c> where there are none.</summary>
    public static double? WordsPerSecond(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        byte[][] pages = [.. Directory.GetFiles(folder, "*.gz").Order(StringComparer.Ordinal).Select(Unpack)];
        var reader = new DocumentReader();

        // The first passes pay for compiling: what is asked is whether a long job waits for its pages.
        for (var pass = 0; pass < WarmPasses; pass++)
        {
            Words(reader, pages);
        }

        var clock = Stopwatch.StartNew();
        var words = Words(reader, pages);
        return words / clock.Elapsed.TotalSeconds;
    }

    private static long Words(DocumentReader reader, byte[][] pages) => pages.AsParallel()
        .SelectMany(page => reader.Read(page, "page.html", StatedMetadata.None))
        .Sum(result => result.Document?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).LongLength ?? 0);

    private static byte[] Unpack(string path)
    {
        using var file = File.OpenRead(path);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }
}
