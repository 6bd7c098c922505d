using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;
using Sayso.Evaluation.Reports;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class TimeCaseMetricsTests
{
    /// <summary>A text, the words of a time in it, its type and one meaning; whether ours means that.</summary>
    public static TheoryData<string, string, string, string, bool> Cases => new()
    {
        { "It sank on 3 March 2031.", "3 March 2031", "date", """{"timex":"2031-03-03","value":"2031-03-03"}""", true },
        { "It sank on 3 March 2031.", "3 March 2031", "date", """{"timex":"2031-03-04","value":"2031-03-04"}""", false },
        { "It sank last month.", "last month", "daterange", """{"timex":"2031-02","start":"2031-02-01","end":"2031-03-01"}""", true },
        { "It sank last week.", "last week", "daterange", """{"timex":"?","start":"2031-03-03","end":"2031-03-10"}""", true },
        { "It sank last week.", "last week", "daterange", """{"timex":"?","start":"2031-03-03","end":"2031-03-12"}""", false },
        { "It took two hours.", "two hours", "duration", """{"timex":"?","value":"7200"}""", true },
        { "It took two hours.", "two hours", "duration", """{"timex":"?","value":"3600"}""", false },
        { "It rains every day.", "every day", "set", """{"timex":"P1D","value":"not resolved"}""", true },
        { "It sank at 4pm.", "4pm", "time", """{"timex":"T16","value":"16:00:00"}""", true },
        { "It sank on Tuesday at 4pm.", "Tuesday at 4pm", "datetime", """{"timex":"?","value":"2031-03-11 16:00:00"}""", true },
        { "It sank on Tuesday at 4pm.", "Tuesday at 4pm", "datetime", """{"timex":"?","value":"2031-03-11 17:00:00"}""", false },
        { "It sank.", "sank", "date", """{"timex":"?","value":"2031-03-11"}""", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Times_AreRight_WhenTheyMeanTheSame(string text, string words, string type, string reading, bool expected)
    {
        var timeCase = Assert.Single(TimeCases.Parse(Json(text, words, type, reading), "cases"));
        var (time, _, isRight) = Assert.Single(TimeCaseMetrics.Pair(timeCase));
        Assert.Equal((type, words, expected), (time.Type, time.Span.Slice(text).ToString(), isRight));
        Assert.Equal(expected, TimeCaseMetrics.Passes(timeCase));
    }

    [Fact]
    public void Reports_AreByType_AndThoseOfMostCasesFirst()
    {
        var cases = Cases.SelectMany(c => TimeCases.Parse(Json(c.Data.Item1, c.Data.Item2, c.Data.Item3, c.Data.Item4), "cases"));
        var reports = Evaluator.TimeCases(cases);
        Assert.Equal([("date", 3), ("daterange", 3), ("datetime", 2), ("duration", 2), ("set", 1), ("time", 1)], reports.Select(r => (r.Title, r.Articles)));
        Assert.Equal((2L, 1L), (reports[0].Rows[0].Right, reports[0].Rows[1].Right));
    }

    [Fact]
    public void ATimeTooMany_FailsACase()
    {
        var timeCase = Assert.Single(TimeCases.Parse("""[{"Input":"It sank on Friday.","Results":[]}]""", "cases"));
        Assert.False(TimeCaseMetrics.Passes(timeCase));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""[{"Input":"It sank.","Results":[{}]}]""")]
    public void MalformedFiles_AreToldByTheirCode(string json) =>
        Assert.Equal(ProblemCodes.BadCorpus, Assert.Throws<SaysoException>(() => TimeCases.Parse(json, "cases")).Problem.Code);

    private static string Json(string text, string words, string type, string reading)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return $$$"""[{"Input":"{{{text}}}","Context":{"ReferenceDateTime":"2031-03-12T00:00:00"},"Results":[{"Start":{{{start}}},"End":{{{start + words.Length - 1}}},"TypeName":"datetimeV2.{{{type}}}","Resolution":{"values":[{{{reading}}}]}}]}]""";
    }
}
