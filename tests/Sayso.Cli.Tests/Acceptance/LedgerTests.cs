using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>A ledger from the first document to the export, through the commands alone.</summary>
[Trait("needs", "model")]
public sealed class LedgerTests : IDisposable
{
    private const string Saying = "Lotte Quist, the harbour master, said the ferry had left on time.";
    private const string Later = "Lotte Quist, the harbour master, said the ferry had left an hour late.";
    private readonly Workplace _place = new();

    public LedgerTests() => Program.NeedsModel();

    [Fact]
    public void Adding_SaysWhatBecameOfEachInput()
    {
        var page = _place.Write("a.html", Articles.Page(Saying));
        var text = _place.Write("b.txt", Articles.Plain);
        var edited = _place.Write("c.html", Articles.Page(Later));
        string[] expected = ["added", "failed", "added", "new-version", "new-version"];
        var result = Run("add", "--format", "jsonl", page, "missing.txt", text, edited, page);
        Assert.Equal((1, "SAY1001 SAY1018"), (result.Code, string.Join(' ', result.Codes)));
        Assert.Equal(expected, result.Json.Select(line => line.GetProperty("outcome").GetString()));
        Assert.Equal(["path", "id", "outcome", "statements", "problems"], result.Json[0].EnumerateObject().Select(p => p.Name));

        var again = Run("add", page, text);
        Assert.Equal(0, again.Code);
        Assert.All(again.Lines[..2], line => Assert.StartsWith("already-there\t", line));
        Assert.Equal("sayso.db: 0 documents added, 2 there already, 0 statements.", again.Lines[2]);
    }

    [Fact]
    public void Lists_Filter()
    {
        AddAll();
        Assert.Equal(3, Run("documents").Lines.Length);
        Assert.Equal(2, Run("documents", "--outlet", "valley").Lines.Length);
        Assert.Single(Run("documents", "--limit", "1").Lines);
        Assert.Empty(Run("documents", "--since", "2031-03-13").Lines);
        Assert.Equal(2, Run("documents", "--until", "2031-03-12").Lines.Length);
        Assert.Single(Run("documents", "--text", "\"an hour late\"").Lines);
        Assert.All(Run("statements", "--who", "quist").Lines, line => Assert.Contains("Quist", line, StringComparison.Ordinal));
        Assert.NotEmpty(Run("statements", "--who", "quist").Lines);
        Assert.Single(Run("statements", "--about", "\"an hour late\"").Lines);
        Assert.Single(Run("statements", "--text", "\"hour late\"").Lines);
        Assert.Empty(Run("statements", "--about", "nothing-like-it").Lines);
        var document = Run("documents", "--format", "jsonl").Json[0].GetProperty("id").GetString()!;
        Assert.All(
            Run("statements", "--document", document[..12], "--format", "jsonl").Json,
            line => Assert.Equal(document, line.GetProperty("document").GetString()));
    }

    [Fact]
    public void Queries_TakeAnyWords()
    {
        AddAll();
        foreach (var words in new[] { "\"", "AND", "a OR", "(", "*", "x:y", "'; --", "NEAR(", "-", "\"a", "😀", "^x" })
        {
            Assert.Equal(0, Run("statements", "--text=" + words).Code);
            Assert.Equal(0, Run("documents", "--text=" + words).Code);
            Assert.Equal(0, Run("statements", "--who=" + words, "--outlet=%").Code);
        }
    }

    [Fact]
    public void Show_IsTheText_WithBrackets()
    {
        AddAll();
        var id = Run("documents", "--text", "harbour", "--format", "jsonl").Json.Single(d => d.GetProperty("url").ValueKind == JsonValueKind.Null).GetProperty("id").GetString()!;
        var shown = Run("show", id[..8]);
        Assert.Contains($"document\t{id}", shown.Output, StringComparison.Ordinal);
        Assert.Contains("[source:", shown.Output, StringComparison.Ordinal);
        var line = Run("show", id, "--format", "jsonl").Json.Single();
        Assert.Equal(Articles.Plain, line.GetProperty("text").GetString());
        Assert.Equal(
            Run("read", "b.txt", "--format", "jsonl").Json.Single().GetProperty("statements").ToString(),
            line.GetProperty("statements").ToString());
    }

