using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// Ends of contents inside contents. The network at times leaves off a word or two before the end of what holds them ("…
/// their soon-to-arrive North Korean | counterparts"); in what people annotated, a content that comes so near goes on to
/// the end in 39 of 40 cases.
/// </summary>
internal static class NestedContent
{
    private const int MostWords = 2;
    private const int LongestRest = 40;

    /// <summary>The nested attribution, its content completed to its holder's end where it stops a word or two before it.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="inner">The nested attribution.</param>
    /// <param name="holder">The one that holds it.</param>
    public static Attribution Completed(string text, Attribution inner, Attribution holder)
    {
        if (inner.Content.Count == 0)
        {
            return inner;
        }

        var last = inner.Content[^1];
        var zone = holder.Content.FirstOrDefault(span => span.Start <= last.Start && last.End < span.End);
        if (zone.Length == 0 || zone.End - last.End > LongestRest || !IsAWordOrTwo(text.AsSpan(last.End, zone.End - last.End))
            || inner.Cue.Concat(inner.Source).Any(span => span.End > last.End && span.Start < zone.End))
        {
            return inner;
        }

        return inner with { Content = SpanList.Of([.. inner.Content.Take(inner.Content.Count - 1), new TextSpan(last.Start, zone.End)]) };
    }

    /// <summary>Blanks and words alone: any mark parts the rest from the content.</summary>
    private static bool IsAWordOrTwo(ReadOnlySpan<char> rest)
    {
        var words = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            var isBlank = rest[i] is ' ' or '\u00A0';
            if (!isBlank && !char.IsLetterOrDigit(rest[i]) && rest[i] is not ('-' or '\'' or '’'))
            {
                return false;
            }

            words += !isBlank && (i == 0 || rest[i - 1] is ' ' or '\u00A0') ? 1 : 0;
        }

        return words is > 0 and <= MostWords && rest[0] is ' ' or '\u00A0';
    }
}
