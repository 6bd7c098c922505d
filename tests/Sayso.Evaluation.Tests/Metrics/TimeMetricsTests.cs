using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Core.Times;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class TimeMetricsTests
{
    /// <summary>What was read and what is right, as start-end:value; found and right of how many.</summary>
    public static TheoryData<string, string, (int Found, int Right, int Predicted, int Gold)> Cases => new()
    {
        { "0-4:2031", "0-4:2031", (1, 1, 1, 1) },
        { "1-3:2031", "0-4:2031", (1, 1, 1, 1) },
        { "0-4:2030", "0-4:2031", (1, 0, 1, 1) },
        { "4-6:2031", "0-4:2031", (0, 0, 1, 1) },
        { "", "0-4:2031", (0, 0, 0, 1) },
        { "0-2:2030 2-4:2031", "0-4:2031", (1, 1, 2, 1) },
        { "0-4:P3DE", "0-4:P30Y", (1, 1, 1, 1) },
        { "0-4:2031", "0-4:2031 0-4:2031", (1, 1, 1, 1) },
        { "30-34:2031", "0-4:2031", (0, 0, 0, 1) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Times_InContents_AreMatchedOneToOne(string predicted, string gold, (int Found, int Right, int Predicted, int Gold) expected)
    {
        var statement = new GoldStatement(new Attribution(SpanList.Empty, Spans(20, 22), Spans(0, 10)), IsNested: false)
        {
            Times = Read(gold).Select(t => new GoldTime(t.Span, t.Type, t.Value, IsSaid: false)).Append(new GoldTime(new TextSpan(23, 25), TimeType.Date, "2031", IsSaid: true)).ToValueList(),
        };
        var tally = TimeMetrics.Count([.. Read(predicted)], [statement]);
        Assert.Equal(new Counts(expected.Found, expected.Predicted, expected.Gold), tally.Found);
        Assert.Equal(new Counts(expected.Right, expected.Predicted, expected.Gold), tally.Right);
    }

    private static IEnumerable<TimeExpression> Read(string marks) => marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mark =>
    {
        var (place, value) = (mark.Split(':')[0].Split('-'), mark.Split(':')[1]);
        return new TimeExpression(new TextSpan(int.Parse(place[0], null), int.Parse(place[1], null)), TimeType.Date, value);
    });

    private static SpanList Spans(int start, int end) => SpanList.Of(new TextSpan(start, end));
}
