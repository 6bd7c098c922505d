using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Inconsistencies;
using Sayso.Core.Quantities;
using Sayso.Core.Tests.Attributions;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Inconsistencies;

public sealed class InconsistencyReaderTests
{
    /// <summary>A text published on Thursday, 16 October 2031; the reason, nothing where all is well.</summary>
    public static TheoryData<string, string?> Texts => new()
    {
        // The rest of a whole.
        { "Of 31 pumps, 14 of the 31 run. The other 19 are broken.", "14 of 31 leave 17, not 19." },
        { "So far 14 of the 31 pumps run. The other 17 are broken.", null },
        { "So far 14 of the 31 pumps run, 5 are being mended and the other 12 are broken.", null },
        { "Some 14 of about 31 pumps run. The other 19 are broken.", null },

        { "So far 14 of the town's 31 pumps run, he said. It rained.\nThe other 19 pumps will run by six.", "14 of 31 leave 17, not 19." },
        { "So far 14 of the town's 31 pumps run, he said. It rained.\nThe other 12 pumps will run by six.", null },
        { "So far 14 of the town's 31 pumps run, he said. By noon 12 pumps ran.\nThe other 19 pumps will run by six.", null },
        { "So far 14 of the town's 31 pumps run, he said. It rained.\nThe other 19 boats came home.", null },

        // Parts and their sum.
        { "The herd has 2,000 goats: 1,200 white and 900 brown ones.", "1,200 + 900 = 2,100, not 2,000." },
        { "The herd has 2,000 goats: 1,200 white and 800 brown ones.", null },
        { "The herd has 2,000 goats, including 1,200 white and 900 brown ones.", null },
        { "Nine people (five men and three women) were hurt.", "5 + 3 = 8, not 9." },
        { "The board has 9 members: 4 lawyers, 2 clerks and 2 farmers.", "4 + 2 + 2 = 8, not 9." },
        { "Ten lakh pilgrims have come since, the trust estimates: six lakh in June and three lakh in May.", "600,000 + 300,000 = 900,000, not 1,000,000." },
        { "Ten lakh pilgrims have come, Vorn of the trust: six lakh in June and three lakh in May.", null },
        { "Two buses: 40 seats and 36 seats.", null },
        { "He bought 1,200 goats and 800 sheep, for a total of 1,900 animals.", "1,200 + 800 = 2,000, not 1,900." },
        { "He bought 1,200 goats and 800 sheep, for a total of 2,000 animals.", null },
        { "He bought 1,200 goats and 800 sheep, bringing the total to 1,900 animals.", null },

        // A change and its ends.
        { "Sales rose from 300 to 200.", "From 300 to 200 is no rise." },
        { "Sales rose from 200 to 300.", null },
        { "Sales fell from 200 to 300.", "From 200 to 300 is no fall." },

        { "Sales rose 4% to 1.2 million from 1.1 million.", null },
        { "Sales rose 40% to 1.2 million from 1.1 million.", "From 1,100,000 to 1,200,000 is a change of 9.1%, not 40%." },
        { "Sales rose by 50 to 315 from 205.", "From 205 to 315 is a change of 110, not 50." },
        { "Sales rose by 100 to 300 from 200.", null },
        { "Sales rose about 40% to 1.2 million from 1.1 million.", null },

        // A share in per cent.
        { "It failed 12 of 20 trucks, or 70%.", "12 of 20 are 60%, not 70%." },
        { "It failed 12 of 20 trucks, or 60%.", null },
        { "It failed 13 of 19 trucks (68 percent).", null },
        { "It failed 12 of 20 trucks and 70% of the vans.", null },

        // One measure in two units.
        { "The road is 60 miles (200 km) long.", "60 mile is not 200 kilometer: it is 96,560.6 meter, and that 200,000." },
        { "The road is 60 miles (100 km) long and 5 tons (4,500 kg) a day pass.", null },
        { "The road is 60 miles (and 200 km of it are new) long.", null },
        { "The road of 60 miles (40 people) is long.", null },

        // A weekday and its date.
        { "It met on Tuesday, 14 October 2031.", null },
        { "It met on Wednesday, 14 October 2031.", "14 October 2031 is a Tuesday, not a Wednesday." },

        // Nearest year 2031; in 2030 that day was a Monday.
        { "It met on Monday, 14 October.", null },
        { "It met on Friday, 14 October.", "14 October 2031 is a Tuesday, not a Friday." },

        // An interval that cannot hold the earlier time.
        { "She is here for her second visit in six weeks, the previous one having been in July.", "July is more than six weeks before 16 October 2031." },
        { "She is here for her second visit in six weeks. Her last visit was in July.", "July is more than six weeks before 16 October 2031." },
        { "She is here for her second visit in six weeks. Her last visit was in September.", null },
        { "She is here for her second visit in three months. Her last visit was in August.", null },
        { "She is here for her second visit in six weeks. Her last book came out in August.", null },
        { "On 3 September she came for her second visit in two weeks; the previous one was in August.", null },
        { "On 3 September she came for her second visit in two weeks; the previous one was in June.", "June is more than two weeks before 3 September 2031." },

        // One count, two values, in the outlet's own voice.
        { "Twenty-three sailors were freed.\nIt rained.\nThe 24 sailors were freed at dawn.", "“sailors were freed” is 23 in one place and 24 in another." },
        { "The sea\nTwenty-three sailors were freed.\nIn Averholm 24 sailors were freed and in Skarne two.", null },
        { "Five sailors were freed in Averholm.\nTwo sailors were freed in Skarne.", null },
        { "Twenty-three sailors were freed.\nAnother 24 sailors were freed later.", null },
        { "Twenty-three sailors were freed.\nOn Monday 24 sailors were freed.", null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void WhatDoesNotAddUp_IsFound_AndNothingElse(string text, string? reason)
    {
        var found = Read(text);
        Assert.Equal(reason is null ? [] : [reason], found.Select(i => i.Reason));
        Assert.All(found, i => Assert.True(i.Spans.Count is 1 or > 1 && i.Spans.Extent.End <= text.Length));
    }

    [Fact]
    public void CountsOfOthers_AreNoConflictOfTheOutlets()
    {
        const string Text = "Twenty-three sailors were freed.\nThe 24 sailors were freed at dawn, he said.";
        Assert.Single(Read(Text));
        Assert.Empty(Read(Text, new TextSpan(33, Text.IndexOf(", he", StringComparison.Ordinal))));
    }

    [Fact]
    public void Recurrence_NeedsADay()
    {
        const string Text = "She is here for her second visit in six weeks, the previous one having been in August.";
        var document = HandMade.Text(Text);
        var values = DocumentValues.Of(document);
        Assert.Empty(InconsistencyReader.Read(document, values.Times, values.Quantities, []));
    }

    /// <summary>Each of the rules' own worst words: what it costs grows with the text, not with its square.</summary>
    [Theory]
    [InlineData("14 of the 31 ")]
    [InlineData("9: 4 and 3 and ")]
    [InlineData("rose from 3 to 4 by 5% ")]
    [InlineData("the second visit in six weeks the previous in August ")]
    [InlineData("23 sailors were freed.\n24 sailors were freed.\n")]
    [InlineData("60 miles (200 km) ")]
    [InlineData("12 of 20, or 70% ")]
    [InlineData("2,000: 1 and 2. ")]
    [InlineData("Tuesday, 14 October 2031. ")]
    public void Cost_IsLinear(string worst)
    {
        long Looks(int characters)
        {
            var document = HandMade.Text(string.Concat(Enumerable.Repeat(worst, characters / worst.Length))) with { Published = new LocalDateTime(2031, 10, 16, 9, 0).WithOffset(Offset.Zero) };
            InconsistencyReader.Read(document, DocumentValues.Of(document), [], out var looks);
            return looks;
        }

        var (small, large) = (Looks(10_000), Looks(1_000_000));
        Assert.InRange(large, 0, (110 * small) + 1000);
    }

    private static IReadOnlyList<Inconsistency> Read(string text, params IEnumerable<TextSpan> contents)
    {
        var document = HandMade.Text(text) with { Published = new LocalDateTime(2031, 10, 16, 9, 0).WithOffset(Offset.Zero) };
        var values = DocumentValues.Of(document);
        return InconsistencyReader.Read(document, values.Times, values.Quantities, contents);
    }
}
