using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using Sayso.Core.Documents;
using Sayso.Ingestion;

namespace Sayso.Bench;

/// <summary>How fast HTML becomes text, on all cores, as the encoder's rate is.</summary>
internal static class Extraction
{
    private const int WarmPasses = 8, Passes = 4;

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
        var words = Enumerable.Range(0, Passes).Sum(_ => Words(reader, pages));
        return words / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Whoever is free takes the next page: shared out beforehand, the large ones of one half keep a core waiting.</summary>
    private static long Words(DocumentReader reader, byte[][] pages) => Partitioner.Create(pages, loadBalance: true).AsParallel()
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
