namespace Sayso.Core.Text;

/// <summary>
/// Headlines and captions that run into what stands below them, since no mark ends them: "Fork-lift used to push it home ⏎ The door
/// of the ferry had not closed for weeks" says what its second line does.
/// </summary>
internal static class RunInHeadlines
{
    /// <summary>A content without them; its last piece is never left out.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="content">Pieces of it.</param>
    public static SpanList LeftOut(string text, SpanList content) => SpanList.Of(
        content.Where((piece, i) => i + 1 == content.Count || !RunsInto(text, piece, content[i + 1])).Select(piece => Behind(text, piece)));

    /// <summary>
    /// Whether a piece is a line of its own, with no mark behind it and nothing between it and the longer next one, or stands in the
    /// first line and the next one below that.
    /// </summary>
    private static bool RunsInto(string text, TextSpan piece, TextSpan next) => next.Length > piece.Length
        && ((piece.End < text.Length && text[piece.End] == '\n' && char.IsLetterOrDigit(text[piece.End - 1]) && string.IsNullOrWhiteSpace(text[piece.End..next.Start]))
            || (text.IndexOf('\n', StringComparison.Ordinal) is var end && piece.End <= end && next.Start > end));

    /// <summary>A piece from its second line on, where the first ends without a mark and is shorter than what stands below it.</summary>
    private static TextSpan Behind(string text, TextSpan piece)
    {
        var slice = piece.Slice(text);
        var end = slice.IndexOf('\n');
        if (end < 0)
        {
            return piece;
        }

        var line = slice[..end].TrimEnd();
        var below = slice[end..].TrimStart();
        return line.Length > 0 && char.IsLetterOrDigit(line[^1]) && below.Length > line.Length ? new TextSpan(piece.End - below.Length, piece.End) : piece;
    }
}
