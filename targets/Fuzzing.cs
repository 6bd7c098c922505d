using System.Diagnostics;
using System.Globalization;

namespace Sayso.Targets;

/// <summary>
/// Fuzzes every reader and grammar for a time, as many at once as there are processors. The assemblies are instrumented by
/// SharpFuzz in a copy, so that inputs are chosen by the branches that they take.
/// </summary>
internal static class Fuzzing
{
    private const string Folder = "artifacts/fuzz";
    private const string Program = $"{Folder}/bin";
    private const double Usual = 60;

    /// <summary>What is instrumented: our code, and the readers of foreign forms that it hands bytes to.</summary>
    private static readonly string[] _instrumented = ["Sayso.Core", "Sayso.Ingestion", "AngleSharp", "MimeKit", "Markdig", "UglyToad.PdfPig", "UglyToad.PdfPig.Core", "UglyToad.PdfPig.Tokenization", "UglyToad.PdfPig.Tokens"];

    public static int Run(IReadOnlyList<string> arguments)
    {
        var seconds = Usual;
        if (arguments.Count > 0 && !double.TryParse(arguments[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds))
        {
            Console.Error.WriteLine("usage: ./build fuzz [SECONDS-EACH [TARGET…]]");
            return 2;
        }

        var code = Prepare();
        if (code != 0)
        {
            return code;
        }

        var data = Environment.GetEnvironmentVariable("SAYSO_DATA") ?? "../shared/data";
        var names = arguments.Count > 1 ? [.. arguments.Skip(1)] : Names();
        var failed = 0;
        Parallel.ForEach(names, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, name =>
        {
            var clock = Stopwatch.StartNew();
            // What ends a process, such as a hang, ends one round only.
            for (var left = seconds; left > 1; left = seconds - clock.Elapsed.TotalSeconds)
            {
                if (Execute("run", name, left.ToString("0", CultureInfo.InvariantCulture), Folder, data) != 0)
                {
                    Interlocked.Increment(ref failed);
                }
            }
        });
        Console.WriteLine($"{Folder}/log.tsv: target, seconds, those of the processor, executions, branches, inputs at first and in the end, findings. All runs so far:");
        Sum();
        return failed > 0 ? 1 : 0;
    }

    /// <summary>The sums over all runs that the log has, a target a line, then all of them.</summary>
    private static void Sum()
    {
        List<(string Target, double Seconds, double Processor, long Executions, long Findings)> runs =
        [
            .. File.ReadLines($"{Folder}/log.tsv").Select(line => line.Split('\t')).Where(f => f.Length == 8)
                .Select(f => (f[0], double.Parse(f[1], CultureInfo.InvariantCulture), double.Parse(f[2], CultureInfo.InvariantCulture), long.Parse(f[3], CultureInfo.InvariantCulture), long.Parse(f[7], CultureInfo.InvariantCulture))),
        ];
        foreach (var group in runs.GroupBy(r => r.Target).Append(runs.GroupBy(_ => "all").FirstOrDefault()).OfType<IGrouping<string, (string Target, double Seconds, double Processor, long Executions, long Findings)>>())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key}\t{group.Sum(r => r.Seconds):0}\t{group.Sum(r => r.Processor):0}\t{group.Sum(r => r.Executions):N0}\t{group.Sum(r => r.Findings)}"));
        }
    }

    private static int Prepare()
    {
        var code = Shell.Run("dotnet", "build", "tests/Sayso.Fuzz", "-c", "Release", "-o", Program, "-nologo", "-v", "quiet", "--tl:off", "-clp:NoSummary");
        code = code != 0 ? code : Shell.Run("dotnet", "tool", "restore", "-v", "quiet");
        foreach (var name in _instrumented.Where(name => code == 0 && File.Exists($"{Program}/{name}.dll")))
        {
            code = Shell.Run("dotnet", "tool", "run", "sharpfuzz", $"{Program}/{name}.dll");
        }

        return code;
    }

    private static string[] Names()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", $"{Program}/Sayso.Fuzz.dll", "list"]) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static int Execute(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", $"{Program}/Sayso.Fuzz.dll", .. arguments]);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
        start.Environment["DOTNET_gcServer"] = "0";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
