using System.Globalization;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Inconsistencies;

/// <summary>What rules look at: a text's sentences, with the values that were read from them.</summary>
internal sealed class InconsistencyScene(string text, LocalDate? published, IReadOnlyList<TimeExpression> times,
    IReadOnlyList<Quantity> quantities)
{
    /// <summary>A sentence longer than this is a table or no prose: no rule looks into it.</summary>
    private const int LongestSentence = 1500;

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The day of publication; <c>null</c> where it is not known.</summary>
    public LocalDate? Published => published;

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; } = [.. Core.Text.Sentences.Of(text).Where(s => s.Length <= LongestSentence)];

    /// <summary>How many words and values rules have looked at: bounded by the length of the text, whatever is in it.</summary>
    public long Looks { get; private set; }

    /// <summary>The quantities of a sentence, in order; none outside the text's sentences.</summary>
    public IReadOnlyList<Quantity> QuantitiesIn(int sentence) =>
        sentence < Sentences.Count ? Looked([.. quantities.Within(Sentences[sentence], q => q.Span)]) : [];

    /// <summary>The time expressions of a sentence, in order.</summary>
    public IReadOnlyList<TimeExpression> TimesIn(int sentence) =>
        sentence < Sentences.Count ? Looked([.. times.Within(Sentences[sentence], t => t.Span)]) : [];

    /// <summary>The sentence that a place stands in; <c>null</c> outside of all.</summary>
    public int? SentenceOf(int at)
    {
        var sentence = Sorted.CountWhere(Sentences.Count, i => Sentences[i].Start <= at) - 1;
        return sentence >= 0 && Sentences[sentence].End > at ? sentence : null;
    }

    /// <summary>The words from one place to another, at most <paramref name="most"/>; none where they are out of order.</summary>
    public List<Word> Words(int start, int end, int most = 24) => end <= start
        ? [] : Looked(WordReader.Read(text, [new TextSpan(start, end)], most));

    private List<TItem> Looked<TItem>(List<TItem> items)
    {
        Looks += items.Count;
        return items;
    }

    /// <summary>The words from one place to another in lower case, joined by one space, marks included.</summary>
    public string Between(int start, int end) => string.Join(' ', Words(start, end).Select(w => w.Form));

    /// <summary>Whether a quantity is one number, exactly that, and neither a rate nor a share.</summary>
    public static bool IsExactCount(Quantity quantity) =>
        quantity is { Value: { } value, IsApproximate: false, Comparator: Comparator.Equal, Per: null, Unit: null or { Length: 3 } }
            && value >= 0 && double.IsInteger(value) && value < 1e15;

    /// <summary>How a number is written in a reason.</summary>
    public static string Show(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A quantity's number with its unit, as a reason gives it.</summary>
    public static string Show(Quantity quantity) =>
        Show(quantity.Value ?? 0) + (quantity.Unit is { } unit ? unit == "percent" ? "%" : " " + unit : string.Empty);

    /// <summary>
    /// How far the true number may be from the one written: half of the place of its last digit that is not nought
    /// (1.2 million: 50,000; 3,000: 500).
    /// </summary>
    public static double Rounding(double value)
    {
        var digits = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        if (digits.Contains('E', StringComparison.Ordinal))
        {
            return Math.Abs(value) * 0.05;
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            return 0.5 * Math.Pow(10, -(digits.Length - point - 1));
        }

        return 0.5 * Math.Pow(10, digits.Length - digits.TrimEnd('0').Length);
    }

    /// <summary>An inconsistency of some places.</summary>
    public static Inconsistency Found(string reason, params IEnumerable<TextSpan> spans) => new(SpanList.Of(spans), reason);
}
