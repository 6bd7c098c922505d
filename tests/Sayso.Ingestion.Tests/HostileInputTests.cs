using System.Diagnostics;
using System.Text;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

/// <summary>Every input is hostile: it gets a code or a text, never an exception, and no time that grows out of hand.</summary>
public sealed class HostileInputTests
{
    private static readonly DocumentReader Reader = new();

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty", [], ProblemCodes.Empty },
        { "white space", "  \n\t "u8.ToArray(), ProblemCodes.Empty },
        { "PNG", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0], ProblemCodes.Binary },
        { "random bytes", RandomBytes(), ProblemCodes.Binary },
        { "HTML without an article", "<!doctype html><html><body><nav><a href=/>Home</a></nav><p>Log in</p></body></html>"u8.ToArray(), ProblemCodes.NoArticle },
        { "HTML without a body", "<html></html>"u8.ToArray(), ProblemCodes.NoArticle },
        { "a million elements", Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<p>x", 1_000_000))), ProblemCodes.TooLarge },
        { "formatting opened again and again", Encoding.UTF8.GetBytes("<p>" + string.Concat(Enumerable.Range(0, 300).Select(i => $"<b a{i}=1>")) + string.Concat(Enumerable.Repeat("<p>x</p>", 3_000))), ProblemCodes.TooLarge },
        { "deep nesting", Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + Reading.Body), ProblemCodes.TooDeep },
        { "deep formatting", Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<b><i>", 50_000)) + Reading.Body), ProblemCodes.TooDeep },
    };

    public static TheoryData<string, string> Borne => new()
    {
        { "a paragraph of 5 million characters", new StringBuilder().Insert(0, "She said it would hold. ", 210_000).ToString() },
        { "one word of a megabyte", "He said " + new string('x', 1 << 20) },
        { "a megabyte of attributes", "<html><body><div title=\"" + new string('a', 1 << 20) + "\">" + Reading.Body },
        { "unclosed tags", "<html><body>" + string.Concat(Enumerable.Repeat("<p>The clerk said it again. ", 20_000)) },
        { "100,000 empty elements", "<html><body>" + string.Concat(Enumerable.Repeat("<span></span>", 100_000)) + Reading.Body },
        { "100,000 links", "<html><body>" + string.Concat(Enumerable.Repeat("<a href=x>y</a> ", 100_000)) + Reading.Body },
        { "many opening brackets", "<html><body>" + new string('<', 500_000) + Reading.Body },
        { "many ampersands", "<html><body>" + new string('&', 500_000) + Reading.Body },
        { "many comments", string.Concat(Enumerable.Repeat("<!---->", 500)) + "<html><body>" + Reading.Body },
        { "a charset that is switched off", "<html><head><meta charset=utf-7></head><body>" + Reading.Body },
        { "a deep page with much text", "<html><body>" + string.Concat(Enumerable.Repeat("<div class=share>", 390)) + string.Concat(Enumerable.Repeat("<p>The clerk said it again, and wrote it down.</p>", 5_000)) },
        { "20,000 quotations", "<html><body>" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<blockquote>The clerk said number {i} again.</blockquote>")) + Reading.Body },
        { "an open comment", "<html><body>" + Reading.Body + "<!--" + new string('-', 500_000) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Input_ThatIsNoArticle_GetsACode(string name, byte[] bytes, string code)
    {
        var result = Reader.Read(bytes, name, StatedMetadata.None).Single();
        Assert.Null(result.Document);
        Assert.Equal(code, result.Problem!.Code);
    }

    [Theory]
    [MemberData(nameof(Borne))]
    public void Input_ThatIsOdd_IsRead(string name, string text)
    {
        // Quadratic behaviour would take minutes here: the watch only turns a hang into a failure.
        var watch = Stopwatch.StartNew();
        var result = Reader.Read(Encoding.UTF8.GetBytes(text), name, StatedMetadata.None).Single();
        Assert.True(result.Document is not null, result.Problem?.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{name} took {watch.Elapsed}");
    }

    [Fact]
    public void File_ThatIsMissing_GetsACode() => Assert.Equal(ProblemCodes.Missing, Reader.ReadFile("no/such/file.html", StatedMetadata.None).Single().Problem!.Code);

    [Fact]
    public void File_ThatIsAFolder_GetsACode() => Assert.Equal(ProblemCodes.Unreadable, Reader.ReadFile(Path.GetTempPath(), StatedMetadata.None).Single().Problem!.Code);

    [Fact]
    public void File_Of200Megabytes_IsRefusedUnread()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                file.Write(Encoding.UTF8.GetBytes(new string('a', 100_000)));
                file.SetLength(200L << 20);
            }

            Assert.Equal(ProblemCodes.TooLarge, Reader.ReadFile(path, StatedMetadata.None).Single().Problem!.Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Text_OfMoreCharactersThanTheBound_IsRefused()
    {
        var reader = new DocumentReader(new ReaderOptions { MaxCharacters = 1000 });
        Assert.Equal(ProblemCodes.TooLarge, reader.Read(Encoding.UTF8.GetBytes(new string('a', 1001)), "case", StatedMetadata.None).Single().Problem!.Code);
    }

    [Fact]
    public void Stream_WithoutEnd_IsRefusedAtTheBound()
    {
        var reader = new DocumentReader(new ReaderOptions { MaxBytes = 1 << 20 });
        Assert.Equal(ProblemCodes.TooLarge, reader.ReadStream(new Endless(), "-", StatedMetadata.None).Single().Problem!.Code);
    }

    private static byte[] RandomBytes()
    {
        var bytes = new byte[10_000];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
