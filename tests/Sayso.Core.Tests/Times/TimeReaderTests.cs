using System.Text;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Times;

public sealed class TimeReaderTests
{
    /// <summary>A day of publication, and a text with its expressions and their values. A file for each file of rules.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (var line in CaseFiles.Lines("Times"))
            {
                var at = line.IndexOf('\t', StringComparison.Ordinal);
                cases.Add(line[..at], line[(at + 1)..]);
            }

            return cases;
        }
    }

    /// <summary>Type, value, modifier, and what EDTF makes of them.</summary>
    public static TheoryData<TimeType, string, string?, string?> Points => new()
    {
        { TimeType.Date, "2031-03-12", null, "2031-03-12" },
        { TimeType.Date, "2031-03", "APPROX", "2031-03~" },
        { TimeType.Date, "2031", null, "2031" },
        { TimeType.Date, "203", null, "203X" },
        { TimeType.Date, "19", null, "19XX" },
        { TimeType.Date, "2031-SU", null, "2031-22" },
        { TimeType.Date, "2031-W11", null, "2031-03-10/2031-03-16" },
        { TimeType.Date, "2031-W11-WE", null, "2031-03-15/2031-03-16" },
        { TimeType.Date, "2031-Q4", null, "2031-10/2031-12" },
        { TimeType.Date, "2031-H1", null, "2031-01/2031-06" },
        { TimeType.Date, "2030-10-01/2030-10-02", null, "2030-10-01/2030-10-02" },
        { TimeType.Time, "2031-03-12TNI", null, "2031-03-12" },
        { TimeType.Time, "2031-03-12T04:30", null, "2031-03-12T04:30:00" },
        { TimeType.Time, "2031-03-12T04:30Z", null, "2031-03-12T04:30:00Z" },
        { TimeType.Date, "XXXX-WXX-5", null, null },
        { TimeType.Date, "PAST_REF", null, null },
        { TimeType.Date, "2031-03-12", "ON_OR_AFTER", "2031-03-12/.." },
        { TimeType.Date, "2031-Q4", "ON_OR_BEFORE", "../2031-12" },
        { TimeType.Date, "2031-W60", null, null },
        { TimeType.Duration, "P3W", null, null },
        { TimeType.Set, "P1W", null, null },
    };

    /// <summary>Text, cue, content; when it was said, when what is said was.</summary>
    public static TheoryData<string, string, string, string?, string?> Clocks => new()
    {
        { "Harpel said on Friday that it broke on 3 March.", "said", "that it broke on 3 March", "2031-03-07", "2031-03-03" },
        { "On Friday Harpel said it broke.", "said", "it broke", "2031-03-07", null },
        { "It broke on Sunday, Harpel said. On Monday it rained.", "said", "It broke on Sunday", null, "2031-03-09" },
        { "It broke two weeks long, Harpel said last month.", "said", "It broke two weeks long", "2031-02", null },
        { "Harpel said it broke.\nOn Monday it rained.", "said", "it broke", null, null },
        { "While Harpel initially denied that it broke, the mayor was silent during the meeting last week.", "initially denied", "that it broke", null, null },
        { "The minister is there for her second visit in six weeks, her previous one being in August, Harpel said.", "said", "The minister is there for her second visit in six weeks, her previous one being in August", null, null },
        { "Some 40 ships came, up from an earlier count of 30 in January, Harpel said.", "said", "Some 40 ships came, up from an earlier count of 30 in January", null, null },
        { "It broke again (the last time was in 2019), Harpel said.", "said", "It broke again (the last time was in 2019)", null, null },
        { "Her previous visit was in August, Harpel said.", "said", "Her previous visit was in August", null, "2030-08" },
        { "It broke earlier in March, Harpel said.", "said", "It broke earlier in March", null, "2031-03" },
        { "Harpel had earlier said on Monday that it broke.", "said", "that it broke", "2031-03-10", null },
        { "It broke, Harpel told the house of letters of December.", "told the house", "It broke", null, null },
        { "Harpel has been silent since Friday, but said it broke.", "said", "it broke", null, null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Times_OfNews_AreRead(string published, string marked)
    {
        var (text, expected) = Unmark(marked);
        var found = TimeReader.Read(text, Day(published)).Select((t, i) =>
            $"{t.Span.Slice(text)}={t.Value}{(i < expected.Count && expected[i].Contains(';', StringComparison.Ordinal) ? $";{t.Edtf}" : "")}");
        Assert.Equal(expected, found);
    }

    [Fact]
    public void EachRule_HasCases() =>
        Assert.Superset(CaseFiles.RulesOf("Times", typeof(TimeScene)).Except(["StatementTimes", "Asides"]).ToHashSet(), CaseFiles.Names("Times").ToHashSet());

    [Fact]
    public void Cases_OfNews_AreMany() => Assert.InRange(Cases.Count, 250, int.MaxValue);

    [Theory]
    [MemberData(nameof(Points))]
    public void Edtf_IsLevelOne(TimeType type, string value, string? mod, string? expected) =>
        Assert.Equal(expected, new TimeExpression(new TextSpan(0, 1), type, value) { Mod = mod }.Edtf);

    [Theory]
    [MemberData(nameof(Clocks))]
    public void Statements_TellTheirClocks(string text, string cue, string content, string? said, string? happened)
    {
        SpanList Span(string part) => SpanList.Of(new TextSpan(text.IndexOf(part, StringComparison.Ordinal), text.IndexOf(part, StringComparison.Ordinal) + part.Length));
        var document = Attributions.HandMade.Text(text) with { Published = Day("2031-03-12") };
        var statement = Assert.Single(Interpreter.Interpret(document, [new Attribution(Span("Harpel"), Span(cue), Span(content))]));
        Assert.Equal((said, happened), (statement.SaidAt, statement.EventAt));
    }

    [Theory]
    [InlineData("It sank on 30 February 2031.", "30 February 2031", "2031-02-XX")]
    [InlineData("It sank on April 31, 2031.", "April 31, 2031", "2031-04-XX")]
    [InlineData("It sank on 2031-02-30.", "2031-02-30", "2031-02-XX")]
    [InlineData("It sank on 45 March 2031.", "45 March 2031", "2031-03-XX")]
    [InlineData("It sank on March 45, 2031, at sea.", "March 45, 2031", "2031-03-XX")]
    [InlineData("It sank on 12 March 12031.", "12 March 12031", "XXXX-03-12")]
    [InlineData("It sank on 31 April.", "31 April", "XXXX-04-XX")]
    public void Dates_BeyondTheCalendar_AreKeptAsText(string text, string words, string value)
    {
        var time = Assert.Single(TimeReader.Read(text, Day("2031-03-12")));
        Assert.Equal((words, value, null, ProblemCodes.DateBeyond), (time.Span.Slice(text).ToString(), time.Value, time.Edtf, time.Problem));
    }

    [Fact]
    public void Anchors_AreTold()
    {
        const string Text = "It left on Monday. The next day it sank. In 2009 it was built.";
        var times = TimeReader.Read(Text, Day("2031-03-12"));
        Assert.Equal([(true, null), (false, times[0].Span), (false, null)], times.Select(t => (t.IsAnchoredToPublication, t.AnchorSpan)));
    }

    [Fact]
    public void Times_OfAnyText_AreInOrder_AndInside()
    {
        string[] words = ["the", "last", "next", "Monday", "Friday", "May", "March", "1", "31", "30", "Feb.", "2016", "9999", "/", "-", ":", "a", "few", "years", "ago", "week", "century", "early", "’s", "pm", "of", "and", "half", "past", "quarter", "o'clock", "BC", "AD", "hundred", "million", "as", "many", "to", "noon", "weekend", "before", "after", "\n", "Easter", "two", "days", "later", "000000", "99999999999"];
        string[] days = ["-", "2031-03-12", "0001-01-01", "9998-12-31"];
        Gen.Select(
            Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 30].Select(chosen => string.Join(' ', chosen)),
            Gen.Int[0, days.Length - 1].Select(i => days[i])).Sample(
            (text, published) =>
            {
                var end = 0;
                foreach (var time in TimeReader.Read(text, Day(published)))
                {
                    Assert.InRange(time.Span.Start, end, text.Length - 1);
                    Assert.InRange(time.Span.End, time.Span.Start + 1, text.Length);
                    Assert.NotEmpty(time.Value);
                    _ = time.Edtf;
                    end = time.Span.End;
                }
            },
            iter: 20_000);
    }

    /// <summary>What a page says of its own day may be any day of the calendar, and some holidays are not in every year.</summary>
    [Fact]
    public void EveryCase_CanBeReadOnAnyDay()
    {
        string[] days = ["0001-01-01", "9999-12-31", .. Enumerable.Range(0, 60).Select(month => LocalDatePattern.Iso.Format(new LocalDate(2028, 1, 15).PlusMonths(month)))];
        foreach (var text in Cases.Select(c => Unmark(c.Data.Item2).Text).Append("It was quiet on Election Day. The vote was on Election Day."))
        {
            foreach (var day in days)
            {
                Assert.All(TimeReader.Read(text, Day(day)), t => Assert.NotEqual("", t.Value));
            }
        }
    }

    /// <summary>Looks at words grow with the text and no faster, whatever it is made of.</summary>
    [Theory]
    [InlineData("Monday ")]
    [InlineData("of the ")]
    [InlineData("last ")]
    [InlineData("1 ")]
    [InlineData("two or three ")]
    [InlineData("May 1 - ")]
    [InlineData("a few ")]
    [InlineData("early ")]
    [InlineData("12:")]
    [InlineData("the end of ")]
    [InlineData("today, the ")]
    [InlineData("12:00 (")]
    [InlineData("perhaps around ")]
    [InlineData("one hundred and ")]
    [InlineData("half past ten to ")]
    [InlineData("noon and back at ")]
    [InlineData("as many weeks ")]
    [InlineData("from May to ")]
    [InlineData("Monday to ")]
    [InlineData("two years and ")]
    [InlineData("300 BC ")]
    public void Cost_IsLinear(string worst)
    {
        long Looks(int characters)
        {
            StringBuilder text = new(characters + worst.Length);
            while (text.Length < characters)
            {
                text.Append(worst);
            }

            TimeReader.Read(text.ToString(), new LocalDate(2031, 3, 12), out var looks);
            return looks;
        }

        var (small, large) = (Looks(10_000), Looks(1_000_000));
        Assert.InRange(large, 1, 110 * small);
        Assert.InRange(large, 1, 200L * 1_000_000);
    }

    private static OffsetDateTime? Day(string day) => day == "-" ? null : LocalDatePattern.Iso.Parse(day).Value.AtMidnight().WithOffset(Offset.Zero);

    /// <summary>"[on|Friday=V]" stands for "on Friday", of which "Friday" is the expression.</summary>
    private static (string Text, List<string> Expected) Unmark(string marked)
    {
        StringBuilder text = new();
        List<string> expected = [];
        foreach (var part in marked.Split('['))
        {
            var close = part.IndexOf(']', StringComparison.Ordinal);
            if (close < 0)
            {
                text.Append(part);
                continue;
            }

            var inside = part[..close];
            var bar = inside.IndexOf('|', StringComparison.Ordinal);
            text.Append(inside[..Math.Max(bar, 0)]).Append(bar >= 0 ? " " : "");
            expected.Add(inside[(bar + 1)..]);
            text.Append(inside[(bar + 1)..inside.LastIndexOf('=')]).Append(part[(close + 1)..]);
        }

        return (text.ToString(), expected);
    }
}
