using Sayso.Core.Attitudes;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Quantities;

/// <summary>What rules look at: the words of a text, and where its time expressions stand.</summary>
internal sealed class QuantityScene(string text, List<Word> words, IReadOnlyList<TimeExpression> times)
{
    private readonly HashSet<int> _starts = [.. times.Select(t => t.Span.Start)];
    private readonly HashSet<int> _durations = [.. times.Where(t => t.Type == TimeType.Duration).Select(t => t.Span.Start)];
    private readonly bool[] _inTime = InTime(words, times);

    /// <summary>The words.</summary>
    public List<Word> Words => words;

    /// <summary>Whose way of counting is followed.</summary>
    public QuantityConvention Convention { get; init; } = QuantityConvention.Sayso;

    /// <summary>How many words rules have looked at.</summary>
    public long Looks { get; private set; }

    /// <summary>The form of a word; empty outside the text.</summary>
    public string Form(int at)
    {
        Looks++;
        return at >= 0 && at < words.Count ? words[at].Form : string.Empty;
    }

    /// <summary>Whether a word begins with a capital.</summary>
    public bool IsCapital(int at) => at >= 0 && at < words.Count && char.IsUpper(text[words[at].Span.Start]);

    /// <summary>Whether a word is the "'s" of the word before: a possessive, or an "is" that cannot be told from one.</summary>
    public bool IsPossessive(int at) => at > 0 && at < words.Count && words[at].Form == "is" && words[at].Span == words[at - 1].Span;

    /// <summary>The text from one word to before another.</summary>
    public string Slice(int first, int end) => text[words[first].Span.Start..words[end - 1].Span.End];

    /// <summary>Whether two words touch.</summary>
    public bool Touch(int left, int right) => left >= 0 && right < words.Count && words[left].Span.End == words[right].Span.Start;

    /// <summary>Whether one blank parts two words.</summary>
    public bool IsNear(int left, int right) => left >= 0 && right < words.Count && words[left].Span.End + 1 == words[right].Span.Start
        && text[words[left].Span.End] == ' ';

    /// <summary>Whether a time expression begins with a word.</summary>
    public bool IsTime(int at) => at >= 0 && at < words.Count && _starts.Contains(words[at].Span.Start);

    /// <summary>Whether a length of time begins with a word.</summary>
    public bool IsDuration(int at) => at >= 0 && at < words.Count && _durations.Contains(words[at].Span.Start);

    /// <summary>Whether a word is a part of a time expression.</summary>
    public bool IsInTime(int at) => at >= 0 && at < words.Count && _inTime[at];

    /// <summary>Whether a word begins a sentence or a line.</summary>
    public bool IsFirst(int at) => at <= 0 || words[at - 1].Form is "." or "!" or "?" or "“" or "\""
        || text.AsSpan(words[at - 1].Span.End, Math.Max(0, words[at].Span.Start - words[at - 1].Span.End)).Contains('\n');

    private static bool[] InTime(List<Word> words, IReadOnlyList<TimeExpression> times)
    {
        var inTime = new bool[words.Count];
        for (int at = 0, time = 0; at < words.Count && time < times.Count; at++)
        {
            while (time < times.Count && times[time].Span.End <= words[at].Span.Start)
            {
                time++;
            }

            inTime[at] = time < times.Count && times[time].Span.Overlaps(words[at].Span);
        }

        return inTime;
    }
}
