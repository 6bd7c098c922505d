using System.Globalization;
using System.Text.RegularExpressions;

namespace Sayso.Targets;

/// <summary>Runs the test projects one after the other and adds up what they say.</summary>
internal static partial class TestRun
{
    /// <summary>Projects whose tests start processes or load the model.</summary>
    private static readonly string[] Acceptance = ["Sayso.Cli.Tests"];

    public static int Run(bool fast)
    {
        int passed = 0, failed = 0, skipped = 0;
        var broken = false;
        foreach (var folder in Directory.GetDirectories("tests", "*.Tests").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            if (fast && Acceptance.Contains(name))
            {
                continue;
            }

            Console.WriteLine($"— {name}");
            var assembly = Path.Combine(folder, "bin", "Release", "net10.0", name + ".dll");
            string[] filter = fast ? ["--filter-not-trait", "needs=model", "--filter-not-trait", "needs=corpus", "--ignore-exit-code", "8"] : [];
            var (code, output) = Shell.Capture("dotnet", ["exec", assembly, "--progress", "off", "--no-ansi", .. filter]);
            var found = Summary().Matches(output).ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));
            passed += found.GetValueOrDefault("succeeded");
            failed += found.GetValueOrDefault("failed");
            skipped += found.GetValueOrDefault("skipped");
            // A process that dies says nothing of failed tests: its exit code does.
            broken |= code != 0;
        }

        failed += broken && failed == 0 ? 1 : 0;
        Console.WriteLine(skipped > 0 ? $"{passed} passed, {failed} failed, {skipped} skipped" : $"{passed} passed, {failed} failed");
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    [GeneratedRegex(@"^\s*(succeeded|failed|skipped): (\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
