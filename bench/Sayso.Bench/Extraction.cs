using System.Diagnostics;
using System.IO.Compression;
using Sayso.Core.Documents;
using Sayso.Ingestion;

namespace Sayso.Bench;

/// <summary>How fast HTML becomes text, on one thread.</summary>
internal static class Extraction
{
    /// <summary>Words of extracted text a second over the pages of a folder, the bytes being in memory; <c>null</c> where there are none.</summary>
    public static double? WordsPerSecond(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        byte[][] pages = [.. Directory.GetFiles(folder, "*.gz").Order(StringComparer.Ordinal).Select(Unpack)];
        var reader = new DocumentReader();

        // The first pages pay for compiling.
        Words(reader, pages.Take(20));
        var clock = Stopwatch.StartNew();
        var words = Words(reader, pages);
        return words / clock.Elapsed.TotalSeconds;
    }

    private static long Words(DocumentReader reader, IEnumerable<byte[]> pages) => pages
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
