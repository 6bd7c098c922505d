using NodaTime;
using Sayso.Cli.Rendering;

namespace Sayso.Cli.Tests.Rendering;

public sealed class StatementListTests
{
    private static readonly DocumentHead Head = new(
        "d0d0d0d0d0d0d0d0", "Dam held,\nsays Rell", "The Valley Post", new LocalDateTime(2031, 3, 12, 7, 5).WithOffset(Offset.FromHours(2)), null);

    private static readonly StatementRow Row = new("51515151515151515151", Head, "Minister Ada Rell", "said", "that the dam\thad held \u001b[31m");

    [Fact]
    public void Line_HoldsEverything_WhenPiped()
    {
        using var captured = new Captured(isTerminal: false);
        new StatementList(captured.Terminal).Add(Row);
        Assert.Equal(
            "51515151515151515151\td0d0d0d0d0d0d0d0\t12 Mar 2031\tThe Valley Post\tMinister Ada Rell\tsaid\tthat the dam had held \ufffd[31m\t\t\n",
            captured.Output);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Rows_FitTheTerminal(int width)
    {
        using var captured = new Captured(isTerminal: true, width);
        var list = new StatementList(captured.Terminal);
        list.Add(Row with { Content = string.Concat(Enumerable.Repeat("many words and more of them ", 30)) });
        list.Add(Row);
        var lines = captured.Output.Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.Single(lines, line => line.Contains("says Rell", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains('…', StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  5151515151", StringComparison.Ordinal));
    }

    [Fact]
    public void Styles_AreUsed_OnlyWithColours()
    {
        using Captured plain = new(isTerminal: true), coloured = new(isTerminal: true, hasColours: true);
        new StatementList(plain.Terminal).Add(Row);
        new StatementList(coloured.Terminal).Add(Row);
        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.Contains("\u001b[", coloured.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void UnnamedSource_IsSaid()
    {
        using var captured = new Captured(isTerminal: true);
        new StatementList(captured.Terminal).Add(Row with { Source = string.Empty });
        Assert.Contains("nobody named", captured.Output, StringComparison.Ordinal);
    }
}
