using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.OwnVoice;

/// <summary>
/// Whether a clause asserts a figure or a dated event: it has a finite verb, and a value that is more than a part of a name.
/// </summary>
internal static class Assertions
{
    /// <summary>Up to this, a number behind "the" refers back ("the two men") and gives no figure.</summary>
    private const int LargestReference = 10;

    /// <summary>Words behind "than" in which a time only compares.</summary>
    private const int MostCompared = 5;

    private static readonly HashSet<string> _finite = new(
        ("is are was were has have had will would can could may might must did does do became become becomes began begin begins came "
            + "come comes went go goes got gave give gives took take takes made make makes won win wins lost lose loses "
        + "rose rise rises fell fall falls grew grow grows cut cuts hit hits held hold holds kept keep keeps left leave leaves led lead "
            + "leads met meet meets paid pay pays put puts ran run runs sent send sends set sets sold sell sells spent spend spends "
            + "stood stand stands "
        + "bought buy buys built build builds brought bring brings broke break breaks caught chose drew drove fought flew sank shot "
            + "struck spread sat saw threw died dies lived lives lies lay stayed remains remain cost costs earned earns owns owes "
            + "employs serves represents includes contains covers carries "
        + "produces operates boasts stretches reaches exceeds accounts makes totals measures weighs dates opens closes ends starts "
            + "begins features ranks trails follows marks drew rests comprises receives attracts runs shares uses requires lasted lasts "
            + "sits sought taught read beat forced split swept shut quit").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _determiners = new(("the these those his her its their both a an this that other remaining "
        + "same last first next previous").Split(' '), StringComparer.Ordinal);

    /// <summary>What is counted in an argument rather than in the world.</summary>
    private static readonly HashSet<string> _idle = new(("ways priorities reasons things kinds types sorts sides steps options questions "
        + "problems points groups parts forms halves factors issues words lessons scenarios camps fronts")
        .Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _conditional = new(("if whether how what why where who which were had should unless imagine "
        + "suppose").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a sentence has a figure or a time at all.</summary>
    public static bool HasValues(DocumentValues values, TextSpan sentence) =>
        values.Quantities.Within(sentence, q => q.Span).Any() || values.Times.Within(sentence, t => t.Span).Any();

    /// <summary>Whether the clause does.</summary>
    public static bool Make(string text, DocumentValues values, Clause clause)
    {
        var words = clause.Words;
        return !_conditional.Contains(words[0].Form) && !RefersBack(words) && !words.Any(w => w.Form is "would" or "could" or "might")
            && Verb(text, words) > 0
            && (values.Quantities.Within(clause.Span, q => q.Span).Any(q => IsFigure(text, words, q))
                || values.Times.Within(clause.Span, t => t.Span).Any(t => IsDate(text, words, t)));
    }

    /// <summary>"That is as true today", "But this has taken three years": what is asserted stands before.</summary>
    private static bool RefersBack(IReadOnlyList<Word> words)
    {
        var at = words[0].Form is "but" or "and" or "so" or "yet" ? 1 : 0;
        return words.Count > at + 1 && words[at].Form is "that" or "this" or "these" or "those"
            && (_finite.Contains(words[at + 1].Form) || words[at + 1].Form == "is");
    }

    /// <summary>The index of the first finite verb; -1 without one. Behind it the clause may have what it likes.</summary>
    private static int Verb(string text, IReadOnlyList<Word> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var (form, before) = (words[i].Form, words[i - 1].Form);
            if (_finite.Contains(form) && before is not ("to" or "a" or "an" or "the")
                && !(form == "is" && words[i].Span == words[i - 1].Span) && !(form == "may" && char.IsUpper(text[words[i].Span.Start]))
                || (form.Length > 4 && form.EndsWith("ed", StringComparison.Ordinal)
                    && before is not ("the" or "a" or "an" or "of" or "-" or "and" or "," or "its" or "their" or "his" or "her" or "by"
                    or "in" or "for" or "with")))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A number that says how many or how much, and does not only refer back.</summary>
    private static bool IsFigure(string text, IReadOnlyList<Word> words, Quantity quantity)
    {
        if (quantity.Problem is not null || quantity.Unit == "times" || (quantity.Unit is null && quantity.Of is null))
        {
            return false;
        }

        var at = IndexOf(words, quantity.Span.Start);
        var behind = IndexOf(words, quantity.Span.End);

        // "Five-figure fees", "six figures".
        if (behind >= 0 && words.Skip(behind).Take(2).Any(w => w.Form is "figure" or "figures" or "fold"))
        {
            return false;
        }

        var isSmall = quantity.Value is { } value && value <= LargestReference && quantity.Unit is null;
        if (isSmall && quantity.Of is { } counted && words.Any(w => counted.Contains(w.Span) && _idle.Contains(w.Form)))
        {
            return false;
        }

        return !(isSmall && at > 0 && (_determiners.Contains(words[at - 1].Form) || words[at - 1].Form == "is"
            && words[at - 1].Span.Length > 2))
            && !(isSmall && quantity.Value < 2)
                && !(isSmall && SmallNumber.Ordinal(words[Math.Max(at, 0)].Form) is not null && quantity.Per is null
                && !quantity.Span.Slice(text).Contains(' '));
    }

    /// <summary>A place in the calendar that is no part of a name: "the 2031 election" tells of no day.</summary>
    private static bool IsDate(string text, IReadOnlyList<Word> words, TimeExpression time)
    {
        if (time.Type is not (TimeType.Date or TimeType.Time) || time.Edtf is null)
        {
            return false;
        }

        var at = IndexOf(words, time.Span.Start);
        if (at < 0)
        {
            return false;
        }

        // "This year" is rather a case than a day.
        if (time.IsAnchoredToPublication && time.Value.Length == 4 && words[at].Form == "this")
        {
            return false;
        }

        // "Is the best candidate in the field today", "less than it was eight years ago".
        if ((words[at].Form == "today" && words.Take(at).Any(w => w.Form is "is" or "are" or "has" or "have"))
            || words.Skip(Math.Max(0, at - MostCompared)).Take(Math.Min(at, MostCompared)).Any(w => w.Form == "than"))
        {
            return false;
        }

        if (IsOfAnother(text, words, time, at))
        {
            return false;
        }

        var isYear = time.Span.Length == 4 && char.IsAsciiDigit(text[time.Span.Start]);
        return !isYear || (at > 0 && words[at - 1].Form is "in" or "since" or "until" or "by" or "from" or "during" or "before" or "after"
            or "of" or "through" or "to" or "between" or "early" or "late" && !IsAttribute(words, at));
    }

    /// <summary>
    /// A time of something else than what the clause tells of: "on the anniversary of 3 March", "between now and March", "Monday's
    /// ruling will be felt", "once it is law in May, many will …".
    /// </summary>
    private static bool IsOfAnother(string text, IReadOnlyList<Word> words, TimeExpression time, int at)
    {
        var (before, second) = (at > 0 ? words[at - 1].Form : string.Empty, at > 1 ? words[at - 2].Form : string.Empty);
        return (before == "of" && second == "anniversary") || (before == "and" && second == "now")
            || (text[(time.Span.End - 2)..time.Span.End] is "'s" or "’s" && words.Skip(at).Any(w => w.Form == "will"))
            || (words[0].Form == "once" && !words.Take(at).Any(w => w.Form == ","));
    }

    /// <summary>A noun right behind it: "in 2031 dollars".</summary>
    private static bool IsAttribute(IReadOnlyList<Word> words, int at) =>
        at + 1 < words.Count && words[at].Form.Length == 4 && words[at + 1] is { IsMark: false } next
            && next.Form is "election" or "elections" or "campaign" or "presidential" or "dollars" or "race" or "budget" or "season"
            or "film" or "movie" or "book" or "world" or "olympics" or "general" or "midterm" or "primary" or "gubernatorial";

    private static int IndexOf(IReadOnlyList<Word> words, int start)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Span.End > start)
            {
                return i;
            }
        }

        return -1;
    }
}
