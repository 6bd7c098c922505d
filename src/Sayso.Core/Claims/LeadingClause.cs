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
    public static IReadOnlyList<TextSpan> Of(string text, SpanList content) => WithoutAside(text, First(text, content));

    /// <summary>
    /// The pieces without what only tells which subject is meant: of "The ferry that sank in the strait on Thursday was carrying
    /// 263 people" what counts is what the ferry was carrying.
    /// </summary>
    private static List<TextSpan> WithoutAside(string text, List<TextSpan> pieces)
    {
        if (pieces.Count == 0 || Aside().Match(text[pieces[0].Start..pieces[0].End]) is not { Success: true } match)
        {
            return pieces;
        }

        var (aside, whole) = (match.Groups["aside"], pieces[0]);
        return [new TextSpan(whole.Start, whole.Start + aside.Index), new TextSpan(whole.Start + aside.Index + aside.Length, whole.End), .. pieces.Skip(1)];
    }

    private static List<TextSpan> First(string text, SpanList content)
    {
        List<TextSpan> kept = [];
        var words = 0;
        foreach (var piece in RunInHeadlines.LeftOut(text, content))
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

    /// <summary>A relative clause of the subject, before the verb that says something of it.</summary>
    [GeneratedRegex(
        @"^[“‘""']?(?:that\s+|whether\s+|claims\s+that\s+)?(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Tt]h[eo]se|[Tt]his|\p{Lu}[\p{L}’'-]+)\s+(?:[\p{L}\d’'-]+\s+){0,4}?"
        + @"(?<aside>(?:who|which|(?<!(?:ed|said|says|told|found|knows?|knew|think|thought|so|such|is|was|shows?|means?|fears?|on|in|of|at|to|from|by|with|for|after|before)\s+)that)\s+"
        + @"(?!(?:the|an?|he|she|it|they|we|I|his|her|its|their|there|this|th[eo]se|no|nobody|all|any|some)\b|\p{Lu})"
        + @"(?:(?:has|have|had|was|were|is|are|will|would|could|can|may|been|being)\s+)*[\p{L}’'-]+(?:\s+(?!(?:that|which|who|and|but)\b)[^\s,.;!?]+){0,16}?\s+)"
        + @"(?<!\b(?:that|which|who|he|she|it|they|we|I|there)\s)(?:was|were|is|are|had|has|have|will|would|may|might|could|can|must|should|did|does)\b")]
    private static partial Regex Aside();

    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The end of a sentence, "and that", "adding", a semicolon, a dash with a clause of its own.</summary>
    [GeneratedRegex(@"(?<=\p{L}\p{L}|\d)[.!?]+[”’""']*\s+(?=[“‘""']?\p{Lu})|,?\s+(?:and|but)\s+that\s|,\s+(?:adding|but|although|while|whereas)\s|;\s|,\s+and\s+(?=(?:he|she|it|they|we|I|there)\s)|\s+(?:before|after|when|until)\s+(?=\w+(?:\s\w+){2,})|,\s+(?:more|fewer|less|dozens|hundreds)\s")]
    private static partial Regex Ends();
}
