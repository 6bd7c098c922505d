using System.IO.Compression;
using System.Text;

namespace Sayso.Ingestion.Tests;

/// <summary>Makes archives and compressed files.</summary>
internal static class Archives
{
    public static byte[] Zip(params (string Name, string Text)[] files) => Zip(files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text))));

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
