using System.Reflection;
using System.Text.RegularExpressions;
using Sayso.Core.Errors;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The pages of docs/ are what the program says of itself.</summary>
public sealed partial class DocsTests : IDisposable
{
    private const double LeastAlike = 0.7;
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
        var (walk, madeWalk) = (Lines("walk.md", isMade: false), Lines("walk.md", isMade: true));
        Assert.Equal(Model(walk), Model(madeWalk));

        // Another kind of processor rounds the network's sums otherwise, which the labels' shares give away, and may read another statement or two.
        var isSameProcessor = Shares(walk).SequenceEqual(Shares(madeWalk));
        foreach (var name in Directory.GetFiles(Path.Combine(_place.Path, "made")).Select(path => Path.GetFileName(path)))
        {
            var (kept, made) = (Lines(name, isMade: false), Lines(name, isMade: true));
            if (isSameProcessor || name is not ("demo.md" or "views.md" or "walk.md"))
            {
                AssertSame(kept, made, name);
            }
            else
            {
                Assert.InRange(made.Count(kept.ToHashSet(StringComparer.Ordinal).Contains) / (double)made.Length, LeastAlike, 1);
            }
        }
    }

    public void Dispose() => _place.Dispose();

    private static void AssertSame(string[] kept, string[] made, string name)
    {
        for (var i = 0; i < Math.Min(kept.Length, made.Length); i++)
        {
            Assert.True(kept[i] == made[i], $"{name}:{i + 1} is out of date (./build docs):\n- {kept[i]}\n+ {made[i]}");
        }

        Assert.Equal(kept.Length, made.Length);
    }

    private static string Model(string[] walk) => Assert.Single(walk, line => line.StartsWith("  model ", StringComparison.Ordinal));

    private static IEnumerable<string> Shares(string[] walk) => walk.Select(line => Share().Match(line)).Where(share => share.Success).Select(share => share.Value);

    private string[] Lines(string name, bool isMade)
    {
        var path = isMade ? Path.Combine(_place.Path, "made", name) : Path.Combine(Program.Root, "docs", name);
        Assert.True(File.Exists(path), $"{path} is missing: ./build docs");
        return File.ReadAllLines(path);
    }

    [GeneratedRegex(@"(?<=[BIO](-\w+)? +)[01]\.\d\d$")]
    private static partial Regex Share();
}
