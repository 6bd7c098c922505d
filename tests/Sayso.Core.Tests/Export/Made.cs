using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Export;

/// <summary>Documents and statements made by hand, their spans found by their words.</summary>
internal static class Made
{
    /// <summary>A text with an emoji (two UTF-16 units) and a combining mark before the words that are marked.</summary>
    public const string Odd = "😀 Cafe\u0301 news\nMinister Ada Rell 👩\u200d🚒 denied, again, that “the dam\nhad failed”.";

    public static Document Document(string text) => new()
    {
        Id = "d0",
        Raw = default,
        RawHash = new string('0', 64),
        MediaType = "text/plain",
        Text = text,
    };

    public static SpanList Spans(string text, params string[] words) => SpanList.Of(words.Select(w =>
    {
        var at = text.IndexOf(w, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{w}” is not in the text.");
        return new TextSpan(at, at + w.Length);
    }));

    public static Statement Statement(string id, SpanList source, SpanList cue, SpanList content) => new(id, "d0", source, cue, content);

    /// <summary>The statement in <see cref="Odd"/>: a content of two fragments, the second across a line end.</summary>
    public static Statement OddStatement() => Statement(
        "s1", Spans(Odd, "Minister Ada Rell"), Spans(Odd, "denied"), Spans(Odd, "again", "“the dam\nhad failed”"));

    public static Hop Hop(string name, SourceKind kind) => new(name, kind, SpanList.Empty, HopRelation.Says);
}
