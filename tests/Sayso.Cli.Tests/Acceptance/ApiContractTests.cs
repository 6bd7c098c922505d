using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The interface for programs, the command line and the design's page of the contract say the same, field by field.</summary>
[Trait("needs", "model")]
public sealed partial class ApiContractTests(ServedProgram served) : IClassFixture<ServedProgram>
{
    /// <summary>A question as the command line asks it, and as the interface does.</summary>
    public static TheoryData<string, string> Questions => new()
    {
        { "documents", "documents" },
        { "documents --outlet Bell --since 2026-03-13 --all", "documents?outlet=Bell&since=2026-03-13&all=true" },
        { "statements", "statements" },
        { "statements --who Reve --stance assert", "statements?who=Reve&stance=assert" },
        { "statements --about overloaded --until 2026-03-14 --confidence 0.5", "statements?about=overloaded&until=2026-03-14&confidence=0.5" },
        { "claims", "claims" },
        { "claims --repeated --as-of 2026-03-14", "claims?repeated=true&as-of=2026-03-14" },
        { "claims --about overloaded --disputed", "claims?about=overloaded&disputed=true" },
        { "figures", "figures" },
        { "figures --all --about aboard", "figures?all=true&about=aboard" },
        { "positions --moved", "positions?moved=true" },
        { "positions --all --who Reve", "positions?all=true&who=Reve" },
        { "timeline", "timeline" },
        { "timeline --in 2026-03-12", "timeline?in=2026-03-12" },
        { "conflicts", "conflicts" },
        { "conflicts --state open", "conflicts?state=open" },
        { "changes", "changes" },
        { "stories", "stories" },
        { "entities --speakers --type person", "entities?speakers=true&type=person" },
        { "search overloaded", "search?q=overloaded" },
        { "search fork-lift --kind statement", "search?q=fork-lift&kind=statement" },
    };

    public static TheoryData<string> Lists => ["documents", "statements", "claims", "figures", "positions", "timeline", "conflicts", "changes", "stories", "entities", "search"];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Lines_AreTheCommandLines_AndAsDescribed(string command, string path)
    {
        Program.NeedsModel();
        var printed = Program.Run(served.Folder, [.. command.Split(' '), "--ledger", "demo.db", "--format", "jsonl"]);
        Assert.Equal(0, printed.Code);
        Assert.NotEmpty(printed.Lines);
        Assert.Equal(printed.Output, await served.GetAsync($"/api/v1/{path}", "application/jsonl"));

        var schemas = await SchemasAsync();
        var item = schemas.ItemOf($"/api/v1/{path.Split('?')[0]}");
        Assert.All(printed.Json, line => Assert.Null(schemas.Fault(line, item)));

        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        List<string> paged = [];
        for (var cursor = string.Empty; cursor is not null;)
        {
            var part = JsonSerializer.Deserialize<JsonElement>(await served.GetAsync($"/api/v1/{path}{separator}limit=17{cursor}"));
            paged.AddRange(part.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
            cursor = part.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(printed.Lines, paged);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Parameters_AreTheCommandLinesOptions(string list)
    {
        Program.NeedsModel();
        string[] ours = ["ledger", "format", "help", "version"];
        var options = OptionName().Matches(Program.Run(served.Folder, list, "--help").Output).Select(m => m.Groups[1].Value).Except(ours);
        var parameters = (await SchemasAsync()).Paths.GetProperty($"/api/v1/{list}").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!);
        Assert.Equal(options.Order(StringComparer.Ordinal), parameters.Except(["cursor", "q"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_IsAsDescribed_AndAsItsListHasIt()
    {
        Program.NeedsModel();
        var schemas = await SchemasAsync();
        foreach (var list in new[] { "claims", "figures", "conflicts", "stories", "entities", "statements" })
        {
            var first = JsonSerializer.Deserialize<JsonElement>(await served.GetAsync($"/api/v1/{list}?limit=1")).GetProperty("items")[0];
            var one = await served.GetAsync($"/api/v1/{list}/{first.GetProperty("id").GetString()}");
            Assert.Equal(first.GetRawText(), one.TrimEnd('\n'));
        }

        var document = JsonSerializer.Deserialize<JsonElement>(await served.GetAsync("/api/v1/documents?limit=1")).GetProperty("items")[0].GetProperty("id").GetString();
        var read = await served.GetAsync($"/api/v1/documents/{document}");
        Assert.Equal(Program.Run(served.Folder, "export", "--ledger", "demo.db", "--format", "jsonl").Lines.Single(l => l.StartsWith($"{{\"id\":\"{document}\"", StringComparison.Ordinal)), read.TrimEnd('\n'));
        Assert.Null(schemas.Fault(JsonSerializer.Deserialize<JsonElement>(read), schemas.AnswerOf("/api/v1/documents/{id}")));
    }

    [Fact]
    public async Task Design_IsKept_FieldByField()
    {
        Program.NeedsModel();
        var page = Path.Combine(Program.Root, "..", "shared", "design", "OUTPUT.md");
        Assert.SkipUnless(File.Exists(page), "OUTPUT.md, the design's page of the contract, is not beside the repository");
        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        var schemas = await SchemasAsync();
        AssertHas(schemas, schemas.AnswerOf("/api/v1/documents/{id}"), FieldOutline.Of(text[text.IndexOf("```", StringComparison.Ordinal)..]));
        var resources = Resource().Matches(text);
        Assert.True(resources.Count >= 7);
        foreach (Match resource in resources)
        {
            AssertHas(schemas, schemas.ItemOf($"/api/v1/{resource.Groups[1].Value}"), FieldOutline.Of(resource.Groups[2].Value));
        }

        AssertHas(schemas, schemas.ItemOf("/api/v1/statements"), [new Field("document", []), new Field("claim", [])]);
    }

    [Fact]
    public void Outline_IsReadFromThePage_AsATree()
    {
        var fields = FieldOutline.Of("""{"id","a":{"b","c":[ids]},"d":[{"e":{x:n}|null,"f":1–6 | null}],"g":[["h" in order]],"i":"up|down"}""");
        Assert.Equal(["id", "a", "d", "g", "i"], fields.Select(f => f.Name));
        Assert.Equal(["b", "c"], fields[1].Fields.Select(f => f.Name));
        Assert.Equal(["e", "f"], fields[2].Fields.Select(f => f.Name));
    }

    private static void AssertHas(Schemas schemas, JsonElement schema, IReadOnlyList<Field> fields)
    {
        Assert.NotEmpty(fields);
        foreach (var field in fields)
        {
            var property = schemas.Property(schema, field.Name);
            if (field.Fields.Count > 0)
            {
                AssertHas(schemas, property, field.Fields);
            }
        }
    }

    private async Task<Schemas> SchemasAsync() => new(JsonSerializer.Deserialize<JsonElement>(await served.GetAsync("/api/openapi.json")));

    [GeneratedRegex(@"^\s+(?:-\w, )?--([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^- `(\w+)`: `(\{[^`]*\})`", RegexOptions.Multiline)]
    private static partial Regex Resource();
}
