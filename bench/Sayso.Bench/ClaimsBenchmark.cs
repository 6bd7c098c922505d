using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Storage;

namespace Sayso.Bench;

/// <summary>
/// What bringing a stream's statements together costs per article, as there are more of them: processor time, that of the template
/// vectors and of keeping included, from nothing and for ten more articles, and view by view.
/// </summary>
internal static class ClaimsBenchmark
{
    private const int More = 10;
    private const int Rounds = 3;

    /// <summary>Articles of a ledger at most whose claims are made anew too, to be compared.</summary>
    private const int MostCompared = 3000;

    private static readonly int[] _steps = [1000, 3000, 10_000, 30_000, 100_000];

    /// <summary>Measures at each step up to a number of articles, prints.</summary>
    public static void Run(int documents, TextWriter output)
    {
        Measure(_steps[0], TextWriter.Null);
        foreach (var step in _steps.Where(s => s < documents).Append(documents))
        {
            Measure(step, output);
        }
    }

    private static void Measure(int count, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("sayso-bench-").FullName;
        try
        {
            using var ledger = SqliteLedger.Open(new LedgerOptions { Path = Path.Combine(folder, "sayso.db"), CreateIfMissing = true });
            using var stream = new StoryStream().Take(count + (More * Rounds)).GetEnumerator();
            Enter(ledger, stream, count);
            output.WriteLine(Invariant($"{count:N0} articles, {ledger.Count().Statements:N0} statements"));
            var clock = new Clock(output);
            var analysis = new ClaimAnalysis((texts, _) => TemplateVectors.Of(texts)) { Grows = true };
            var claimed = analysis.Read(ledger, new ClaimQuery(), CancellationToken.None);
            clock.Lap("claims and origins", count);
            output.WriteLine(Invariant($"  {claimed.Claims.Count:N0} claims; the largest has {claimed.Claims[0].Claim.Statements.Count} statements of {claimed.Claims[0].Claim.Documents.Count} articles"));
            for (var round = 0; round < Rounds; round++)
            {
                Enter(ledger, stream, More);
                clock.Restart();
                claimed = analysis.Read(ledger, new ClaimQuery(), CancellationToken.None);
                clock.Lap(Invariant($"of {More} more"), 1);
            }

            if (count <= MostCompared)
            {
                var anew = new ClaimAnalysis((texts, _) => TemplateVectors.Of(texts)).Read(ledger, new ClaimQuery { AsOf = LocalDate.MaxIsoValue.PlusDays(-1) }, CancellationToken.None);
                output.WriteLine($"  {(Words(anew).SequenceEqual(Words(claimed)) ? "the same" : "OTHERS")} when made anew");
                clock.Restart();
            }

            var views = new LedgerViews(claimed);
            View(views, clock, output);
            output.WriteLine(Invariant($"  {GC.GetTotalMemory(forceFullCollection: true) / 1e6:N0} MB are held, with all views"));
            GC.KeepAlive(analysis);
            GC.KeepAlive(views);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Words(ClaimedLedger claimed) => claimed.Claims
        .Select(c => $"{c.Claim.Id} {c.Origins.For} {c.Origins.Against} {string.Join(' ', c.Claim.Statements.Select(s => s.Traits.Id + s.Side))} {c.Origins.Possible.Count} {c.Origins.Circular.Count} {c.Origins.DeadEnds.Count}");

    private static void View(LedgerViews views, Clock clock, TextWriter output)
    {
        var count = views.Ledger.Documents.Count;
        clock.Lap("stories", count, views.Stories.Count);
        clock.Lap("figures", count, views.Figures.Count);
        clock.Lap("positions", count, views.Positions.Count);
        clock.Lap("timeline", count, views.Timeline.Count);
        clock.Lap("conflicts", count, views.Conflicts.Count);
        clock.Lap("entities", count, views.Entities.Count);
        output.WriteLine(Invariant($"  the largest story has {views.Stories[0].Documents.Count} articles"));
    }

    private static void Enter(SqliteLedger ledger, IEnumerator<(Document Document, IReadOnlyList<Statement> Statements)> stream, int count)
    {
        var provenance = new Provenance("bench", "bench");
        for (var i = 0; i < count && stream.MoveNext(); i++)
        {
            ledger.Add(stream.Current.Document, stream.Current.Statements, provenance);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Clock(TextWriter output)
    {
        private TimeSpan _last = Now();

        public void Restart() => _last = Now();

        public void Lap(string stage, int count, int? found = null)
        {
            var now = Now();
            using var process = Process.GetCurrentProcess();
            output.WriteLine(Invariant($"  {stage,-24}{(now - _last).TotalMilliseconds / count,10:0.000} ms{(count == 1 ? "" : " an article"),-12}{process.PeakWorkingSet64 / 1e6,10:N0} MB at most{(found is { } some ? Invariant($"{some,12:N0}") : "")}"));
            Restart();
        }

        private static TimeSpan Now()
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }
}
