using System.Buffers.Binary;
using System.IO.Compression;
using Sayso.Core.Errors;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Containers;

/// <summary>
/// A ZIP archive, and the forms that are one: Word and OpenDocument texts are documents, a WACZ holds web archives. Names
/// are labels only: nothing is ever written under them.
/// </summary>
internal static class Zip
{
    /// <summary>Most bytes of the list of entries, which the system's reader holds in memory several times over.</summary>
    private const long MostDirectoryBytes = 16 << 20;
    private const int MostCommentBytes = 65_535;

    /// <summary>The entries in the archive's order; or the archive itself in its own form.</summary>
    public static IEnumerable<Part> Parts(OpenContainer container)
    {
        var whole = container.Whole;
        var stream = container.Bytes.Seekable(container.Options.MaxBytes);
        RequireSmallDirectory(stream);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (OfficeForm(archive) is { } form)
        {
            stream.Position = 0;
            yield return whole with { Content = stream, Form = form, Depth = whole.Depth + 1 };
            yield break;
        }

        var isWacz = archive.GetEntry("datapackage.json") is not null && archive.Entries.Any(IsWebArchive);
        foreach (var entry in archive.Entries)
        {
            var isArticle = ArticleNames.IsArticle(entry.FullName);
            if (isArticle == false || IsHidden(entry.FullName) || (isWacz && !IsWebArchive(entry)))
            {
                continue;
            }

            if (entry.IsEncrypted)
            {
                yield return whole.Failed(entry.FullName, ProblemCodes.Encrypted,
                    $"“{entry.FullName}” in “{whole.Path}” is locked by a password.");
                continue;
            }

            using var packed = entry.Open();
            yield return whole.Inner(entry.FullName,
                container.Budget.Guard(packed, () => Math.Min(entry.CompressedLength, stream.Length))) with
            {
                MayBeOther =
                isArticle is null
            };
        }
    }

    private static Form? OfficeForm(ZipArchive archive) =>
        archive.GetEntry("word/document.xml") is not null ? Form.Docx
        : archive.GetEntry("mimetype") is { Length: < 100 } type && archive.GetEntry("content.xml") is not null
            && TypeOf(type).StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal) ? Form.Odt
        : null;

    private static string TypeOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[100];
        return System.Text.Encoding.ASCII.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    private static bool IsWebArchive(ZipArchiveEntry entry) => entry.FullName.StartsWith("archive/", StringComparison.Ordinal)
        && (entry.FullName.EndsWith(".warc", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase));

    /// <summary>Folders, hidden files, and what macOS puts beside files.</summary>
    private static bool IsHidden(string name) => name.EndsWith('/')
        || name.Split('/').Any(part => part.StartsWith('.') && part != ".." && part != ".")
        || name.StartsWith("__MACOSX/", StringComparison.Ordinal);

    /// <summary>Refuses an archive whose list of entries is too long, by the size that stands at its end (PKWARE APPNOTE 4.3.16).</summary>
    private static void RequireSmallDirectory(Stream stream)
    {
        var length = (int)Math.Min(stream.Length, 22 + MostCommentBytes);
        var tail = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(tail);
        stream.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + 22 > length)
        {
            throw new InvalidDataException("it breaks off before the list of its entries.");
        }

        // Where the list begins; with the mark of ZIP64 the true place stands elsewhere, and so much is too much anyway.
        var begins = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var ends = stream.Length - length + at;
        if (begins != uint.MaxValue && ends - begins > MostDirectoryBytes)
        {
            throw ExpansionBudget.Refused("it holds more parts than any archive of news");
        }

        if (begins == uint.MaxValue && ends > uint.MaxValue && DirectoryStart(stream, ends) is var start
            && ends - start > MostDirectoryBytes)
        {
            throw ExpansionBudget.Refused("it holds more parts than any archive of news");
        }
    }

    /// <summary>Where a ZIP64 archive's list begins (4.3.14 and 4.3.15); the stream's beginning where that cannot be told.</summary>
    private static long DirectoryStart(Stream stream, long end)
    {
        var locator = new byte[20];
        stream.Position = end - locator.Length;
        stream.ReadExactly(locator);
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        var record = new byte[56];
        if (!locator.AsSpan().StartsWith("PK\u0006\u0007"u8) || at < 0 || at > end - record.Length)
        {
            stream.Position = 0;
            return 0;
        }

        stream.Position = at;
        stream.ReadExactly(record);
        stream.Position = 0;
        return BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48));
    }
}
