using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Times;

/// <summary>What rules look at: the words of a text, when it was published, and the last day that it spoke of.</summary>
internal sealed class TimeScene(string text, List<Word> words, LocalDate? published)
{
    private const int Around = 8;

    /// <summary>How far back "two days later" is reckoned from, in characters.</summary>
    private const int Reach = 500;

    private static readonly HashSet<string> _future =
        new(("will would shall going plan plans planned planning due expected expects scheduled set slated likely poised bound ahead "
            + "upcoming begin begins hope hopes intend intends next").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _past =
        new(("was were had did since said began came went took made won lost held left saw died born met spoke gave got ran fell rose "
            + "broke wrote sent paid spent hit shot stood threw drew grew knew flew drove chose became brought bought caught taught "
            + "kept led sold struck sank "
        + "lit fought built swept shook sought swore tore wore sat slid shrank drank sang rang bore beat bent bled fled fed found hung "
            + "lent meant rode shone slept stuck stole swam swung told thought").Split(' '), StringComparer.Ordinal);

    private bool _isQuoted;
    private (LocalDate Day, TextSpan Span)? _told;
    private (LocalDate Day, TextSpan Span)? _gone;
    private (LocalDate Day, TextSpan Span)? _quoted;
    private string? _weekday;
    private string? _quotedWeekday;

    /// <summary>The words.</summary>
    public List<Word> Words => words;

    /// <summary>The day of publication; <c>null</c> where it is not known.</summary>
    public LocalDate? Published => published;

    /// <summary>The last day that the text named, and where.</summary>
    public (LocalDate Day, TextSpan Span)? Mentioned { get; private set; }

    /// <summary>The last day that the text named, where that is not far before a word.</summary>
    public (LocalDate Day, TextSpan Span)? Near(int at) => Mentioned is { } last && words[at].Span.Start - last.Span.End <= Reach
        ? last : null;

    /// <summary>The last weekday that the text named, where no day of publication tells which: <c>XXXX-WXX-3</c>.</summary>
    public string? Weekday => _isQuoted ? _quotedWeekday ?? _weekday : _weekday;

    /// <summary>Goes on to a word: quotations begin and end, the latter with their paragraph at the latest.</summary>
    public void Pass(int at)
    {
        // Both parts of a contraction have the whole one's span.
        if (at > 0 && words[at - 1].Span.End < words[at].Span.Start
            && text.AsSpan(words[at - 1].Span.End..words[at].Span.Start).Contains('\n'))
        {
            (_isQuoted, _quoted, _quotedWeekday) = (false, null, null);
        }

        _isQuoted = words[at].Form switch { "“" => true, "”" => false, "\"" => !_isQuoted, _ => _isQuoted };
    }

    /// <summary>Takes note of a day that the text names.</summary>
    public void Mention(LocalDate day, TextSpan span)
    {
        Mentioned = (day, span);
        if (_isQuoted)
        {
            _quoted = Mentioned;
            return;
        }

        _told = Mentioned;
        if (day <= Published)
        {
            _gone = Mentioned;
        }
    }

    /// <summary>Takes note of a weekday that the text names, where no day of publication tells which.</summary>
    public void MentionWeekday(string weekday) =>
        (_weekday, _quotedWeekday) = _isQuoted ? (_weekday, weekday) : (weekday, _quotedWeekday);

    /// <summary>
    /// The day that a clock time belongs to: the last one named, but what is quoted names none for the text around it, and what
    /// has been was on no day that is still to come.
    /// </summary>
    public (LocalDate Day, TextSpan Span)? DayOfClock(int at)
    {
        var day = _isQuoted ? _quoted ?? _told : _told;
        return day?.Day > Published && IsPast(at) ? _gone : day;
    }

    /// <summary>How many words rules have looked at: bounded by the number of words, whatever they are.</summary>
    public long Looks { get; private set; }

    /// <summary>The form of a word; empty behind the last one.</summary>
    public string Form(int at)
    {
        Looks++;
        return at >= 0 && at < words.Count ? words[at].Form : string.Empty;
    }

    /// <summary>Whether a word begins with a capital.</summary>
    public bool IsCapital(int at) => at >= 0 && at < words.Count && char.IsUpper(text[words[at].Span.Start]);

    /// <summary>Whether two words touch: "3pm", "five-year".</summary>
    public bool Touch(int left, int right) => left >= 0 && right < words.Count && words[left].Span.End == words[right].Span.Start;

    /// <summary>Whether the words around speak of what is still to come.</summary>
    public bool IsFuture(int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Around; i--)
        {
            Looks++;
            if (words[i].Form is "." or "!" or "?" or "\"" or "”" or "“" or "said" or "says")
            {
                break;
            }

            if ((words[i].Form == "effect" && i > 2 && words[i - 2].Form is "goes" or "go" or "takes" or "take" or "going" or "taking")
                || (words[i].Form == "effect" && i > 1 && words[i - 1].Form is "takes" or "take" or "taking")
                || (_future.Contains(words[i].Form) && !IsNoun(i)) || (words[i].Form == "to" && i + 1 < at && IsAct(words[i + 1].Form)))
            {
                return true;
            }
        }

        for (var i = at + 1; i < words.Count && i <= at + Around; i++)
        {
            Looks++;
            if (words[i].Form is "." or "!" or "?" or "," or "said" or "says" or "after" or "\"" or "”")
            {
                break;
            }

            if (words[i].Form is "will" or "would" or "shall")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The plan", "a set", "its hopes": a noun, which looks forward to nothing.</summary>
    private bool IsNoun(int at) =>
        words[at].Form is "plan" or "plans" or "set" or "hope" or "hopes" && at > 0
            && words[at - 1].Form is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "this" or "that" or "of" or "new";

    /// <summary>Whether the words before, in the same sentence, tell of what has been.</summary>
    public bool IsPast(int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Around && words[i].Form is not ("." or "!" or "?"); i--)
        {
            Looks++;
            if (_past.Contains(words[i].Form)
                || (words[i].Form.Length > 4 && words[i].Form.EndsWith("ed", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAct(string form) =>
        form is "meet" or "hold" or "vote" or "begin" or "start" or "travel" or "visit" or "decide" or "leave" or "launch" or "open"
            or "return" or "appear" or "speak" or "announce" or "release" or "publish" or "play" or "arrive";
}

/// <summary>What a rule found: words from <paramref name="First"/> to before <paramref name="End"/>.</summary>
internal sealed record TimeMatch(int First, int End, TimeType Type, string Value)
{
    /// <summary>TIMEX3's modifier.</summary>
    public string? Mod { get; init; }

    /// <summary>Why it is kept as words only.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it is said to be perhaps so.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Whether the publication time was needed.</summary>
    public bool IsAnchored { get; init; }

    /// <summary>Whether the last day named before was needed.</summary>
    public bool IsAnchoredToMention { get; init; }

    /// <summary>Where the day stands that was needed, where that is not the last one.</summary>
    public TextSpan? Anchor { get; init; }

    /// <summary>The day that is meant, where it is one.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Whether a clock time may join it: a day, known or not.</summary>
    public bool IsDay => Type == TimeType.Date && Problem is null
        && (Day is not null || Value is { Length: 10 } || Value.StartsWith("XXXX-WXX-", StringComparison.Ordinal) && Value.Length == 10);
}
