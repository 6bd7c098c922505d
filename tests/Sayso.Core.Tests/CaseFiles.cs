using System.Reflection;

namespace Sayso.Core.Tests;

/// <summary>
/// Cases of a grammar, which stand in files of the names of its rules' files: <c>Times/Cases/Weekdays.tsv</c> for
/// <c>src/Sayso.Core/Times/Weekdays.cs</c>.
/// </summary>
internal static class CaseFiles
{
    /// <summary>The cases of a grammar, one a line.</summary>
    public static IEnumerable<string> Lines(string grammar) =>
        Files(grammar).SelectMany(File.ReadLines).Where(line => line.Length > 0 && !line.StartsWith('#'));

    /// <summary>The names of a grammar's files of cases.</summary>
    public static IEnumerable<string> Names(string grammar) => Files(grammar).Select(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>The names of a grammar's rules: what has a method that looks at its scene.</summary>
    public static IEnumerable<string> RulesOf(string grammar, Type scene) => scene.Assembly.GetTypes()
        .Where(t => t.Namespace == $"Sayso.Core.{grammar}" && t is { IsAbstract: true, IsSealed: true } && t.GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Any(m => m.GetParameters() is [var first, ..] && first.ParameterType == scene))
        .Select(t => t.Name);

    private static IEnumerable<string> Files(string grammar) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, grammar, "Cases"), "*.tsv").Order(StringComparer.Ordinal);
}
