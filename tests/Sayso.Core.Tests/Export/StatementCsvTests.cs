using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Export;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Export;

public sealed class StatementCsvTests
{
    [Fact]
    public void Record_HasAFieldForEachColumn()
    {
        var record = StatementCsv.Record(Made.Document(Made.Odd), Made.OddStatement(), new CodePointMap(Made.Odd));
        Assert.Equal(
            "s1,d0,,,,,,Minister Ada Rell,denied,\"again “the dam\nhad failed”\",,,,,,,13-30,35-41,43-48 55-75\r\n", record);
        Assert.Equal(StatementCsv.Columns.Count, StatementCsv.Header.Split(',').Length);
    }

    [Fact]
    public void Record_HasChainAndAttitude_WhereTheyWereRead()
    {
        var statement = Made.OddStatement() with
        {
            Attitude = new Attitude(Stance.NotDeny, Certainty.Unknown, Polarity.Positive),
            Chain = new[] { Made.Hop("Ada Rell", SourceKind.Named), Made.Hop("memo", SourceKind.Document) }.ToValueList(),
            Said = new TimeExpression(new TextSpan(0, 1), TimeType.Date, "2031-03-07"),
            Times = new[] { new TimeExpression(new TextSpan(43, 44), TimeType.Duration, "P1D"), new TimeExpression(new TextSpan(45, 46), TimeType.Date, "2031-03") }.ToValueList(),
        };
        Assert.Contains(",Ada Rell > memo,not-deny,unknown,positive,2031-03-07,2031-03,13-30,", StatementCsv.Record(Made.Document(Made.Odd), statement, new CodePointMap(Made.Odd)));
    }

    [Theory]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("3 = 3", "3 = 3")]
    public void Field_IsQuotedAndDefused(string title, string field)
    {
        var record = StatementCsv.Record(Made.Document(Made.Odd) with { Title = title }, Made.OddStatement(), new CodePointMap(Made.Odd));
        Assert.StartsWith($"s1,d0,,,,{field},,", record);
    }
}
