using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class NewsQuantMetricsTests
{
    /// <summary>
    /// What was read as <c>value|unit|change|what is counted</c>, gold as <c>value|unit|change|concepts</c>, several parted by
    /// semicolons; how many are right in value, unit, change, what is counted, of how many read and annotated.
    /// </summary>
    public static TheoryData<string, string, string, int[]> Cases => new()
    {
        { "everything is right", "4|percent|up|kelp exports", "4|%|up|kelp exports isles", [1, 1, 1, 1, 1, 1] },
        { "another number", "5|percent|up|kelp", "4|%|up|kelp", [0, 0, 0, 0, 1, 1] },
        { "nothing read", "", "4|%|up|kelp", [0, 0, 0, 0, 0, 1] },
        { "nothing annotated", "4|percent|=|kelp", "", [0, 0, 0, 0, 1, 0] },
        { "one to one: read twice", "4|percent|=|kelp;4|percent|=|kelp", "4|%|=|kelp", [1, 1, 1, 1, 2, 1] },
        { "one to one: annotated twice", "4|percent|=|kelp", "4|%|=|kelp;4|%|=|kelp", [1, 1, 1, 1, 1, 2] },
        { "pairs that agree in most first", "4|mile|=|quay;4|percent|=|kelp", "4|%|=|kelp;4|miles|=|quay", [2, 2, 2, 2, 2, 2] },
        { "numbers near enough", "0.333333|percent|=|kelp", "0.3333333333|%|=|kelp", [1, 1, 1, 1, 1, 1] },
        { "a range", "10..20|percent|=|kelp", "10-20|%|=|kelp", [1, 1, 1, 1, 1, 1] },
        { "a range that falls", "10..20|percent|down|kelp", "20.0-10.0|%|down|kelp", [1, 1, 1, 1, 1, 1] },
        { "a range of which one end is another", "10..21|percent|=|kelp", "10-20|%|=|kelp", [0, 0, 0, 0, 1, 1] },
        { "a range against a number", "10..20|percent|=|kelp", "10|%|=|kelp", [0, 0, 0, 0, 1, 1] },
        { "below zero", "-5|yard|=|hull", "-5.0|yards|=|hull", [1, 1, 1, 1, 1, 1] },
        { "currency by code and by sign", "3|USD|=|rope", "3|$|=|rope", [1, 1, 1, 1, 1, 1] },
        { "another currency", "3|CAD|=|rope", "3|$|=|rope", [1, 0, 1, 1, 1, 1] },
        { "a rate by its two parts", "3|USD per day|=|rope", "3|$ a day|=|rope", [1, 1, 1, 1, 1, 1] },
        { "a rate by its abbreviation", "3|mile per hour|=|wind", "3|mph|=|wind", [1, 1, 1, 1, 1, 1] },
        { "a rate against an amount", "3|USD|=|rope", "3|$ a day|=|rope", [1, 0, 1, 1, 1, 1] },
        { "British and American", "3|meter|=|quay", "3|metres|=|quay", [1, 1, 1, 1, 1, 1] },
        { "of what stands behind gold's unit", "3|barrel|=|oil", "3|barrels of oil|=|oil", [1, 1, 1, 1, 1, 1] },
        { "a unit missed", "3||=|", "3|miles|=|quay", [1, 0, 1, 0, 1, 1] },
        { "no unit on either side", "3||=|", "3|-|=|-", [1, 1, 1, 1, 1, 1] },
        { "a count: the noun", "3||=|old harbour pilots", "3|pilots|=|-", [1, 1, 1, 1, 1, 1] },
        { "a count: gold's phrase is longer", "3||=|pilots", "3|old harbour pilots|=|Vess", [1, 1, 1, 1, 1, 1] },
        { "a count: another noun", "3||=|goats", "3|pilots|=|Vess", [1, 0, 1, 0, 1, 1] },
        { "a count: the subject will do", "3||=|ships of Vess", "3|vessels|=|Vess", [1, 0, 1, 1, 1, 1] },
        { "words overlap in the singular", "3|percent|=|the exports of kelp", "3|%|=|export", [1, 1, 1, 1, 1, 1] },
        { "articles and prepositions do not count", "3|percent|=|the end of it", "3|%|=|the price of rope", [1, 1, 1, 0, 1, 1] },
        { "gold names nothing, something was found", "3|percent|=|kelp", "3|%|=|-", [1, 1, 1, 0, 1, 1] },
        { "another change", "3|percent|=|kelp", "3|%|~|kelp", [1, 1, 0, 1, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quantities_AreMatched_AsWrittenDown(string what, string predicted, string gold, int[] expected)
    {
        var tally = NewsQuantMetrics.Count([.. Fields(predicted).Select(Read)], [.. Fields(gold).Select(Annotated)]);
        Counts Right(int right) => new(right, expected[4], expected[5]);

        Assert.Equal(new MeasuredTally(Right(expected[0]), Right(expected[1]), Right(expected[2]), Right(expected[3])), tally);
        Assert.NotEmpty(what);
    }

    /// <summary>A sentence of ours and what is read of it in the corpus's convention.</summary>
    public static TheoryData<string, string[]> Conventions => new()
    {
        { "The talks took 15 days.", ["15 [day] ="] },
        { "A 12-year-old saw one ship.", ["12 [year of age] =", "1 [] ="] },
        { "Rope fell from $36 to $34.", ["34..36 [USD] ="] },
        { "Dozens of goats and tens of millions of bees.", ["12..120 [] =", "10000000..100000000 [] ="] },
        { "Kelp rose 4% to 1.2 million tonnes.", ["4 [percent] up", "1200000 [tonne] ="] },
        { "It has two or three keels and was seen twice.", ["2 [] =", "3 [] ="] },
        { "Kelp rose about 4%.", ["4 [percent] ~"] },
        { "About 30 youths and over 40 men came on 3 March 2031.", ["30 [] ~", "40 [] >"] },
    };

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Profile_ReadsInTheCorpusConvention(string text, string[] expected) =>
        Assert.Equal(expected, NewsQuantProfile.Read(text).Select(m => FormattableString.Invariant($"{m.Low}{(m.High == m.Low ? "" : $"..{m.High}")} [{m.Unit}] {m.Change}")));

    private static string[] Fields(string items) => items.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static Measured Read(string item)
    {
        var fields = item.Split('|');
        var ends = fields[0].Split("..").Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new Measured(ends[0], ends[^1]) { Unit = fields[1], Change = fields[2], Of = fields[3], Noun = fields[1].Length == 0 ? fields[3] : string.Empty };
    }

    private static NewsQuantity Annotated(string item)
    {
        var fields = item.Split('|');
        var json = $$"""[{"text":"","quantities":[{"change":"{{fields[2]}}","value":"{{fields[0]}}","unit":"{{fields[1]}}","normalized_unit":"-","referred_concepts":"{{fields[3]}}"}]}]""";
        return Assert.Single(Assert.Single(NewsQuantCorpus.Parse(json, "case")).Quantities);
    }
}
