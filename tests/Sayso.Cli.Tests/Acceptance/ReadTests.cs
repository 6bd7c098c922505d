using System.Text;
using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

[Trait("needs", "model")]
public sealed class ReadTests : IDisposable
{
    private static readonly string[] DocumentKeys =
    [
        "id", "path", "url", "title", "outlet", "byline", "published", "modified", "language", "text",
        "entities", "statements", "quantities", "times", "inconsistencies", "problems",
    ];

    private static readonly string[] StatementKeys =
    [
        "id", "source", "cue", "content", "parent", "chain", "stance", "certainty", "polarity", "quantities", "times", "saidAt", "eventAt", "confidence", "evidence",
    ];

    private readonly Workplace _place = new();

    public ReadTests() => Program.NeedsModel();

    [Fact]
    public void Lines_FollowTheContract()
    {
        var result = Program.Run(_place.Path, "read", "--format", "jsonl", _place.Write("a.txt", Articles.Plain), _place.Write("b.txt", Articles.Odd));
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(2, result.Json.Length);
        foreach (var line in result.Json)
        {
            Assert.Equal(DocumentKeys, line.EnumerateObject().Select(p => p.Name));
            Assert.NotEqual(0, line.GetProperty("statements").GetArrayLength());
            Assert.All(line.GetProperty("statements").EnumerateArray(), s => Assert.Equal(StatementKeys, s.EnumerateObject().Select(p => p.Name)));
        }
    }

    [Fact]
    public void Spans_SliceToTheirText_InCodePoints()
    {
        var line = Program.Run(_place.Path, "read", "--format", "jsonl", _place.Write("odd.txt", Articles.Odd)).Json.Single();
        var runes = line.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        Assert.Equal(Articles.Odd, string.Concat(runes));
        var roles = line.GetProperty("statements").EnumerateArray()
            .SelectMany(s => new[] { s.GetProperty("source"), s.GetProperty("cue"), s.GetProperty("content") })
            .Where(r => r.ValueKind != JsonValueKind.Null).ToList();
        Assert.Contains(roles, r => r.GetProperty("text").GetString()!.Contains("🌇", StringComparison.Ordinal));
        foreach (var role in roles)
        {
            var slices = role.GetProperty("spans").EnumerateArray().Select(s => string.Concat(runes[s[0].GetInt32()..s[1].GetInt32()]));
            Assert.Equal(role.GetProperty("text").GetString(), string.Join(' ', slices));
        }
    }

    [Theory]
    [InlineData("\ufeffRell said no.\r\nShe added that it was late.\r\n")]
    [InlineData("Rell said no.\rOld line ends.\n\n\nAnd no last one")]
    public void Text_IsTheFile_WithoutItsByteOrderMark(string content)
    {
        var line = Program.Run(_place.Path, "read", "--format", "jsonl", _place.Write("a.txt", content)).Json.Single();
        Assert.Equal(content.TrimStart('\ufeff'), line.GetProperty("text").GetString());
    }

    [Fact]
    public void Page_StatesItsMetadata_AndTheUserWhatItDoesNot()
    {
        var page = _place.Write("a.html", Articles.Page("Lotte Quist, the harbour master, said the ferry had left on time."));
        var own = Program.Run(_place.Path, "read", "--format", "jsonl", page).Json.Single();
        Assert.Equal("The Valley Post", own.GetProperty("outlet").GetString());
        Assert.Equal("2031-03-12T07:05:00+02:00", own.GetProperty("published").GetString());
        Assert.Equal("https://post.example/ferry", own.GetProperty("url").GetString());
        var stated = Program.Run(
            _place.Path, "read", "--format", "jsonl", "--outlet", "Transmar", "--published", "2031-04-01", "--url", "https://t.example/", page).Json.Single();
        Assert.All(["outlet", "published", "url"], key => Assert.Equal(own.GetProperty(key).GetString(), stated.GetProperty(key).GetString()));
        Assert.NotEqual(own.GetProperty("id").GetString(), stated.GetProperty("id").GetString());
    }

    [Fact]
    public void Result_DoesNotDependOnWhatIsReadWithIt()
    {
        var odd = _place.Write("odd.txt", Articles.Odd);
        var alone = Program.Run(_place.Path, "read", "--format", "jsonl", odd).Lines.Single();
        var among = Program.Run(_place.Path, "read", "--format", "jsonl", _place.Write("a.txt", Articles.Plain), Program.Story, odd, _place.Path);
        Assert.Equal(2, among.Lines.Count(line => line == alone));
    }

    [Fact]
    public void Documents_ComeInTheOrderOfTheInputs()
    {
        string[] paths = [.. Enumerable.Range(0, 12).Select(i => _place.Write($"{i:00}.txt", string.Concat(Enumerable.Repeat(Articles.Plain, 1 + (7 * i % 12)))))];
        var read = Program.Run(_place.Path, ["read", "--format", "jsonl", .. paths]).Json;
        Assert.Equal(paths, read.Select(line => line.GetProperty("path").GetString()));
    }

    [Fact]
    public void StandardInput_IsADocument()
    {
        var result = Program.RunWith(new RunOptions(_place.Path) { Input = Encoding.UTF8.GetBytes(Articles.Plain) }, "read", "-", "--format", "jsonl");
        Assert.Equal("-", result.Json.Single().GetProperty("path").GetString());
        Assert.NotEqual(0, result.Json.Single().GetProperty("statements").GetArrayLength());
    }

    [Fact]
    public void Table_IsALineAStatement_WhenPiped()
    {
        var result = Program.Run(_place.Path, "read", _place.Write("a.txt", Articles.Plain));
        Assert.NotEmpty(result.Lines);
        Assert.All(result.Lines, line => Assert.Equal(9, line.Split('\t').Length));
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void Memory_StaysBounded_WhateverTheNumberOfDocuments()
    {
        foreach (var i in Enumerable.Range(0, 300))
        {
            _place.Write($"folder/{i}.txt", $"{i}\n{Articles.Plain}" + new string('x', 200_000));
        }

        var result = Program.Shell(_place.Path, "\"$SAYSO\" read folder --format jsonl >out.jsonl & pid=$!; most=0; while [ -e /proc/$pid/status ] && kill -0 $pid 2>/dev/null; do now=$(awk '/VmHWM/{print $2}' /proc/$pid/status 2>/dev/null); [ -n \"$now\" ] && most=$now; sleep 0.1; done; wait $pid && wc -l <out.jsonl && echo $most");
        Assert.Equal("300", result.Lines[0].Trim());
        Assert.InRange(int.Parse(result.Lines[1]), 1, 700_000);
    }

    [Fact]
    public void EmptyStatement_StatesNothing()
    {
        var path = _place.Write("a.txt", Articles.Plain);
        var plain = Program.Run(_place.Path, "read", "--format", "jsonl", path);
        var stated = Program.Run(_place.Path, "read", "--format", "jsonl", path, "--outlet", "", "--url", "");
        Assert.Equal((0, plain.Output), (stated.Code, stated.Output));
        var full = Program.Run(_place.Path, "read", "--format", "jsonl", path, "--outlet", "Gull", "--url", "https://gull.example/a", "--published", "1000-01-01").Json.Single();
        Assert.Equal(["Gull", "https://gull.example/a", "1000-01-01T00:00:00Z"], new[] { "outlet", "url", "published" }.Select(key => full.GetProperty(key).GetString()));
    }

    public void Dispose() => _place.Dispose();
}
