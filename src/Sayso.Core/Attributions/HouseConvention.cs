using System.Buffers;
using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// What our way of marking has, and PolNeAR's labels, from which the network learnt most, have not: a source ends with a
/// word; a hearer is no source; a reporter's words belong to nobody quoted (<see cref="ReporterWords"/>); a refusal needs
/// no content; whom a speaker cites is an attribution of its own. Each rule looks at a bounded stretch of text, whatever is in it.
/// </summary>
internal static class HouseConvention
{
    private const int LongestCited = 160;
    private static readonly string[] _citing = ["citing", "quoting"];
    private static readonly SearchValues<char> _ends = SearchValues.Create(",;:.\n—–“”\"");
    private static readonly HashSet<string> _be = WordSet.Of("be am is are was were been being");
    private static readonly HashSet<string> _attributes = WordSet.Of("previous earlier recent latest own initial first second original "
        + "repeated past new last final public subsequent prior current frequent early longstanding official");
    private static readonly HashSet<string> _owners = WordSet.Of("my our your his her its their");
    private static readonly HashSet<string> _heard = WordSet.Of("told informed notified advised warned assured reassured briefed reminded");

    /// <summary>
    /// A group of spans as an attribution of ours; <c>null</c> where it is none: nothing is credited, and nothing refused.
    /// </summary>
    public static Attribution? Of(string text, SpanList source, SpanList cue, SpanList content)
    {
        var said = ReporterWords.Without(text, content);
        if (said.Count == 0 && !IsRefusal(text, source, cue))
        {
            return null;
        }

        var by = source.Select(span =>
            WithoutAttribute(text, ReporterWords.WithoutTrailingMarks(text, ReporterWords.WithoutDateline(text, span)), cue));
        return new Attribution(IsHearer(text, source, cue) ? SpanList.Empty : SpanList.Of(by), cue, SpanList.Of(said));
    }

    /// <summary>
    /// Those whom a speaker cites, in the speaker's own phrase ("lawmakers citing their spies") or right behind the rest
    /// ("… , the Bell reported, citing two clerks"): held by the citing one, with the same content.
    /// </summary>
    /// <param name="text">The document's text.</param>
    /// <param name="holder">An attribution.</param>
    /// <param name="cues">Where cues that were found begin: none is found twice.</param>
    public static Attribution? CitedBy(string text, Attribution holder, IReadOnlySet<int> cues)
    {
        if (holder.Source.Count == 0 || holder.Content.Count == 0 || Cited(text, holder) is not var (cue, source))
        {
            return null;
        }

        return cues.Contains(cue.Start)
            ? null
            : new Attribution(SpanList.Of(source), SpanList.Of(cue), holder.Content) { Parent = holder, Confidence = holder.Confidence };
    }

    private static bool IsRefusal(string text, SpanList source, SpanList cue) =>
        source.Count > 0 && AttitudeReader.Read(text, cue, SpanList.Empty).Stance == Stance.Decline;

    /// <summary>"Families | were told | …": who is told says nothing.</summary>
    private static bool IsHearer(string text, SpanList source, SpanList cue)
    {
        var words = WordReader.Read(text, cue, most: 12);
        var heard = words.FindIndex(w => _heard.Contains(w.Form));
        return source.Count > 0 && source.Extent.End <= cue[0].Start && heard > 0
            && words.Take(heard).Any(w => _be.Contains(w.Form)) && !words.Skip(heard).Any(w => w.Form == "by");
    }

    /// <summary>
    /// "The mayor's earlier | estimate", "my first | thought": the adjective is the estimate's, and a possessive alone is the
    /// source.
    /// </summary>
    private static TextSpan WithoutAttribute(string text, TextSpan span, SpanList cue)
    {
        var blank = span.Slice(text).LastIndexOf(' ');
        if (blank < 2 || span.End + 1 != cue[0].Start || !_attributes.Contains(span.Slice(text)[(blank + 1)..].ToString()))
        {
            return span;
        }

        var owner = span.Slice(text)[..blank];
        return owner is [.., '’' or '\'', 's'] or [.., 's', '’' or '\''] || _owners.Contains(owner.ToString().ToLowerInvariant())
            ? new TextSpan(span.Start, span.Start + blank) : span;
    }

    private static (TextSpan Cue, TextSpan Source)? Cited(string text, Attribution holder)
    {
        var source = holder.Source.Extent;
        var end = Math.Max(Math.Max(source.End, holder.Cue.Extent.End), EndIfNear(holder, source));
        var behind = end;
        while (behind < text.Length && text[behind] is ' ' or ',' or '\u00A0')
        {
            behind++;
        }

        foreach (var word in _citing)
        {
            var inside = text.AsSpan(source.Start, source.Length).IndexOf($" {word} ", StringComparison.Ordinal);
            if (inside >= 0)
            {
                return Split(text, source.Start + inside + 1, word.Length, source.End);
            }

            if (text.AsSpan(behind).StartsWith($"{word} ", StringComparison.Ordinal))
            {
                return Split(text, behind, word.Length, Math.Min(behind + LongestCited, text.Length));
            }
        }

        return null;
    }

    /// <summary>Where the source is followed by its content and not by a cue, what is cited stands behind that.</summary>
    private static int EndIfNear(Attribution holder, TextSpan source) =>
        holder.Content.Extent is var content && content.Start > source.Start ? content.End : 0;

    /// <summary>The cited phrase goes on to the next mark.</summary>
    private static (TextSpan Cue, TextSpan Source)? Split(string text, int at, int length, int limit)
    {
        var start = at + length + 1;
        var reach = text.AsSpan(start, Math.Max(0, limit - start));
        var end = reach.IndexOfAny(_ends);
        var source = new TextSpan(start, end < 0 ? limit : start + end);
        return source.Slice(text).Trim().Length < 2 || source.Length != source.Slice(text).Trim().Length
            ? null : (new TextSpan(at, at + length), source);
    }
}
