using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Attributions;

/// <summary>Spans written as a text's own words: source|cue|content, pieces parted by " + ", each where it first stands.</summary>
internal static class Marked
{
    public static (SpanList Source, SpanList Cue, SpanList Content) Roles(string text, string marked)
    {
        var parts = marked.Split('|');
        return (Spans(text, parts[0]), Spans(text, parts[1]), Spans(text, parts[2]));
    }

    public static Attribution Attribution(string text, string marked)
    {
        var (source, cue, content) = Roles(text, marked);
        return new Attribution(source, cue, content);
    }

    private static SpanList Spans(string text, string pieces) => pieces.Length == 0 ? SpanList.Empty : SpanList.Of(pieces.Split(" + ").Select(piece =>
    {
        var at = text.IndexOf(piece, StringComparison.Ordinal);
        return new TextSpan(at, at + piece.Length);
    }));
}
