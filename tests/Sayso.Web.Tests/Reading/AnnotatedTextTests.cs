using CsCheck;
using Sayso.Core.Text;
using Sayso.Web.Reading;

namespace Sayso.Web.Tests.Reading;

public sealed class AnnotatedTextTests
{
    private static readonly Gen<Mark> _mark = Gen.Select(Gen.Int[0, 40], Gen.Int[1, 12], Gen.Enum<MarkKind>(), Gen.Int[1, 5])
        .Select((start, length, kind, number) => new Mark(new TextSpan(start, start + length), kind) { Number = number });

    [Fact]
    public void Pieces_AreThePartItself_WhateverTheMarks() => Gen.Select(_mark.List[0, 12], Gen.Int[0, 20], Gen.Int[1, 30]).Sample((marks, start, length) =>
    {
        var part = new TextSpan(start, start + length);
        var pieces = AnnotatedText.Cut(part, marks);
        var at = part.Start;
        foreach (var piece in pieces)
        {
            Assert.Equal(at, piece.Span.Start);
            Assert.False(piece.Span.IsEmpty);
            at = piece.Span.End;
            Assert.Equal(marks.Where(m => m.Span.Overlaps(piece.Span)).Count(), piece.Marks.Count);
            Assert.All(piece.Marks, m => Assert.True(m.Span.Contains(piece.Span)));
        }

        Assert.Equal(part.End, at);
    });

    [Fact]
    public void Depth_CountsContentsThatDiffer_NotThoseThatAreOne()
    {
        Mark Content(int start, int end, int number) => new(new TextSpan(start, end), MarkKind.Content) { Number = number };
        var pieces = AnnotatedText.Cut(new TextSpan(0, 10), [Content(0, 10, 1), Content(0, 10, 2), Content(4, 8, 3)]);
        Assert.Equal([1, 2, 1], pieces.Select(p => p.Depth));
        Assert.Equal([3, 1, 2], pieces[1].Numbers);
    }
}
