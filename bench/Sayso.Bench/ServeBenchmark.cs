using System.Diagnostics;
using System.Globalization;
using System.Net;
using Sayso.Core.Ledger;
using Sayso.Storage;

namespace Sayso.Bench;

/// <summary>
/// How fast a served ledger answers: each page and each resource of the interface for programs, asked by one client after the other
/// and by 64 at once, as ratios to a page and a resource of the same server that have nothing of the ledger in them.
/// </summary>
internal sealed class ServeBenchmark : IDisposable
{
    private const int Clients = 64;
    private const int MostAlone = 60;
    private const int Sampled = 200;

    /// <summary>The rest of the page without the ledger.</summary>
    private const string EmptyPage = "/settings";

    /// <summary>A list with nothing on it: a ledger that was just made has no watchlists.</summary>
    private const string EmptyResource = "/api/v1/watchlists";

    private static readonly TimeSpan _longestAlone = TimeSpan.FromSeconds(4), _tooSlowForCrowds = TimeSpan.FromSeconds(2), _crowded = TimeSpan.FromSeconds(3), _patience = TimeSpan.FromMinutes(20);

    private readonly HttpClient _client;
    private readonly ServerProcess _server;
    private readonly TextWriter _output;
    private (Alone Alone, double Rate) _empty;

