using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>Corrections as a person makes them, with the real program, model and ledger.</summary>
[Trait("needs", "model")]
public sealed class CorrectionTests : IDisposable
{
    private readonly Workplace _place = new();

    public CorrectionTests()
    {
        Program.NeedsModel();
        Assert.Equal(0, Run("demo", "--ledger", "demo.db").Code);
    }

    public void Dispose() => _place.Dispose();

    [Fact]
    public void ClaimsAreMergedSplitAndMoved_SurviveReading_AndAreAsBeforeWhenUndone()
    {
        // Read before anything is compared: what more documents change of themselves is no correction's doing.
        _place.Write("more.txt", Articles.Plain);
        Assert.Equal(0, Run("add", "more.txt", "--ledger", "demo.db").Code);
        var before = Claims();
        var (first, second) = (Id(before[0]), Id(before[1]));
        var merged = Line("claim", "merge", first, second, "--reason", "one matter", "--author", "rosa");
        Assert.Equal(("claim-merge", "rosa", "one matter", "in-force"), (merged.GetProperty("kind").GetString(), merged.GetProperty("author").GetString(), merged.GetProperty("reason").GetString(), merged.GetProperty("state").GetString()));
        Assert.Equal(Statements(before[0]).Concat(Statements(before[1])).Order(), Statements(Claim(first)).Order());
        Assert.Equal(Id(Claim(first)), Id(Claim(second)));

        _place.Write("more2.txt", Articles.Odd);
        Assert.Equal(0, Run("add", "more2.txt", "--ledger", "demo.db").Code);
        Assert.Equal(Statements(before[0]).Length + Statements(before[1]).Length, Statements(Claim(first)).Length);
        Assert.Contains("by hand\t", Run("claim", first, "--ledger", "demo.db").Output, StringComparison.Ordinal);

        var taken = Statements(before[1])[0];
        Assert.Equal("overruled", Split(taken));
        Assert.DoesNotContain(taken, Statements(Claim(Id(Claim(Statements(before[0])[0], isStatement: true)))));
        Assert.Contains("another matter", Run("explain", taken, "--ledger", "demo.db").Output, StringComparison.Ordinal);

        Line("undo");
        Line("undo", $"{merged.GetProperty("entry").GetInt64()}", "--reason", "they are two");
        Assert.Equal(before.Select(c => c.ToString()), Claims().Where(c => before.Any(b => Id(b) == Id(c))).Select(c => c.ToString()));
        Assert.Equal(["undone", "undone", "in-force", "in-force"], Lines("history").Select(h => h.GetProperty("state").GetString()));
        Assert.Equal(0, Run("verify", "--ledger", "demo.db").Code);

        string? Split(string statement)
        {
            Line("claim", "split", first, statement, "--reason", "another matter");
            return Lines("history")[0].GetProperty("state").GetString();
        }
    }

    [Fact]
    public void OriginsNamesGradesAndNotes_AreAsAPersonSays()
    {
        var claim = Claims().First(c => c.GetProperty("origins").GetProperty("against").GetProperty("high").GetInt32() > 1);
        var origins = claim.GetProperty("origins").GetProperty("groups").EnumerateArray().Where(g => g.GetProperty("side").GetString() == "against").Select(g => g.GetProperty("id").GetString()!).ToArray();
        Line("origin", "same", origins[0], origins[1], "--reason", "one press office");
        var joined = Claim(Id(claim)).GetProperty("origins");
        Assert.Equal(claim.GetProperty("origins").GetProperty("against").GetProperty("high").GetInt32() - 1, joined.GetProperty("against").GetProperty("high").GetInt32());
        Assert.Contains("by-hand", joined.GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("proof").EnumerateArray()).Select(p => p.GetProperty("kind").GetString()));
        Line("undo");

        Line("grade", "set", Id(claim), "2", "--reason", "seen the manifest", "--author", "rosa");
        Line("grade", "set", "Financial Record", "B", "--reason", "corrects its errors");
        Line("note", Id(claim), "ask the harbour");
        var graded = Claim(Id(claim));
        Assert.Equal(2, graded.GetProperty("grade").GetInt32());
        Assert.StartsWith("set by rosa: seen the manifest; reckoned", graded.GetProperty("gradeReason").GetString(), StringComparison.Ordinal);
        Assert.Equal(claim.GetProperty("grade").GetInt32(), graded.GetProperty("gradeReckoned").GetInt32());
        Assert.Equal(["grade-claim", "note-claim"], graded.GetProperty("corrections").EnumerateArray().Select(c => c.GetProperty("kind").GetString()));

