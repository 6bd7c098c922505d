using System.Globalization;
using System.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Cli.Rendering;

/// <summary>A text cut at the bounds of its statements' spans.</summary>
internal static class MarkedText
{
    /// <summary>The pieces in order; together they are the text.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="statements">Its statements; the first is number 1.</param>
    /// <param name="part">Only this part of the text, which holds all spans; <c>null</c>: all.</param>
    public static IEnumerable<MarkedPiece> Cut(string text, IReadOnlyList<Statement> statements, TextSpan? part = null)
    {
        var whole = part ?? new TextSpan(0, text.Length);
        var marks = statements.SelectMany((s, i) => Marks(s, i + 1)).OrderBy(m => m.Span).ToList();
        int[] bounds = [whole.Start, .. marks.Select(m => m.Span.Start), .. marks.Select(m => m.Span.End), whole.End];
        int[] cuts = [.. bounds.Distinct().Order()];
        List<Mark> open = [];
        var next = 0;
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var span = new TextSpan(cuts[i], cuts[i + 1]);
            open.RemoveAll(m => m.Span.End <= span.Start);
            for (; next < marks.Count && marks[next].Span.Start == span.Start; next++)
            {
                open.Add(marks[next]);
            }

            yield return new MarkedPiece(span, [.. open]);
        }
    }

    /// <summary>
    /// The text with its spans in brackets, <c>[source:1 …] [cue:1 …] [content:1 …]</c>. Where two spans cross, the inner
    /// one is closed and opened again, so that brackets nest.
    /// </summary>
    public static string Bracketed(string text, IReadOnlyList<Statement> statements, MarkedPart? part = null)
    {
        var result = new StringBuilder();
        List<Mark> stack = [];
        foreach (var piece in Cut(text, statements, part?.Span))
        {
            var keeps = stack.TakeWhile(piece.Marks.Contains).Count();
            result.Append(']', stack.Count - keeps);
            stack.RemoveRange(keeps, stack.Count - keeps);

            // What ends last is opened first.
            foreach (var mark in piece.Marks.Except(stack).OrderByDescending(m => m.Span.End).ThenBy(m => m.Number).ToList())
            {
                result.Append('[').Append(mark.Role switch { Role.Source => "source", Role.Cue => "cue", _ => "content" })
                    .Append(part is { IsNumbered: false } ? " " : $":{mark.Number.ToString(CultureInfo.InvariantCulture)} ");
                stack.Add(mark);
            }

            result.Append(piece.Span.Slice(text));
        }

        return result.Append(']', stack.Count).ToString();
    }

    private static IEnumerable<Mark> Marks(Statement statement, int number) =>
        new[] { (Role.Source, statement.Source), (Role.Cue, statement.Cue), (Role.Content, statement.Content) }
            .SelectMany(role => role.Item2.Select(span => new Mark(number, role.Item1, span)));
}

/// <summary>What part of a text is shown with marks.</summary>
/// <param name="Span">The part; it holds all spans.</param>
/// <param name="IsNumbered">Whether a mark has its statement's number.</param>
internal sealed record MarkedPart(TextSpan Span, bool IsNumbered);

/// <summary>A fragment of a statement's role.</summary>
/// <param name="Number">The statement's number in its document, from 1.</param>
/// <param name="Role">What the fragment is to it.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct Mark(int Number, Role Role, TextSpan Span);

/// <summary>A piece of text with all marks that cover it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Marks">The marks; none for bare text.</param>
internal sealed record MarkedPiece(TextSpan Span, IReadOnlyList<Mark> Marks);
