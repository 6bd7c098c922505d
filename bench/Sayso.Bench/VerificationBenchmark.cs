using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage;

namespace Sayso.Bench;

/// <summary>
/// How long <c>verify</c> takes beside reading the ledger's file once, and beside hashing that file once: by the clock, and of
/// the processor, which is what counts on a busy machine. Statements are
/// entered at the ledger's level, without the encoder, in texts of the length that so many statements have in news.
/// </summary>
internal static class VerificationBenchmark
{
    private const int OfOneDocument = 50;

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
            var documents = Fill(path, statements);
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

    private static int Fill(string path, int statements)
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = path, CreateIfMissing = true });
        var provenance = new Provenance("bench", "bench");
        var (made, documents) = (0, 0);
        while (made < statements)
        {
            var count = Math.Min(OfOneDocument, statements - made);
            var (document, of) = Make(documents, count);
            ledger.Add(document, of, provenance);
            made += count;
            documents++;
        }

        return documents;
    }

    /// <summary>A document of lines that differ, each with a statement.</summary>
    private static (Document Document, IReadOnlyList<Statement> Statements) Make(int number, int lines)
    {
        var text = new StringBuilder();
        List<(SpanList Source, SpanList Cue, SpanList Content)> spans = [];
        for (var i = 0; i < lines; i++)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"Clerk {number} of pier {i} said on Friday that the ferry to Skarne had left {(number + i) % 60} minutes late, with 187 people aboard.");
            int At(string words) => text.Length + line.IndexOf(words, StringComparison.Ordinal);
            spans.Add((
                SpanList.Of(new TextSpan(text.Length, At(" said"))),
                SpanList.Of(new TextSpan(At("said"), At(" on Friday"))),
                SpanList.Of(new TextSpan(At("that the"), text.Length + line.Length - 1))));
            text.Append(line).Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var id = DocumentId.Of(hash, StatedMetadata.None);
        var document = new Document { Id = id, Raw = bytes, RawHash = hash, MediaType = "text/plain", Text = text.ToString(), Outlet = "The Averholm Courier" };
        return (document, [.. spans.Select(s => new Statement(StatementId.Of(id, new Attribution(s.Source, s.Cue, s.Content)), id, s.Source, s.Cue, s.Content))]);
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
