using System.Text.RegularExpressions;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The views over the sample story, through the commands alone.</summary>
[Trait("needs", "model")]
public sealed class ViewTests : IDisposable
{
    private readonly Workplace _place = new();

    public ViewTests()
    {
        Program.NeedsModel();
        Assert.Equal(0, Run("demo", "--ledger", "demo.db").Code);
    }

    [Fact]
    public void Story_IsSeen_FromEverySide()
    {
        // One page tells of all ferries, and stands alone.
        var story = Lines("stories")[0];
        Assert.Equal(["id", "title", "documents", "claims", "origins", "first", "last"], Keys(story));
        Assert.InRange(story.GetProperty("documents").GetArrayLength(), 20, 21);

        var aboard = Lines("figures", "--about", "aboard").First(f => f.GetProperty("scope").GetString() == "Corriel" && f.GetProperty("unit").GetString() is null);
        Assert.Superset(new HashSet<double> { 187, 263 }, aboard.GetProperty("readings").EnumerateArray().Select(r => r.GetProperty("value")).Where(v => v.ValueKind != System.Text.Json.JsonValueKind.Null).Select(v => v.GetDouble()).ToHashSet());
        Assert.NotEmpty(aboard.GetProperty("revisions").EnumerateArray());

        var minister = Lines("positions", "--who", "Reve", "--moved")[0];
        Assert.Equal(["not-deny", "confirm"], minister.GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("to").GetString()));

        var edit = Assert.Single(Lines("changes"));
        Assert.True(edit.GetProperty("silent").GetBoolean());
        Assert.Contains("changed", edit.GetProperty("edits").EnumerateArray().Select(e => e.GetProperty("kind").GetString()));

        Assert.All(Lines("conflicts", "--kind", "polarity"), c => Assert.True(c.GetProperty("statements").GetArrayLength() > 1));
        Assert.All(Lines("timeline", "--in", "2026-03-12"), e => Assert.True(string.CompareOrdinal(e.GetProperty("earliest").GetString(), "2026-03-12") <= 0));
    }

    [Fact]
    public void Views_AsOfADay_HoldNothingLater()
    {
        foreach (var view in new[] { "stories", "figures", "positions", "timeline", "conflicts", "changes", "claims", "statements", "documents" })
        {
            Assert.Empty(Run(view, "--as-of", "2026-03-11", "--ledger", "demo.db").Lines);
            var first = Run(view, "--as-of", "2026-03-12", "--ledger", "demo.db").Lines;
            Assert.True(view == "stories" || first.Length < Run(view, "--ledger", "demo.db").Lines.Length, view);
            Assert.DoesNotContain(first, line => Regex.IsMatch(line, @"\b263\b"));
        }

        Assert.Equal(4, Lines("stories", "--as-of", "2026-03-12")[0].GetProperty("documents").GetArrayLength());
    }

    [Fact]
    public void Claims_OfTheLatestStatements_SayOfHowMany()
    {
        foreach (var view in new[] { "claims", "figures", "positions", "timeline", "stories" })
        {
            var some = Run(view, "--as-of", "2026-03-18", "--window", "150", "--ledger", "demo.db");
            Assert.Matches(@"^Claims of the latest 1[0-5]\d of \d{3} statements\. --window N widens it\.$", some.Error.Trim());
            var all = Run(view, "--as-of", "2026-03-18", "--ledger", "demo.db");
            Assert.Empty(all.Error);
            Assert.True(some.Lines.Length < all.Lines.Length || view == "stories", view);
        }

        Assert.Equal(2, Run("claims", "--window", "0", "--ledger", "demo.db").Code);
    }

    [Fact]
    public void StoryThatIsNotThere_IsSaid() => Assert.Equal(["SAY2007"], Run("figures", "--story", "ffff", "--ledger", "demo.db").Codes);

    public void Dispose() => _place.Dispose();

    private static IEnumerable<string> Keys(System.Text.Json.JsonElement line) => line.EnumerateObject().Select(p => p.Name);

    private Result Run(params string[] arguments) => Program.Run(_place.Path, arguments);

    private System.Text.Json.JsonElement[] Lines(string view, params string[] arguments) => Run([view, .. arguments, "--ledger", "demo.db", "--format", "jsonl"]).Json;
}
