using System.Diagnostics;

namespace Sayso.Targets;

/// <summary>Runs programs in the repository's root.</summary>
internal static class Shell
{
    /// <summary>Runs a program with this one's streams; its exit code.</summary>
    public static int Run(string program, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
