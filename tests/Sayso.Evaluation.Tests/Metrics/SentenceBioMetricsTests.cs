using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class SentenceBioMetricsTests
{
    // Two rows: Rents0 rise1 ,2 Ana3 said4 .5 | And0 fall1 .2
    private const string Text = "Rents rise, Ana said. And fall.";
    private static readonly ValueList<TextSpan> _first = Tokens("Rents", "rise", ",", "Ana", "said", ".");
    private static readonly ValueList<TextSpan> _second = Tokens("And", "fall", ".");

    private static readonly SentenceBioArticle _article = new(
        new("invented", Text),
        new[]
        {
            new AlignedRow[]
            {
                new(_first, new BioSpan[] { new(Role.Content, 0, 1), new(Role.Source, 3, 3), new(Role.Cue, 4, 4) }.ToValueList()),
                new(_second, new BioSpan[] { new(Role.Content, 0, 1) }.ToValueList()),
            }.ToValueList(),
        }.ToValueList());

    [Fact]
    public void EachFragment_CountsByItself()
    {
        // Contents: "Rents rise," has a comma too much; "And fall" is right. Source and cue are right.
        var tally = SentenceBioMetrics.Count(_article, [Marks.Attribution(Text, "Ana", "said", "Rents rise,|And fall")]);
        Assert.Equal(new Counts(1, 2, 2), tally.Exact.Content);
        Assert.Equal(new Counts(1, 1, 1), tally.Exact.Source);
        Assert.Equal(new Counts(1, 1, 1), tally.Exact.Cue);
    }

    [Fact]
    public void Fragment_IsCut_WhereARowEnds()
    {
        // "Ana said. And fall" is tokens 3-5 of the first row and 0-1 of the second.
        var tally = SentenceBioMetrics.Count(_article, [Marks.Attribution(Text, "", "Rents", "Ana said. And fall")]);
        Assert.Equal(new Counts(1, 2, 2), tally.Exact.Content);
        Assert.Equal(new Counts(0, 1, 1), tally.Exact.Cue);
    }

    [Fact]
    public void SpanOfSeveralAttributions_CountsOnce()
    {
        Attribution[] both =
        [
            Marks.Attribution(Text, "Ana", "said", "Rents rise"), Marks.Attribution(Text, "Ana", "rise", "And fall"),
        ];
        var tally = SentenceBioMetrics.Count(_article, both);
        Assert.Equal(new Counts(1, 1, 1), tally.Exact.Source);
        Assert.Equal(new Counts(1, 2, 1), tally.Exact.Cue);
        Assert.Equal(new Counts(2, 2, 2), tally.Exact.Content);
    }

    [Fact]
    public void EveryAnnotation_IsCounted()
    {
        var twice = _article with { Annotations = new[] { _article.Annotations[0], _article.Annotations[0] }.ToValueList() };
        var tally = SentenceBioMetrics.Count(twice, [Marks.Attribution(Text, "Ana", "said", "And fall")]);
        Assert.Equal(new Counts(2, 2, 4), tally.Exact.Content);
    }

    [Fact]
    public void TokenThatTheTextLacks_IsInNoSpan()
    {
        TextSpan[] tokens = [Marks.Span(Text, "Ana"), default, Marks.Span(Text, "said")];
        var spans = SentenceBioMetrics.Project(tokens, [Marks.Attribution(Text, "Rents", "said", "Ana")]);
        Assert.Equal([new(Role.Cue, 2, 2), new(Role.Content, 0, 0)], spans.OrderBy(s => s.Role));
    }

    private static ValueList<TextSpan> Tokens(params string[] words)
    {
        List<TextSpan> tokens = [];
        foreach (var word in words)
        {
            var start = Text.IndexOf(word, tokens.Count == 0 ? 0 : tokens[^1].End, StringComparison.Ordinal);
            tokens.Add(new(start, start + word.Length));
        }

        return tokens.ToValueList();
    }
}
