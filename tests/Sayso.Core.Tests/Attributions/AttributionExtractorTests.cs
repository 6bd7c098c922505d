using CsCheck;
using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Attributions;

public sealed class AttributionExtractorTests
{
    private static readonly float[] Odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0];

    /// <summary>Name, document, and what must be read in it.</summary>
    public static TheoryData<string, string, string[]> Cases => new()
    {
        { "source, cue, content", "The/S1 mayor/s1 said/C1 it/K1 rained/k1 .", ["The mayor > said > it rained"] },
        { "no source", "It/K1 is/C1 feared/c1 that/K1 it/k1 broke/k1 .", [" > is feared > It + that it broke"] },
        { "no content", "She/S1 declined/C1 to/c1 comment/c1 .", [] },
        { "a cue that nothing points to", "Reports/C1 end here", [] },
        { "content around the cue", "Rain/K1 ,/k1 he/S1 said/C1 , is/K1 due/k1", ["he > said > Rain , + is due"] },
        { "content over a line end", "He/S1 said/C1 no/K1 | no/K1 again/k1", ["He > said > no + no again"] },
        { "no span crosses a line start, even if its label says so", "He/S1 said/C1 no/K1 | no/k1", ["He > said > no"] },
        { "a cue in pieces", "She/S1 told/C1 us angrily/C1 it/K1 broke/k1", ["She > told + angrily > it broke"] },
        {
            "a piece that points to another cue is a cue of its own",
            "She/S1 told/C1 us/K1 angrily/C2 it/K2 broke/k2",
            ["She > told > us", " > angrily > it broke"]
        },
        {
            "what points to a cue's further piece belongs to the cue",
            "She/S1 told/C1 us angrily/C1 it/K2 broke/k2",
            ["She > told + angrily > it broke"]
        },
        {
            "a source of two cues",
            "Ann/S1:0.5,2:0.5 said/C1 yes/K1 and denied/C2 no/K2",
            ["Ann > said > yes", "Ann > denied > no"]
        },
        {
            "the nearer of two sources",
            "Ann/S1 and Bob/S1:0.6,2:0.4 said/C1 yes/K1 ; knew/C2 no/K2",
            ["Ann > said > yes", "Bob > knew > no"]
        },
        {
            "a source that hardly points",
            "Ann/S1:0.95,2:0.05 said/C1 yes/K1 ; feared/C2 no/K2",
            ["Ann > said > yes", " > feared > no"]
        },
        { "a source on another line", "Ann/S1 left | said/C1 no/K1", [" > said > no"] },
        {
            "a source on another line is nobody's where one on the cue's own points to it too",
            "Ann/S1 left | Bob/S1:0.6,2:0.4 said/C1 yes/K1 ; knew/C2 no/K2",
            ["Bob > said > yes", "Bob > knew > no"]
        },
        {
            "a content of two cues",
            "Ann/S1 , citing/C1 Bob/S2 , said/C2 no/K1:0.5,2:0.5",
            ["Ann > citing > no", "Bob > said > no"]
        },
        {
            "a content's second cue under the threshold",
            "Ann/S1 , citing/C1 Bob/S2 , said/C2 no/K1:0.4,2:0.6",
            ["Bob > said > no"]
        },
        { "no words", "", [] },
        { "no cue", "Ann/S sleeps", [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Attributions_AreRead_From(string name, string script, string[] expected)
    {
        Assert.NotEmpty(name);
        var document = HandMade.Document(script);
        Assert.Equal(expected, HandMade.Read(document));
    }

    [Fact]
    public void Spans_AreSlicesOfTheText()
    {
        var document = HandMade.Document("The/S1 mayor/s1 said/C1 it/K1 rained/k1 .");
        var attribution = Assert.Single(new AttributionExtractor(new ExtractionOptions()).Extract(document));
        Assert.Equal("The mayor", attribution.Source.TextOf(document.Document.Text));
        Assert.Equal("said", attribution.Cue.TextOf(document.Document.Text));
        Assert.Equal("it rained", attribution.Content.TextOf(document.Document.Text));
    }

    [Theory]
    [InlineData("Ann/S1 ,/s1 who/s1 saw/s1 it/s1 ,/s1 said/C1 no/K1", "Ann , who saw it > said > no")]
    [InlineData("Ann/S1 —/s1 ,/s1 said/C1 no/K1", "Ann > said > no")]
    [InlineData("Ann/S1 ,/s1 Bob/s1 said/C1 no/K1", "Ann , Bob > said > no")]
    [InlineData(",/S1 said/C1 no/K1", ", > said > no")]
    public void Sources_EndWithAWord_WhereTheConventionWantsIt(string script, string expected)
    {
        var document = HandMade.Document(script);
        Assert.Equal([expected], HandMade.Read(document, new ExtractionOptions { IsHouseConvention = true }));
        Assert.Contains(", > said", string.Concat(HandMade.Read(HandMade.Document("Ann/S1 ,/s1 said/C1 no/K1"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_FarFromTheirCue_AreCuesOfTheirOwn()
    {
        var gap = string.Concat(Enumerable.Repeat(" x", ExtractionOptions.CueReach));
        string[] Read(string words) => HandMade.Read(HandMade.Document($"She/S1 told/C1 us/K1{words} again/C1 it/K2"));

        Assert.Equal(["She > told > us", " > again > it"], Read(gap));
        Assert.Equal(["She > told + again > us + it"], Read(gap[..^4]));
    }

    [Fact]
    public void Links_InNoCommonWindow_JoinNothing()
    {
        var document = HandMade.Document("Ann/S1 said/C1 yes/K1 ; no/K1", _ => [(0, 3), (3, 5)]);
        Assert.Equal(["Ann > said > yes"], HandMade.Read(document));
    }

    [Fact]
    public void Windows_ThatOverlap_AreAveraged()
    {
        // In the second window alone, the content can only point to the cue that is there.
        const string Script = "yes/K1 said/C1 no/K1:0.9,2:0.1 , feared/C2";
        var document = HandMade.Document(Script, _ => [(0, 5), (2, 5)]);
        Assert.Equal([" > said > yes", " > feared > no"], HandMade.Read(document, new ExtractionOptions(SharedContent: 0.6)));
        Assert.Equal([" > said > yes + no", " > feared > no"], HandMade.Read(document, new ExtractionOptions(SharedContent: 0.44)));
    }

    [Fact]
    public void WhateverTheScores_AttributionsAreWellFormed()
    {
        var score = Gen.OneOf(Gen.Float[-9, 9], Gen.Float, Gen.Int[0, Odd.Length - 1].Select(i => Odd[i]));
        var document =
            from words in Gen.Int[0, 40]
            from emissions in score.Array[words * RoleLabels.Count]
            from transitions in score.Array[RoleLabels.Count * RoleLabels.Count]
            from lines in Gen.Bool.Array[words]
            from windows in Gen.Select(Gen.Int[0, Math.Max(words - 1, 0)], Gen.Int[1, 15]).Array[0, 4]
            from vectors in score.Array[1000]
            select Build(words, emissions, transitions, lines, words == 0 ? [] : windows, vectors);
        document.Sample(AssertWellFormed, iter: 5000);
    }

    private static AnalyzedDocument Build(
        int words, float[] emissions, float[] transitions, bool[] lines, (int First, int Count)[] windows, float[] vectors)
    {
        Token[] tokens = [.. Enumerable.Range(0, words).Select(i => new Token(new TextSpan(2 * i, (2 * i) + 1), i == 0 || lines[i]))];
        var links = windows.OrderBy(w => w.First).Select(w =>
        {
            var count = Math.Min(w.Count, words - w.First);
            return new LinkWindow(
                w.First,
                [.. Enumerable.Repeat(0.5f, count)],
                [.. Enumerable.Range(w.First, count * 4).Select(i => vectors[i])],
                [.. Enumerable.Range(w.First, count * 4).Select(i => vectors[999 - i])]);
        });
        var text = string.Concat(Enumerable.Range(0, words).Select(i => "x" + (i + 1 < words && lines[i + 1] ? "\n" : " ")));
        LinkWindow[] windowed = [.. links];
        return new AnalyzedDocument(HandMade.Text(text), tokens, new EncoderScores(
            new LevelScores(emissions, transitions, windowed), new LevelScores([.. emissions.Reverse()], transitions, windowed), "random"));
    }

    private static void AssertWellFormed(AnalyzedDocument document)
    {
        var text = document.Document.Text;
        var found = new AttributionExtractor(new ExtractionOptions()).Extract(document);
        AssertInOrder(found.TakeWhile(a => a.Parent is null));
        AssertInOrder(found.SkipWhile(a => a.Parent is null));
        foreach (var attribution in found)
        {
            Assert.NotEmpty(attribution.Cue);
            Assert.NotEmpty(attribution.Content);
            Assert.True(attribution.Parent is not { } parent || (parent.Parent is null && found.Contains(parent)));

            // SpanList.Of has seen to order and overlap inside a role.
            TextSpan[] all = [.. attribution.Source, .. attribution.Cue, .. attribution.Content];
            foreach (var span in all)
            {
                Assert.InRange(span.End, span.Start + 1, text.Length);
                Assert.False(span.Slice(text).Contains('\n'));
                Assert.Equal(1, all.Count(span.Overlaps));
            }
        }
    }

    private static void AssertInOrder(IEnumerable<Attribution> found)
    {
        int[] starts = [.. found.Select(a => a.Cue[0].Start)];
        Assert.Equal(starts.Distinct().Order(), starts);
    }
}
