using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// Gives the source that a coordination or a participle leaves out: in "villagers fear A and question B" and "soldiers
/// expressing A, referring to B" the second verb has the first one's subject. Only where nothing but a comma, a
/// conjunction or adverbs stands between what comes first and the second cue, and that cue is a verb of its own.
/// </summary>
internal static class SharedSource
{
    private const int LongestGap = 40;
    private static readonly HashSet<string> _conjunctions = WordSet.Of("and but or then while");
    private static readonly HashSet<string> _between = WordSet.Of("and but or then also later even instead again while , \" ” ’ '");

    // A cue that begins so is a noun phrase or a passive, with a subject of its own or none.
    private static readonly HashSet<string> _notShared = WordSet.Of(
        "a an the his her its their our my this that these those there it he she they we i you who which according amid in by for to of with from on at as is are was were be been being has had have "
        + "according seen told");

    // With one of these before it, "-ing" is no participle of the words before, or they are a clause of their own.
    private static readonly HashSet<string> _notDoer = WordSet.Of(
        "that to of for in on by from with about as is are was were be been being has have had will would could should may might can do does did and or if whether not who which it he she they we i you");

    /// <summary>The attributions of one level, in order of their cues, each source-less one that shares a source with it.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="attributions">In order of their cues.</param>
    public static IReadOnlyList<Attribution> Fill(string text, IReadOnlyList<Attribution> attributions)
    {
        List<Attribution> filled = [];
        foreach (var attribution in attributions)
        {
            filled.Add(attribution.Source.Count == 0 && attribution.Cue.Count > 0 && filled.Count > 0
                && Shares(text, filled[^1], attribution) ? Filled(text, filled[^1], attribution) : attribution);
        }

        return filled;
    }

    /// <summary>
    /// The second one with the subject of the first; but "calls reveal soldiers expressing A, referring to B" goes on with
    /// what the soldiers do, inside what the calls reveal.
    /// </summary>
    private static Attribution Filled(string text, Attribution first, Attribution second) =>
        Participle(text, second.Cue) && Doer(text, first.Content) is { } doer
            ? second with { Source = SpanList.Of(doer), Parent = first }
            : second with { Source = first.Source, Parent = second.Parent ?? first.Parent };

    private static bool Participle(string text, SpanList cue) =>
        WordReader.Read(text, cue, most: 4).Find(w => !IsAdverb(w.Form)) is { Form.Length: > 4 } verb
            && verb.Form.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Who does it, in a content that begins "soldiers expressing …".</summary>
    private static TextSpan? Doer(string text, SpanList content)
    {
        var words = WordReader.Read(text, content, most: 7);
        var verb = words.FindIndex(w => w.Form.Length > 5 && w.Form.EndsWith("ing", StringComparison.Ordinal));
        return verb is > 0 and < 6 && !words.Take(verb).Any(w => w.IsMark || _notDoer.Contains(w.Form))
            ? new TextSpan(words[0].Span.Start, words[verb - 1].Span.End)
            : null;
    }

    private static bool Shares(string text, Attribution first, Attribution second)
    {
        var cue = second.Cue[0];
        var end = Math.Max(Math.Max(first.Cue.Extent.End, first.Source.Extent.End), first.Content.Extent.End);
        if (first.Source.Count == 0 || second.Content.Count == 0 || end > cue.Start || cue.Start - end > LongestGap)
        {
            return false;
        }

        // Some contents end with the conjunction.
        var start = first.Content.Count > 0 && LastWord(text, first.Content.Extent) is var last && _conjunctions.Contains(last)
            ? end - last.Length
            : end;
        if (text.AsSpan(start, cue.Start - start).Contains('\n'))
        {
            return false;
        }

        var gap = WordReader.Read(text, [new TextSpan(start, cue.Start)], most: 8);
        var verb = WordReader.Read(text, [cue], most: 4).Find(w => !IsAdverb(w.Form));
        return gap.Count > 0 && gap.TrueForAll(w => _between.Contains(w.Form) || IsAdverb(w.Form))
            && verb.Form is { Length: > 2 } && !_notShared.Contains(verb.Form) && !char.IsUpper(text[verb.Span.Start])
            && (gap.Exists(w => _conjunctions.Contains(w.Form)) || verb.Form.EndsWith("ing", StringComparison.Ordinal));
    }

    private static bool IsAdverb(string form) => form.Length > 4 && form.EndsWith("ly", StringComparison.Ordinal);

    private static string LastWord(string text, TextSpan span)
    {
        var start = span.End;
        while (start > span.Start && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..span.End];
    }
}
