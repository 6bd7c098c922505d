using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Export;
using Sayso.Core.Quantities;
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
            "s1,d0,,,,,,Minister Ada Rell,denied,\"again “the dam\nhad failed”\",,,,,,,13-30,35-41,43-48 55-75,,,,\r\n", record);
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

    [Fact]
    public void Record_HasParentAndQuantities()
    {
        var words = new TextSpan(0, 3);
        var statement = Made.OddStatement() with
        {
            Parent = "s0",
            Quantities = new[]
            {
                new Quantity(words) { Value = 1_180_000.5, IsApproximate = true, Unit = "USD" },
                new Quantity(words) { Value = 3, Comparator = Comparator.AtLeast, Of = new TextSpan(43, 48) },
                new Quantity(words) { Low = 5, High = 7, Unit = "percent", Per = new Rate(1, "day") },
                new Quantity(words) { High = 1e21 },
                new Quantity(new TextSpan(43, 48)),
            }.ToValueList(),
        };
        var of = Made.Odd.AsSpan(43, 5).ToString();
        var (document, map) = (Made.Document(Made.Odd), new CodePointMap(Made.Odd));
        var plain = StatementCsv.Record(document, statement with { Quantities = ValueList<Quantity>.Empty }, map);
        Assert.EndsWith(",s0,,,\r\n", plain);
        var record = StatementCsv.Record(document, statement, map);
        var quantities = $"~1180000.5 USD; >=3 [{of}]; 5..7 percent per 1 day; ..1000000000000000000000; {of}";
        Assert.Equal(plain[..^",,\r\n".Length] + (quantities.AsSpan().IndexOfAny(",\"\n") < 0 ? quantities : $"\"{quantities.Replace("\"", "\"\"", StringComparison.Ordinal)}\"") + ",,\r\n", record);
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
