using System.Buffers;
using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// What stands inside a content and is the reporter's: a dateline, a line that gives the date, the conjunction that leads
/// to what comes next, and what the speaker left unsaid ("…, without naming them"). Each rule looks at a bounded stretch.
/// </summary>
internal static class ReporterWords
{
    private const int LongestDateline = 90;
    private const int LongestSilence = 90;
    private static readonly string[] _conjunctions = [" and", " but", " or"];
    private static readonly SearchValues<char> _ends = SearchValues.Create(".!?;\n“”\"");
    private static readonly HashSet<string> _silent = WordSet.Of(
        "addressing citing clarifying commenting confirming detailing disclosing elaborating explaining giving going identifying "
        + "mentioning naming offering providing referring revealing saying specifying");
    private static readonly HashSet<string> _dates = WordSet.Of(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april may june july august september october november december "
        + "jan feb mar apr jun jul aug sep sept oct nov dec am pm a.m p.m gmt utc est et bst cet updated published posted last modified "
            + "on at st nd rd th");

    /// <summary>A content's fragments without them; those of nothing else are dropped.</summary>
    public static IReadOnlyList<TextSpan> Without(string text, SpanList content) =>
    [
        .. content.Where(span => !IsDateLine(text, span))
            .Select(span => WithoutConjunction(text, WithoutSilence(text, WithoutDateline(text, span)))),
    ];

    /// <summary>A source ends with a word.</summary>
    public static TextSpan WithoutTrailingMarks(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start + 1 && (text[end - 1] is ',' or ':' or '-' or '–' or '—' || char.IsWhiteSpace(text[end - 1])))
        {
            end--;
        }

        return new TextSpan(span.Start, end);
    }

    /// <summary>Without "PORT SABEL, Ostrelle (Transmar) — ", where a line begins with it.</summary>
    public static TextSpan WithoutDateline(string text, TextSpan span)
    {
        if (span.Start > 0 && text[span.Start - 1] != '\n')
        {
            return span;
        }

        var reach = text.AsSpan(span.Start, Math.Min(span.Length, LongestDateline));
        var capitals = 0;
        while (capitals < reach.Length && char.IsUpper(reach[capitals]))
        {
            capitals++;
        }

        if (capitals < 3 || (capitals < reach.Length && char.IsLetterOrDigit(reach[capitals])))
        {
            return span;
        }

        var dash = reach.IndexOfAny('—', '–');
        dash = dash >= 0 ? dash : reach.IndexOf(" - ", StringComparison.Ordinal) + 1;
        if (dash <= 0 || reach[..dash].IndexOfAny('\n', '.', ';') >= 0)
        {
            return span;
        }

        var start = dash + 1;
        while (start < reach.Length && char.IsWhiteSpace(reach[start]))
        {
            start++;
        }

        // Behind a dateline a sentence begins; behind another dash it goes on.
        return start < reach.Length && !char.IsLower(reach[start]) ? new TextSpan(span.Start + start, span.End) : span;
    }

    /// <summary>Whether a span is a line that gives nothing but a date.</summary>
    private static bool IsDateLine(string text, TextSpan span)
    {
        const int MostWords = 12;
        if ((span.Start > 0 && text[span.Start - 1] != '\n') || (span.End < text.Length && text[span.End] is not ('\n' or '\r')))
        {
            return false;
        }

        var words = WordReader.Read(text, [span], MostWords);
        return words.Count < MostWords && words.Exists(w => char.IsDigit(w.Form[0])) && words.Exists(w => _dates.Contains(w.Form))
            && words.TrueForAll(w => w.IsMark || char.IsDigit(w.Form[0]) || _dates.Contains(w.Form));
    }

    private static TextSpan WithoutConjunction(string text, TextSpan span)
    {
        var end = Array.Find(_conjunctions, word => span.Slice(text).EndsWith(word, StringComparison.Ordinal));
        return end is null ? span : WithoutTrailingMarks(text, new TextSpan(span.Start, span.End - end.Length));
    }

    /// <summary>Without ", without elaborating", ", without so much as naming them", where a clause ends so.</summary>
    private static TextSpan WithoutSilence(string text, TextSpan span)
    {
        const string Opening = ", without ";
        var start = Math.Max(span.Start, span.End - LongestSilence);
        var at = text.AsSpan(start, span.End - start).LastIndexOf(Opening, StringComparison.Ordinal);
        if (at <= 0)
        {
            return span;
        }

        var silence = new TextSpan(start + at + Opening.Length, span.End);
        return WordReader.Read(text, [silence], most: 5).Exists(w => _silent.Contains(w.Form))
            && silence.Slice(text).TrimEnd(" .").IndexOfAny(_ends) < 0
            ? new TextSpan(span.Start, start + at)
            : span;
    }
}
