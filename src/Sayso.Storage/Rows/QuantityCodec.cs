using System.Text.Json;
using Sayso.Core.Attributions;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Storage.Rows;

/// <summary>
/// A statement's quantities inside <see cref="UnderstandingCodec"/>'s object, under <c>quantities</c>. A key whose value is
/// absent, false or the usual one is left out.
/// </summary>
internal static class QuantityCodec
{
    /// <summary>Writes the key, where there is something to write.</summary>
    public static void Write(Utf8JsonWriter json, Statement statement)
    {
        if (statement.Quantities.Count == 0)
        {
            return;
        }

        json.WriteStartArray("quantities");
        foreach (var quantity in statement.Quantities)
        {
            json.WriteStartObject();
            Write(json, "span", quantity.Span);
            Write(json, "value", quantity.Value);
            Write(json, "low", quantity.Low);
            Write(json, "high", quantity.High);
            if (quantity.IsApproximate)
            {
                json.WriteBoolean("approximate", true);
            }

            if (quantity.Comparator != Comparator.Equal)
            {
                json.WriteString("comparator", ClosedSet.NameOf(quantity.Comparator));
            }

            if (quantity.Unit is { } unit)
            {
                json.WriteString("unit", unit);
            }

            if (quantity.Of is { } of)
            {
                Write(json, "of", of);
            }

            if (quantity.Problem is { } problem)
            {
                json.WriteString("problem", problem);
            }

            if (quantity.Per is { } per)
            {
                json.WriteStartObject("per");
                json.WriteNumber("value", per.Value);
                json.WriteString("of", per.Of);
                json.WriteEndObject();
            }

            if (quantity.Change is { } change)
            {
                json.WriteStartObject("change");
                json.WriteString("direction", ClosedSet.NameOf(change.Direction));
                Write(json, "from", change.From);
                Write(json, "to", change.To);
                Write(json, "by", change.By);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A quantity.</summary>
    /// <exception cref="FormatException">It is not in this form.</exception>
    public static Quantity Read(JsonElement quantity) => new(Span(quantity.GetProperty("span")))
    {
        Value = Number(quantity, "value"),
        Low = Number(quantity, "low"),
        High = Number(quantity, "high"),
        IsApproximate = quantity.TryGetProperty("approximate", out var approximate) && approximate.GetBoolean(),
        Comparator = quantity.TryGetProperty("comparator", out var comparator) ? Known<Comparator>(comparator) : Comparator.Equal,
        Unit = quantity.TryGetProperty("unit", out var unit) ? unit.GetString() : null,
        Of = quantity.TryGetProperty("of", out var of) ? Span(of) : null,
        Problem = quantity.TryGetProperty("problem", out var problem) ? problem.GetString() : null,
        Per = quantity.TryGetProperty("per", out var per)
            ? new Rate(per.GetProperty("value").GetDouble(), per.GetProperty("of").GetString()) : null,
        Change = quantity.TryGetProperty("change", out var change)
            ? new Change(Known<ChangeDirection>(change.GetProperty("direction")), Number(change, "from"), Number(change, "to"),
                Number(change, "by"))
            : null,
    };

    private static TValue Known<TValue>(JsonElement name)
        where TValue : struct, Enum => ClosedSet.Parse<TValue>(name.GetString()) ?? throw new FormatException("No value of its set.");

    private static double? Number(JsonElement element, string name) => element.TryGetProperty(name, out var number)
        ? number.GetDouble() : null;

    private static void Write(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(key, number);
        }
    }

    private static void Write(Utf8JsonWriter json, string key, TextSpan span)
    {
        json.WriteStartArray(key);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static TextSpan Span(JsonElement span) =>
        span.GetArrayLength() == 2 ? new TextSpan(span[0].GetInt32(), span[1].GetInt32()) : throw new FormatException("No span.");
}
