using System.IO.Compression;
using System.Text;

namespace Sayso.Fuzz;

/// <summary>What fuzzing begins with: files of the corpora where they are there, and short inputs of our own.</summary>
internal static class Seeds
{
    private const int MostFiles = 300;

    public const string Article = "Ferry left on time\n\nPORT SABEL, March 12 — Lotte Quist, the harbour master, said on Thursday that 23 of the 1.2 million passengers had been late, up 5% from last year. “Nobody was late,” she added, according to a person familiar with the matter.\nLe capitaine du port a déclaré jeudi que le bateau était parti à l’heure et que personne n’avait été en retard.\n";
    public const string Times = "On 12 March 2031, three weeks ago, last Friday at 7:05 p.m. GMT, in the 1990s, between May and June, the day before yesterday, for two years, every Monday, Q3 2030, since 1988, 31/12/2030, 2031-03-12T07:05:00+02:00, tonight, by the end of next month.";
    public const string Quantities = "About 1,180 tonnes, nearly two-thirds, $3.4bn to $5bn, 5-7 per cent, between 50 and 70, at least 200 people, twelve hundred, a dozen, half a million, 1e9, -3.5 °C, 40 km/h, one in five, up from 3 to 4, fewer than ten, ½, 10:1, €5m a year, 0.25 percentage points.";
    public const string Markdown = "---\ntitle: Ferry on time\nauthor: Ana Roe\ndate: 2031-03-12\n---\n# Ferry on time\n\nLotte Quist *said* on [Thursday](https://gull.example) that `it` left.\n\n- one\n- two\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    public const string Letter = "From: Ana Roe <ana@gull.example>\r\nTo: desk@gull.example\r\nSubject: =?utf-8?q?Ferry_on_time?=\r\nDate: Thu, 12 Mar 2031 07:05:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe ferry left on time, Lotte Quist said =E2=80=94 twice.\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=\"a.html\"\r\nContent-Transfer-Encoding: base64\r\n\r\nPGh0bWw+PGJvZHk+PHA+VGhlIGZlcnJ5IGxlZnQ8L3A+PC9ib2R5PjwvaHRtbD4=\r\n--b--\r\n";
    public const string Mailbox = "From ana@gull.example Thu Mar 12 07:05:00 2031\n" + Letter + "\nFrom bo@gull.example Thu Mar 12 08:05:00 2031\n" + Letter;
    public const string SavedPage = "From: <Saved by Browser>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://gull.example/ferry\r\n\r\n<html><head><title>Ferry</title></head><body><p>The ferry left on time on Thursday, Lotte Quist, the harbour master, said; nobody was late for it at all that day.</p></body></html>\r\n--b--\r\n";
    public const string JsonFeed = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Gull\",\"language\":\"en\",\"items\":[{\"id\":\"1\",\"url\":\"https://gull.example/1\",\"title\":\"Ferry\",\"content_html\":\"<p>The ferry left.</p>\",\"date_published\":\"2031-03-12T07:05:00Z\",\"authors\":[{\"name\":\"Ana Roe\"}]}]}";
    public const string Sitemap = "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>https://gull.example/1</loc><news:news><news:publication><news:name>Gull</news:name><news:language>en</news:language></news:publication><news:publication_date>2031-03-12</news:publication_date><news:title>Ferry left on time</news:title></news:news></url></urlset>";
    public const string JsonLines = "{\"title\":\"Ferry\",\"text\":\"The ferry left on time.\",\"url\":\"https://gull.example/1\",\"published\":\"2031-03-12\",\"outlet\":{\"name\":\"Gull\"}}\n{\"headline\":\"Ferry\",\"body_html\":\"<p>The ferry left.</p>\",\"byline\":\"Ana Roe\",\"versioncreated\":\"2031-03-12T07:05:00Z\"}\n";
    public const string Csv = "title,text,url,published,outlet\n\"Ferry, on time\",\"The ferry \"\"left\"\"\non time.\",https://gull.example/1,2031-03-12,Gull\nFerry;x,The ferry left,,,\n";
    public const string Robots = "User-agent: *\nDisallow: /a*b$\nAllow: /a/%63\nCrawl-delay: 2\n\nUser-agent: sayso\nDisallow: /caf\u00e9\nSitemap: https://gull.example/s.xml\n";

    private const string Words = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>The ferry left on time.</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
    private const string Open = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text><text:h>Ferry</text:h><text:p>The ferry<text:s text:c=\"2\"/>left.</text:p></office:text></office:body></office:document-content>";

    /// <summary>The inputs that a target begins with.</summary>
    public static IEnumerable<byte[]> Of(FuzzTarget target, string data) => target.Own.Concat(target.Files.SelectMany(files => FilesIn(Path.Combine(data, files.Folder), files.Ending)));

    /// <summary>A Word text; not compressed, so that changes reach what is in it.</summary>
    public static byte[] Docx() => Archive(("[Content_Types].xml", "<Types/>"), ("word/document.xml", Words), ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Ferry</dc:title></cp:coreProperties>"));

    /// <summary>An OpenDocument text.</summary>
    public static byte[] Odt() => Archive(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", Open), ("meta.xml", "<x/>"));

    /// <summary>An archive of several forms.</summary>
    public static byte[] Zip() => Archive(("a.txt", Article), ("../b.html", $"<html><body><p>{Article}</p></body></html>"), ("c/d.eml", Letter), ("e.jsonl", JsonLines));

    /// <summary>A compressed text.</summary>
    public static byte[] Gzip()
    {
        using var made = new MemoryStream();
        using (var packer = new GZipStream(made, CompressionLevel.NoCompression, leaveOpen: true))
        {
            packer.Write(Encoding.UTF8.GetBytes(Article));
        }

        return made.ToArray();
    }

    private static byte[] Archive(params (string Name, string Content)[] entries)
    {
        using var made = new MemoryStream();
        using (var archive = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return made.ToArray();
    }

    /// <summary>Files spread over a folder, the same ones every time.</summary>
    private static IEnumerable<byte[]> FilesIn(string folder, string ending)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        return files.Where((_, i) => files.Count <= MostFiles || i % (files.Count / MostFiles) == 0).Select(File.ReadAllBytes);
    }
}
