namespace Sayso.Core.Quantities;

/// <summary>Whose way of counting is followed where annotations differ.</summary>
/// <param name="CountsDurations">Whether "15 years" is a quantity where no time expression covers it, of the unit <c>year</c>.</param>
/// <param name="CountsAges">Whether "a 12-year-old" is a quantity, of the unit <c>year of age</c>.</param>
/// <param name="CountsOne">Whether every "one" is.</param>
public sealed record QuantityConvention(bool CountsDurations, bool CountsAges, bool CountsOne)
{
    /// <summary>Ours: none of them is.</summary>
    public static QuantityConvention Sayso { get; } = new(CountsDurations: false, CountsAges: false, CountsOne: false);

    /// <summary>That of CQE's NewsQuant (Almasian et al. 2023): all are.</summary>
    public static QuantityConvention Cqe { get; } = new(CountsDurations: true, CountsAges: true, CountsOne: true);
}
