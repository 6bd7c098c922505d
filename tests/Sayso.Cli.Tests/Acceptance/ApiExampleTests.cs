using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The examples of docs/api.md, run as they stand.</summary>
[Trait("needs", "model")]
public sealed partial class ApiExampleTests(ServedProgram served) : IClassFixture<ServedProgram>
{
    private static readonly string _page = File.ReadAllText(Path.Combine(Program.Root, "docs", "api.md"));

    [Fact]
    public async Task Examples_AnswerAsThePageSays()
    {
        Program.NeedsModel();
        var examples = Example().Matches(_page);
        Assert.True(examples.Count >= 7);
        foreach (Match example in examples)
        {
            using var request = new HttpRequestMessage(new HttpMethod(example.Groups["method"].Value), new Uri(example.Groups["path"].Value, UriKind.Relative));
            foreach (var header in example.Groups["headers"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(h => h.Split(": ", 2)))
            {
                request.Headers.TryAddWithoutValidation(header[0], header[1]);
            }

            if (example.Groups["body"] is { Success: true } body)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Value));
            }

            using var answer = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(example.Groups["status"].Value == $"{(int)answer.StatusCode}", $"{example.Groups["path"]} answers {answer.StatusCode}: {text}");
            var wanted = JsonSerializer.Deserialize<JsonElement>(example.Groups["answer"].Value);
            var said = JsonSerializer.Deserialize<JsonElement>(text.Split('\n')[0]);
            Assert.True(Fits(said, wanted), $"{example.Groups["path"]} answers {text}");
        }
    }

    [Fact]
    public async Task TenLines_CountOrigins_AndShowSentencesThatResolve()
    {
        Program.NeedsModel();
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "there is no python3 here to run the page's script with");
        var script = Script().Match(_page).Groups[1].Value;
        Assert.InRange(script.Trim().Split('\n').Length, 5, 10);
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", script]) { RedirectStandardOutput = true };
        start.Environment["SAYSO"] = served.Address;
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var python = Process.Start(start)!;
        var printed = (await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, python.ExitCode);

        var claim = JsonSerializer.Deserialize<JsonElement>(await served.GetAsync("/api/v1/claims?about=overloaded&limit=1")).GetProperty("items")[0];
        var (against, proposition) = (claim.GetProperty("origins").GetProperty("against"), claim.GetProperty("proposition"));
        Assert.Contains($"{proposition} against {against.GetProperty("low")} to {against.GetProperty("high")} origins", printed);

        var cited = Citation().Matches(string.Join('\n', printed));
        Assert.True(cited.Count >= 2);
        foreach (Match citation in cited)
        {
            var document = JsonSerializer.Deserialize<JsonElement>(await served.GetAsync($"/api/v1/documents/{citation.Groups["document"].Value}"));
            var runes = document.GetProperty("text").GetString()!.EnumerateRunes().ToList();
            var words = string.Concat(runes.Skip(int.Parse(citation.Groups["start"].Value, null)).Take(int.Parse(citation.Groups["end"].Value, null) - int.Parse(citation.Groups["start"].Value, null)));
            Assert.Equal(citation.Groups["text"].Value, words);
        }
    }

    /// <summary>Whether a value is as an example has it: “…” is anything, and as the last item of a list any more of them.</summary>
    internal static bool Fits(JsonElement value, JsonElement wanted) => wanted.ValueKind switch
    {
        JsonValueKind.String when wanted.GetString() == "…" => true,
        JsonValueKind.String when wanted.GetString()!.EndsWith('…') => value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith(wanted.GetString()![..^1], StringComparison.Ordinal),
        JsonValueKind.Object => value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().Select(p => p.Name).SequenceEqual(wanted.EnumerateObject().Select(p => p.Name), StringComparer.Ordinal)
            && wanted.EnumerateObject().All(p => Fits(value.GetProperty(p.Name), p.Value)),
        JsonValueKind.Array => value.ValueKind == JsonValueKind.Array && FitItems([.. value.EnumerateArray()], [.. wanted.EnumerateArray()]),
        _ => JsonElement.DeepEquals(value, wanted),
    };

    private static bool FitItems(List<JsonElement> values, List<JsonElement> wanted)
    {
        var isOpen = wanted is [.., { ValueKind: JsonValueKind.String } last] && last.GetString() == "…";
        var fixedCount = isOpen ? wanted.Count - 1 : wanted.Count;
        return (isOpen ? values.Count >= fixedCount : values.Count == fixedCount) && values.Take(fixedCount).Zip(wanted).All(pair => Fits(pair.First, pair.Second));
    }

    [GeneratedRegex(@"```http\n(?<method>[A-Z]+) (?<path>\S+)\n(?<headers>(?:[\w-]+: [^\n]*\n)*)(?:\n(?<body>[^`]+)\n)?```\n```json (?<status>\d+)\n(?<answer>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"```python\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"^(?:for|against) .* (?<document>[0-9a-f]{32}) \[\[(?<start>\d+), (?<end>\d+)\]\] (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Citation();
}
