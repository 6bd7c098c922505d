using System.Text.RegularExpressions;

namespace Sayso.Architecture.Tests;

/// <summary>Conventions that the source files keep.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 450;

    public static TheoryData<string> Interfaces =>
    [
        .. Repository.Files(".cs", "src").SelectMany(file => InterfaceName().Matches(Repository.Read(file))).Select(m => m.Groups[1].Value),
    ];

    [Theory]
    [InlineData(".cs")]
    [InlineData(".py")]
    public void Files_AreShortEnoughToRead(string extension)
    {
        var files = Repository.Files(extension, "src", "tests", "bench", "targets", "training").ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => Repository.Read(file).Count(c => c == '\n') > MostLines);
    }

    [Fact]
    public void Libraries_AreGivenTheirClock()
    {
        // A clock read in passing cannot be set by a test. TimeProvider.System as an option's default can.
        var libraries = Repository.Files(".cs", "src").Where(file => !file.StartsWith("src/Sayso.Cli/", StringComparison.Ordinal));
        Assert.DoesNotContain(libraries, file => Clock().IsMatch(Repository.Read(file)));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Interface_HasTwoImplementations(string name)
    {
        var implementation = new Regex($@"\b(?:class|record|struct)\b[^{{;]*:[^{{;]*\b{Regex.Escape(name)}\b");
        Assert.True(Repository.Files(".cs", "src", "tests").Sum(file => implementation.Count(Repository.Read(file))) >= 2);
    }

    [Fact]
    public void Tests_AreNamedByBehaviourAndCondition()
    {
        var names = Repository.Files("Tests.cs", "tests").SelectMany(file => TestName().Matches(Repository.Read(file))).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => !name.Contains('_', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\binterface (I[A-Z]\w*)")]
    private static partial Regex InterfaceName();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bSystemClock\.Instance\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^;{]*?\bpublic (?:async )?\w+ (\w+)\(", RegexOptions.Singleline)]
    private static partial Regex TestName();
}
