using CsCheck;
using Sayso.Cli.Rendering;
using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Cli.Tests.Rendering;

public sealed class MarkedTextTests
{
    private const string Text = "Rell said the dam held. “It held,” she added.";

    [Fact]
    public void Brackets_ShowRoleAndNumber()
    {
        Assert.Equal(
            "[source:1 Rell] [cue:1 said] [content:1 the dam held]. [content:2 “It held,”] [source:2 she] [cue:2 added].",
            MarkedText.Bracketed(Text, [Make("Rell", "said", "the dam held"), Make("she", "added", "“It held,”")]));
    }

    [Fact]
    public void CrossingSpans_AreClosedAndOpenedAgain()
    {
        var first = Make("Rell", "said", "the dam held. “It");
        var second = Make("she", "added", "“It held,”");
        Assert.Equal(
            "[source:1 Rell] [cue:1 said] [content:1 the dam held. [content:2 “It]][content:2  held,”] [source:2 she] [cue:2 added].",
            MarkedText.Bracketed(Text, [first, second]));
    }

    [Fact]
    public void Part_IsShownAlone_WithoutNumbers()
    {
        var statement = Make("she", "added", "“It held,”");
        var part = new TextSpan(statement.Content.Extent.Start, statement.Cue.Extent.End);
        Assert.Equal("[content “It held,”] [source she] [cue added]", MarkedText.Bracketed(Text, [statement], new MarkedPart(part, IsNumbered: false)));
    }

    [Fact]
    public void Pieces_AreTheTextAgain_WithTheirMarks()
    {
        var span = Gen.Select(Gen.Int[0, Text.Length - 1], Gen.Int[1, 12], (start, length) => new TextSpan(start, Math.Min(Text.Length, start + length)));
        var statement = Gen.Select(span, span, span, (a, b, c) => new Statement("s", "d", SpanList.Of(a), SpanList.Of(b), SpanList.Of(c)));
        statement.List[0, 4].Sample(statements =>
        {
            var pieces = MarkedText.Cut(Text, statements).ToList();
            Assert.Equal(Text, string.Concat(pieces.Select(p => p.Span.Slice(Text).ToString())));
            foreach (var piece in pieces)
            {
                var covering = statements.SelectMany(s => new[] { s.Source, s.Cue, s.Content }).Count(role => role.Any(f => f.Contains(piece.Span)));
                Assert.Equal(covering, piece.Marks.Count);
            }

            var bracketed = MarkedText.Bracketed(Text, statements);
            Assert.Equal(bracketed.Count(c => c == '['), bracketed.Count(c => c == ']'));
        });
    }

    private static Statement Make(string source, string cue, string content) => new("s", "d", Find(source), Find(cue), Find(content));

    private static SpanList Find(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        return SpanList.Of(new TextSpan(at, at + words.Length));
    }
}
