using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class AttributionMetricsTests
{
    // Tokens: Mayor0 Ruiz1 said2 rents3 will4 rise5 ,6 and7 Ana8 Poe9 denied10 it11 .12
    private const string Text = "Mayor Ruiz said rents will rise, and Ana Poe denied it.";
    private static readonly Attribution[] _gold =
    [
        Marks.Attribution(Text, "Mayor Ruiz", "said", "rents will rise"),
        Marks.Attribution(Text, "Ana Poe", "denied", "it"),
    ];

    private static readonly Attribution[] _predicted =
    [
        Marks.Attribution(Text, "Ruiz", "said", "rents will rise,"), // source IoU 1/2, content IoU 3/4
        Marks.Attribution(Text, "Mayor Ruiz", "denied", "it"), // source IoU 0, content IoU 1
    ];

    private static readonly AttributionTally _tally = AttributionMetrics.Count(Text, _predicted, _gold);

    [Fact]
    public void Relation_NeedsTheSource() => Assert.Equal(new Counts(1, 2, 2), _tally.Relation);

    [Fact]
    public void Found_DoesNotNeedTheSource() => Assert.Equal(new Counts(2, 2, 2), _tally.Found);

    [Theory]
    [InlineData(Role.Source, 1, 2, 2)] // {0 1} is gold's first source, though the wrong attribution has it
    [InlineData(Role.Cue, 2, 2, 2)]
    [InlineData(Role.Content, 1, 2, 2)] // the comma is too much
    public void Exact_ComparesTokenSets(Role role, int right, int predicted, int gold) =>
        Assert.Equal(new Counts(right, predicted, gold), _tally.Exact[role]);

    [Theory]
    [InlineData(Role.Source, 2, 2, 4)] // {0 1} of {0 1 8 9}
    [InlineData(Role.Cue, 2, 2, 2)]
    [InlineData(Role.Content, 4, 5, 4)] // {3 4 5 6 11} for {3 4 5 11}
    public void Token_ComparesTheRoleOfTokens(Role role, int right, int predicted, int gold) =>
        Assert.Equal(new Counts(right, predicted, gold), _tally.Token[role]);

    [Fact]
    public void Figures_FollowFromCounts()
    {
        Assert.Equal(1, _tally.Token.Source.Precision);
        Assert.Equal(0.5, _tally.Token.Source.Recall);
        Assert.Equal(2.0 * 2 / (2 + 4), _tally.Token.Source.F1);
    }

    // 26 labels: source 2 + 4, cue 2 + 2, content 5 + 4, none 4 + 3; tokens 6, 8 and 9 disagree.
    // alpha = 1 - (6 / 26) / (1 - (30 + 12 + 72 + 42) / (26 · 25)) = 1 - (6 / 26) / (494 / 650) = 344 / 494
    [Fact]
    public void Alpha_IsOverTheLabelsOfAllTokens() => Assert.Equal(344.0 / 494, _tally.Labels.Alpha!.Value, 12);

    [Fact]
    public void Attributions_AreMatchedOneToOne_WhenTwoPredictionsFitOneGold()
    {
        Attribution[] twice = [_gold[0], _gold[0]];
        var tally = AttributionMetrics.Count(Text, twice, _gold);
        Assert.Equal(new Counts(1, 2, 2), tally.Relation);
        Assert.Equal(new Counts(1, 2, 2), tally.Exact.Cue);
        Assert.Equal(new Counts(2, 2, 4), tally.Token.Source);
    }

    // Contents' IoU: P1-G1 1/2, P1-G2 2/3, P2-G1 1, P2-G2 1/3 (too little). In the order of the predictions P1 would
    // take G1 and leave nothing for P2.
    [Fact]
    public void Matching_TakesTheBestPairFirst()
    {
        Attribution[] predicted =
        [
            Marks.Attribution(Text, "Mayor Ruiz", "said", "rents will"),
            Marks.Attribution(Text, "Mayor Ruiz", "said", "rents"),
        ];
        Attribution[] gold =
        [
            Marks.Attribution(Text, "Mayor Ruiz", "said", "rents"),
            Marks.Attribution(Text, "Mayor Ruiz", "said", "rents will rise"),
        ];
        Assert.Equal(new Counts(2, 2, 2), AttributionMetrics.Count(Text, predicted, gold).Relation);
    }

    [Theory]
    [InlineData("", "", 1)] // absent on both sides agrees
    [InlineData("Ruiz", "", 0)]
    [InlineData("", "Ruiz", 0)]
    public void AbsentSource_AgreesWithAbsentOnly(string predicted, string gold, int expected)
    {
        var tally = AttributionMetrics.Count(
            Text,
            [Marks.Attribution(Text, predicted, "said", "rents will rise")],
            [Marks.Attribution(Text, gold, "said", "rents will rise")]);
        Assert.Equal(expected, tally.Relation.Right);
        Assert.Equal(predicted.Length > 0 ? 1 : 0, tally.Exact.Source.Predicted);
    }

    [Fact]
    public void SharedSource_CountsOnceForEachAttribution()
    {
        Attribution[] gold =
        [
            Marks.Attribution(Text, "Ana Poe", "said", "rents will rise"),
            Marks.Attribution(Text, "Ana Poe", "denied", "it"),
        ];
        var tally = AttributionMetrics.Count(Text, [gold[0]], gold);
        Assert.Equal(new Counts(1, 1, 2), tally.Exact.Source);
        Assert.Equal(new Counts(2, 2, 2), tally.Token.Source);
    }

    [Fact]
    public void Fragments_AreOneSpan()
    {
        var gold = Marks.Attribution(Text, "Ana Poe", "denied", "rents will rise|it");
        var whole = AttributionMetrics.Count(Text, [gold], [gold]);
        Assert.Equal(new Counts(1, 1, 1), whole.Exact.Content);
        var half = AttributionMetrics.Count(Text, [Marks.Attribution(Text, "Ana Poe", "denied", "it")], [gold]);
        Assert.Equal(new Counts(0, 1, 1), half.Exact.Content);
        Assert.Equal(new Counts(1, 1, 4), half.Token.Content);
    }

    [Fact]
    public void CueInsideContent_KeepsItsLabel()
    {
        // Gold's content covers gold's own cue: the token is a cue on both sides, so all tokens agree.
        var gold = Marks.Attribution(Text, "Mayor Ruiz", "said", "said rents will rise");
        var predicted = Marks.Attribution(Text, "Mayor Ruiz", "said", "rents will rise");
        Assert.Equal(1, AttributionMetrics.Count(Text, [predicted], [gold]).Labels.Alpha);
    }

    [Fact]
    public void Nothing_HasNoFigures()
    {
        var tally = AttributionMetrics.Count(Text, [], []);
        Assert.Null(tally.Relation.F1);
        Assert.Null(tally.Labels.Alpha);
        Assert.Equal(0, AttributionMetrics.Count(Text, [], _gold).Relation.F1);
        Assert.Null(AttributionMetrics.Count(Text, [], _gold).Relation.Precision);
    }
}
