using System.Diagnostics;
using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>Pipes that close, Ctrl-C, and the power button.</summary>
[Trait("needs", "model")]
public sealed class InterruptionTests : IDisposable
{
    private const int Documents = 400;
    private readonly Workplace _place = new();

    public InterruptionTests()
    {
        Program.NeedsModel();
        foreach (var i in Enumerable.Range(0, Documents))
        {
            _place.Write($"in/{i:000}.txt", $"Report {i}\n\n" + string.Concat(Enumerable.Repeat(Articles.Plain, 4)));
        }
    }

    [Fact]
    public void ReaderThatHasSeenEnough_IsNoError()
    {
        var result = Program.Shell(_place.Path, "set -o pipefail; \"$SAYSO\" read in --format jsonl | head -1 | wc -l");
        Assert.Equal((0, "1", ""), (result.Code, result.Output.Trim(), result.Error));
    }

    /// <summary>Whoever adds did not get through; what one command changes is done before it says so.</summary>
    [Fact]
    public void ClosedPipe_IsAFailure_OfWhatGoesOnOnly()
    {
        const string Closed = " 2>&1 | true; echo ${PIPESTATUS[0]}";
        Assert.Equal("1", Program.Shell(_place.Path, "\"$SAYSO\" add in" + Closed).Output.Trim());
        Assert.Equal(0, Program.Run(_place.Path, "add", "in/000.txt").Code);
        var id = Program.Run(_place.Path, "documents").Output.Split('\t')[0];
        Assert.Equal("0", Program.Shell(_place.Path, $"\"$SAYSO\" retract {id} --format jsonl" + Closed).Output.Trim());
        Assert.DoesNotContain(id, Program.Run(_place.Path, "documents").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FullOutput_IsAnError()
    {
        var result = Program.Shell(_place.Path, "\"$SAYSO\" read in/000.txt --format jsonl >/dev/full");
        Assert.Equal((1, "SAY4003"), (result.Code, result.Codes.Single()));
    }

    [Fact]
    public void OutputAndErrors_GoIntoOneFile_InOrder()
    {
        var result = Program.Shell(_place.Path, "\"$SAYSO\" read in/000.txt missing.txt in/001.txt >log 2>&1; cat log");
        var at = Array.FindIndex(result.Lines, line => line.StartsWith("SAY1001", StringComparison.Ordinal));
        Assert.True(at > 0 && at < result.Lines.Length - 1, result.Output);
        Assert.All(result.Lines[..at], line => Assert.Contains("in/000.txt", line, StringComparison.Ordinal));
        Assert.All(result.Lines[(at + 1)..], line => Assert.Contains("in/001.txt", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Signal_EndsCleanly_AndTheNextRunGoesOn(string signal)
    {
        var (reported, code, error) = AddUntil(lines: 10, signal);
        Assert.Equal(1, code);
        Assert.Contains("SAY4004", error, StringComparison.Ordinal);
        GoesOn(reported);
    }

    [Fact]
    public void Kill_LosesNothingThatWasReported()
    {
        foreach (var lines in new[] { 1, 7, 23 })
        {
            var (reported, _, _) = AddUntil(lines, "KILL");
            Assert.Contains("is sound", Program.Run(_place.Path, "verify").Output, StringComparison.Ordinal);
            var there = Program.Run(_place.Path, "documents").Output;
            Assert.All(reported, id => Assert.Contains(id, there, StringComparison.Ordinal));
        }

        GoesOn([]);
    }

    /// <summary>
    /// SAYSO_KILLS and SAYSO_FILES set how many of each: 10 and 300 without them. The figures of more are in
    /// docs/robustness.md.
    /// </summary>
    [Fact]
    public void KillsAtRandomMoments_LoseNothing_AndDoubleNothing()
    {
        static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : usual;

        var (kills, files) = (Setting("SAYSO_KILLS", 10), Setting("SAYSO_FILES", 300));
        foreach (var i in Enumerable.Range(0, files))
        {
            _place.Write($"small/{i:00000}.txt", $"Bulletin {i}\n\nThe ferry of pier {i} left on time, harbour master Lotte Quist said.\n");
        }

        var random = new Random(11);
        HashSet<string> reported = [];
        for (var kill = 0; kill < kills; kill++)
        {
            using var process = Program.Start(new RunOptions(_place.Path), "add", "small", "--format", "jsonl");
            using var timer = new Timer(_ => process.Kill(), null, random.Next(50, 4000), Timeout.Infinite);
            _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (process.StandardOutput.ReadLine() is { } line)
            {
                // The last line may be cut.
                if (line.EndsWith('}'))
                {
                    reported.Add(JsonSerializer.Deserialize<JsonElement>(line).GetProperty("id").GetString()!);
                }
            }

            process.WaitForExit();
        }

        Assert.Equal(0, Program.Run(_place.Path, "add", "small").Code);
        Assert.Contains("is sound", Program.Run(_place.Path, "verify").Output, StringComparison.Ordinal);
        var there = Program.Run(_place.Path, "documents", "--format", "jsonl").Json.Select(d => d.GetProperty("id").GetString()!).ToList();
        Assert.Equal(files, there.Count);
        Assert.Equal(files, there.Distinct().Count());
        Assert.Empty(reported.Except(there));
        Assert.NotEmpty(reported);
    }

    public void Dispose() => _place.Dispose();

    private void GoesOn(IReadOnlyList<string> reported)
    {
        Assert.Contains("is sound", Program.Run(_place.Path, "verify").Output, StringComparison.Ordinal);
        var rest = Program.Run(_place.Path, "add", "in", "--format", "jsonl");
        Assert.Equal(0, rest.Code);
        Assert.Equal(Documents, rest.Json.Length);
        var known = rest.Json.Where(line => line.GetProperty("outcome").GetString() == "already-there").Select(line => line.GetProperty("id").GetString()!).ToHashSet();
        Assert.All(reported, id => Assert.Contains(id, known));
        Assert.Equal(Documents, Program.Run(_place.Path, "documents").Lines.Length);
    }

    /// <summary>Adds until so many documents are reported, then signals; what was reported until its end.</summary>
    private (List<string> Reported, int Code, string Error) AddUntil(int lines, string signal)
    {
        using var process = Program.Start(new RunOptions(_place.Path), "add", "in", "--format", "jsonl");
        var error = process.StandardError.ReadToEndAsync();
        List<string> reported = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            reported.Add(JsonSerializer.Deserialize<JsonElement>(line).GetProperty("id").GetString()!);
            if (reported.Count == lines)
            {
                using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()]);
                kill.WaitForExit();
            }
        }

        process.WaitForExit();
        Assert.InRange(reported.Count, lines, Documents - 1);
        return (reported, process.ExitCode, error.Result);
    }
}
