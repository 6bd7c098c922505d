namespace Sayso.Core.Quantities;

/// <summary>"61 of the 204 passengers": the passengers are what the whole counts; what a part counts may be told behind it.</summary>
internal static class PartsOfWholes
{
    /// <summary>Quantities in order, of which the parts of a counted whole count nothing by themselves.</summary>
    public static IEnumerable<Quantity> Alone(IReadOnlyList<Quantity> quantities) => quantities.Select((quantity, i) =>
        i + 1 < quantities.Count && quantity.Of is { } of && quantities[i + 1].Span is var whole && whole.Start >= quantity.Span.End
            && whole.End <= of.Start ? quantity with { Of = null } : quantity);
}
