using System.Globalization;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>How long a user waits for the first statement.</summary>
[Trait("needs", "model")]
public sealed class StartTests : IDisposable
{
    private const double MostSeconds = 1.5;
    private readonly Workplace _place = new();

    public StartTests() => Program.NeedsModel();

    [Fact]
    public void FirstStatement_ComesSoon()
    {
        // Processor time: on an idle machine nothing else makes one wait, and a busy one does not fail the test.
        _place.Write("a.txt", Articles.Plain);
        var best = Enumerable.Range(0, 5).Min(_ => ProcessorSeconds("\"$SAYSO\" read a.txt"));
        Assert.True(best < MostSeconds, $"The first statement took {best} s.");
    }

    public void Dispose() => _place.Dispose();

    private double ProcessorSeconds(string line)
    {
        var result = Program.Shell(_place.Path, $"TIMEFORMAT='%U %S'; time {line}");
        Assert.NotEmpty(result.Output);
        return result.Error.Split(' ').Sum(part => double.Parse(part, CultureInfo.InvariantCulture));
    }
}
