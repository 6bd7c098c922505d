using System.Globalization;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Times;

/// <summary>What rules look at: the words of a text, when it was published, and the last day that it spoke of.</summary>
internal sealed class TimeScene(string text, List<Word> words, LocalDate? published)
{
    private const int Around = 8;

    private const int MostWordsBetweenClocks = 7;

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

    /// <summary>What "is" before it makes no present: what is held against somebody has been.</summary>
    private static readonly HashSet<string> _held = new(("accused charged suspected alleged believed known thought blamed "
        + "credited remembered reported said").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _present = new(("takes opens begins starts ends closes returns leaves arrives meets votes goes "
        + "comes expires reopens resumes").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _notPast =
        new("hundred indeed speed exceed proceed succeed breed".Split(' '), StringComparer.Ordinal);

    private bool _isQuoted;
    private (LocalDate Day, TextSpan Span)? _told;
    private (LocalDate Day, TextSpan Span)? _gone;
    private (LocalDate Day, TextSpan Span)? _quoted;
    private (LocalDate Day, TextSpan Span, bool IsMonth)? _point;
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

    /// <summary>
    /// The first day of the month or year that the text named last, where that is not far before a word, and a month at least for months.
    /// </summary>
    public (LocalDate Day, TextSpan Span)? NearPoint(int at, char unit) => _point is { } point
        && words[at].Span.Start - point.Span.End <= Reach
        && (unit == 'Y' || point.IsMonth) ? (point.Day, point.Span) : null;

    /// <summary>The last day that the text named, or the month or year where that came later.</summary>
    public (LocalDate Day, TextSpan Span)? LastNamed(char unit) =>
        _point is { } point && (unit == 'Y' || point.IsMonth) && !(Mentioned?.Span.Start > point.Span.Start) ? (point.Day, point.Span)
            : Mentioned;

    /// <summary>Takes note of a month or a year that the text names: <c>2031-03</c>, <c>2031</c>.</summary>
    public void MentionPoint(string value, TextSpan span)
    {
        if (value.Length is 4 or 7 && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year > 0)
        {
            var month = value.Length == 7 && int.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var of)
                ? of : 0;
            _point = month <= 12 ? (new LocalDate(year, Math.Max(1, month), 1), span, month > 0) : _point;
        }
    }

    /// <summary>The last weekday that the text named, where no day of publication tells which: <c>XXXX-WXX-3</c>.</summary>
    public string? Weekday => _isQuoted ? _quotedWeekday ?? _weekday : _weekday;

    /// <summary>Whether the word stands in a quotation.</summary>
    public bool IsQuoted => _isQuoted;

    /// <summary>Goes on to a word: quotations begin and end, the latter with their paragraph at the latest.</summary>
    public void Pass(int at)
    {
        if (at > 0 && IsBroken(at - 1, at))
        {
            (_isQuoted, _quoted, _quotedWeekday) = (false, null, null);
        }

        _isQuoted = words[at].Form switch { "“" => true, "”" => false, "\"" => !_isQuoted, _ => _isQuoted };
    }

    /// <summary>Whether a line ends between two words; both parts of a contraction have the whole one's span.</summary>
    private bool IsBroken(int left, int right) => left >= 0 && words[left].Span.End < words[right].Span.Start
        && text.AsSpan(words[left].Span.End..words[right].Span.Start).Contains('\n');

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

    /// <summary>Whether a word has a capital at a place in it.</summary>
    public bool IsCapital(int at, int letter) => at >= 0 && at < words.Count && letter < words[at].Span.Length
        && char.IsUpper(text[words[at].Span.Start + letter]);

    /// <summary>Whether two words touch: "3pm", "five-year".</summary>
    public bool Touch(int left, int right) => left >= 0 && right < words.Count && words[left].Span.End == words[right].Span.Start;

    /// <summary>Whether the words around speak of what is still to come.</summary>
    public bool IsFuture(int at)
    {
        var hasBeen = false;
        for (var i = at - 1; i >= 0 && i >= at - Around; i--)
        {
            Looks++;
            if (words[i].Form is "." or "!" or "?" or "\"" or "”" or "“" or "said" or "says" || (hasBeen && IsClauseEnd(words[i].Form)))
            {
                break;
            }

            hasBeen |= IsPastVerb(i);
            if ((words[i].Form == "effect" && i > 2 && words[i - 2].Form is "goes" or "go" or "takes" or "take" or "going" or "taking")
                || (words[i].Form == "effect" && i > 1 && words[i - 1].Form is "takes" or "take" or "taking")
                || (_future.Contains(words[i].Form) && !IsNoun(i))
                || (words[i].Form == "to" && i + 1 < at && (IsAct(words[i + 1].Form) || IsDestined(i)))
                || (words[i].Form is "until" or "to" && i > 0 && words[i - 1].Form is "postponed" or "adjourned" or "delayed"))
            {
                return true;
            }
        }

        // "Said on Monday the board will pay", "a strike announced on Monday will begin": when it was said or done.
        var verb = Form(at - 1) == "on" ? at - 2 : at - 1;
        if (verb >= 0 && IsPastVerb(verb))
        {
            return false;
        }

        for (var i = at + 1; i < words.Count && i <= at + Around; i++)
        {
            Looks++;
            if (words[i].Form is "." or "!" or "?" or "," or "said" or "says" or "after" or "\"" or "”"
                || (hasBeen && IsClauseEnd(words[i].Form)))
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

    /// <summary>"Is to be scrapped": what is going to happen; "is to blame" is no such thing.</summary>
    private bool IsDestined(int to) => to > 0 && words[to - 1].Form is "is" or "are" && words[to + 1].Form is not ("blame" or "say");

    private static bool IsClauseEnd(string form) =>
        form is "," or ";" or "and" or "but" or "while" or "as" or "because" or "(" or ")" or "–" or "—";

    /// <summary>Whether a word is the past of a verb; "is held" and "will be held" are none.</summary>
    private bool IsPastVerb(int at)
    {
        Looks++;
        return (_past.Contains(words[at].Form) || (words[at].Form.Length > 4 && words[at].Form.EndsWith("ed", StringComparison.Ordinal)
            && !_future.Contains(words[at].Form) && !_notPast.Contains(words[at].Form)))
            && !(at > 0 && words[at - 1].Form is "is" or "are" or "be" or "being" or "get" or "gets" && !_held.Contains(words[at].Form));
    }

    /// <summary>"The plan", "a set", "its hopes": a noun, which looks forward to nothing.</summary>
    private bool IsNoun(int at) =>
        words[at].Form is "plan" or "plans" or "set" or "hope" or "hopes" && at > 0
            && words[at - 1].Form is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "this" or "that" or "of" or "new";

    /// <summary>Whether the words before, in the same sentence, tell of what has been.</summary>
    public bool IsPast(int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Around && words[i].Form is not ("." or "!" or "?")
            && !_present.Contains(words[i].Form); i--)
        {
            if (IsPastVerb(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the first verb of the clause that a time begins tells of what has been: "in June it was shut", "between March and June it
    /// was".
    /// </summary>
    /// <param name="first">The index of the first word of the time.</param>
    /// <param name="at">The index of its last one.</param>
    public bool IsPastBehind(int first, int at)
    {
        if (first < 1)
        {
            return false;
        }

        var head = Form(first - 1) is "and" or "to" && Form(first - 3) is "between" or "from" ? first - 3 : first - 1;
        if (Form(head - 1) is not ("" or "." or "!" or "?" or "“" or "\"" or "," or ";" or "and" or "but" or ":")
            && !IsBroken(head - 1, head))
        {
            return false;
        }

        for (var i = at + 1; i < words.Count && i <= at + Around; i++)
        {
            if (words[i].Form is "." or "!" or "?" or ";" or ":" or "”" or "\"" or "is" or "are" or "will" or "would" or "shall" or "can"
                or "could" or "may" or "might" or "must" or "should" or "to")
            {
                return false;
            }

            if (IsPastVerb(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The clock time read last, with the index behind it; for "from 10 p.m. to 5 a.m.".</summary>
    public (string Value, int Minutes, int End)? Clock { get; private set; }

    /// <summary>Takes note of a clock time.</summary>
    public void MentionClock(string value, int minutes, int end) => Clock = (value, minutes, end);

    /// <summary>"From 10 p.m. to 5 a.m.": the clock time before the link that stands before a word; <c>null</c> where none does.</summary>
    public (string Value, int Minutes)? ClockBefore(int at) => Clock is { } clock
        && ((clock.End == at - 1 && Form(at - 1) is "to" or "until" or "till" or "through" or "and" or "-" or "–")
            || (at - clock.End is > 1 and <= MostWordsBetweenClocks && IsOneRun(clock.End, at)))
        ? (clock.Value, clock.Minutes) : null;

    /// <summary>"Went dark at noon and came back at": one subject, two predicates.</summary>
    private bool IsOneRun(int first, int end) => Form(first) == "and" && Form(end - 1) is "at" or "by"
        && !Enumerable.Range(first, end - first).Any(i => Form(i) is "." or "," or ";" or "!" or "?" or "on");

    private static bool IsAct(string form) =>
        form is "meet" or "hold" or "vote" or "begin" or "start" or "travel" or "visit" or "decide" or "leave" or "launch" or "open"
            or "return" or "appear" or "speak" or "announce" or "release" or "publish" or "play" or "arrive";
}

/// <summary>What a rule found: words from <paramref name="First"/> to before <paramref name="End"/>.</summary>
internal sealed record TimeMatch(int First, int End, TimeType Type, string Value)
{
    /// <summary>TIMEX3's modifier.</summary>
    public string? Mod { get; init; }

    /// <summary>The minutes since midnight of a clock time.</summary>
    public int? Clock { get; init; }

    /// <summary>Why it is kept as words only.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it is a limit, beside what its modifier says: "by the end of June".</summary>
    public bool IsUntil { get; init; }

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
