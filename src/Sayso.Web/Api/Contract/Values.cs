using System.ComponentModel;
using Sayso.Core.Quantities;

namespace Sayso.Web.Api.Contract;

[Description("A figure of a text.")]
internal sealed record QuantityResource
{
    [Description("A half-open pair of code points over the document's text.")]
    public required IReadOnlyList<int> Span { get; init; }

    [Description("The words.")]
    public required string Text { get; init; }

    [Description("The number, in the unit.")]
    public required double? Value { get; init; }

    [Description("A range's lower end.")]
    public required double? Low { get; init; }

    [Description("A range's upper end.")]
    public required double? High { get; init; }

    [Description("Whether it is said to be about that.")]
    public required bool Approx { get; init; }

    [Words("=", "<", "<=", ">", ">=")]
    [Description("How the true number stands to it.")]
    public required string Comparator { get; init; }

    [Description("The unit; null for a count.")]
    public required string? Unit { get; init; }

    [Description("What is counted, in the text's words.")]
    public required string? Of { get; init; }

    [Description("Of a rate: what it is per.")]
    public required RateResource? Per { get; init; }

    [Description("Of a change: its direction and ends.")]
    public required QuantityChangeResource? Change { get; init; }

    [Description("The same in the base unit of its dimension.")]
    public required MeasureResource? Base { get; init; }

    [Description("A code, where the number cannot be used.")]
    public string? Problem { get; init; }
}

[Description("What a rate is per.")]
internal sealed record RateResource
{
    [Description("How many.")]
    public required double Value { get; init; }

    [Description("Of what.")]
    public required string Of { get; init; }
}

[Description("How a figure changed.")]
internal sealed record QuantityChangeResource
{
    [OneOf<ChangeDirection>]
    [Description("Up, down or the same.")]
    public required string Direction { get; init; }

    [Description("The number before.")]
    public required double? From { get; init; }

    [Description("The number after.")]
    public required double? To { get; init; }

    [Description("The difference.")]
    public required double? By { get; init; }
}

[Description("A figure in the base unit of its dimension.")]
internal sealed record MeasureResource
{
    [Description("What is measured.")]
    public required string Dimension { get; init; }

    [Description("The base unit.")]
    public required string Unit { get; init; }

    [Description("The number.")]
    public required double? Value { get; init; }

    [Description("A range's lower end.")]
    public required double? Low { get; init; }

    [Description("A range's upper end.")]
    public required double? High { get; init; }
}

[Description("A time expression of a text.")]
internal sealed record TimeResource
{
    [Description("A half-open pair of code points over the document's text.")]
    public required IReadOnlyList<int> Span { get; init; }

    [Description("The words.")]
    public required string Text { get; init; }

    [Words("DATE", "TIME", "DURATION", "SET")]
    [Description("TIMEX3 type.")]
    public required string Type { get; init; }

    [Description("TIMEX3 value.")]
    public required string Value { get; init; }

    [Description("EDTF, where it is a point or interval.")]
    public required string? Edtf { get; init; }

    [Description("TIMEX3 modifier.")]
    public required string? Mod { get; init; }

    [Description("What it is reckoned from: \"published\", or the span of another time.")]
    public required object? Anchor { get; init; }

    [Description("A code, where the time cannot be used.")]
    public string? Problem { get; init; }
}
