using Sayso.Core.Attributions;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class SaysoMetricsTests
{
    private const string Text = "Ana Poe said Bob thinks rents will rise. Eve denied that taxes fell.";
    private static readonly GoldStatement[] _gold =
    [
        new(Marks.Attribution(Text, "Ana Poe", "said", "Bob thinks rents will rise"), false),
        new(Marks.Attribution(Text, "Bob", "thinks", "rents will rise"), true),
        new(Marks.Attribution(Text, "Eve", "denied", "that taxes fell"), false),
    ];

    private static readonly Attribution _outer = Marks.Attribution(Text, "Bob", "said", "Bob thinks rents will rise");

    private static readonly Attribution[] _predicted =
    [
        _outer, // found, source wrong
        Marks.Attribution(Text, "Bob", "thinks", "rents will rise") with { Parent = _outer }, // right, and nested
        Marks.Attribution(Text, "Eve", "denied", "taxes fell"), // right: content IoU 2/3
        Marks.Attribution(Text, "", "rise", "rents"), // wrong
    ];

    private static readonly SaysoTally _tally = SaysoMetrics.Count(Text, _predicted, _gold);

    [Fact]
    public void UnnestedStatements_AreScoredAlone()
    {
        Assert.Equal(new Counts(1, 3, 2), _tally.Outer.Relation);
        Assert.Equal(new Counts(2, 3, 2), _tally.Outer.Found);
    }

    [Fact]
    public void FoundNestedStatements_AreNoErrors_WhenAllAreCounted() => Assert.Equal(new Counts(3, 4, 3), _tally.All);

    [Fact]
    public void NestedRecall_IsOfNestedStatements()
    {
        Assert.Equal(new Share(1, 1), _tally.Nested);
        Assert.Equal(new Share(0, 1), SaysoMetrics.Count(Text, [_predicted[0], _predicted[2]], _gold).Nested);
    }

    [Fact]
    public void Source_IsJudged_WhereTheStatementIsFound()
    {
        Assert.Equal(new Share(1, 2), _tally.Source);
        Assert.Equal(0.5, _tally.Source.Value);
        Assert.Null(default(Share).Value);
    }
}
