using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class QuantityCaseMetricsTests
{
    /// <summary>A file's case in either layout; passed, right values, right units, read, expected.</summary>
    public static TheoryData<string, int[]> Cases => new()
    {
        { """[{"Input":"twenty goats","Results":[{"TypeName":"number","Resolution":{"value":"20"}}]}]""", [1, 1, 1, 1, 1] },
        { """[{"Input":"twenty goats","Results":[{"TypeName":"number","Resolution":{"value":"21"}}]}]""", [0, 0, 0, 1, 1] },
        { """[{"Input":"twenty goats","Results":[]}]""", [0, 0, 0, 1, 0] },
        { """[{"Input":"no goats","Results":[]}]""", [1, 0, 0, 0, 0] },
        { """[{"Input":"20% of it","Results":[{"TypeName":"percentage","Resolution":{"value":"20%"}}]}]""", [1, 1, 1, 1, 1] },
        { """[{"Input":"between 20 and 35 goats","Results":[{"TypeName":"numberrange","Resolution":{"value":"[20,35)"}}]}]""", [1, 1, 1, 1, 1] },
        { """[{"Input":"3 miles","Results":[{"TypeName":"dimension","Resolution":{"value":"3","unit":"Mile"}}]}]""", [1, 1, 1, 1, 1] },
        { """[{"Input":"3 miles","Results":[{"TypeName":"dimension","Resolution":{"value":"3","unit":"Inch"}}]}]""", [0, 1, 0, 1, 1] },
        { """[{"req":"8 to 16 miles of rope","res":[{"value":12,"unit":"mile","uncertainty":4}]}]""", [1, 1, 1, 1, 1] },
        { """[{"req":"four goats and 2 miles","res":[{"value":2,"unit":"mile"},{"value":4,"unit":"dimensionless"}]}]""", [1, 2, 2, 2, 2] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cases_AreCounted(string json, int[] expected) => Assert.Equal(
        new QuantityCaseTally(new Share(expected[0], 1), new Counts(expected[1], expected[3], expected[4]), new Counts(expected[2], expected[3], expected[4])),
        QuantityCaseMetrics.Count(Assert.Single(QuantityCases.Parse(json, "case"))));

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("""[{"req":"x","res":[{"value":"three","unit":"mile"}]}]""")]
    public void MalformedFiles_AreNoCases(string json) =>
        Assert.Equal(ProblemCodes.BadCorpus, Assert.Throws<SaysoException>(() => QuantityCases.Parse(json, "case")).Problem.Code);
}
