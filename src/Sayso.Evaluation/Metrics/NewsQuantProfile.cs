using System.Globalization;
using Sayso.Core.Quantities;
using Sayso.Core.Times;

namespace Sayso.Evaluation.Metrics;

/// <summary>
/// What Sayso reads, in NewsQuant's convention where that is not ours:
/// durations count ("15 years"); "N year-old" counts; a bare "one" counts; "from A to B" is one range; "dozens" is 12 to 120,
/// "hundreds" 100 to 1000 and so on; "eight or nine" is two numbers; "twice" is none; bounds and changes share one field, in which a
/// bound goes first, a range has no change, and only an amount that something moved by is one. The noun counted stands in the unit.
/// </summary>
public static class NewsQuantProfile
{
    /// <summary>The quantities of a sentence in the corpus's convention, in the order of the text.</summary>
    public static IReadOnlyList<Measured> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TimeExpression> points = [.. TimeReader.Read(text, published: null).Where(t => t.Type is TimeType.Date or TimeType.Time)];
        var quantities = QuantityReader.Read(text, points, QuantityConvention.Cqe);
        List<Measured> measured = [];
        for (var i = 0; i < quantities.Count; i++)
        {
            var quantity = quantities[i];
            var isTwice = quantity.Unit == "times" && quantity.Span.Slice(text).ToString().ToLowerInvariant() is "twice" or "thrice";
            if ((quantity.Value is null && quantity.Low is null) || isTwice)
            {
                continue;
            }

            if (quantity is { Low: { } low, High: { } high }
                && quantity.Span.Slice(text).Contains(" or ", StringComparison.OrdinalIgnoreCase))
            {
                measured.Add(Of(quantity, text) with { High = low });
                measured.Add(Of(quantity, text) with { Low = high });
                continue;
            }

            // "From A … to B" of one change.
            if (i + 1 < quantities.Count && quantity is { Value: { } from, Change: { From: { } start } change } && start == from
                && quantities[i + 1] is { Value: { } to, Change: { To: { } end } } second && end == to
                    && change.Direction == second.Change.Direction)
            {
                measured.Add(Of(second, text) with
                {
                    Low = Math.Min(from, to),
                    High = Math.Max(from, to),
                    Change = "=",
                    Text = text[quantity.Span.Start..second.Span.End]
                });
                i++;
                continue;
            }

            measured.Add(Of(quantity, text));
        }

        return measured;
    }

    private static Measured Of(Quantity quantity, string text)
    {
        var (low, high) = quantity.Value is { } value ? (value, value) : (quantity.Low!.Value, quantity.High!.Value);
        if (quantity is { IsApproximate: true, Comparator: Comparator.AtLeast, Value: { } least } && IsVague(quantity.Span.Slice(text)))
        {
            (low, high) = (least / 2, least * 5);
        }

        return new Measured(low, high)
        {
            Text = quantity.Span.Slice(text).ToString(),
            Unit = quantity is { Unit: { } unit, Per: { } per }
                ? string.Create(CultureInfo.InvariantCulture, $"{unit} per {per.Of}") : quantity.Unit ?? string.Empty,
            Change = ChangeOf(quantity, text),
            Noun = quantity is { Unit: null, Of: { } noun } && noun.Start >= quantity.Span.End ? noun.Slice(text).ToString() : string.Empty,
            Of = quantity.Of is { } of ? of.Slice(text).ToString() : string.Empty,
        };
    }

    private static bool IsVague(ReadOnlySpan<char> words) => words.ContainsAny(_vague);

    private static readonly System.Buffers.SearchValues<string> _vague =
        System.Buffers.SearchValues.Create(["dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"],
            StringComparison.OrdinalIgnoreCase);

    private static string ChangeOf(Quantity quantity, string text) =>
        IsVague(quantity.Span.Slice(text)) ? "="
        : quantity.IsApproximate ? "~"
        : quantity.Comparator switch
        {
            Comparator.Less or Comparator.AtMost => "<",
            Comparator.Greater or Comparator.AtLeast => ">",
            _ when quantity is { Value: { } value, Change: { By: { } by } change } && by == value => Direction(change),
            _ => "=",
        };

    private static string Direction(Change change) => change.Direction switch
    {
        ChangeDirection.Up => "up",
        ChangeDirection.Down => "down",
        _ => "=",
    };
}
