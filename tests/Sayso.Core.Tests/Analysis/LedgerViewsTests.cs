using CsCheck;
using Sayso.Core.Tests.Figures;
using Sayso.Core.Tests.Positions;

namespace Sayso.Core.Tests.Analysis;

public sealed class LedgerViewsTests
{
    private static readonly string[] _speakers = ["Dunja Harpel", "Harpel", "Ilo Verrin", "Bell Line", "Two officials"];
    private static readonly string[] _cues = ["said", "denied", "did not dispute", "confirmed"];
    private static readonly string[] _contents =
    [
        "that 187 people were aboard the Ardent", "that 263 people were aboard the Ardent", "that the Ardent was overloaded", "that the Ardent was not overloaded", "that the Ardent sank on March 12",
        "that 143 people were aboard the Sandrel", "that the first distress call was logged at 4:52 a.m.", "that the first distress call was logged at 4:31 a.m.", "that 31 people were dead", "that 38 people were dead",
    ];

    /// <summary>Up to seven articles of up to three statements, in a small world in which much is said twice.</summary>
    private static readonly Gen<MadeLedger> _ledgers = Gen.Select(Any(_speakers), Any(_cues), Any(_contents)).Array[1, 3]
        .Select(Gen.Int[0, 5], Gen.Int[10, 12]).Array[1, 7]
        .Select(articles => articles.Aggregate(new MadeLedger(), (ledger, article) => Add(ledger, article.Item1.DistinctBy(s => s).ToArray(), article.Item2, article.Item3)));

    [Fact]
    public void Views_AreTheSame_InWhateverOrderDocumentsCome()
    {
        Gen.Select(_ledgers, Gen.Int).Sample((ledger, seed) =>
        {
            var random = new Random(seed);
            var count = ledger.Pages.Count();
            return ViewWords.All(ledger.Views()) == ViewWords.All(ledger.Views([.. Enumerable.Range(0, count).OrderBy(_ => random.Next())]));
        }, iter: 60);
    }

    [Fact]
    public void Generator_MakesAllThatIsSeen_SoThatThePropertyMeansSomething()
    {
        var views = Enumerable.Range(0, 60).Select(_ => _ledgers.Single().Views()).ToList();
        Assert.Contains(views, v => v.Figures.Any(f => f.Revisions.Count > 0));
        Assert.Contains(views, v => v.Positions.Any(p => p.Moves.Count > 0));
        Assert.Contains(views, v => v.Stories.Any(s => s.Documents.Count > 2));
        Assert.Contains(views, v => v.Timeline.Count > 0);
        Assert.Equal(3, views.SelectMany(v => v.Conflicts).Select(c => c.Kind).Distinct().Count());
    }

    [Fact]
    public void Story_IsFound_ByTheBeginningOfItsId()
    {
        var views = FigureBuilderTests.Ferry().Views();
        var story = Assert.Single(views.Stories);
        Assert.Same(story, views.FindStory(story.Id[..6]));
        Assert.Equal(4, story.Documents.Count);
        Assert.Equal((2031, 12), (story.First!.Value.Year, story.First.Value.Day));
        Assert.Throws<Core.Errors.SaysoException>(() => views.FindStory("x"));
    }

    [Fact]
    public void Stories_KeepApart_WhatSharesNoEvent()
    {
        var views = FigureBuilderTests.Ferry()
            .Add("Hill Gazette", "2031-03-13T08:00:00", "Library reopens\nRosa Lind said the library in Marrow had a new roof.", "Rosa Lind|said|the library in Marrow had a new roof").Views();
        Assert.Equal([4, 1], views.Stories.Select(s => s.Documents.Count));
    }

    [Fact]
    public void Views_OfPositions_AreEmpty_WithoutStatements() =>
        Assert.Empty(new MadeLedger().Add("Tarn Bell", "", "Nothing said").Views().Positions);

    private static Gen<string> Any(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static MadeLedger Add(MadeLedger ledger, (string Speaker, string Cue, string Content)[] statements, int outlet, int day)
    {
        // Each sentence with a number of its own, so that its words stand there once.
        var sentences = statements.Select((s, i) => $"{s.Speaker} {s.Cue} {s.Content}.").Distinct(StringComparer.Ordinal).ToArray();
        return statements.Select(s => s.Content).Distinct(StringComparer.Ordinal).Count() < statements.Length || statements.Select(s => s.Speaker).Distinct(StringComparer.Ordinal).Count() < statements.Length
            || statements.Select(s => s.Cue).Distinct(StringComparer.Ordinal).Count() < statements.Length
            ? ledger.Add($"Outlet {outlet}", $"2031-03-{day}T08:00:00", $"Ardent off Ostrel\n{sentences[0]}", $"{statements[0].Speaker}|{statements[0].Cue}|{statements[0].Content}")
            : ledger.Add($"Outlet {outlet}", $"2031-03-{day}T08:00:00", $"Ardent off Ostrel\n{string.Join(' ', sentences)}", [.. statements.Select(s => $"{s.Speaker}|{s.Cue}|{s.Content}")]);
    }
}