    [Fact]
    public void Explain_GoesThroughTheHops()
    {
        AddAll();
        var statement = Run("statements", "--format", "jsonl", "--limit", "1").Json[0];
        var id = statement.GetProperty("id").GetString()!;
        var explained = Run("explain", id[..10]);
        Assert.Equal(0, explained.Code);
        string[] stages = ["1 Reader: Document", "2 Linguistic analysis", "3 Attribution extraction", "4 Interpretation", "5 Ledger", "6 Analysis across documents", "7 View"];
        Assert.All(stages, stage => Assert.Contains(stage, explained.Output, StringComparison.Ordinal));
        Assert.Contains(id, explained.Output, StringComparison.Ordinal);
        Assert.Contains("B-cue", explained.Output, StringComparison.Ordinal);
        Assert.Contains(statement.GetProperty("content").GetProperty("text").GetString()!, explained.Output, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], Run("explain", id, "--format", "jsonl").Json.Select(line => line.GetProperty("hop").GetInt32()));
    }

    [Fact]
    public void Explain_TellsTheClaim_WhereClaimsAreKept()
    {
        AddAll();
        var statement = Run("statements", "--text", "harbour", "--limit", "1").Output.Split('\t')[0];
        Assert.Contains("not reckoned", Run("explain", statement).Output, StringComparison.Ordinal);
        var claim = Run("claims", "--format", "jsonl").Json
            .Single(c => c.GetProperty("statements").EnumerateArray().Any(s => s.GetProperty("id").GetString() == statement)).GetProperty("id").GetString()!;
        var explained = Run("explain", statement).Output;
        Assert.Contains($"  claim             {claim[..10]} ", explained, StringComparison.Ordinal);
        Assert.Contains("  origin            ", explained, StringComparison.Ordinal);
    }

    [Fact]
    public void PageEditedBack_IsANewVersion_AndAddedAgainChangesNothing()
    {
        const string Url = "https://post.example/mole";
        _place.Write("p/a.txt", Articles.Plain);
        _place.Write("p/b.txt", Articles.Odd);
        string Add(params string[] paths) => string.Join('|', Run(["add", .. paths, "--url", Url]).Lines.Select(l => l.Split('\t')[0]));
        Assert.StartsWith("added|new-version|", Add("p/a.txt", "p/b.txt"), StringComparison.Ordinal);
        // The folder's last is the newest already.
        Assert.StartsWith("already-there|already-there|", Add("p/a.txt", "p/b.txt"), StringComparison.Ordinal);
        Assert.StartsWith("new-version|", Add("p/a.txt"), StringComparison.Ordinal);
        Assert.StartsWith("already-there|", Add("p/a.txt"), StringComparison.Ordinal);
        Assert.Equal([3, 2, 1], Run("documents", "--format", "jsonl").Json.Select(d => d.GetProperty("version").GetInt32()));
        var (there, back) = (Run("changes", "--format", "jsonl").Json[0], Run("changes", "--format", "jsonl").Json[1]);
        Assert.Equal(there.GetProperty("to").GetString(), back.GetProperty("from").GetString());
        Assert.Contains("is sound", Run("verify").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyAnswer_IsSaidBesideIt()
    {
        AddAll();
        var result = Run("statements", "--who", "nobody-of-that-name");
        Assert.Equal((0, "", "No statements answer this."), (result.Code, result.Output, result.Error.Trim()));
    }

    [Fact]
    public void Retracted_IsSaid_WhereOneIsAskedForByItsId()
    {
        AddAll();
        var (statement, document) = (Run("statements").Output.Split('\t')[0], Run("statements").Output.Split('\t')[1]);
        Assert.Equal("", Run("show", document).Error);
        Run("retract", document, "--reason", "a hoax", "--author", "Ada");
        Assert.Contains("retracted by Ada: a hoax", Run("show", document).Error, StringComparison.Ordinal);
        Assert.Contains("retracted by Ada: a hoax", Run("explain", statement).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownAndAmbiguousIds_AreSaid()
    {
        AddAll();
        Assert.Equal((1, "SAY2007"), CodeOf("show", "ffffffffffffffffffffffffffffffff"));
        Assert.Equal((1, "SAY2007"), CodeOf("explain", "no-such-id"));
        Assert.Equal((1, "SAY2008"), CodeOf("show", ""));
    }

    [Fact]
    public void Retracting_HidesEverywhere_AndIsUndone()
    {
        AddAll();
        var (documents, statements) = (Run("documents").Output, Run("statements").Output);
        var id = documents.Split('\t')[0];
        Assert.Equal(0, Run("retract", id[..10], "--reason", "a hoax", "--author", "Ada").Code);
        Assert.DoesNotContain(id, Run("documents").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(id, Run("statements").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(id, Run("export").Output, StringComparison.Ordinal);
        Assert.Contains(id, Run("documents", "--all").Output, StringComparison.Ordinal);
        Assert.Contains("nothing changed", Run("retract", id).Output, StringComparison.Ordinal);
        Assert.True(Run("restore", id, "--format", "jsonl").Json.Single().GetProperty("changed").GetBoolean());
        Assert.Equal((documents, statements), (Run("documents").Output, Run("statements").Output));
        Assert.Contains("sound: 5 entries", Run("verify").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("abc")]
    public void Retracting_NeedsFourDigits_EvenOfTheOnlyDocument(string id)
    {
        Assert.Equal(0, Run("add", _place.Write("a.txt", Articles.Plain)).Code);
        var only = Run("documents").Output.Split('\t')[0];
        id = only[..id.Length];
        Assert.Equal((1, "SAY2008"), CodeOf("retract", id));
        Assert.Equal((1, "SAY2008"), CodeOf("restore", id));
        Assert.Single(Run("documents").Lines);
        Assert.Equal(0, Run("retract", only[..4]).Code);
        Assert.Empty(Run("documents").Lines);
    }

    [Fact]
    public void Reanalyzing_WithTheSameModel_ChangesNothing()
    {
        AddAll();
        var result = Run("reanalyze");
        Assert.Equal("0 documents read anew, 3 as they were.", result.Lines.Single());
        Assert.Contains("sound: 3 entries", Run("verify").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Statements_AreListed_ByStance()
    {
        AddAll();
        var all = Run("statements", "--format", "jsonl").Json;
        Assert.All(all, s => Assert.Equal(s.GetProperty("cue").ValueKind == JsonValueKind.Null, s.GetProperty("chain").GetArrayLength() == 0));
        var asserted = Run("statements", "--stance", "assert", "--format", "jsonl").Json;
        Assert.All(asserted, s => Assert.Equal("assert", s.GetProperty("stance").GetString()));
        Assert.Equal(all.Count(s => s.GetProperty("stance").GetString() == "assert"), asserted.Length);
        Assert.NotEmpty(asserted);
        Assert.Equal((2, "SAY4001"), CodeOf("statements", "--stance", "shrug"));
    }

    [Fact]
    public void Verify_FindsAChange()
    {
        AddAll();
        Run("verify");
        var path = Path.Combine(_place.Path, "sayso.db");
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf("left an hour late"u8);
        Assert.True(at > 0);
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);
        var result = Run("verify", "--format", "jsonl");
        Assert.Equal(1, result.Code);
        Assert.All(result.Codes, code => Assert.Equal("SAY2006", code));
        Assert.False(result.Json.Single().GetProperty("sound").GetBoolean());
    }

    [Fact]
    public void Exports_HoldWhatTheLedgerShows()
    {
        AddAll();
        var statements = Run("statements", "--format", "jsonl").Json.Length;
        var lines = Run("export").Json;
        Assert.Equal(statements, lines.Sum(line => line.GetProperty("statements").GetArrayLength()));
        Assert.Equal(0, Run("export", "--format", "csv", "-o", "out.csv").Code);
        var csv = File.ReadAllText(Path.Combine(_place.Path, "out.csv"));
        Assert.StartsWith("id,document,", csv);
        Assert.Equal(statements, csv.Split("\r\n").Length - 2);

        Assert.Equal(0, Run("export", "--format", "brat", "-o", "brat").Code);
        Assert.Equal((1, "SAY4003"), CodeOf("export", "--format", "brat", "-o", "brat"));
        foreach (var line in lines)
        {
            var name = Path.Combine(_place.Path, "brat", line.GetProperty("id").GetString()!);
            Assert.Equal(line.GetProperty("text").GetString(), File.ReadAllText(name + ".txt"));
            Assert.Equal(
                line.GetProperty("statements").EnumerateArray().Count(s => s.GetProperty("cue").ValueKind != JsonValueKind.Null),
                File.ReadLines(name + ".ann").Count(l => l.StartsWith('E')));
        }
    }

    [Fact]
    public void Export_ThatFails_LeavesTheOldFile()
    {
        AddAll();
        var old = _place.Write("out.csv", "old");
        Assert.Equal((1, "SAY4003"), CodeOf("export", "--format", "csv", "-o", "no-such-folder/out.csv"));
        Assert.Equal("old", File.ReadAllText(old));
        Assert.Equal((1, "SAY4003"), CodeOf("export", "--format", "csv", "-o", old));
        Assert.Equal("old", File.ReadAllText(old));
        Assert.Equal(0, Run("export", "--format", "csv", "--force", "-o", old).Code);
        Assert.NotEqual("old", File.ReadAllText(old));
        Assert.Empty(Directory.GetFiles(_place.Path, "*.part"));
    }

    public void Dispose() => _place.Dispose();

    private void AddAll()
    {
        string[] inputs = [_place.Write("a.html", Articles.Page(Saying)), _place.Write("b.txt", Articles.Plain), _place.Write("c.html", Articles.Page(Later))];
        Assert.Equal(0, Run(["add", .. inputs]).Code);
    }

    private Result Run(params string[] arguments) => Program.Run(_place.Path, arguments);

    private (int Code, string Problem) CodeOf(params string[] arguments)
    {
        var result = Run(arguments);
        return (result.Code, result.Codes.Single());
    }
}
