using System.Text.RegularExpressions;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>
/// The clause of a content that comes first: what is said, before "and that …", "adding …", a second sentence or a second quotation
/// says something more. A content is of the claim of its first clause, as its polarity is that clause's.
/// </summary>
internal static partial class LeadingClause
{
    /// <summary>Words that the clause has at least: shorter ones ("Yes.", "He was right,") are no clause by themselves.</summary>
    private const int FewestWords = 4;

    /// <summary>Where it stands: pieces of the content, in order; all of it where nothing more is said.</summary>
    public static IReadOnlyList<TextSpan> Of(string text, SpanList content)
    {
        List<TextSpan> kept = [];
        var words = 0;
        foreach (var piece in WithoutHeadlines(text, content).Select(p => BehindHeadline(text, p)))
        {
            var slice = piece.Slice(text).ToString();
            if (EndOf(slice, words) is { } end)
            {
                kept.Add(new TextSpan(piece.Start, piece.Start + end));
                return kept;
            }

            kept.Add(piece);
            words += Count(slice);

            // What is quoted before the words that credit it is one piece, what is quoted behind them the next.
            if (words >= FewestWords && slice.TrimEnd() is [.., ',' or '.' or '!' or '?' or '”' or '’' or '"'])
            {
                return kept;
            }
        }

        return kept;
    }

    /// <summary>The pieces without a headline or caption that runs into the next one: the end of a line, no mark behind it.</summary>
    private static IEnumerable<TextSpan> WithoutHeadlines(string text, SpanList content) => content.Where((piece, i) =>
        i + 1 == content.Count || piece.End >= text.Length || text[piece.End] != '\n' || !char.IsLetterOrDigit(text[piece.End - 1])
        || content[i + 1].Length <= piece.Length || !string.IsNullOrWhiteSpace(text[piece.End..content[i + 1].Start]));

    /// <summary>
    /// A piece without a headline or caption that runs into it: a line that ends without a mark and is shorter than what
    /// stands below it.
    /// </summary>
    private static TextSpan BehindHeadline(string text, TextSpan piece)
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

    /// <summary>Where the first clause ends within a piece; <c>null</c> where it does not.</summary>
    private static int? EndOf(string slice, int wordsBefore)
    {
        foreach (Match end in Ends().Matches(slice))
        {
            if (wordsBefore + Count(slice[..end.Index]) >= FewestWords && Count(slice[end.Index..]) > 1)
            {
                return end.Index;
            }
        }

        return null;
    }

    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The end of a sentence, "and that", "adding", a semicolon, a dash with a clause of its own.</summary>
    [GeneratedRegex(@"(?<=\p{L}\p{L}|\d)[.!?]+[”’""']*\s+(?=[“‘""']?\p{Lu})|,?\s+(?:and|but)\s+that\s|,\s+(?:adding|but|although|while|whereas)\s|;\s|,\s+and\s+(?=(?:he|she|it|they|we|I|there)\s)|\s+(?:before|after|when|until)\s+(?=\w+(?:\s\w+){2,})|,\s+(?:more|fewer|less|dozens|hundreds)\s")]
    private static partial Regex Ends();
}
