using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Sayso.Core.Ledger;
using Sayso.Storage;

namespace Sayso.Bench;

/// <summary>
/// How long <c>verify</c> takes beside reading the ledger's file once, and beside hashing that file once: by the clock, and of
/// the processor, which is what counts on a busy machine.
/// </summary>
internal static class VerificationBenchmark
{
    /// <summary>Fills a ledger in a folder of its own, measures, prints, and takes it away.</summary>
    /// <param name="statements">How many statements.</param>
    /// <param name="output">Where to print.</param>
    public static void Run(int statements, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("sayso-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "sayso.db");
            var clock = Stopwatch.StartNew();
            var documents = LargeLedger.Fill(path, statements);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{statements:N0} statements of {documents:N0} documents entered in {clock.Elapsed.TotalSeconds:F1} s"));

            // The first reading brings the file into memory, where the machine has room for it: all three begin alike.
            Read(path);
            var reading = Time(() => Read(path));
            var hashing = Time(() => Hash(path));
            VerifyReport? report = null;
            var verifying = Time(() => report = Verify(path));
            var megabytes = new FileInfo(path).Length / 1e6;
            Print(output, $"reading the file ({megabytes:N0} MB)", reading, megabytes);
            Print(output, "its SHA-256", hashing, megabytes);
            Print(output, $"verify: {report!.Entries:N0} entries, {(report.Faults.Count == 0 ? "sound" : report.Faults[0])}", verifying, megabytes);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verifying.Processor / reading.Processor,8:0.##}  times reading the file; {verifying.Processor / hashing.Processor:0.##} times hashing it (of the processor)"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static VerifyReport Verify(string path)
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = path });
        return ledger.Verify(CancellationToken.None);
    }

    private static void Read(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[1 << 20];
        for (long at = 0; RandomAccess.Read(file, buffer, at) is > 0 and var count; at += count)
        {
        }
    }

    private static void Hash(string path)
    {
        using var file = File.OpenRead(path);
        SHA256.HashData(file);
    }

    private static (TimeSpan Clock, TimeSpan Processor) Time(Action action)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        action();
        return (clock.Elapsed, Environment.CpuUsage.TotalTime - before);
    }

    private static void Print(TextWriter output, string what, (TimeSpan Clock, TimeSpan Processor) time, double megabytes) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{time.Clock.TotalSeconds,8:0.00} s, {time.Processor.TotalSeconds:0.00} s of the processor, {megabytes / time.Processor.TotalSeconds:N0} MB/s  {what}"));
}
