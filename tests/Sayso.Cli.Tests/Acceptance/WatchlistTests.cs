using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>Watchlists and dossiers through the commands alone.</summary>
[Trait("needs", "model")]
public sealed class WatchlistTests : IDisposable
{
    private readonly Workplace _place = new();

    public WatchlistTests()
    {
        Program.NeedsModel();
        Assert.Equal(0, Run("demo", "--ledger", "sayso.db").Code);
    }

    public void Dispose() => _place.Dispose();

    [Fact]
    public void WhatComes_IsNew_UntilItIsSeen_AndSurvivesBackup()
    {
        var claim = Run("claims", "--limit", "1", "--format", "jsonl").Json[0];
        Line("watchlist", "add", "Reve denies", "--who", "Reve", "--stance", "deny", "--since", "2026-03-01");
        var watched = Line("watchlist", "add", "Overloaded", "--claim", claim.GetProperty("id").GetString()![..8]);
        Assert.Equal((0, claim.GetProperty("statements").GetArrayLength()), Counts(watched));
        Assert.Empty(Run("watchlist", "show", "Reve denies").Lines);

        _place.Write("new.txt", "Minister: never overloaded\n\nAnton Reve denied on Friday that the Corriel had been overloaded.\n");
        Assert.Equal(0, Run("add", "new.txt", "--published", "2026-03-21", "--outlet", "The Bell").Code);
        Assert.Equal([1, 1], Lists("sayso.db").Select(l => Counts(l).New));
        Assert.Equal("that the Corriel had been overloaded", Assert.Single(Run("watchlist", "show", "reve DENIES", "--format", "jsonl").Json).GetProperty("content").GetProperty("text").GetString());

        Assert.Equal(0, Counts(Line("watchlist", "seen", "Reve denies")).New);
        Assert.Equal(1, Counts(Line("watchlist", "undo", "Reve denies")).New);
        Assert.Equal(0, Run("watchlist", "remove", "Overloaded").Code);
        Assert.Single(Lists("sayso.db"));
        Line("watchlist", "undo", "Overloaded");
        Assert.Equal(0, Run("backup", "copy.db").Code);
        Assert.Equal(Lists("sayso.db").Select(l => l.ToString()), Lists("copy.db").Select(l => l.ToString()));
        Assert.Equal(0, Run("verify", "--ledger", "copy.db").Code);
    }

    [Theory]
    [InlineData(2, "SAY4001", "watchlist", "add", "x", "--claim", "47", "--who", "Reve")]
    [InlineData(2, "SAY4001", "watchlist", "add", "x", "--since", "yesterday")]
    [InlineData(1, "SAY2016", "watchlist", "add", " ")]
    [InlineData(1, "SAY2007", "watchlist", "show", "nothing")]
    [InlineData(1, "SAY2007", "watchlist", "add", "x", "--claim", "zz")]
    [InlineData(1, "SAY2007", "dossier", "zz")]
    public void Misuse_IsSaid(int status, string code, params string[] arguments)
    {
        var result = Run(arguments);
        Assert.Equal((status, code), (result.Code, result.Codes[0]));
    }

    [Fact]
    public void Dossier_IsNotWrittenOverItsLedger()
    {
        var claim = Run("claims", "--about", "overloaded", "--limit", "1", "--format", "jsonl").Json[0].GetProperty("id").GetString()!;
        var result = Run("dossier", claim, "-o", "sayso.db", "--force");
        Assert.Equal((1, "SAY4003"), (result.Code, result.Codes[0]));
    }

    [Fact]
    public void Dossier_TellsAllOfAClaim_InBothForms_AsOfADay()
    {
        var claim = Run("claims", "--about", "overloaded", "--limit", "1", "--format", "jsonl").Json[0];
        var id = claim.GetProperty("id").GetString()!;
        var html = Run("dossier", id).Output;
        var markdown = Run("dossier", id[..10], "--format", "markdown").Output;
        foreach (var statement in claim.GetProperty("statements").EnumerateArray())
        {
            Assert.Contains(statement.GetProperty("id").GetString()![..10], html, StringComparison.Ordinal);
            Assert.Contains(statement.GetProperty("id").GetString()!, markdown, StringComparison.Ordinal);
        }

        Assert.Contains("<!doctype html>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?:src|href)=\"(?!https?://[a-z-]+\\.example/|#a)", html);
        Assert.Contains($"\n- Claim: {id}\n", markdown, StringComparison.Ordinal);
        var head = JsonSerializer.Deserialize<JsonElement>(Run("verify", "--format", "jsonl").Output).GetProperty("head").GetString()!;
        Assert.Contains(head, html, StringComparison.Ordinal);
        Assert.Contains(head, markdown, StringComparison.Ordinal);
        Assert.Equal(html, Run("dossier", id).Output);

        var early = Run("dossier", id, "--format", "markdown", "--as-of", "2026-03-13", "-o", "early.md");
        Assert.Equal((0, ""), (early.Code, early.Output));
        var then = File.ReadAllText(Path.Combine(_place.Path, "early.md"));
        Assert.Contains("the end of 13 March 2026", then, StringComparison.Ordinal);
        Assert.DoesNotContain("20 March 2026", then, StringComparison.Ordinal);
    }

    private static (int New, int All) Counts(JsonElement list) => (list.GetProperty("new").GetInt32(), list.GetProperty("statements").GetInt32());

    private JsonElement Line(params string[] arguments)
    {
        var result = Run([.. arguments, "--format", "jsonl"]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return Assert.Single(result.Json);
    }

    private JsonElement[] Lists(string ledger) => Run("watchlist", "list", "--ledger", ledger, "--format", "jsonl").Json;

    private Result Run(params string[] arguments) => Program.Run(_place.Path, arguments);
}
