using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;
using Sayso.Evaluation.Reports;

namespace Sayso.Evaluation.Tests.Reports;

public sealed class StoryEvaluationTests
{
    private const string First = "Ola Berg said the goat was made mayor. Ola Berg said the bridge was closed.";
    private const string Second = "Per Lund said the goat  was made mayor.";

    private const string Gold = """
        {"title": "made", "documents": ".", "claims": [
          {"id": "goat", "proposition": "The goat was made mayor", "origins": {"for": {"low": 2, "high": 2}, "against": {"low": 0, "high": 0}},
           "mentions": [{"document": "1.txt", "passage": "the goat was made mayor", "side": "for", "origin": "berg"},
                        {"document": "2.txt", "passage": "the goat was made mayor", "side": "for", "origin": "lund"},
                        {"document": "2.txt", "passage": "no such words", "side": "neutral"}]},
          {"id": "bridge", "proposition": "The bridge stayed open", "origins": {"for": {"low": 0, "high": 0}, "against": {"low": 1, "high": 1}},
           "mentions": [{"document": "1.txt", "passage": "the bridge was closed", "side": "against", "origin": "berg"}]}],
         "apart": [["goat", "bridge"]], "circular": [["1.txt", "2.txt", "1.txt"]], "deadEnds": [{"citing": "1.txt", "cited": "The Post"}],
         "moves": [{"actor": "Ola Berg", "claim": "goat", "from": "deny", "to": "not-deny", "documents": ["1.txt", "2.txt"]}],
         "conflicts": [{"kind": "polarity", "claims": ["goat"]}]}
        """;

