using Sayso.Core.Text;

namespace Sayso.Core.Attitudes;

/// <summary>
/// The attitude that a content opens with when its speaker speaks of himself: "we support …", "he would resign",
/// "she was proud of …".
/// </summary>
internal sealed class ContentOpening
{
    private const int WordsBeforeSubject = 6;
    private const int WordsOfPredicate = 7;

    private static readonly HashSet<string> _first = WordSet.Of("i we");
    private static readonly HashSet<string> _third = WordSet.Of("he she they it");
    // A body whose spokesman speaks is the speaker.
    private static readonly HashSet<string> _bodies = WordSet.Of("company group firm league party government ministry department agency "
        + "team club bank council board union campaign administration army military commission committee court university school police "
        + "hospital airline carrier studio network museum church");

    private static readonly HashSet<string> _adverbs = WordSet.Of("also still now really just certainly definitely strongly fully very "
        + "so too always personally absolutely totally completely actually already simply sincerely firmly deeply");
    private static readonly HashSet<string> _openers = WordSet.Of("that and but so well yes yeah look if because now today of course in "
        + "fact frankly again obviously therefore then oh no");
    private static readonly HashSet<string> _states = WordSet.Of("be have need know see like take think say love get find want mean "
        + "feel remember seem look understand agree believe hope tell call");
    private static readonly HashSet<string> _be = WordSet.Of("am is are was were be been 're 'm");

    private readonly IReadOnlyList<Word> _words;
    private readonly int _predicate;
    private readonly bool _isFirstPerson;

    private ContentOpening(IReadOnlyList<Word> words, int predicate, bool isFirstPerson)
    {
        _words = words;
        _predicate = predicate;
        _isFirstPerson = isFirstPerson;
    }

    /// <summary>The opening; <c>null</c> where the content does not begin with its speaker.</summary>
    /// <param name="words">The content's first words.</param>
    /// <param name="isDirect">Whether they are quoted: then only "I" and "we" are the speaker.</param>
    public static ContentOpening? Of(IReadOnlyList<Word> words, bool isDirect)
    {
        for (var i = 0; i < words.Count && i < WordsBeforeSubject; i++)
        {
            var form = words[i].Form;
            if (_first.Contains(form) || (!isDirect && _third.Contains(form)))
            {
                return new ContentOpening(words, i + 1, _first.Contains(form));
            }

            if (!isDirect && form == "the" && i + 2 < words.Count && _bodies.Contains(words[i + 1].Form)
                && words[i + 2].Form is "will" or "would" or "plans" or "intends")
            {
                return new ContentOpening(words, i + 2, isFirstPerson: false);
            }

            if (!words[i].IsMark && !_openers.Contains(form))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A reading of what the speaker does; <c>null</c> where it is a plain statement.</summary>
    public CueReading? Read()
    {
        List<Word> predicate = [];
        for (var i = _predicate; i < _words.Count && predicate.Count < WordsOfPredicate; i++)
        {
            if (_words[i].IsQuote)
            {
                continue;
            }

            if (_words[i].IsMark || _words[i].Form is "that" or "who" or "which" or "because" or "if" or "when")
            {
                break;
            }

            if (!_adverbs.Contains(_words[i].Form))
            {
                predicate.Add(_words[i]);
            }
        }

        if (predicate.Count == 0)
        {
            return null;
        }

        var negations = predicate.Take(4).Where(CueReading.Negates).ToList();
        var verbs = predicate.Where(w => !CueReading.Negates(w)).ToList();
        return verbs.Count == 0 ? null : Future(verbs, negations) ?? Own(predicate, verbs);
    }

    /// <summary>"will V", "is going to V", and "would V" in indirect speech.</summary>
    private CueReading? Future(List<Word> verbs, List<Word> negations)
    {
        var begin = verbs[0].Form is "will" or "shall" || (verbs[0].Form == "would" && !_isFirstPerson) ? 1
            : verbs.Count > 2 && _be.Contains(verbs[0].Form) && verbs[1].Form == "going" && verbs[2].Form == "to" ? 3
            : 0;
        if (begin == 0 || begin >= verbs.Count)
        {
            return null;
        }

        if (CueLexicon.Find(verbs, begin) is var (sense, end, _)
            && sense is CueSense.Praise or CueSense.Criticize or CueSense.Deny or CueSense.Decline)
        {
            return new CueReading(sense, negations.Count > 0, IsRefused: false, SpanList.Of(Between(verbs[begin], verbs[end - 1])));
        }

        return Inflection.BasesOf(verbs[begin].Form).Any(_states.Contains)
            ? null
            : new CueReading(CueSense.Promise, negations.Count > 0, IsRefused: false, SpanList.Of(Between(verbs[0], verbs[begin])));
    }

    /// <summary>The verb or adjective right after the subject, auxiliaries aside.</summary>
    private static CueReading? Own(List<Word> predicate, List<Word> verbs)
    {
        var begin = 0;
        while (begin < verbs.Count - 1
            && ((_be.Contains(verbs[begin].Form) && verbs[begin + 1].Form.EndsWith("ing", StringComparison.Ordinal))
                || verbs[begin].Form is "have" or "has" or "had" or "do" or "does" or "did" or "would" or "could" or "can" or "must"
            or "should"))
        {
            // "be ready", "would like": phrases of their own.
            if (CueLexicon.Find(verbs, begin) is var (_, phraseEnd, _) && phraseEnd > begin + 1)
            {
                break;
            }

            begin++;
        }

        if (CueLexicon.Find(verbs, begin) is not var (sense, end, _)
            || sense is CueSense.Report or CueSense.Ask or CueSense.Question or CueSense.Demand or CueSense.Challenge or CueSense.Judge
                or CueSense.Warn)
        {
            return null;
        }

        var negated = predicate.TakeWhile(w => w.Span != verbs[begin].Span).Any(CueReading.Negates);
        return sense is CueSense.Refuse or CueSense.Fail
            ? CueReading.Of(predicate)
            : new CueReading(sense, negated, IsRefused: false,
                SpanList.Of(Between(verbs[begin], verbs[end - 1])))
            { Object = verbs[end..] };
    }

    private static TextSpan Between(Word first, Word last) => new(first.Span.Start, last.Span.End);
}
