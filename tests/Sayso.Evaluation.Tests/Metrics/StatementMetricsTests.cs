using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class StatementMetricsTests
{
    private const string Text = "Ana Poe said Bob thinks rents will rise. She denied that taxes fell. It is feared that prices doubled.";
    private static readonly GoldStatement[] _gold =
    [
        Gold(("Ana Poe", "said", "Bob thinks rents will rise"), Stance.Assert, "Ana Poe"),
        Gold(("Bob", "thinks", "rents will rise"), Stance.Assert, "Ana Poe", "Bob") with { Parent = "x", Certainty = Certainty.Probable },
        Gold(("She", "denied", "that taxes fell"), Stance.Deny, "Ana Poe") with { IsResolved = true, Polarity = Polarity.Negative },
        Gold(("", "is feared", "that prices doubled"), Stance.Assert, "unspecified"),
    ];

    private static readonly Statement[] _predicted =
    [
        Read(("Ana Poe", "said", "Bob thinks rents will rise"), Stance.Assert, "Ana Poe"),
        Read(("Bob", "thinks", "rents will rise"), Stance.Assert, "Bob"), // a hop is missing, and certain is wrong
        Read(("She", "denied", "that taxes fell"), Stance.Dismiss, "Poe"), // stance and polarity wrong, name right
        Read(("", "is feared", "that prices doubled"), Stance.Assert, "nobody") with { Chain = Chain(SourceKind.Anonymous, "someone") },
        Read(("", "rise", "rents"), Stance.Assert, "Ana Poe"), // not in gold
    ];

    private static readonly StatementTally _tally = StatementMetrics.Count(Text, _predicted, _gold);

    [Fact]
    public void Found_IsByCueAndContent() => Assert.Equal((new Counts(4, 5, 4), new Share(1, 1)), (_tally.Found, _tally.Nested));

    [Fact]
    public void Chains_NeedAllHops_AndUnspecifiedAgreesWithAnyAnonymous() =>
        Assert.Equal((new Share(3, 4), new Share(0, 1), new Share(1, 1)), (_tally.Chain, _tally.LongChain, _tally.Speaker));

    [Fact]
    public void Attitudes_AreJudgedOnWhatWasFound()
    {
        Assert.Equal((new Share(3, 4), new Share(3, 4), new Share(3, 4)), (_tally.Stance.Accuracy, _tally.Certainty.Accuracy, _tally.Polarity.Accuracy));
        Assert.Equal([new ConfusionCell("assert", "assert", 3), new ConfusionCell("deny", "dismiss", 1)], _tally.Stance.Cells);
        Assert.Equal(1.0, _tally.Stance.MacroF1(3));
        Assert.Equal(0.5, _tally.Stance.MacroF1(1));
        Assert.Null(_tally.Stance.MacroF1(10));
    }

    [Fact]
    public void Tallies_AddUp()
    {
        var twice = _tally + _tally;
        Assert.Equal((new Share(6, 8), new Share(6, 8), 8L), (twice.Chain, twice.Stance.Accuracy, twice.Found.Right));
    }

    [Theory]
    [InlineData("Poe", "Ana Poe", true)]
    [InlineData("President Ana Poe", "Ana Poe", true)]
    [InlineData("the port authority", "Port Authority of Ostrel", true)]
    [InlineData("Ana Loy", "Ana Poe", false)] // "Ana Loy" fits better
    [InlineData("critics", "Ana Poe", false)]
    public void Names_Agree_ByTheirWords(string predicted, string gold, bool agree)
    {
        var names = new NameAgreement(["Ana Poe", "Ana Loy", "Port Authority of Ostrel"]);
        Assert.Equal(agree, names.Agree(Chain(SourceKind.Named, predicted)[0], new GoldHop(gold, SourceKind.Named)));
    }

    private static GoldStatement Gold((string Source, string Cue, string Content) spans, Stance stance, params string[] chain) =>
        new(Marks.Attribution(Text, spans.Source, spans.Cue, spans.Content), chain.Length > 1)
        {
            Stance = stance,
            Chain = chain.Select(name => new GoldHop(name, SourceKind.Named)).ToValueList(),
        };

    private static Statement Read((string Source, string Cue, string Content) spans, Stance stance, string chain)
    {
        var attribution = Marks.Attribution(Text, spans.Source, spans.Cue, spans.Content);
        return new Statement(StatementId.Of("d", attribution), "d", attribution.Source, attribution.Cue, attribution.Content)
        {
            Attitude = new Attitude(stance, Certainty.Certain, Polarity.Positive),
            Chain = Chain(SourceKind.Named, chain),
        };
    }

    private static ValueList<Hop> Chain(SourceKind kind, params string[] names) =>
        names.Select(name => new Hop(name, kind, SpanList.Empty, HopRelation.Says)).ToValueList();
}
