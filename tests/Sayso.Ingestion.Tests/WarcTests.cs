using System.Globalization;
using System.Text;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class WarcTests
{
    private static readonly byte[] _page = Encoding.UTF8.GetBytes($"<html><head><title>Board knew</title></head><body>{Reading.Body}</body></html>");

    private static byte[] Record(string kind, string address, byte[] block, string type = "application/http; msgtype=response") =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2032-01-01T00:00:00Z\r\nContent-Type: {type}\r\nContent-Length: {block.Length}\r\n\r\n")),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    private static byte[] Answer(byte[] body, string headers = "Content-Type: text/html", string status = "200 OK") => [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body];

    private static byte[] Chunked(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"{100:x}\r\n"), .. body[..100], .. Encoding.ASCII.GetBytes($"\r\n{body.Length - 100:x};x=y\r\n"), .. body[100..], .. "\r\n0\r\n\r\n"u8];

    private static byte[][] Crawl =>
    [
        Record("warcinfo", "", "software: by hand\r\n"u8.ToArray(), "application/warc-fields"),
        Record("request", "https://gull.example/a1", "GET /a1 HTTP/1.1\r\nHost: gull.example\r\n\r\n"u8.ToArray(), "application/http; msgtype=request"),
        Record("response", "https://gull.example/a1", Answer(_page)),
        Record("response", "https://gull.example/moved", Answer([], "Location: /a1", "301 Moved Permanently")),
        Record("response", "https://gull.example/mole.png", Answer([0x89, (byte)'P', (byte)'N', (byte)'G'], "Content-Type: image/png")),
        Record("response", "https://gull.example/style", Answer("p { color: red }"u8.ToArray(), "Content-Type: text/css")),
        Record("response", "https://gull.example/a2", Answer(Chunked(Archives.Gzip(_page)), "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip")),
        Record("response", "https://gull.example/a3", Answer(_page, "Content-Type: text/html\r\nTransfer-Encoding: chunked")),
        Record("conversion", "https://gull.example/a4", "The mole holds, he said."u8.ToArray(), "text/plain"),
    ];

    private static readonly string[] _addresses = ["https://gull.example/a1", "https://gull.example/a2", "https://gull.example/a3", "https://gull.example/a4"];

    [Fact]
    public void Archive_IsItsPages_AtTheirAddresses()
    {
        var documents = Reading.All([.. Crawl.SelectMany(r => r)], "crawl").ConvertAll(r => r.Document!);
        Assert.Equal(_addresses, documents.Select(d => d.Url));
        Assert.Equal(_addresses.Select(a => "crawl#" + a), documents.Select(d => d.Path));
        Assert.Equal(_page, documents[1].Raw.ToArray());
        Assert.All(documents, d => Assert.Null(d.Published));
    }

    [Fact]
    public void Archive_WhoseRecordsAreCompressedOneByOne_IsRead() =>
        Assert.Equal(_addresses, Reading.All([.. Crawl.SelectMany(Archives.Gzip)], "crawl.warc.gz").Select(r => r.Document!.Url));

    [Fact]
    public void Wacz_IsItsWebArchives_NotItsLists()
    {
        var bytes = Archives.Zip([
            ("datapackage.json", "{}"u8.ToArray()), ("pages/pages.jsonl", "{\"title\": \"x\"}\n"u8.ToArray()), ("archive/data.warc.gz", [.. Crawl.SelectMany(Archives.Gzip)]), ("indexes/index.cdx", "x"u8.ToArray())]);
        Assert.Equal(_addresses, Reading.All(bytes, "crawl.wacz").Select(r => r.Document!.Url));
    }

    [Fact]
    public void Archive_ThatBreaksOff_GivesWhatIsBefore()
    {
        byte[] bytes = [.. Crawl.SelectMany(r => r)];
        Assert.Equal([null, ProblemCodes.Damaged], Reading.All(bytes[..(bytes.Length / 2)], "crawl").Select(r => r.Problem?.Code));
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "no pages", Record("warcinfo", "", "x"u8.ToArray()), ProblemCodes.NoText },
        { "no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\nx"u8.ToArray(), ProblemCodes.Damaged },
        { "a length without end", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gull.example/\r\nContent-Length: 9000000000000000000\r\n\r\nx"u8.ToArray(), ProblemCodes.Damaged },
        { "a length that is none", "WARC/1.0\r\nContent-Length: -1\r\n\r\nx"u8.ToArray(), ProblemCodes.Damaged },
        { "a header without end", Encoding.ASCII.GetBytes("WARC/1.0\r\n" + string.Concat(Enumerable.Repeat("a: b\r\n", 5_000))), ProblemCodes.Damaged },
        { "the older form", "filedesc://a.arc 0.0.0.0 20310505070500 text/plain 76\n1 0 x\n<p>a</p><p>b</p><p>c</p>"u8.ToArray(), ProblemCodes.Binary },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Archive_ThatCannotBeRead_GetsACode(string name, byte[] bytes, string code) => Assert.Equal([code], Reading.Fates(Reading.All(bytes, name)));

    [Fact]
    public void Bytes_ChangedAnywhere_GiveACodeOrADocument()
    {
        byte[] good = [.. Crawl.SelectMany(r => r)];
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var bad = (byte[])good.Clone();
            bad[random.Next(5, bad.Length)] = (byte)random.Next(256);
            Assert.NotEmpty(Reading.All(bad, "crawl"));
        }
    }

    [Fact]
    public void NewsSitemap_IsItsHeadlines_OneOfAddressesIsNone()
    {
        const string Map = """
            <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://gull.example/a1</loc><news:news><news:publication><news:name>The Daily Gull</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2031-05-05T07:05:00+02:00</news:publication_date><news:title>Board knew of cracks, engineer says</news:title></news:news></url>
            <url><loc>https://gull.example/</loc></url></urlset>
            """;
        var document = Reading.Documents(Map, "map").Single();
        Assert.Equal(("Board knew of cracks, engineer says", "The Daily Gull", "https://gull.example/a1", 2031), (document.Text, document.Outlet, document.Url, document.Published!.Value.Year));
        Assert.Equal(document.Id, Reading.All(document.Raw.ToArray(), "one").Single().Document!.Id);
        Assert.Equal([ProblemCodes.NoText], Reading.Fates(Reading.All("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://gull.example/a1</loc></url></urlset>"u8.ToArray(), "map")));
    }
}