        Assert.NotEmpty(Lines("positions", "--all", "--who", "Anton Reve"));
        Line("entity", "merge", "Anton Reve", "Tobias Wrenfield", "--as", "The minister", "--reason", "a test of names");
        Assert.DoesNotContain(Lines("positions", "--all"), p => p.GetProperty("actor").GetString() is "Anton Reve" or "Tobias Wrenfield");
        Assert.NotEmpty(Lines("positions", "--all", "--who", "The minister"));
        Assert.Contains("The minister", Lines("entities").Select(e => e.GetProperty("name").GetString()));
        Line("undo");
        Assert.NotEmpty(Lines("positions", "--all", "--who", "Anton Reve"));
    }

    [Fact]
    public void Conflict_IsJudged_ToldWhereverItIsShown_AndOpenAgainWhenUndone()
    {
        var all = Lines("conflicts");
        var (conflict, count) = (all.First(c => c.GetProperty("statements").GetArrayLength() > 1), all.Length);
        Assert.All(all, c => Assert.Equal((false, JsonValueKind.Null), (c.GetProperty("judged").GetBoolean(), c.GetProperty("judgement").ValueKind)));
        var made = Line("judge", Id(conflict), "no-conflict", "--reason", "two days are meant", "--author", "rosa");
        Assert.Equal("judge-conflict", made.GetProperty("kind").GetString());
        var judged = Assert.Single(Lines("conflicts", "--state", "judged"));
        Assert.Equal(Id(conflict), Id(judged));
        Assert.Equal(("no-conflict", "rosa", "two days are meant"), (Told("verdict"), Told("author"), Told("note")));
        Assert.Equal(count - 1, Lines("conflicts", "--state", "open").Length);
        Assert.Equal(Id(conflict), Id(Lines("conflicts")[^1]));
        Assert.Equal(made.GetProperty("entry").GetInt64(), Line("history", Id(conflict)).GetProperty("entry").GetInt64());
        Assert.Contains("no conflict, different things – rosa", Run("explain", conflict.GetProperty("statements")[0].GetString()!, "--ledger", "demo.db").Output, StringComparison.Ordinal);

        Line("judge", Id(conflict), "wrong", "--which", conflict.GetProperty("statements")[0].GetString()!);
        Assert.NotEqual(0, Lines("conflicts", "--state", "judged")[0].GetProperty("judgement").GetProperty("wrong").GetArrayLength());
        Assert.Equal(["SAY2013"], Run("judge", Id(conflict), "wrong", "--ledger", "demo.db").Codes);
        Assert.Equal(["SAY2007"], Run("judge", "ffffffffff", "real", "--ledger", "demo.db").Codes);
        Line("undo");
        Line("undo", $"{made.GetProperty("entry").GetInt64()}");
        Assert.Empty(Lines("conflicts", "--state", "judged"));
        Assert.Equal(0, Run("verify", "--ledger", "demo.db").Code);

        string? Told(string name) => judged.GetProperty("judgement").GetProperty(name).GetString();
    }

    [Fact]
    public void WhatMakesNoSense_IsRefused_WithItsCode()
    {
        var claims = Claims();
        var (claim, statement) = (Id(claims[0]), Statements(claims[0])[0]);
        (string Code, string[] Command)[] refused =
        [
            ("SAY2012", ["claim", "merge", claim, Id(claims[1])]),
            ("SAY2012", ["claim", "merge", claim, Id(claims[1]), "--reason", " "]),
            ("SAY2012", ["note", claim, " "]),
            ("SAY2013", ["claim", "merge", claim, claim, "--reason", "x"]),
            ("SAY2013", ["claim", "split", Id(claims[1]), statement, "--reason", "x"]),
            ("SAY2013", ["claim", "move", statement, "--to", claim, "--reason", "x"]),
            ("SAY2013", ["origin", "same", statement, statement, "--reason", "x"]),
            ("SAY2013", ["grade", "set", claim, "7", "--reason", "x"]),
            ("SAY2007", ["claim", "merge", claim, "ffffffffff", "--reason", "x"]),
            ("SAY2007", ["entity", "merge", "Anton Reve", "Nobody At All", "--reason", "x"]),
            ("SAY2007", ["grade", "set", "No Such Paper", "A", "--reason", "x"]),
            ("SAY2007", ["note", "ffffffffff", "x"]),
            ("SAY2007", ["undo"]),
            ("SAY2015", ["undo", "1"]),
        ];
        Assert.All(refused, r => Assert.Equal([r.Code], Run([.. r.Command, "--ledger", "demo.db"]).Codes));
        Assert.Empty(Lines("history"));
        Line("note", claim, "x");
        Line("undo");
        Assert.Equal(["SAY2007"], Run("undo", "--ledger", "demo.db").Codes);
        Assert.Equal(["SAY2014"], Run("undo", $"{Lines("history")[0].GetProperty("entry").GetInt64()}", "--ledger", "demo.db").Codes);
    }

    private Result Run(params string[] arguments) => Program.Run(_place.Path, arguments);

    private JsonElement[] Lines(params string[] arguments)
    {
        var result = Run([.. arguments, "--ledger", "demo.db", "--format", "jsonl"]);
        Assert.True(result.Code == 0, result.Error);
        return result.Json;
    }

    private JsonElement Line(params string[] arguments) => Assert.Single(Lines(arguments));

    private JsonElement[] Claims() => Lines("claims", "--repeated");

    private JsonElement Claim(string id, bool isStatement = false) => isStatement
        ? Lines("claims").First(c => Statements(c).Contains(id))
        : Line("claim", id);

    private static string Id(JsonElement line) => line.GetProperty("id").GetString()!;

    private static string[] Statements(JsonElement claim) => [.. claim.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)];
}
