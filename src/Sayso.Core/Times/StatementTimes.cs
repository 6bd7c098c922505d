using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Times;

/// <summary>
/// Which time expressions of a document belong to a statement: those in its content, and the one that says when it was
/// said, which stands in the sentence of its cue and outside every content ("Harpel said on Friday that …").
/// </summary>
internal sealed class StatementTimes
{
    /// <summary>How far from its cue a time is looked for, in characters.</summary>
    private const int Reach = 300;

    /// <summary>How far where the cue itself says that it was at another time than the sentence.</summary>
    private const int NearReach = 25;

    private const int LongestAdverb = 12;
    private static readonly string[] _before = ["initially", "originally", "previously", "formerly", "earlier"];

    private static readonly HashSet<string> _about = new(["of", "about", "since", "until", "before"], StringComparer.OrdinalIgnoreCase);

    private readonly string _text;
    private readonly IReadOnlyList<TimeExpression> _times;
    private readonly List<TextSpan> _contents;
    private readonly List<int> _cues;

    /// <summary>Prepares a document.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="times">Its time expressions, in order.</param>
    /// <param name="attributions">What was extracted from it.</param>
    public StatementTimes(string text, IReadOnlyList<TimeExpression> times, IReadOnlyCollection<Attribution> attributions)
    {
        (_text, _times) = (text, times);
        _contents = [.. attributions.SelectMany(a => a.Content).Distinct().Order()];
        _cues = [.. attributions.Select(a => a.Cue.Extent.Start).Distinct().Order()];
    }

    /// <summary>Those in a content.</summary>
    public ValueList<TimeExpression> In(SpanList content) =>
        content.SelectMany(piece => _times.Within(piece, t => t.Span)).ToValueList();

    /// <summary>The one that says when a statement was made: nearest to its cue; <c>null</c> where there is none.</summary>
    public TimeExpression? SaidAt(Attribution attribution)
    {
        var cue = attribution.Cue.Extent;
        TimeExpression? best = null;
        var nearest = SaysBefore(cue) ? NearReach : Reach;
        foreach (var time in _times.Within(new TextSpan(SentenceStart(cue.Start), SentenceEnd(cue.End)), t => t.Span))
        {
            var distance = time.Span.Start >= cue.End ? time.Span.Start - cue.End : Math.Max(0, cue.Start - time.Span.End);
            if (time.Type is TimeType.Date or TimeType.Time && time.Edtf is not null && distance < nearest
                && !attribution.Source.Any(s => s.Contains(time.Span)) && !IsSaid(time.Span, cue) && !IsOthers(time.Span, cue) && !IsAbout(time.Span))
            {
                (best, nearest) = (time, distance);
            }
        }

        return best;
    }

    /// <summary>"Initially denied it, but was silent last week": the time is another's, unless it stands beside it.</summary>
    private bool SaysBefore(TextSpan cue)
    {
        var around = _text.AsSpan(Math.Max(0, cue.Start - LongestAdverb)..Math.Min(cue.End, _text.Length));
        foreach (var adverb in _before)
        {
            if (around.Contains(adverb, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Told parliament of December letters", "silent since Friday": the time is that of something else.</summary>
    private bool IsAbout(TextSpan span)
    {
        var before = _text.AsSpan(..span.Start).TrimEnd(' ');
        return before.Length < span.Start && _about.Contains(before[(before.LastIndexOfAny(' ', '\n') + 1)..].ToString());
    }

    /// <summary>Whether a place stands in some content that the cue does not stand in.</summary>
    private bool IsSaid(TextSpan span, TextSpan cue)
    {
        for (var i = LastBefore(span.End); i >= 0 && i >= LastBefore(span.End) - 8; i--)
        {
            if (_contents[i].Contains(span) && !_contents[i].Contains(cue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether another cue stands between: "dismissed it, but asserted on Friday".</summary>
    private bool IsOthers(TextSpan span, TextSpan cue)
    {
        var (start, end) = span.Start >= cue.End ? (cue.Start + 1, span.Start) : (span.End, cue.Start);
        var next = _cues.BinarySearch(start);
        next = next >= 0 ? next : ~next;
        return next < _cues.Count && _cues[next] < end;
    }

    private int LastBefore(int end) => Sorted.CountWhere(_contents.Count, i => _contents[i].Start < end) - 1;

    private int SentenceStart(int at)
    {
        var start = at;
        while (start > 0 && at - start < Reach && !EndsSentence(start - 1))
        {
            start--;
        }

        return start;
    }

    private int SentenceEnd(int at)
    {
        var end = at;
        while (end < _text.Length && end - at < Reach && !EndsSentence(end))
        {
            end++;
        }

        return end;
    }

    /// <summary>A line end, or a mark before white space and a capital.</summary>
    private bool EndsSentence(int at) => _text[at] == '\n'
        || (_text[at] is '.' or '!' or '?' && at + 2 < _text.Length && char.IsWhiteSpace(_text[at + 1]) && !char.IsLower(_text[at + 2])
            && !(at > 1 && char.IsUpper(_text[at - 1]) && !char.IsLetter(_text[at - 2])));
}