    [Fact]
    public async Task Story_IsScored_AgainstItsGold()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "gold.json"), Gold, TestContext.Current.CancellationToken);
        var story = Assert.Single(await StoryCorpus.ReadAsync(folder.Path, TestContext.Current.CancellationToken));
        Assert.Equal((Stance.Deny, Stance.NotDeny), (story.Moves[0].From, story.Moves[0].To));

        var (report, wrong) = StoryEvaluation.Of(story, Claimed());
        var rows = report.Rows.ToDictionary(r => r.Name, r => r.Value, StringComparer.Ordinal);
        Assert.Equal(0.75, rows["statements found"]);
        Assert.Equal(1.0, rows["pairs of one claim"]);
        Assert.Equal(1.0, rows["B³"]);
        Assert.Equal(1.0, rows["sides"]);
        Assert.Equal(1.0, rows["look-alikes apart"]);
        Assert.Equal(1.0, rows["origins exact"]);
        Assert.Equal(0.0, rows["origins, mean absolute error"]);
        Assert.Equal((0, 0, 1), Counts(report, "position moves"));
        Assert.Equal((0, 0, 1), Counts(report, "conflicts"));
        Assert.Contains("conflict, not found\tpolarity\tgoat", wrong);
        Assert.Contains("move, not found\tOla Berg\tdeny → not-deny\tgoat", wrong);
        Assert.Contains(wrong, w => w.StartsWith("not found\tgoat\t2.txt", StringComparison.Ordinal));
        Assert.Contains(wrong, w => w.StartsWith("circular, not found", StringComparison.Ordinal));
        Assert.Contains(wrong, w => w.StartsWith("dead end, not found\t1.txt\tThe Post", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MovesAndConflicts_AreRight_WhereTheyAreTheGolds()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "gold.json"), Gold.Replace("not-deny\", \"documents", "confirm\", \"documents", StringComparison.Ordinal).Replace(
            "\"passage\": \"the goat was made mayor\", \"side\": \"for\", \"origin\": \"berg\"", "\"passage\": \"the goat was made mayor\", \"side\": \"against\", \"origin\": \"berg\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var story = Assert.Single(await StoryCorpus.ReadAsync(folder.Path, TestContext.Current.CancellationToken));
        var (report, _) = StoryEvaluation.Of(story, Claimed(Polarity.Negative, "Ola Berg"));
        Assert.Equal((1, 1, 1), Counts(report, "position moves"));
        Assert.Equal((1, 1, 1), Counts(report, "conflicts"));
    }

    [Fact]
    public async Task Stories_OfTheRepository_AreRead_AndNameTheirClaims()
    {
        var stories = await StoryCorpus.ReadAsync(Corpora.Stories, TestContext.Current.CancellationToken);
        Assert.Equal(3, stories.Count);
        Assert.All(stories, story =>
        {
            HashSet<string> claims = [.. story.Claims.Select(c => c.Id)];
            Assert.Equal(story.Claims.Count, claims.Count);
            Assert.All(story.Apart.SelectMany(a => a).Concat(story.Moves.Select(m => m.Claim)).Concat(story.Conflicts.SelectMany(c => c.Claims)), claim => Assert.Contains(claim, claims));
            string[] files = [.. story.Claims.SelectMany(c => c.Mentions.Select(m => m.Document)), .. story.Circular.SelectMany(c => c), .. story.DeadEnds.Select(d => d.Citing), .. story.Moves.SelectMany(m => m.Documents)];
            Assert.All(files, file => Assert.True(File.Exists(Path.Combine(story.Folder, file)), file));
        });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"title": "x", "documents": ".", "claims": [], "apart": [], "circular": [], "deadEnds": [], "conflicts": [], "moves": [{"actor": "a", "claim": "b", "from": "sulk", "to": "deny", "documents": []}]}""")]
    [InlineData("[")]
    public async Task Gold_IsRefused_WhereItIsMalformed(string gold)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "gold.json"), gold, TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<SaysoException>(() => StoryCorpus.ReadAsync(folder.Path, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.BadCorpus, failure.Problem.Code);
    }

    [Fact]
    public void Passage_IsFoundAsWholeWords_WhateverTheWhiteSpace() => Assert.Equal(
        [new TextSpan(8, 23)],
        MentionAlignment.Places("140,000 40,000  bottles", "40,000 bottles"));

    private static (long Right, long Predicted, long Gold) Counts(EvaluationReport report, string name)
    {
        var row = report.Rows.First(r => r.Name == name);
        return (row.Right ?? -1, row.Predicted ?? -1, row.Gold ?? -1);
    }

    private static ClaimedLedger Claimed(Polarity first = Polarity.Positive, string second = "Per Lund")
    {
        var documents = new[] { Document("1.txt", First), Document("2.txt", Second) };
        var analysis = new ClaimAnalysis((texts, _) => [.. texts.Select(t => new SentenceVector(t.Contains("goat", StringComparison.Ordinal) ? [1, 0] : [0, 1]))]);
        return analysis.Read(
            [(documents[0], [Statement(documents[0], "the goat was made mayor", "Ola Berg", first), Statement(documents[0], "the bridge was closed", "Ola Berg")]), (documents[1], [Statement(documents[1], "the goat  was made mayor", second)])],
            TestContext.Current.CancellationToken);
    }

    private static Document Document(string name, string text) => new() { Id = "d" + name, Path = "stories/" + name, Raw = default, RawHash = "", MediaType = "text/plain", Text = text, Published = new LocalDateTime(2031, 3, name[0] - '0', 8, 0).WithOffset(Offset.Zero) };

    private static Statement Statement(Document document, string content, string speaker, Polarity polarity = Polarity.Positive)
    {
        var at = document.Text.IndexOf(content, StringComparison.Ordinal);
        return new Statement($"{document.Id}{at}", document.Id, SpanList.Empty, SpanList.Of(new TextSpan(at - "said ".Length, at - 1)), SpanList.Of(new TextSpan(at, at + content.Length)))
        {
            Attitude = new Attitude(Stance.Assert, Certainty.Certain, polarity),
            Chain = new([new Hop(speaker, SourceKind.Named, SpanList.Empty, HopRelation.Says)]),
        };
    }
}
