using System.Runtime.CompilerServices;

namespace Sayso.Architecture.Tests;

/// <summary>Conventions that the source files keep.</summary>
public sealed class SourceTests
{
    private const int MostLines = 450;

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", "..", ".."));

    private static IEnumerable<string> Sources() =>
        new[] { "src", "tests", "bench", "targets", "training" }.Select(f => Path.Combine(Root(), f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".py", StringComparison.Ordinal))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "out"));

    [Fact]
    public void Files_AreShortEnoughToRead()
    {
        Assert.Empty(Sources().Where(f => File.ReadLines(f).Count() > MostLines).Select(f => Path.GetRelativePath(Root(), f)));
    }

    [Fact]
    public void PublicTypes_OfTheDomainAreSealedOrStatic()
    {
        var open = System.Reflection.Assembly.Load("Sayso.Core").GetExportedTypes()
            .Where(t => t is { IsClass: true, IsSealed: false } && !(t.IsAbstract && t.IsSealed));
        Assert.Empty(open);
    }
}
