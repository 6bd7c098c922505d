using Sayso.Cli.Demo;
using Sayso.Cli.Rendering;

namespace Sayso.Cli.Tests.Demo;

public sealed class TellingStatementsTests
{
    private static readonly StatementRow Plain = Row("Ada Rell", "said", "that the weather had been fine all the while");

    public static TheoryData<string, string, string> Traits => new()
    {
        { "Ada Rell", "said", "that 187 people had been on board the ferry" },
        { "two officials", "said", "that the weather had been fine all the while" },
        { "Ada Rell", "said", "that the harbour master told her it was fine" },
        { "Ada Rell", "denied", "that the weather had been fine all the while" },
    };

    [Theory]
    [MemberData(nameof(Traits))]
    public void Trait_GoesBeforeAPlainStatement(string source, string cue, string content)
    {
        var row = Row(source, cue, content);
        Assert.Equal([row], TellingStatements.Pick([Plain, row], most: 1));
        Assert.Equal([row], TellingStatements.Pick([row, Plain], most: 1));
    }

    [Fact]
    public void Choice_IsVaried()
    {
        var many = Enumerable.Range(0, 5).Select(i => Row("Ada Rell", "said", $"that {i} of the people had been on board"));
        var other = Row("Bo Stenn", "said", "that the weather had been fine all the while");
        Assert.Contains(other, TellingStatements.Pick([.. many, other], most: 3));
    }

    [Fact]
    public void Picks_KeepTheirOrder()
    {
        StatementRow[] rows = [Plain, .. Traits.Select(t => Row(t.Data.Item1, t.Data.Item2, t.Data.Item3))];
        var picked = TellingStatements.Pick(rows, most: 4);
        Assert.Equal(picked.OrderBy(p => Array.IndexOf(rows, p)), picked);
        Assert.Equal(rows.Length, TellingStatements.Pick(rows, most: 100).Count);
        Assert.Empty(TellingStatements.Pick([], most: 3));
    }

    private static StatementRow Row(string source, string cue, string content) =>
        new(content, new DocumentHead("d", null, "Post", null, null), source, cue, content);
}
