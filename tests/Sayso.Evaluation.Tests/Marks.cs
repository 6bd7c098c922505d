using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Tests;

/// <summary>Marks roles in invented texts by their words: fragments are joined by <c>|</c>, an absent role is empty.</summary>
internal static class Marks
{
    public static Attribution Attribution(string text, string source, string cue, string content) =>
        new(Spans(text, source), Spans(text, cue), Spans(text, content));

    public static SpanList Spans(string text, string words) =>
        SpanList.Of(words.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(w => Span(text, w)));

    public static TextSpan Span(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"‘{words}’ is not in ‘{text}’");
        return new(start, start + words.Length);
    }
}
