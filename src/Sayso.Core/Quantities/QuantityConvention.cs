namespace Sayso.Core.Quantities;

/// <summary>Whose way of counting is followed where annotations differ.</summary>
/// <param name="CountsDurations">Whether "15 years" is a quantity where no time expression covers it, of the unit <c>year</c>.</param>
/// <param name="CountsAges">Whether "a 12-year-old" is a quantity, of the unit <c>year of age</c>.</param>
/// <param name="CountsOne">Whether every "one" is.</param>
/// <param name="CountsScores">Whether a score, "3-1", is two quantities.</param>
public sealed record QuantityConvention(bool CountsDurations, bool CountsAges, bool CountsOne, bool CountsScores)
{
    /// <summary>Ours: every cardinal counts, those of a score too; durations, ages and the pronoun "one" do not.</summary>
    public static QuantityConvention Sayso { get; } = new(CountsDurations: false, CountsAges: false, CountsOne: false, CountsScores: true);

    /// <summary>That of CQE's NewsQuant (Almasian et al. 2023): all but scores.</summary>
    public static QuantityConvention Cqe { get; } = new(CountsDurations: true, CountsAges: true, CountsOne: true, CountsScores: false);
}
