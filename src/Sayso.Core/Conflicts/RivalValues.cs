using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Sayso.Core.Figures;
using Sayso.Core.Origins;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Conflicts;

/// <summary>
/// Two values of one figure that no number is in both of, from different sources. What time moves is held against another of the
/// same day only, and a toll only where one document has both: outlets print what they last heard.
/// </summary>
internal static partial class RivalValues
{
    /// <summary>A toll below this share of its rival counts some of the others' rather than otherwise: those of one place.</summary>
    private const double LeastShare = 0.7;

    /// <summary>Characters around a number in which a text says that it is disputed.</summary>
    private const int Reach = 300;

    /// <summary>One conflict a figure that time does not move, one a document that gives rival tolls, else one a day.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="textOf">A document's text by its id.</param>
    public static IEnumerable<Conflict> In(IEnumerable<Figure> figures, Func<string, string> textOf) => figures.Where(f => f.HasMoved)
        .SelectMany(f => f.IsFixed ? [Among(f, f.Readings)] : f.IsToll ? ByDocument(f, textOf) : f.Unit is null ? [] : ByDay(f)).OfType<Conflict>();

    private static IEnumerable<Conflict?> ByDay(Figure figure) =>
        figure.Readings.Where(r => r.IsAttributed).GroupBy(DayOf).Where(day => day.Key is not null).Select(day => Among(figure, [.. day]));

    private static IEnumerable<Conflict?> ByDocument(Figure figure, Func<string, string> textOf) => figure.Readings.GroupBy(r => r.DocumentId, StringComparer.Ordinal)
        .Where(document => document.Any(r => r.IsAttributed) && document.Select(DayOf).Distinct().Count() == 1)
        .Select(document => Among(figure, [.. document], document.Any(r => IsDisputed(textOf(document.Key), r.Quantity.Span))));

    /// <summary>"A group disputed the number", "the true figure is": then the smaller one is no part of the greater.</summary>
    private static bool IsDisputed(string text, TextSpan number) =>
        Disputing().IsMatch(text[Math.Max(0, number.Start - Reach)..Math.Min(text.Length, number.End + Reach)]);

    private static Conflict? Among(Figure figure, IReadOnlyList<FigureReading> readings, bool isDisputed = false)
    {
        // What somebody answers for goes before what an outlet repeats.
        readings = readings.Any(r => r.IsAttributed
            && readings.Any(o => o.IsAttributed && o.Source != r.Source && o.Interval.IsApartFrom(r.Interval)))
            ? [.. readings.Where(r => r.IsAttributed)] : readings;
        FigureReading[] rivals =
        [
            .. readings.Where(r => readings.Any(other => other.Source != r.Source && other.Interval.IsApartFrom(r.Interval)))
                .DistinctBy(r => (r.Source, r.Interval)),
        ];
        if (rivals.Length < 2 || (figure.IsToll && !isDisputed && rivals.Min(r => r.Interval.Low) < LeastShare * rivals.Max(r => r.Interval.Low)))
        {
            return null;
        }

        var values = string.Join("; ", rivals.Select(r => $"{Words(r.Quantity)} ({r.Source})"));
        return ConflictFinder.Made(ConflictKind.Value,
            $"{figure.Of}{(figure.Scope is { } scope ? $", {scope}" : string.Empty)}: {values}.",
            rivals.Select(r => new Passage(r.DocumentId, r.Quantity.Span))) with
        {
            FigureId = figure.Id,
            Statements = rivals.Select(r => r.StatementId).OfType<string>().Distinct(StringComparer.Ordinal).ToValueList(),
        };
    }

    [GeneratedRegex(@"\b(?:disput|reject|contest|challeng|question|den[iy])\w*\s+(?:the|that|this|those|his|her|its|their)\s+(?:\p{L}+\s+){0,2}(?:number|figure|count|toll|total|estimate)s?\b|\b(?:true|real|actual|correct)\s+(?:number|figure|toll|total|count)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Disputing();

    private static LocalDate? DayOf(FigureReading reading) =>
        (reading.AsOf ?? reading.SaidAt) is { } edtf && DayRange.Of(edtf) is { } days
            ? (days.Earliest == days.Latest ? days.Earliest : null) : reading.PublishedAt?.Date;

    /// <summary>A quantity as a reason gives it: "more than 200", "230–260", "about 1,480".</summary>
    private static string Words(Quantity quantity)
    {
        var number = quantity.Value is { } value ? Show(value) : $"{Show(quantity.Low ?? 0)}–{Show(quantity.High ?? 0)}";
        return quantity.Comparator switch
        {
            Comparator.Less => $"less than {number}",
            Comparator.AtMost => $"at most {number}",
            Comparator.Greater => $"more than {number}",
            Comparator.AtLeast => $"at least {number}",
            _ => quantity.IsApproximate ? $"about {number}" : number,
        };
    }

    private static string Show(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
