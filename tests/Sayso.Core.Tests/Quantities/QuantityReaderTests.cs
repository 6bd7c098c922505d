using System.Globalization;
using System.Text;
using CsCheck;
using Sayso.Core.Errors;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Quantities;

public sealed class QuantityReaderTests
{
    /// <summary>A text; each quantity as its words, what it means, what is counted and by what.</summary>
    public static TheoryData<string, string[]> Cases => new()
    {
        { "The ferry carried 1,237 crates.", ["1,237: 1237 of crates"] },
        { "It cost $1.2bn and A$3 million, or €40.", ["$1.2bn: 1200000000 USD", "A$3 million: 3000000 AUD", "€40: 40 EUR"] },
        { "Two hundred and fifty thousand crowns were lost.", ["Two hundred and fifty thousand crowns: 250000 crown"] },
        { "Twenty-five clerks and half a million letters.", ["Twenty-five: 25 of clerks", "half a million: 500000 of letters"] },
        { "A half-million letters and half million stamps.", ["A half-million: 500000 of letters", "half million: 500000 of stamps"] },
        { "A .45-caliber bullet and a 104-page book.", [".45-caliber: 0.45 caliber of bullet", "104-page: 104 page of book"] },
        { "At least a dozen people, dozens of goats and tens of thousands of bees.", ["At least a dozen: >=12 of people", "dozens: ~>=24 of goats", "tens of thousands: ~>=20000 of bees"] },
        { "It was his second visit in six weeks.", ["second: 2 of visit"] },
        { "It voted twice; a pair of goats and another dozen came.", ["twice: 2 times", "a pair of: 2 of goats", "dozen: 12"] },
        { "Harpel’s 538 votes beat 145.", ["538: 538 of votes", "145: 145"] },

        { "The two boards and one person.", ["two: 2 of boards", "one: 1 of person"] },

        // Bounds before and behind.
        { "About 30 youths, nearly 400 men, up to 5 million bees, over six goats.", ["About 30: ~30 of youths", "nearly 400: ~<400 of men", "up to 5 million: <=5000000 of bees", "over six: >6 of goats"] },
        { "Anyone of 60 or more votes; 50+ men and 300-plus goats. Mills are 10 miles or so away.", ["60 or more: >=60 of votes", "50+: >=50 of men", "300-plus: >=300 of goats", "10 miles or so: ~10 mile of Mills"] },
        { "No more than 5 guards, just under 40 boats, in excess of 7 tons of rope, sub-300 rooms.", ["No more than 5: <=5 of guards", "just under 40: <40 of boats", "in excess of 7 tons: >7 ton of rope", "sub-300: <300 of rooms"] },

        // Ranges.
        { "Between 50 and 70 percent; 10 to 20 goats; two or three times.", ["50 and 70 percent: 50..70 percent", "10 to 20: 10..20 of goats", "two or three times: 2..3 times"] },
        { "The wall needs $10 to $15 billion and 2 to 3 million bricks.", ["$10 to $15 billion: 10000000000..15000000000 USD of wall", "2 to 3 million: 2000000..3000000 of bricks"] },
        { "Rooms from $40 to $60; 5% to 10%; 33-35 billion crowns; 14-18 km.", ["$40 to $60: 40..60 USD of Rooms", "5% to 10%: 5..10 percent of Rooms", "33-35 billion crowns: 33000000000..35000000000 crown of Rooms", "14-18 km: 14..18 kilometer of Rooms"] },
        { "Harpel led 47 percent to 39 percent.", ["47 percent: 47 percent of Harpel", "39 percent: 39 percent of Harpel"] },
        { "Between 9 and 4 goats.", ["9 and 4: SAY5002 of goats"] },

        // Changes: one change, whatever the number of its quantities.
        { "It fell 4% to 1.2 million tonnes from 3,000.", ["4%: 4 percent down from 3000 to 1200000 by 4", "1.2 million tonnes: 1200000 tonne down from 3000 to 1200000 by 4", "3,000: 3000 down from 3000 to 1200000 by 4"] },
        { "Rope exports rose by $5 to $40.", ["$5: 5 USD of Rope exports up to 40 by 5", "$40: 40 USD of Rope exports up to 40 by 5"] },
        { "The garrison went from 3,000 to around 10,000 men.", ["3,000: 3000 of garrison up from 3000 to 10000", "around 10,000: ~10000 of men up from 3000 to 10000"] },
        { "Around 10,000 North Maren guards are here, a number that has increased from the council's previous estimate of 3,000.", ["Around 10,000: ~10000 of North Maren guards up from 3000 to 10000", "3,000: 3000 of North Maren guards up from 3000 to 10000"] },
        { "One clerk and three cooks for every 30 North Maren guards.", ["One: 1 of clerk per 30 North Maren guards", "three: 3 of cooks per 30 North Maren guards", "30: 30 of North Maren guards"] },
        { "Kelp was up 2% and rope lost 3%.", ["2%: 2 percent of Kelp up by 2", "3%: 3 percent of rope down by 3"] },
        { "It added two rooms.", ["two: 2 of rooms"] },

        // Rates.
        { "They earn $15 an hour and see 50 men a day.", ["$15: 15 USD per 1 hour", "50: 50 of men per 1 day"] },
        { "One interpreter for every 30 soldiers.", ["One: 1 of interpreter per 30 soldiers", "30: 30 of soldiers"] },
        { "One in 45 children has it; two out of three boats sank.", ["One in 45: 1 of children per 45 children", "two out of three: 2 of boats per 3 boats"] },
        { "Oil at $52 a barrel, a $353-a-plate dinner, 9 mm/yr and 4 miles per gallon.", ["$52: 52 USD of Oil per 1 barrel", "$353: 353 USD of dinner per 1 plate", "9 mm: 9 mm per 1 year", "4 miles: 4 mile per 1 gallon"] },

        // Parts.
        { "Nearly two-thirds of the goats, half of the men, a quarter of all ships and half a mile.", ["Nearly two-thirds: ~<0.6666666666666666 of goats", "half: 0.5 of men", "a quarter: 0.25 of ships", "half a mile: 0.5 mile"] },
        { "A depth of two-tenths of a mile, 2 1/2 inches of rain and 1/4 inch more.", ["two-tenths of a mile: 0.2 mile of depth", "2 1/2 inches: 2.5 inch of rain", "1/4 inch: 0.25 inch"] },
        { "About a mile and a half from the mill stands a 5-foot-8 guard.", ["About a mile and a half: ~1.5 mile", "5-foot-8: 68 inch of guard"] },

        // Units.
        { "A 17in screen, 16ounces of rope; 70kg of kelp.", ["17in: 17 inch of screen", "16ounces: 16 ounce of rope", "70kg: 70 kilogram of kelp"] },
        { "$US1 million, C $6, EUR50m, RM3 and 1,200€.", ["$US1 million: 1000000 USD", "C $6: 6 CAD", "EUR50m: 50000000 EUR", "RM3: 3 MYR", "1,200€: 1200 EUR"] },
        { "Rope for $ 75 million, 115USD and 20 eur.", ["$ 75 million: 75000000 USD of Rope", "115USD: 115 USD of Rope", "20 eur: 20 EUR of Rope"] },
        { "A quake of magnitude 6.1, then 3.8 on the Richter scale.", ["6.1: 6.1 magnitude of quake", "3.8: 3.8 magnitude"] },
        { "A lead of 5 percentage points, then a seven-point lead.", ["5 percentage points: 5 percentage point of lead", "seven-point: 7 percentage point of lead"] },
        { "A 4G network sold 8 B seats. It was minus 5 degrees Celsius, a -3 balance.", ["8 B: 8000000000 of seats", "minus 5 degrees Celsius: -5 degree Celsius", "-3: -3 of balance"] },

        // Scores, ordinals that count, one among others, magnitudes.
        { "They won 3-1 in Maren.", ["3: 3", "1: 1"] },
        { "It was the second of its kind in six months and their eighth in 10 games.", ["second: 2 of kind", "eighth in 10: 8 of games per 10 games"] },
        { "He faces two theft charges and one fraud charge; a clerk said that one person was hurt.", ["two: 2 of theft charges", "one: 1 of fraud charge", "one: 1 of person"] },
        { "An M7.5 quake.", ["7.5: 7.5 magnitude of quake"] },

        // What is counted, where it is not behind the number.
        { "The pier cost 40 crowns.", ["40 crowns: 40 crown of pier"] },
        { "A fine of $500 for theft and a $30 rope.", ["$500: 500 USD of fine", "$30: 30 USD of rope"] },
        { "The council cut rope production by 10%.", ["10%: 10 percent of rope production down by 10"] },
        { "Harpel, which makes rope, paid $12 for a lamp.", ["$12: 12 USD of lamp"] },
        { "Moths fly more than 60 miles (100 km).", ["more than 60 miles: >60 mile of Moths", "100 km: >100 kilometer of Moths"] },
        { "It took 24 lamps, 39 ropes and five tons of kelp.", ["24: 24 of lamps", "39: 39 of ropes", "five tons: 5 ton of kelp"] },

        // No quantities.
        { "Nobody at all; one of them; the only one; any one person; a moment or two.", [] },
        { "Ann Loy, 48, is a 12-year-old at the age of 95, aged 3 to 17.", [] },
        { "Flight 370 left Gate 12 on Route 66 with an AK-47 and an Apollo 11 cap.", [] },
        { "Call 0845 125 2222 or 555-1234-99 or 555-1234 or dial 911 on 3 March 2031 at 4 p.m.", [] },
        { "Call at 200 W. Kelp Blvd. or at 12 Harbour Street, or text KELP to 82623 now.", [] },
        { "Nobody under 16, and people over 40. The driver, 48, fled; he turned 50.", [] },
        { "The S&P 500 is a last-32 place of the FTSE 100 beside the Maren 10 platform.", [] },
        { "The Gang of Eight flew on Air Force One between 1600 and 1900.", [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quantities_AreRead(string text, string[] expected) => Assert.Equal(expected, Read(text).Select(q => Written(q, text)));

    [Fact]
    public void Numbers_BeyondADouble_AreKeptAsText()
    {
        var text = $"It weighed {new string('9', 400)} tons.";
        var quantity = Assert.Single(Read(text));
        Assert.Null(quantity.Value);
        Assert.Equal(ProblemCodes.NumberBeyond, quantity.Problem);
        Assert.Equal(("ton", 405), (quantity.Unit, quantity.Span.Length));
    }

    [Theory]
    [InlineData("From 1 to {0} goats.")]
    [InlineData("One guard for every {0} goats.")]
    [InlineData("One in {0} goats.")]
    [InlineData("It rose by {0}% to {0}.")]
    public void Numbers_BeyondADouble_AreInNoValue(string text)
    {
        Assert.All(Read(text.Replace("{0}", new string('9', 400), StringComparison.Ordinal)), q =>
        {
            Assert.All([q.Value, q.Low, q.High, q.Per?.Value, q.Change?.From, q.Change?.To, q.Change?.By], v => Assert.True(v is null || double.IsFinite(v.Value)));
        });
    }

    [Fact]
    public void Quantities_OfAnyText_AreInOrder_AndInside()
    {
        string[] words = ["the", "a", "two", "hundred", "million", "and", "half", "of", "dozen", "$", "US$", "%", "percent", "-", "to", "between", "nearly", "more", "than", "1,000", "3.5", "007", "9", "goats", "Route", "'s", ".", "per", "day", "for", "every", "rose", "from", "tens", "thousands", "years", "old", "magnitude", "\n", "won", "second", "visit", "in"];
        Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 30].Select(chosen => string.Join(' ', chosen).Replace(" - ", "-", StringComparison.Ordinal)).Sample(
            text =>
            {
                var end = 0;
                foreach (var quantity in Read(text))
                {
                    Assert.InRange(quantity.Span.Start, end, text.Length - 1);
                    Assert.InRange(quantity.Span.End, quantity.Span.Start + 1, text.Length);
                    Assert.True(quantity.Of is not { } of || of.End <= text.Length);
                    end = quantity.Span.End;
                }
            },
            iter: 20_000);
    }

    /// <summary>Looks at words grow with the text and no faster, whatever it is made of.</summary>
    [Theory]
    [InlineData("one ")]
    [InlineData("of the ")]
    [InlineData("1 ")]
    [InlineData("two or three ")]
    [InlineData("a hundred and ")]
    [InlineData("more than ")]
    [InlineData("12-")]
    [InlineData("9999999999")]
    [InlineData("rose goats ")]
    public void Cost_IsLinear(string worst)
    {
        long Looks(int characters)
        {
            StringBuilder text = new(characters + worst.Length);
            while (text.Length < characters)
            {
                text.Append(worst);
            }

            QuantityReader.Read(text.ToString(), [], QuantityConvention.Sayso, out var looks);
            return looks;
        }

        var (small, large) = (Looks(10_000), Looks(1_000_000));
        Assert.InRange(large, 0, (110 * small) + 1000);
    }

    private static IReadOnlyList<Quantity> Read(string text) => QuantityReader.Read(text, TimeReader.Read(text, published: null));

    private static string Written(Quantity quantity, string text)
    {
        var sign = quantity.Comparator switch { Comparator.Less => "<", Comparator.AtMost => "<=", Comparator.Greater => ">", Comparator.AtLeast => ">=", _ => "" };
        string Part(string name, double? at) => at is { } value ? string.Create(CultureInfo.InvariantCulture, $"{name} {value}") : "";

        var number = quantity.Problem is { } problem ? problem : quantity.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{quantity.Low}..{quantity.High}");
        var change = quantity.Change is { } c ? $" {ClosedSet.NameOf(c.Direction)} {string.Join(' ', new[] { Part("from", c.From), Part("to", c.To), Part("by", c.By) }.Where(p => p.Length > 0))}" : "";
        return $"{quantity.Span.Slice(text)}: {(quantity.IsApproximate ? "~" : "")}{sign}{number}{(quantity.Unit is { } unit ? $" {unit}" : "")}"
            + $"{(quantity.Of is { } of ? $" of {of.Slice(text)}" : "")}{(quantity.Per is { } per ? string.Create(CultureInfo.InvariantCulture, $" per {per.Value} {per.Of}") : "")}{change}";
    }
}
