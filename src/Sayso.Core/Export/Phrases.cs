using System.Globalization;
using Sayso.Core.Quantities;

namespace Sayso.Core.Export;

/// <summary>Small things in words, the same wherever people read them.</summary>
public static class Phrases
{
    /// <summary><c>1 document</c>, <c>1,200 documents</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">Of what, in the singular; its plural ends in s.</param>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? string.Empty : "s")}");

    /// <summary>At most so many characters, cut after a word; an ellipsis stands for the rest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">UTF-16 units at most, the ellipsis included; 2 or more.</param>
    public static string Clip(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', most - 1);
        end = end < most / 2 ? most - 1 : end;
        end = char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>A quantity's number with its bounds: <c>1,180</c>, <c>about 30</c>, <c>at least 200</c>, <c>50–70</c>.</summary>
    public static string Number(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Bound(quantity) + quantity switch
        {
            { Value: { } value } => value.ToString("#,##0.####", CultureInfo.InvariantCulture),
            { Low: { } low, High: { } high } => string.Create(CultureInfo.InvariantCulture, $"{low:#,##0.####}–{high:#,##0.####}"),
            _ => "a number beyond reckoning",
        };
    }

    private static string Bound(Quantity quantity) => quantity.Comparator switch
    {
        Comparator.Less => "less than ",
        Comparator.AtMost => "at most ",
        Comparator.Greater => "more than ",
        Comparator.AtLeast => "at least ",
        _ => quantity.IsApproximate ? "about " : string.Empty,
    };
}
