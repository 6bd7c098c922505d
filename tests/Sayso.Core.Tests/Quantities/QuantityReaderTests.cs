using System.Globalization;
using System.Text;
using CsCheck;
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
        { "A .45-caliber bullet and a 104-page book.", [".45-caliber: 0.45 caliber of bullet", "104-page: 104 page of book"] },
        { "At least a dozen people, dozens of goats and tens of thousands of bees.", ["At least a dozen: >=12 of people", "dozens: ~>=24 of goats", "tens of thousands: ~>=20000 of bees"] },
        { "About 30 youths, nearly 400 men, up to 5 million bees, over six goats.", ["About 30: ~30 of youths", "nearly 400: ~<400 of men", "up to 5 million: <=5000000 of bees", "over six: >6 of goats"] },
        { "Between 50 and 70 percent; 10 to 20 goats; two or three times.", ["50 and 70 percent: 50..70 percent", "10 to 20: 10..20 of goats", "two or three times: 2..3 times"] },
        { "It fell 4% to 1.2 million tonnes from 3,000.", ["4%: 4 percent down by", "1.2 million tonnes: 1200000 tonne down to", "3,000: 3000 down from"] },
        { "They earn $15 an hour and see 50 men a day.", ["$15: 15 USD per 1 hour", "50: 50 of men per 1 day"] },
        { "One interpreter for every 30 soldiers.", ["One: 1 of interpreter per 30 soldiers", "30: 30 of soldiers"] },
        { "It was his second visit in six weeks.", ["second: 2 of visit"] },
        { "A quake of magnitude 6.1, then 3.8 on the Richter scale.", ["6.1: 6.1 magnitude", "3.8: 3.8 magnitude"] },
        { "A lead of 5 percentage points, then a seven-point lead.", ["5 percentage points: 5 percentage point", "seven-point: 7 percentage point of lead"] },
        { "It voted twice; a pair of goats and another dozen came.", ["twice: 2 times", "a pair of: 2 of goats", "dozen: 12 of came"] },
        { "Harpel’s 538 votes beat 145.", ["538: 538 of votes", "145: 145"] },
        { "Nobody at all; one of them; the two boards; a moment or two.", [] },
        { "Ann Loy, 48, is a 12-year-old at the age of 95, aged 3 to 17.", [] },
        { "Flight 370 left Gate 12 on Route 66 with an AK-47 and an Apollo 11 cap.", [] },
        { "Call 0845 125 2222 or dial 911 on 3 March 2031 at 4 p.m.", [] },
        { "They won 3-1 and lost 88-72 in two weeks.", [] },
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
        Assert.Equal(("ton", 405), (quantity.Unit, quantity.Span.Length));
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
        var number = quantity.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{quantity.Low}..{quantity.High}");
        var change = quantity.Change is { } c ? $" {ClosedSet.NameOf(c.Direction)} {(c.To is not null ? "to" : c.From is not null ? "from" : "by")}" : "";
        return $"{quantity.Span.Slice(text)}: {(quantity.IsApproximate ? "~" : "")}{sign}{number}{(quantity.Unit is { } unit ? $" {unit}" : "")}"
            + $"{(quantity.Of is { } of ? $" of {of.Slice(text)}" : "")}{(quantity.Per is { } per ? string.Create(CultureInfo.InvariantCulture, $" per {per.Value} {per.Of}") : "")}{change}";
    }
}
