using System.Text;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>Each kind of bad input: its code, the exit status, and that the next document is read all the same.</summary>
[Trait("needs", "model")]
public sealed class BadInputTests : IDisposable
{
    private readonly Workplace _place = new();

    public BadInputTests() => Program.NeedsModel();

    public static TheoryData<string, string> Unreadable => new()
    {
        { "missing.html", "SAY1001" },
        { "empty.txt", "SAY1002" },
        { "blank.txt", "SAY1002" },
        { "binary.txt", "SAY1004" },
        { "large.txt", "SAY1005" },
        { "menu.html", "SAY1007" },
        { "deep.html", "SAY1008" },
        { "/proc/self/mem", "SAY1003" },
    };

    public static TheoryData<string> Hard => ["paragraph.txt", "word.txt", "surrogates.html", "nuls.html", "unclosed.html"];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Unreadable_HasItsCode_AndTheNextIsRead(string name, string code)
    {
        Make(name);
        var result = Program.Run(_place.Path, "read", "--format", "jsonl", name, _place.Write("good.txt", Articles.Plain));
        Assert.Equal(1, result.Code);
        Assert.Equal([code], result.Codes);
        Assert.Equal(2, result.Json.Length);
        Assert.Equal(["path", "problems"], result.Json[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(name, result.Json[0].GetProperty("path").GetString());
        Assert.Equal(code, result.Json[0].GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.NotEqual(0, result.Json[1].GetProperty("statements").GetArrayLength());
    }

    [Fact]
    public void Bounds_AreOptions()
    {
        var path = _place.Write("long.txt", string.Concat(Enumerable.Repeat(Articles.Plain, 4)));
        Assert.Equal(0, Program.Run(_place.Path, "read", path).Code);
        Assert.Equal(["SAY1005"], Program.Run(_place.Path, "read", path, "--bounds", "bytes=500").Codes);
        var wrong = Program.Run(_place.Path, "read", path, "--bounds", "bytes=0,size=3");
        Assert.Equal(2, wrong.Code);
        Assert.Contains("‘bytes=0’ is not NAME=N", wrong.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hard))]
    public void Hard_IsRead(string name)
    {
        Make(name);
        var result = Program.Run(_place.Path, "read", "--format", "jsonl", name);
        Assert.Equal(0, result.Code);
        var text = result.Json.Single().GetProperty("text").GetString()!;
        Assert.All(text, c => Assert.False(char.IsSurrogate(c) || c == '\0'));
    }

    [Fact]
    public void InvalidBytes_AreAWarning()
    {
        var path = _place.Write("bytes.txt", [.. Encoding.UTF8.GetBytes("Zoë Rell said “no”"), 0xff, 0xfe, .. Encoding.UTF8.GetBytes(" on Monday, and “naïve” voters listened.\n")]);
        var result = Program.Run(_place.Path, "read", "--format", "jsonl", path);
        Assert.Equal(0, result.Code);
        Assert.Equal(["SAY1006"], result.Codes);
        Assert.Equal("SAY1006", result.Json.Single().GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Contains("\ufffd", result.Json.Single().GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatLinksToItself_Ends()
    {
        _place.Write("folder/a.txt", Articles.Plain);
        File.CreateSymbolicLink(Path.Combine(_place.Path, "folder", "again"), Path.Combine(_place.Path, "folder"));
        Assert.Single(Program.Run(_place.Path, "read", "--format", "jsonl", "folder").Lines);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("add")]
    public void FolderWithoutArticles_IsNotSilent(string command)
    {
        Directory.CreateDirectory(Path.Combine(_place.Path, "empty"));
        _place.Write("pictures/a.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2]);
        _place.Write("pictures/within/b.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2]);
        _place.Write("pictures/.hidden.png", "x");
        _place.Write("mixed/a.txt", Articles.Plain);
        _place.Write("mixed/b.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2]);
        _place.Write("good/a.txt", Articles.Odd);
        var result = Program.Run(_place.Path, command, "empty", "pictures", "mixed", "good");
        Assert.Equal(0, result.Code);
        Assert.Equal(
            [
                "SAY1016: The folder “empty” holds no files, so that nothing was read.",
                "SAY1016: The folder “pictures” holds no articles, so that nothing was read: 2 files passed over.",
                "SAY1016: In the folder “mixed” 1 file that is no article was passed over.",
            ],
            result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void StandardInputThatIsAFolder_IsUnreadable()
    {
        var result = Program.Shell(_place.Path, "\"$SAYSO\" read - </");
        Assert.Equal((1, "SAY1003"), (result.Code, result.Codes.Single()));
    }

    [Fact]
    public void EscapeSequences_DoNotReachTheTerminal()
    {
        var result = Program.Run(_place.Path, "read", _place.Write("a.txt", "Rell \u001b]0;owned\u0007 said \u001b[31mred\u001b[0m was best for all of them.\n"));
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain('\u0007', result.Output);
    }

    [Fact]
    public void DamagedModel_SaysWhatToDo()
    {
        var result = Program.RunWith(new RunOptions(_place.Path) { Home = _place.Path }, "read", _place.Write("a.txt", Articles.Plain));
        Assert.Equal(1, result.Code);
        Assert.Equal(["SAY3001"], result.Codes);
    }

    public void Dispose() => _place.Dispose();

    private void Make(string name)
    {
        switch (name)
        {
            case "empty.txt":
                _place.Write(name, "");
                break;
            case "blank.txt":
                _place.Write(name, " \n\t\n\u00a0\n");
                break;
            case "binary.txt":
                _place.Write(name, [0x7f, (byte)'E', (byte)'L', (byte)'F', .. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37 % 32))]);
                break;
            case "large.txt":
                using (var file = File.Create(Path.Combine(_place.Path, name)))
                {
                    // Its beginning is text: what is no text is refused as that, whatever its size.
                    file.Write(Enumerable.Repeat((byte)'a', 100_000).ToArray());
                    file.SetLength(200_000_000);
                }

                break;
            case "menu.html":
                _place.Write(name, "<html><body><nav><a href=/>Home</a><a href=/news>News</a></nav><script>go()</script></body></html>");
                break;
            case "deep.html":
                _place.Write(name, string.Concat(Enumerable.Repeat("<div>", 100_000)) + "Rell said no.");
                break;
            case "paragraph.txt":
                // Words beyond the tokenizer's bound are one piece each, or the network would have a million of them to read.
                _place.Write(name, "Rell said the dam had held. " + string.Concat(Enumerable.Repeat(new string('w', 150) + " ", 33_200)));
                break;
            case "word.txt":
                _place.Write(name, new string('w', 1_000_000) + " said Rell.\n");
                break;
            case "surrogates.html":
                _place.Write(name, Articles.Page("Rell &#xD800; said &#55357; that the dam &#xDFFF; had held."));
                break;
            case "nuls.html":
                _place.Write(name, Articles.Page("Rell\0 said that the\0 dam &#0; had held."));
                break;
            case "unclosed.html":
                _place.Write(name, Articles.Page("<b><i><a href='x'>Rell</b> said <table><p>that the dam had <td>held."));
                break;
            default:
                Assert.False(File.Exists(Path.Combine(_place.Path, name)) && !name.StartsWith('/'));
                break;
        }
    }
}
