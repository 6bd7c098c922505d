using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Sayso.Core.Errors;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The pages of docs/ are what the program says of itself.</summary>
public sealed partial class DocsTests : IDisposable
{
    private const double ShareTolerance = 0.1;
    private readonly Workplace _place = new();

    [Fact]
    public void EveryCode_IsDocumented_AndNoOther()
    {
        var codes = typeof(ProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        var documented = File.ReadLines(Path.Combine(Program.Root, "docs", "errors.md"))
            .Where(line => line.StartsWith("| SAY", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);
        Assert.Equal(codes.Order(), documented.Order());
    }

    [Fact]
    [Trait("needs", "model")]
    public void Pages_AreUpToDate()
    {
        Program.NeedsModel();
        Assert.Equal(0, Program.Run(_place.Path, "docs", "made").Code);
        foreach (var made in Directory.GetFiles(Path.Combine(_place.Path, "made")))
        {
            var kept = Path.Combine(Program.Root, "docs", Path.GetFileName(made));
            Assert.True(File.Exists(kept), $"{kept} is missing: ./build docs");
            AssertSame(File.ReadAllLines(kept), File.ReadAllLines(made), Path.GetFileName(made));
        }
    }

    public void Dispose() => _place.Dispose();

    /// <summary>Shares may differ a little: another processor adds its numbers in another order.</summary>
    private static void AssertSame(string[] kept, string[] made, string name)
    {
        for (var i = 0; i < Math.Min(kept.Length, made.Length); i++)
        {
            var (old, now) = (Share().Match(kept[i]), Share().Match(made[i]));
            if (old.Success && now.Success)
            {
                Assert.Equal(kept[i][..old.Index], made[i][..now.Index]);
                Assert.Equal(Number(old), Number(now), ShareTolerance);
            }
            else
            {
                Assert.True(kept[i] == made[i], $"{name}:{i + 1} is out of date (./build docs):\n- {kept[i]}\n+ {made[i]}");
            }
        }

        Assert.Equal(kept.Length, made.Length);
    }

    private static double Number(Match match) => double.Parse(match.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=[BIO](-\w+)? +)[01]\.\d\d$")]
    private static partial Regex Share();
}
