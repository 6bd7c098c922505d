using System.Text;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class ZipTests
{
    private const string Said = "She said that the mole would hold.";

    [Fact]
    public void Archive_IsItsArticles_InItsOrder()
    {
        var bytes = Archives.Zip(
            ("b.txt", Said), ("in/a.html", $"<html><body>{Reading.Body}</body></html>"), ("c.png", "\u0089PNG"), ("app.js", "said('</p></p></p>')"), ("in/.hidden.txt", "x"),
            ("__MACOSX/._b.txt", "x"), ("README.md", "# x"), ("page.aspx", $"<!doctype html><html><body>{Reading.Body}</body></html>"), ("data.bin", "text, but of what?"));
        Assert.Equal(["news#b.txt", "news#in/a.html", "news#page.aspx"], Reading.All(bytes, "news").Select(r => r.Document!.Path));
    }

    [Fact]
    public void Archive_InsideArchives_IsRead()
    {
        var letter = Encoding.UTF8.GetBytes($"From: a@b.example\nTo: c@d.example\nSubject: T\n\n{Said}\n");
        var inner = Archives.Zip([("letter.eml", letter), ("word.docx", OfficeTests.Word($"<w:p><w:r><w:t>{Said}</w:t></w:r></w:p>"))]);
        var results = Reading.All(Archives.Zip([("inner.zip", inner), ("a.txt.gz", Archives.Gzip(Encoding.UTF8.GetBytes(Said)))]), "outer.zip");
        Assert.Equal(["outer.zip#inner.zip#letter.eml", "outer.zip#inner.zip#word.docx", "outer.zip#a.txt"], results.Select(r => r.Document!.Path));
    }

    [Theory]
    [InlineData("../../etc/evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("C:\\evil.txt")]
    public void Name_ThatLeadsOutside_IsALabelOnly(string name) => Assert.Equal("a.zip#" + name, Reading.All(Archives.Zip((name, Said)), "a.zip").Single().Document!.Path);

    [Fact]
    public void Entry_ThatCannotBeRead_DoesNotKeepTheOthers() =>
        Assert.Equal([ProblemCodes.NoArticle, null], Reading.All(Archives.Zip(("a.html", "<html></html>"), ("b.txt", Said)), "a.zip").Select(r => r.Problem?.Code));

    [Fact]
    public void Entry_ThatExpandsWithoutEnd_IsStopped_TheOthersAreRead()
    {
        var bytes = Archives.Zip([("bomb.txt", Encoding.UTF8.GetBytes(new string('a', 8 << 20))), ("b.txt", Encoding.UTF8.GetBytes(Said))]);
        var results = Reading.All(bytes, "a.zip", options: new ReaderOptions { MaxBytes = 1 << 20 });
        Assert.Equal([ProblemCodes.TooLarge, null], results.Select(r => r.Problem?.Code));
    }

    [Fact]
    public void Container_ThatExpandsWithoutEnd_IsStopped_TheOthersAreRead()
    {
        var box = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"From a Mon May  5 07:05:00 2031\nFrom: a@b.example\nTo: c@d.example\nSubject: T\n\n{Said}\n\n", 20_000)));
        var options = new ReaderOptions { MaxBytes = 1 << 20, MaxExpansion = 10 };
        var codes = Reading.All(Archives.Zip([("bomb.mbox", box), ("b.txt", Encoding.UTF8.GetBytes(Said))]), "a.zip", options: options).ConvertAll(r => r.Problem?.Code);
        Assert.Equal((ProblemCodes.Expands, null), (codes[^2], codes[^1]));
        Assert.InRange(codes.Count, 100, 19_000);
    }

    public static TheoryData<ReaderOptions, string> Bounds => new()
    {
        { new ReaderOptions { MaxTime = TimeSpan.FromMilliseconds(1) }, ProblemCodes.TooSlow },
        { new ReaderOptions { MaxMemory = 1 << 10 }, ProblemCodes.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Entry_ThatTakesTooLongOrTooMuch_IsLeftBehind_TheOthersAreRead(ReaderOptions options, string code)
    {
        var large = $"<html><body><article>{string.Concat(Enumerable.Repeat(Reading.Body, 6_000))}</article>";
        Assert.Equal([code, null], Reading.All(Archives.Zip(("a.html", large), ("b.txt", Said)), "a.zip", options: options).Select(r => r.Problem?.Code));
    }

    [Fact]
    public void Archive_InsideItselfWithoutEnd_IsStopped()
    {
        var bytes = Archives.Zip(("a.txt", Said));
        for (var i = 0; i < 10; i++)
        {
            bytes = Archives.Zip([("a.zip", bytes)]);
        }

        Assert.Equal(ProblemCodes.Expands, Reading.All(bytes, "a.zip").Single().Problem!.Code);
    }

    [Fact]
    public void Archive_OfMorePartsThanTheBound_GivesTheFirstOnes()
    {
        var bytes = Archives.Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i}.txt", Said))]);
        var results = Reading.All(bytes, "a.zip", options: new ReaderOptions { MaxEntries = 10 });
        Assert.Equal((11, ProblemCodes.Expands), (results.Count, results[^1].Problem!.Code));
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "no articles", Archives.Zip(("c.png", "x")), ProblemCodes.NoText },
        { "no entries", Archives.Zip(), ProblemCodes.NoText },
        { "broken off", Archives.Zip(("a.txt", Said))[..50], ProblemCodes.Damaged },
        { "only a beginning", "PK\u0003\u0004"u8.ToArray(), ProblemCodes.Damaged },
        { "an end that points nowhere", [.. "PK\u0003\u0004"u8, .. "PK\u0005\u0006"u8, 0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0, 255, 255, 255, 254, 0, 0], ProblemCodes.Damaged },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Archive_ThatCannotBeRead_GetsACode(string name, byte[] bytes, string code) => Assert.Equal(code, Reading.All(bytes, name).Single().Problem!.Code);

    [Fact]
    public void Bytes_ChangedAnywhere_GiveACodeOrADocument()
    {
        var good = Archives.Zip(("a.txt", Said), ("b.html", $"<html><body>{Reading.Body}</body></html>"));
        var random = new Random(11);
        for (var i = 0; i < 2_000; i++)
        {
            var bad = (byte[])good.Clone();
            bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotEmpty(Reading.All(bad, "a.zip"));
        }
    }

    [Fact]
    public void File_IsReadInPlace_WhateverItsSize()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Archives.Zip([.. Enumerable.Range(0, 300).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes($"{i}: {Said} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([(byte)i]))}")))]));
            var results = new DocumentReader(new ReaderOptions { MaxBytes = 10_000 }).ReadFile(path, Core.Documents.StatedMetadata.None).ToList();
            Assert.Equal(300, results.Count(r => r.Document is not null));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
