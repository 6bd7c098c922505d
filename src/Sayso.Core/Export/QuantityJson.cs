using System.Text.Json;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>Quantities as the contract has them.</summary>
internal static class QuantityJson
{
    /// <summary>The key <c>quantities</c>.</summary>
    public static void WriteQuantities(this Utf8JsonWriter json, IEnumerable<Quantity> quantities, string text, CodePointMap map)
    {
        json.WriteStartArray("quantities");
        foreach (var quantity in quantities)
        {
            json.WriteStartObject();
            json.WriteSpan("span", quantity.Span, map);
            json.WriteString("text", quantity.Span.Slice(text));
            json.WriteFinite("value", quantity.Value);
            json.WriteFinite("low", quantity.Low);
            json.WriteFinite("high", quantity.High);
            json.WriteBoolean("approx", quantity.IsApproximate);
            json.WriteString("comparator", Sign(quantity.Comparator));
            json.WriteString("unit", quantity.Unit);
            json.WriteString("of", quantity.Of is { } of ? of.Slice(text).ToString() : null);
            if (quantity.Per is { } per)
            {
                json.WriteStartObject("per");
                json.WriteNumber("value", per.Value);
                json.WriteString("of", per.Of);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("per");
            }

            if (quantity.Change is { } change)
            {
                json.WriteStartObject("change");
                json.WriteString("direction", ClosedSet.NameOf(change.Direction));
                json.WriteFinite("from", change.From);
                json.WriteFinite("to", change.To);
                json.WriteFinite("by", change.By);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("change");
            }

            json.WriteMeasure(Measures.Of(quantity));
            if (quantity.Problem is { } problem)
            {
                json.WriteString("problem", problem);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The quantity in the base unit of its dimension: figures of different units compare by it.</summary>
    private static void WriteMeasure(this Utf8JsonWriter json, Measure? measure)
    {
        if (measure is null)
        {
            json.WriteNull("base");
            return;
        }

        json.WriteStartObject("base");
        json.WriteString("dimension", ClosedSet.NameOf(measure.Dimension));
        json.WriteString("unit", measure.Unit);
        json.WriteFinite("value", measure.Value);
        json.WriteFinite("low", measure.Low);
        json.WriteFinite("high", measure.High);
        json.WriteEndObject();
    }

    /// <summary>A number; <c>null</c> where there is none, or none that JSON has.</summary>
    private static void WriteFinite(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>The sign of a comparator, as the contract has it.</summary>
    public static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "=",
        Comparator.Less => "<",
        Comparator.AtMost => "<=",
        Comparator.Greater => ">",
        Comparator.AtLeast => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparator)),
    };
}
