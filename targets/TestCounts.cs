using System.Text.Json;

namespace Sayso.Targets;

/// <summary>How many tests of a run passed, failed and were skipped.</summary>
internal sealed record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts operator +(TestCounts a, TestCounts b) =>
        new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped);

    /// <summary>The summary of a report in the Common Test Report Format; null where there is none, or half a one.</summary>
    public static TestCounts? Read(string path)
    {
        try
        {
            using var report = JsonDocument.Parse(File.ReadAllBytes(path));
            var summary = report.RootElement.GetProperty("results").GetProperty("summary");
            return new TestCounts(
                summary.GetProperty("passed").GetInt32(),
                summary.GetProperty("failed").GetInt32() + summary.GetProperty("other").GetInt32(),
                summary.GetProperty("skipped").GetInt32() + summary.GetProperty("pending").GetInt32());
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            return null;
        }
    }
}