    private ServeBenchmark(ServerProcess server, TextWriter output)
    {
        (_server, _output) = (server, output);
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients, AllowAutoRedirect = false }) { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Makes a ledger where there is none, serves it, measures, prints.</summary>
    /// <param name="place">Where things are.</param>
    /// <param name="counts">How many statements the ledger has where it is made, and of how many claims are reckoned; <c>null</c> for as many as usual.</param>
    /// <param name="kept">A ledger to be measured, made where it is not there; <c>null</c> for one that is taken away in the end.</param>
    /// <param name="output">Where to print.</param>
    public static async Task RunAsync(Place place, (int Statements, int? Claims) counts, string? kept, TextWriter output)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("sayso-bench-").FullName : null;
        try
        {
            var path = kept ?? Path.Combine(folder!, "sayso.db");
            if (!File.Exists(path))
            {
                var clock = Stopwatch.StartNew();
                LargeLedger.Fill(path, counts.Statements);
                output.WriteLine(Invariant($"entered in {clock.Elapsed.TotalSeconds:N0} s"));
            }

            var sample = Sample.Of(path);
            output.WriteLine(Invariant($"{sample.Counts.Statements:N0} statements of {sample.Counts.Documents:N0} documents; {Environment.ProcessorCount} cores"));
            using var bench = new ServeBenchmark(await ServerProcess.StartAsync(place, path, counts.Claims), output);
            await bench.MeasureAsync(sample);
        }
        finally
        {
            if (folder is not null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private async Task MeasureAsync(Sample sample)
    {
        var claim = await FirstClaimAsync();
        _output.WriteLine($"{"",-52}{"one client",-28}{Clients} clients");
        _output.WriteLine($"{"",-36}{"p50 ms",10}{"ratio",8}{"p95 ms",10}{"ratio",8}{"req/s",10}{"ratio",8}{"p95 ms",10}");
        string[] pages = ["/", "/documents", "/documents/{document}", "/statements/{statement}", "/search?q=ferry", "/search?q={surname}", "/actors", "/actors?name={name}", "/claims", "/figures", "/positions", "/timeline", "/conflicts", "/changes", "/watchlists", "/history", "/health", "/add"];
        string[] resources = ["documents", "documents/{document}", "documents?text={surname}", "statements", "statements/{statement}", "statements?about={surname}", "statements?who={name}", "search?q=ferry", "search?q={surname}", "changes", "claims", "stories", "figures", "positions", "timeline", "conflicts", "entities"];
        await ShowAsync(EmptyPage, sample, isEmpty: true);
        foreach (var page in claim is null ? pages : [.. pages, $"/claims/{claim}"])
        {
            await ShowAsync(page, sample);
        }

        await ShowAsync(EmptyResource, sample, isEmpty: true);
        foreach (var resource in claim is null ? resources : [.. resources, $"claims/{claim}"])
        {
            await ShowAsync($"/api/v1/{resource}", sample);
        }

        _output.WriteLine(Invariant($"memory of the server at most: {_server.PeakBytes / 1e6:N0} MB"));
    }

    /// <summary>Waits for the claims, as far as there is patience for.</summary>
    private async Task<string?> FirstClaimAsync()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < _patience)
        {
            using var answer = await _client.GetAsync("/api/v1/claims?limit=1");
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is HttpStatusCode.OK)
            {
                _output.WriteLine(Invariant($"claims after {clock.Elapsed.TotalSeconds:N0} s, {_server.PeakBytes / 1e6:N0} MB"));
                using var list = System.Text.Json.JsonDocument.Parse(body);
                return list.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
            }

            if (!body.Contains("SAY6001", StringComparison.Ordinal))
            {
                _output.WriteLine($"no claims: {body.TrimEnd()}");
                return null;
            }
        }

        _output.WriteLine(Invariant($"no claims after {clock.Elapsed.TotalSeconds:N0} s, {_server.PeakBytes / 1e6:N0} MB: what needs them says that they are being reckoned"));
        return null;
    }

    private async Task ShowAsync(string pattern, Sample sample, bool isEmpty = false)
    {
        var status = await AskAsync(sample.Fill(pattern, 0));
        var alone = await AloneAsync(pattern, sample);
        if (alone.Median > _tooSlowForCrowds.TotalMilliseconds)
        {
            _output.WriteLine(Invariant($"{pattern[..Math.Min(36, pattern.Length)],-36}{alone.Median,10:0.0}{alone.Median / _empty.Alone.Median,8:0.0}{alone.Slow,10:0.0}{alone.Slow / _empty.Alone.Slow,8:0.0}  {Clients} clients were not tried"));
            return;
        }

        var (rate, crowdedP95) = await CrowdedAsync(pattern, sample);
        _empty = isEmpty ? (alone, rate) : _empty;
        _output.WriteLine(Invariant($"{pattern[..Math.Min(36, pattern.Length)],-36}{alone.Median,10:0.0}{alone.Median / _empty.Alone.Median,8:0.0}{alone.Slow,10:0.0}{alone.Slow / _empty.Alone.Slow,8:0.0}{rate,10:N0}{rate / _empty.Rate,8:0.00}{crowdedP95,10:N0}{(status is HttpStatusCode.OK ? "" : $"  answers {(int)status}")}"));
    }

    private async Task<HttpStatusCode> AskAsync(string address)
    {
        using var answer = await _client.GetAsync(address);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null);
        return answer.StatusCode;
    }

    private async Task<Alone> AloneAsync(string pattern, Sample sample)
    {
        List<double> times = [];
        var whole = Stopwatch.StartNew();
        while (times.Count < MostAlone && (whole.Elapsed < _longestAlone || times.Count == 0))
        {
            var clock = Stopwatch.StartNew();
            await AskAsync(sample.Fill(pattern, times.Count + 1));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return new Alone(Quantile(times, 0.5), Quantile(times, 0.95));
    }

    private async Task<(double Rate, double P95)> CrowdedAsync(string pattern, Sample sample)
    {
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        var (next, whole) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (whole.Elapsed < _crowded)
            {
                var clock = Stopwatch.StartNew();
                await AskAsync(sample.Fill(pattern, Interlocked.Increment(ref next)));
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }));
        return (times.Count / whole.Elapsed.TotalSeconds, Quantile([.. times], 0.95));
    }

    private static double Quantile(List<double> times, double part)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * part))];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Alone(double Median, double Slow);

    /// <summary>What of a ledger is asked for, spread over all of it.</summary>
    private sealed record Sample(LedgerCounts Counts, IReadOnlyList<string> Documents, IReadOnlyList<LedgerStatement> Statements)
    {
        public static Sample Of(string path)
        {
            using var ledger = SqliteLedger.Open(new LedgerOptions { Path = path });
            var ids = ledger.DocumentIds();
            List<string> documents = [.. Enumerable.Range(0, Sampled).Select(i => ids[(int)((long)i * ids.Count / Sampled)])];
            return new Sample(ledger.Count(), documents, [.. documents.Select((id, i) => ledger.Statements(new StatementQuery { DocumentId = id }).First(s => s.Statement.Chain.Count > 0 && s.SourceText!.Contains(' ', StringComparison.Ordinal)))]);
        }

        /// <summary>An address with the i-th of the sample.</summary>
        public string Fill(string pattern, int i)
        {
            var statement = Statements[i % Statements.Count];
            var name = statement.Statement.SourceHop!.Name;
            return pattern.Replace("{document}", Documents[i % Documents.Count], StringComparison.Ordinal)
                .Replace("{statement}", statement.Statement.Id, StringComparison.Ordinal)
                .Replace("{name}", Uri.EscapeDataString(name), StringComparison.Ordinal)
                .Replace("{surname}", Uri.EscapeDataString(name[(name.LastIndexOf(' ') + 1)..]), StringComparison.Ordinal);
        }
    }
}
