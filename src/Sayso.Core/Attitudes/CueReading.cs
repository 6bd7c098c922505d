using Sayso.Core.Text;

namespace Sayso.Core.Attitudes;

/// <summary>What a stretch of words does: the sense of its strongest phrase, and whether something turns it round.</summary>
/// <param name="Sense">Of phrases that are equally strong, the last one's: "is expected to endorse" endorses.</param>
/// <param name="IsNegated">Whether a negation stands before it.</param>
/// <param name="IsRefused">Whether the speaker refuses it, or fails to do it.</param>
/// <param name="Evidence">The words that show it.</param>
internal sealed record CueReading(CueSense Sense, bool IsNegated, bool IsRefused, SpanList Evidence)
{
    private static readonly HashSet<string> _negations = new(StringComparer.Ordinal)
        { "not", "never", "no", "neither", "nor", "none", "nobody", "nothing", "hardly", "barely", "scarcely", "rarely" };

    /// <summary>
    /// The first words behind it, where it stands in the content; else the content's own first words are what it is about.
    /// </summary>
    public IReadOnlyList<Word>? Object { get; init; }

    /// <summary>Whether it says no or is refused.</summary>
    public bool IsTurned => IsNegated || IsRefused;

    /// <summary>Whether a word negates.</summary>
    public static bool Negates(Word word) => Negates(word.Form);

    /// <summary>Whether a form negates.</summary>
    public static bool Negates(string form) => _negations.Contains(form);

    /// <summary>Reads words; <c>null</c> where no phrase is known.</summary>
    public static CueReading? Of(IReadOnlyList<Word> words)
    {
        CueReading? best = null;
        List<TextSpan> turns = [];
        bool negated = false, refused = false;
        CueReading? refusal = null;
        var at = 0;
        while (at < words.Count)
        {
            var match = CueLexicon.Find(words, at);
            for (var i = at; i < (match?.End ?? at + 1); i++)
            {
                if (Negates(words[i]) && match is not { HasNegation: true })
                {
                    negated = true;
                    turns.Add(words[i].Span);
                }
            }

            if (match is not var (sense, end, _))
            {
                at++;
                continue;
            }

            TextSpan found = new(words[at].Span.Start, words[end - 1].Span.End);
            if (sense is CueSense.Refuse or CueSense.Fail)
            {
                refusal = sense == CueSense.Refuse ? new CueReading(sense, negated, IsRefused: false, Cover(turns, found)) : refusal;
                refused = true;
                turns.Add(found);
            }
            else if (sense == CueSense.Report && best is { IsTurned: true, Sense: CueSense.Promise or CueSense.Resolve or CueSense.Want })
            {
                // "does not intend to comment": what is not intended is what counts.
                best = best with { Sense = sense, Evidence = Cover([.. best.Evidence], found) };
            }
            else if (best is null || Strength(sense) >= Strength(best.Sense))
            {
                best = new CueReading(sense, negated, refused, Cover(turns, found));
                turns = [];
                negated = false;
            }

            at = end;
        }

        return best is { Sense: CueSense.Report or CueSense.Know, IsRefused: false } && refusal is not null ? refusal : best ?? refusal;
    }

    /// <summary>Spans as one list, those that overlap as one.</summary>
    public static SpanList Cover(IEnumerable<TextSpan> turns, TextSpan found)
    {
        List<TextSpan> spans = [];
        foreach (var span in turns.Append(found).Order())
        {
            if (spans.Count == 0 || span.Start >= spans[^1].End)
            {
                spans.Add(span);
            }
            else if (span.End > spans[^1].End)
            {
                spans[^1] = new TextSpan(spans[^1].Start, span.End);
            }
        }

        return SpanList.Of(spans);
    }

    private static int Strength(CueSense sense) => sense switch
    {
        CueSense.Report or CueSense.Know => 0,
        CueSense.Believe or CueSense.Seem => 1,
        _ => 2,
    };
}
