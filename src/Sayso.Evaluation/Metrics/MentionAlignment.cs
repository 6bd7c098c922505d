using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>Finds the statements that say what a story's gold has marked.</summary>
public static class MentionAlignment
{
    /// <summary>Share of a passage that a content must hold.</summary>
    private const double LeastHeld = 0.5;

    /// <summary>Characters in both ÷ characters in either, at least.</summary>
    private const double LeastOverlap = 0.15;

    /// <summary>
    /// For each mention the id of its statement, one to one, the best fits first; a mention that no statement says is left out.
    /// </summary>
    /// <param name="mentions">Mentions of one document.</param>
    /// <param name="text">Its text.</param>
    /// <param name="statements">Its statements.</param>
    public static IReadOnlyDictionary<GoldMention,
    string> Of(IReadOnlyList<GoldMention> mentions, string text, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        ArgumentNullException.ThrowIfNull(statements);
        var fits = mentions
            .SelectMany((mention, order) => Places(text, mention.Passage)
                .SelectMany(place => statements.Select(s => (Mention: mention, Order: order, Statement: s, Fit: Fit(place, s.Content)))))
            .Where(f => f.Fit > 0)
            .OrderByDescending(f => f.Fit).ThenBy(f => f.Order).ThenBy(f => f.Statement.Content.Extent)
                .ThenBy(f => f.Statement.Id, StringComparer.Ordinal);
        Dictionary<GoldMention, string> found = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var fit in fits)
        {
            if (!found.ContainsKey(fit.Mention) && taken.Add(fit.Statement.Id))
            {
                found.Add(fit.Mention, fit.Statement.Id);
            }
        }

        return found;
    }

    /// <summary>Where a passage stands in a text, runs of white space being as good as one space; not within words.</summary>
    public static IEnumerable<TextSpan> Places(string text, string passage)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if ((start == 0 || !IsInWord(text, start)) && EndOf(text, start, passage) is { } end && !IsInWord(text, end))
            {
                yield return new TextSpan(start, end);
            }
        }
    }

    private static bool IsInWord(string text, int at) =>
        at > 0 && at < text.Length && ((char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]))
            || (at > 1 && text[at - 1] is ',' or '.' && char.IsDigit(text[at - 2]) && char.IsDigit(text[at])));

    private static int? EndOf(string text, int start, string passage)
    {
        var at = start;
        for (var i = 0; i < passage.Length; i++)
        {
            if (char.IsWhiteSpace(passage[i]))
            {
                var first = at;
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == first)
                {
                    return null;
                }
            }
            else if (at >= text.Length || text[at++] != passage[i])
            {
                return null;
            }
        }

        return at;
    }

    private static double Fit(TextSpan place, SpanList content)
    {
        var shared = content.Sum(piece => Math.Max(0, Math.Min(piece.End, place.End) - Math.Max(piece.Start, place.Start)));
        var overlap = (double)shared / (place.Length + content.Sum(piece => piece.Length) - shared);
        return shared >= LeastHeld * place.Length && overlap >= LeastOverlap ? overlap : 0;
    }
}
