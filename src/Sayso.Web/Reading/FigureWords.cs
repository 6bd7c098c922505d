using System.Globalization;
using Sayso.Core.Figures;
using Sayso.Core.Quantities;

namespace Sayso.Web.Reading;

/// <summary>Figures in words.</summary>
public static class FigureWords
{
    /// <summary>What is counted, and where: <c>people aboard, Corriel</c>.</summary>
    public static string Name(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var of = figure.Of.Length > 0 ? Wording.Line(figure.Of) : "count";
        return figure.Scope is { } scope && !of.Contains(scope, StringComparison.OrdinalIgnoreCase) ? $"{of}, {scope}" : of;
    }

    /// <summary><c>187 to 263</c>; a single number where all are one.</summary>
    public static string Span(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var ends = figure.Readings.SelectMany(r => (double[])[r.Interval.Low, r.Interval.High]).Where(double.IsFinite).ToList();
        return ends.Count == 0 ? Wording.Unknown
            : Same(ends.Min(), ends.Max()) ? Number(ends.Min())
            : $"{Number(ends.Min())} to {Number(ends.Max())}";
    }

    /// <summary><c>12 readings by 8 sources in 9 articles, from 187 to 263. 2 sources gave another number later.</c></summary>
    public static string Sentence(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var sources = figure.Readings.Select(r => r.Source).Distinct(StringComparer.Ordinal).Count();
        var revised = figure.Revisions.Count switch
        {
            0 => string.Empty,
            1 => " One source gave another number later.",
            var n => $" {n} sources gave another number later.",
        };
        return $"{Wording.Count(figure.Readings.Count, "reading")} by {Wording.Count(sources, "source")} in {Wording.Count(figure.Documents.Count, "article")}: {Span(figure)}{(figure.Unit is { } unit ? $" {unit}" : string.Empty)}.{revised}";
    }

    /// <summary>Who gives a number; <c>nobody named</c> where the text has none.</summary>
    public static string Source(FigureReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Source == Core.Chains.Hop.Unspecified ? "nobody named" : reading.Source;
    }

    /// <summary>A number with its bound: <c>at least 187</c>, <c>about 30</c>, <c>230–260</c>.</summary>
    public static string Value(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Wording.Reading(quantity with { Of = null, Per = null, Change = null }, string.Empty);
    }

    /// <summary><c>1,180</c>.</summary>
    public static string Number(double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private static bool Same(double a, double b) => Math.Abs(a - b) < 1e-9 * Math.Max(1, Math.Abs(a));
}
