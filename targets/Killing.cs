namespace Sayso.Targets;

/// <summary>
/// Kills <c>sayso add</c> at random moments, runs it again, and looks whether all is there once: the test of the suite with
/// other numbers.
/// </summary>
internal static class Killing
{
    private const string Usual = "200", UsualFiles = "10000";
    private const string Tests = "Sayso.Cli.Tests";

    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count > 2 || arguments.Any(a => !int.TryParse(a, out var number) || number < 1))
        {
            Console.Error.WriteLine("usage: ./build kill [KILLS [FILES]]");
            return 2;
        }

        return Shell.Run("env", [
            $"SAYSO_KILLS={arguments.ElementAtOrDefault(0) ?? Usual}", $"SAYSO_FILES={arguments.ElementAtOrDefault(1) ?? UsualFiles}",
            "dotnet", "exec", $"tests/{Tests}/bin/Release/net10.0/{Tests}.dll",
            "--filter-method", "*.KillsAtRandomMoments_LoseNothing_AndDoubleNothing", "--show-live-output", "on", "--progress", "off", "--no-ansi",
        ]);
    }
}
