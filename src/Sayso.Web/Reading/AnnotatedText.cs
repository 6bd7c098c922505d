using Sayso.Core.Attributions;
using Sayso.Core.Inconsistencies;
using Sayso.Core.Text;

namespace Sayso.Web.Reading;

/// <summary>What a mark in a text is: a closed set.</summary>
public enum MarkKind
{
    /// <summary>Who is credited.</summary>
    Source,

    /// <summary>The words that credit.</summary>
    Cue,

    /// <summary>What is credited.</summary>
    Content,

    /// <summary>A figure, with its reading.</summary>
    Figure,

    /// <summary>A time, with its reading.</summary>
    Time,

    /// <summary>Words that do not add up with others, with the reason.</summary>
    Odd,

    /// <summary>Words that are looked for, or shared with another text.</summary>
    Shared,
}

/// <summary>A mark in a text.</summary>
/// <param name="Span">Where.</param>
/// <param name="Kind">What.</param>
public sealed record Mark(TextSpan Span, MarkKind Kind)
{
    /// <summary>The statement's number in the view; 0 for what belongs to none.</summary>
    public int Number { get; init; }

    /// <summary>The statement's id; <c>null</c> for what belongs to none.</summary>
    public string? StatementId { get; init; }

    /// <summary>Whether its end is where the statement's number stands: the last of its cue, or of its content where it has none.</summary>
    public bool IsAnchor { get; init; }

    /// <summary>Whether the outlet asserts it itself: nothing credits anybody.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What the words mean; <c>null</c> where there is nothing to say.</summary>
    public string? Reading { get; init; }
}

/// <summary>A piece of a text with all marks that cover it.</summary>
/// <param name="Span">Where it stands; never empty.</param>
/// <param name="Marks">The marks; none for bare text.</param>
public sealed record Piece(TextSpan Span, IReadOnlyList<Mark> Marks)
{
    /// <summary>How many different credited contents lie over each other here; 0 outside all.</summary>
    public int Depth => Marks.Where(m => m is { Kind: MarkKind.Content, IsOwn: false }).Select(m => m.Span).Distinct().Count();

    /// <summary>Whether a mark of a kind covers it.</summary>
    public bool Is(MarkKind kind) => Marks.Any(m => m.Kind == kind);

    /// <summary>The numbers of the statements that cover it, the innermost first.</summary>
    public IEnumerable<int> Numbers => Marks.Where(m => m.Number > 0).OrderBy(m => m.Span.Length).Select(m => m.Number).Distinct();

    /// <summary>What its words mean, where a figure, a time or an oddity covers it.</summary>
    public string? Reading => Marks.FirstOrDefault(m => m.Reading is not null)?.Reading;
}

/// <summary>A text cut at the bounds of its marks.</summary>
public static class AnnotatedText
{
    /// <summary>The pieces of a part of a text, in order; together they are that part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="marks">Marks, in any order; what lies outside the part is left aside.</param>
    public static IReadOnlyList<Piece> Cut(TextSpan part, IEnumerable<Mark> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        List<Mark> inside = [.. marks.Where(m => m.Span.Overlaps(part)).OrderBy(m => m.Span)];
        int[] bounds = [part.Start, .. inside.Select(m => Math.Max(part.Start, m.Span.Start)), .. inside.Select(m => Math.Min(part.End, m.Span.End)), part.End];
        int[] cuts = [.. bounds.Distinct().Order()];
        List<Piece> pieces = new(cuts.Length);
        List<Mark> open = [];
        var next = 0;
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var span = new TextSpan(cuts[i], cuts[i + 1]);
            open.RemoveAll(m => m.Span.End <= span.Start);
            for (; next < inside.Count && inside[next].Span.Start <= span.Start; next++)
            {
                open.Add(inside[next]);
            }

            pieces.Add(new Piece(span, [.. open]));
        }

        return pieces;
    }

    /// <summary>The marks of a statement's roles.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="number">Its number in the view; 0 for none.</param>
    public static IEnumerable<Mark> Of(Statement statement, int number)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var anchor = statement.Cue.Count == 0 ? MarkKind.Content : MarkKind.Cue;
        return Roles(statement).SelectMany(role => role.Spans.Select((span, i) => new Mark(span, role.Kind)
        {
            Number = number,
            StatementId = statement.Id,
            IsAnchor = role.Kind == anchor && i == role.Spans.Count - 1,
            IsOwn = statement.Cue.Count == 0,
        }));
    }

    /// <summary>The marks of what is read from a text: its figures and times.</summary>
    public static IEnumerable<Mark> Of(DocumentValues values, string text)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Quantities.Select(q => new Mark(q.Span, MarkKind.Figure) { Reading = Wording.Reading(q, text) })
            .Concat(values.Times.Select(t => new Mark(t.Span, MarkKind.Time) { Reading = TimeWords.Of(t) }));
    }

    /// <summary>The marks of what does not add up.</summary>
    public static IEnumerable<Mark> Of(IEnumerable<Inconsistency> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.SelectMany(f => f.Spans.Select(span => new Mark(span, MarkKind.Odd) { Reading = f.Reason }));
    }

    private static IEnumerable<(MarkKind Kind, SpanList Spans)> Roles(Statement statement) =>
        [(MarkKind.Source, statement.Source), (MarkKind.Cue, statement.Cue), (MarkKind.Content, statement.Content)];
}
