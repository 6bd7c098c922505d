using Sayso.Inference.Tokenizing;

namespace Sayso.Inference.Windowing;

/// <summary>Cuts a document into windows of whole lines, or of whole sentences where a line is long.</summary>
internal static class WindowCutter
{
    /// <summary>The windows in order; each word lies in one at least.</summary>
    public static Window[] Cut(EncodedText text, WindowOptions options)
    {
        var bounds = Segments(text, options);
        List<Window> found = [];
        for (var i = 0; i < bounds.Count - 1;)
        {
            var end = i + 1;
            while (end < bounds.Count - 1 && text.CountPieces(bounds[i], bounds[end + 1]) <= options.MaxPieces)
            {
                end++;
            }

            found.Add(new Window(bounds[i], bounds[end]));
            if (end == bounds.Count - 1)
            {
                break;
            }

            var next = end;
            while (next - 1 > i && text.CountPieces(bounds[next - 1], bounds[end]) <= options.Overlap)
            {
                next--;
            }

            i = next;
        }

        return [.. found];
    }

    /// <summary>The first words of the segments, and the number of words behind them.</summary>
    private static List<int> Segments(EncodedText text, WindowOptions options)
    {
        List<int> bounds = [];
        int start = 0, size = 0, cut = -1;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var pieces = text.CountPieces(i, i + 1);
            if (i > start && text.Tokens[i].StartsLine)
            {
                bounds.Add(start);
                (start, size, cut) = (i, 0, -1);
            }
            else if (size + pieces > options.MaxSegment && i > start)
            {
                bounds.Add(start);
                start = cut > start ? cut : i;
                (size, cut) = (text.CountPieces(start, i), -1);
            }

            size += pieces;
            if (size >= options.MinSegment && text.Tokens[i].Span.Length == 1
                && EndsSentence(text.Text[text.Tokens[i].Span.Start], cut == i))
            {
                cut = i + 1;
            }
        }

        if (text.Tokens.Length > 0)
        {
            bounds.Add(start);
            bounds.Add(text.Tokens.Length);
        }

        return bounds;
    }

    private static bool EndsSentence(char mark, bool afterEnd) =>
        mark is '.' or '!' or '?' || (afterEnd && mark is '”' or '"' or '’' or '\'' or ')' or ']' or '»');
}
