namespace Sayso.Targets;

/// <summary>Runs the test projects one after the other and adds up what their reports say.</summary>
internal static class TestRun
{
    private const string Folder = "artifacts/tests";

    // Microsoft.Testing.Platform's word for "no test was run".
    private const int NoTests = 8;

    /// <summary>Slow tests say what they need by a trait, or live among the acceptance tests.</summary>
    private static readonly string[] Fast =
        ["--filter-not-trait", "needs=*", "--filter-not-namespace", "*.Acceptance*"];

    /// <summary>
    /// Runs all tests, or the fast ones: those that need no model, corpus or process. The last line printed is
    /// <c>N passed, N failed</c>, with <c>, N skipped</c> where some were.
    /// </summary>
    /// <param name="arguments">Parts of project names (<c>Core Storage</c>); none means every project.</param>
    public static int Run(bool fast, IReadOnlyList<string> arguments)
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Directory.CreateDirectory(Folder);
        var total = new TestCounts(0, 0, 0);
        foreach (var name in Projects(arguments))
        {
            Console.WriteLine($"— {name}");
            total += Run(name, fast);
        }

        Console.WriteLine(total.Skipped > 0
            ? $"{total.Passed} passed, {total.Failed} failed, {total.Skipped} skipped"
            : $"{total.Passed} passed, {total.Failed} failed");
        return total is { Failed: 0, Passed: > 0 } ? 0 : 1;
    }

    private static IEnumerable<string> Projects(IReadOnlyList<string> parts) =>
        Directory.GetDirectories("tests", "*.Tests").Select(folder => Path.GetFileName(folder)!)
            .Where(name => parts.Count == 0 || parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal);

    private static TestCounts Run(string name, bool fast)
    {
        var report = Path.Combine(Folder, name + ".json");
        var code = Shell.Run("dotnet", [
            "exec", Path.Combine("tests", name, "bin", "Release", "net10.0", name + ".dll"),
            "--progress", "off", "--no-ansi", "--timeout", "30m",
            "--results-directory", Path.GetFullPath(Folder), "--report-xunit-ctrf", "--report-xunit-ctrf-filename", name + ".json",
            .. fast ? Fast : [],
        ]);
        if (code == NoTests)
        {
            return new TestCounts(0, 0, 0);
        }

        var counts = TestCounts.Read(report);
        if (code == 0 && counts is not null)
        {
            return counts;
        }

        // A process that died, hung or was cut short counts as a failure, whatever it had written until then.
        counts ??= new TestCounts(0, 0, 0);
        if (counts.Failed == 0)
        {
            Console.WriteLine($"{name} ended with exit code {code}");
            counts += new TestCounts(0, 1, 0);
        }

        return counts;
    }
}
