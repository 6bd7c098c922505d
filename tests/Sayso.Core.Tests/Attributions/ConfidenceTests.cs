using CsCheck;
using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Attributions;

/// <summary>How sure the network is of what was read in its scores.</summary>
public sealed class ConfidenceTests
{
    private static readonly ConfidenceWeights _weights = new(-2) { Cue = 0.2, ContentBegin = 0.2, ContentEnd = 0.1, ContentShare = 0.2, Source = 0.2, NoSource = -1, Nested = -0.5 };
    private static readonly ExtractionOptions _options = new() { Confidence = _weights };

    [Fact]
    public void Confidence_IsHigh_WhereScoresAreClear()
    {
        Assert.InRange(Assert.Single(Read("Ann/S1 said/C1 it/K1 broke/k1 .")).Confidence!.Value, 0.9, 0.99);
    }

    [Fact]
    public void Confidence_IsLower_WithoutSource() =>
        Assert.True(Assert.Single(Read("It/K1 is/C1 feared/c1")).Confidence < Assert.Single(Read("Ann/S1 said/C1 no/K1")).Confidence);

    [Fact]
    public void Confidence_IsLower_WhereTheContentPointsElsewhereToo()
    {
        var read = Read("Ann/S1 said/C1 yes/K1 ; Bob/S2 knew/C2 no/K1:0.4,2:0.6");
        Assert.True(read[1].Confidence < read[0].Confidence);
    }

    [Fact]
    public void Confidence_IsLower_Nested()
    {
        const string Script = "Ann/S1 said/C1 Bob/k1/S1 denied/k1/C1 it/k1/K1";
        var plain = Read(Script, new() { Confidence = _weights with { Nested = 0 } });
        foreach (var (read, other) in Read(Script).Zip(plain))
        {
            Assert.Equal(read.Parent is not null, read.Confidence < other.Confidence);
        }
    }

    [Fact]
    public void Confidence_IsAbsent_WithoutWeights() =>
        Assert.Null(Assert.Single(new AttributionExtractor(new ExtractionOptions()).Extract(HandMade.Document("Ann/S1 said/C1 no/K1"))).Confidence);

    [Fact]
    public void HardlyProbable_IsDropped_AndTheRestStays()
    {
        const string Script = "Ann/S1 said/C1 yes/K1 ; Bob/S2 knew/C2 no/K1:0.4,2:0.6";
        var all = Read(Script);
        var sure = Read(Script, _options with { LeastConfidence = (all[0].Confidence!.Value + all[1].Confidence!.Value) / 2 });
        Assert.Equal(all[0], Assert.Single(sure));
    }

    [Fact]
    public void HardlyProbable_IsDropped_WithWhatItHolds()
    {
        const string Script = "Ann/S1 said/C1 Bob/k1/S1 denied/k1/C1 it/k1/K1";
        var outer = Read(Script)[0].Confidence!.Value;
        Assert.Empty(Read(Script, new() { Confidence = _weights with { Nested = 3 }, LeastConfidence = outer + 0.01 }));
    }

    [Fact]
    public void HardlyProbable_NeedsAContent_ToBeJudged()
    {
        var read = Read("Ann/S1 declined/C1 ,", _options with { LeastConfidence = 1, IsHouseConvention = true });
        Assert.Null(Assert.Single(read).Confidence);
    }

    [Fact]
    public void Confidence_IsAProbability_WhateverTheScores() => Gen.Float.Array[3 * RoleLabels.Count].Select(Gen.Float.Array[RoleLabels.Count * RoleLabels.Count]).Sample((emissions, transitions) =>
    {
        var text = HandMade.Text("a b c");
        Token[] tokens = [.. Enumerable.Range(0, 3).Select(i => new Token(new TextSpan(2 * i, (2 * i) + 1), i == 0))];
        LevelScores level = new(emissions, transitions, [new LinkWindow(0, [1, 1, 1], [1, 0, 1], [0, 1, 1])]);
        var read = new AttributionExtractor(_options).Extract(new AnalyzedDocument(text, tokens, new EncoderScores(level, level, "by chance")));
        Assert.All(read, a => Assert.InRange(a.Confidence!.Value, 0, 1));
    });

    /// <summary>All sequences of three words, one by one, against the sums.</summary>
    [Fact]
    public void Marginals_AreSharesOfAllSequences() => Gen.Float[-3, 3].Array[3 * RoleLabels.Count].Select(Gen.Float[-2, 2].Array[RoleLabels.Count * RoleLabels.Count]).Sample((emissions, transitions) =>
    {
        Token[] tokens = [.. Enumerable.Range(0, 3).Select(i => new Token(new TextSpan(2 * i, (2 * i) + 1), i != 1))];
        RoleMarginals marginals = new(tokens, new LevelScores(emissions, transitions, []));
        var expected = new double[3 * RoleLabels.Count];
        var total = 0.0;
        for (var sequence = 0; sequence < RoleLabels.Count * RoleLabels.Count * RoleLabels.Count; sequence++)
        {
            int[] labels = [sequence % RoleLabels.Count, sequence / RoleLabels.Count % RoleLabels.Count, sequence / (RoleLabels.Count * RoleLabels.Count)];
            if (Enumerable.Range(0, 3).Any(i => RoleLabels.IsInside(labels[i]) && (i != 1 || !RoleLabels.MayFollow(labels[0], labels[1])))
                || !RoleLabels.MayFollow(labels[0], labels[1]) || !RoleLabels.MayFollow(labels[1], labels[2]))
            {
                continue;
            }

            var weight = Math.Exp(Enumerable.Range(0, 3).Sum(i => (double)emissions[(i * RoleLabels.Count) + labels[i]])
                + transitions[(labels[0] * RoleLabels.Count) + labels[1]] + transitions[(labels[1] * RoleLabels.Count) + labels[2]]);
            total += weight;
            for (var i = 0; i < 3; i++)
            {
                expected[(i * RoleLabels.Count) + labels[i]] += weight;
            }
        }

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i] / total, marginals.Of(i / RoleLabels.Count, i % RoleLabels.Count), 1e-5);
        }
    });

    private static IReadOnlyList<Attribution> Read(string script, ExtractionOptions? options = null) => new AttributionExtractor(options ?? _options).Extract(HandMade.Document(script));
}
