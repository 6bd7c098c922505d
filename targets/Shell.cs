using System.Diagnostics;
using System.Text;

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

    /// <summary>Runs a program, prints its output when it ends, and returns that too.</summary>
    public static (int Code, string Output) Capture(string program, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var text = new StringBuilder();
        void Take(object _, DataReceivedEventArgs e)
        {
            if (e.Data is { } line)
            {
                lock (text)
                {
                    text.AppendLine(line);
                }
            }
        }

        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        Console.Write(text);
        return (process.ExitCode, text.ToString());
    }
}
