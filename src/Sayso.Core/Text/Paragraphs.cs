namespace Sayso.Core.Text;

/// <summary>Cuts text into paragraphs.</summary>
public static class Paragraphs
{
    /// <summary>The lines of a text that have words, without the white space around them.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                yield return new TextSpan(from, to);
            }

            start = end + 1;
        }
    }
}
