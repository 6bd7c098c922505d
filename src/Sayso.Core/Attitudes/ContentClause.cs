using Sayso.Core.Text;

namespace Sayso.Core.Attitudes;

/// <summary>Hedges and negations in the first clause of a content.</summary>
internal static class ContentClause
{
    private const int WordsBeforePredicate = 12;
    private static readonly HashSet<string> _possible = WordSet.Of("may might perhaps maybe possibly conceivably");
    private static readonly HashSet<string> _probable = WordSet.Of("probably likely unlikely reportedly allegedly apparently seemingly presumably supposedly purportedly seems seem seemed appears appear appeared suspected believed");
    private static readonly HashSet<string> _noun = WordSet.Of("possibility chance prospect risk suspicion");
    private static readonly HashSet<string> _ends = WordSet.Of("because although though while which who whom whose whether unless until when where if since as than");
    private static readonly HashSet<string> _pauses = WordSet.Of(". ; : ? ! — –");
    private static readonly HashSet<string> _finite = WordSet.Of("is are was were am be been has have had do does did will would can could may might must shall should");

    /// <summary>The hedge of the main predicate.</summary>
    public static (Certainty Certainty, TextSpan Word)? Hedge(IReadOnlyList<Word> words)
    {
        foreach (var (i, word) in MainClause(words))
        {
            if (_possible.Contains(word.Form) || (word.Form == "could" && !IsNegated(words, i)) || (_noun.Contains(word.Form) && i < 6))
            {
                return (Certainty.Possible, word.Span);
            }

            if (_probable.Contains(word.Form) && (i == 0 || words[i - 1].Form is not ("less" or "more" or "most" or "as")))
            {
                return (Certainty.Probable, word.Span);
            }
        }

        return null;
    }

    /// <summary>The negation of the main predicate.</summary>
    public static TextSpan? Negation(IReadOnlyList<Word> words)
    {
        var verbSeen = false;
        foreach (var (i, word) in MainClause(words))
        {
            if (CueReading.Negates(word) && !IsAnswer(words, i) && !IsOnly(words, i))
            {
                return word.Span;
            }

            // "was not", "has no": what is negated behind the predicate's first words is something else.
            // Its object is the predicate's: "had received no memorandum", "has seen nothing of it".
            if (verbSeen && i > 0 && !_finite.Contains(word.Form) && !word.IsMark && !word.Form.EndsWith("ly", StringComparison.Ordinal))
            {
                return i + 1 < words.Count && words[i + 1].Form is "no" or "nothing" or "none" or "nobody" && !IsAnswer(words, i + 1) && !IsOnly(words, i + 1) ? words[i + 1].Span : null;
            }

            verbSeen |= _finite.Contains(word.Form);
        }

        return null;
    }

    private static IEnumerable<(int Index, Word Word)> MainClause(IReadOnlyList<Word> words)
    {
        var seen = 0;
        for (var i = 0; i < words.Count && seen < WordsBeforePredicate; i++)
        {
            var word = words[i];
            if (seen > 1 && (_ends.Contains(word.Form) || (_pauses.Contains(word.Form) && seen > 2)))
            {
                yield break;
            }

            seen += word.IsMark ? 0 : 1;
            yield return (i, word);
        }
    }

    private static bool IsNegated(IReadOnlyList<Word> words, int at) => at + 1 < words.Count && CueReading.Negates(words[at + 1]);

    /// <summary>"No, …" answers a question.</summary>
    private static bool IsAnswer(IReadOnlyList<Word> words, int at) => words[at].Form == "no" && at + 1 < words.Count && words[at + 1].IsMark;

    /// <summary>"not only", "no doubt", "no longer" is a negation, "not just" is none.</summary>
    private static bool IsOnly(IReadOnlyList<Word> words, int at) =>
        at + 1 < words.Count && words[at + 1].Form is "only" or "just" or "doubt" or "matter" or "wonder" or "merely";
}
