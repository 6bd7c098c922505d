using System.Text.Json;
using System.Text.Json.Nodes;
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
        { "search Reve", "search?q=Reve" },
        { "search Reve --kind actor", "search?q=Reve&kind=actor" },
    };

    /// <summary>A closed set as the design's page writes it, and the field that has its words.</summary>
    public static TheoryData<string, string, string> ClosedSets => new()
    {
        { "person organization country place group document other", "entities", "type" },
        { "named anonymous collective document outlet", "statements", "chain.kind" },
        { "says cites quotes releases intercepts writes believes", "statements", "chain.relation" },
        { "assert deny confirm dismiss decline not-deny estimate promise demand ask warn praise criticize", "statements", "stance" },
        { "certain probable possible unknown", "statements", "certainty" },
        { "positive negative", "statements", "polarity" },
        { "= < <= > >=", "statements", "quantities.comparator" },
        { "DATE TIME DURATION SET", "statements", "times.type" },
        { "for against neutral", "claims", "statements.side" },
        { "shared-text same-source same-event same-figure cites-outlet", "claims", "origins.groups.proof.kind" },
        { "value polarity time arithmetic", "conflicts", "kind" },
        { "added removed changed", "changes", "edits.kind" },
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

    [Fact]
    public async Task Search_FindsTheSameByMeaning_WhoeverAsks()
    {
        Program.NeedsModel();
        var printed = Program.Run(served.Folder, "search", "too many people on the ship", "--ledger", "demo.db", "--format", "jsonl");
        var alike = printed.Json.Where(h => h.GetProperty("foundBy").GetString() == "meaning").Select(h => h.GetProperty("id").GetString()!).ToList();
        Assert.NotEmpty(alike);
        Assert.Equal(alike, Program.Run(served.Folder, "search", "too many people on the ship", "--ledger", "demo.db").Lines.Where(l => l.StartsWith("statement\t", StringComparison.Ordinal)).Select(l => l.Split('\t')[1]));

        // A server reads the meanings after the claims, and nobody waits for them.
        var answer = string.Empty;
        for (var tries = 0; tries < 100 && answer != printed.Output; tries++)
        {
            await Task.Delay(tries == 0 ? 0 : 200, TestContext.Current.CancellationToken);
            answer = await served.GetAsync("/api/v1/search?q=too%20many%20people%20on%20the%20ship", "application/jsonl");
        }

        Assert.Equal(printed.Output, answer);
        var before = await served.GetAsync("/api/v1/search?q=too%20many%20people%20on%20the%20ship&until=2026-03-01", "application/jsonl");
        Assert.DoesNotContain(alike, id => before.Contains(id, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Parameters_AreTheCommandLinesOptions(string list)
    {
        Program.NeedsModel();

        // Of how many statements claims are reckoned is the server's to say, not who asks it.
        string[] ours = ["ledger", "format", "help", "version", "window"];
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
        Assert.SkipUnless(File.Exists(Design), "OUTPUT.md, the design's page of the contract, is not beside the repository");
        var text = await File.ReadAllTextAsync(Design, TestContext.Current.CancellationToken);
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

    [Theory]
    [MemberData(nameof(ClosedSets))]
    public async Task Design_IsKept_WordByWord(string words, string list, string field)
    {
        Program.NeedsModel();
        if (File.Exists(Design))
        {
            Assert.Contains($"`{words}`", await File.ReadAllTextAsync(Design, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        var schemas = await SchemasAsync();
        var schema = field.Split('.').Aggregate(schemas.ItemOf($"/api/v1/{list}"), schemas.Property);
        Assert.Superset(words.Split(' ').ToHashSet(), schema.GetProperty("enum").EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!).ToHashSet());
    }

    /// <summary>What the comparison is worth: a field that is left out, renamed, added or of another type is found, wherever it is.</summary>
    [Theory]
    [InlineData("claims?about=overloaded&limit=1", "claims", "deadEnds")]
    [InlineData("claims?about=overloaded&limit=1", "claims", "origins.groups.kind")]
    [InlineData("statements?who=Reve&limit=1", "statements", "content.spans")]
    [InlineData("statements?who=Reve&limit=1", "statements", "chain.relation")]
    [InlineData("figures?limit=1", "figures", "readings.origin")]
    [InlineData("positions?limit=1", "positions", "entries.side")]
    [InlineData("timeline?limit=1", "timeline", "earliest")]
    [InlineData("conflicts?limit=1", "conflicts", "reason")]
    [InlineData("changes?limit=1", "changes", "edits.after")]
    [InlineData("stories?limit=1", "stories", "origins.high")]
    public async Task BrokenField_IsFound_ByTheComparison(string question, string list, string field)
    {
        Program.NeedsModel();
        var schemas = await SchemasAsync();
        var schema = schemas.ItemOf($"/api/v1/{list}");
        var line = await served.GetAsync($"/api/v1/{question}", "application/jsonl");
        Assert.Null(schemas.Fault(JsonSerializer.Deserialize<JsonElement>(line), schema));
        string[] path = field.Split('.');
        foreach (var change in new Action<JsonObject, string>[]
        {
            (fields, name) => fields.Remove(name),
            (fields, name) => fields[name] = new JsonObject { ["unheard"] = true },
            (fields, name) => fields[name + "Of"] = null,
        })
        {
            var node = JsonNode.Parse(line)!;
            change(path[..^1].Aggregate(node, Within).AsObject(), path[^1]);
            Assert.NotNull(schemas.Fault(JsonSerializer.SerializeToElement(node), schema));
        }

        static JsonNode Within(JsonNode node, string name) => node[name] is JsonArray items ? items[0]! : node[name]!;
    }

    [Fact]
    public void Outline_IsReadFromThePage_AsATree()
    {
        var fields = FieldOutline.Of("""{"id","a":{"b","c":[ids]},"d":[{"e":{x:n}|null,"f":1–6 | null}],"g":[["h" in order]],"i":"up|down"}""");
        Assert.Equal(["id", "a", "d", "g", "i"], fields.Select(f => f.Name));
        Assert.Equal(["b", "c"], fields[1].Fields.Select(f => f.Name));
        Assert.Equal(["e", "f"], fields[2].Fields.Select(f => f.Name));
    }

    private static string Design => Path.Combine(Program.Root, "..", "shared", "design", "OUTPUT.md");

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
