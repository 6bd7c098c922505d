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
    /// <summary>A text; each quantity as its words, what it means, what is counted and by what. A file for each file of rules.</summary>
    public static TheoryData<string, string[]> Cases
    {
        get
        {
            TheoryData<string, string[]> cases = [];
            foreach (var line in CaseFiles.Lines("Quantities"))
            {
                var columns = line.Split('\t');
                cases.Add(columns[0], columns[1..]);
            }

            return cases;
        }
    }

    [Fact]
    public void EachRule_HasCases() =>
        Assert.Superset(CaseFiles.RulesOf("Quantities", typeof(QuantityScene)).ToHashSet(), CaseFiles.Names("Quantities").ToHashSet());

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
    [InlineData("one in ")]
    [InlineData("three to one ")]
    [InlineData("3 per 1,000 births ")]
    [InlineData("the second visit to ")]
    [InlineData("up from 3 , ")]
    [InlineData("5 of the 9 of the ")]
    [InlineData("by half to ")]
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
            + $"{(quantity.Of is { } of ? $" of {of.Slice(text)}" : "")}{(quantity.Per is { } per ? string.Create(CultureInfo.InvariantCulture, $" per {per.Value} {per.Of}").TrimEnd() : "")}{change}";
    }
}
