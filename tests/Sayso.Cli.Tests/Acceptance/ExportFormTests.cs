using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parquet;
using Sayso.Cli.Tests.Acceptance.Forms;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The ledger in the forms of the field, from the command line and over HTTP, each against the rules of its own standard.</summary>
[Trait("needs", "model")]
public sealed partial class ExportFormTests(ServedProgram served) : IClassFixture<ServedProgram>
{
    private const string Checker = "import json, sys\nfrom followthemoney import model\nfor line in sys.stdin:\n    model.get_proxy(json.loads(line), cleaned=False)\n";

    /// <summary>Counts statements in each form, and those that Parquet and CSV have alike.</summary>
    private const string Duck =
        """
        const { DuckDBInstance } = require('@duckdb/node-api');
        const alike = ['source', 'cue', 'content', 'chain', 'stance', 'certainty', 'polarity', 'saidAt', 'eventAt', 'url', 'outlet', 'title', 'parent', 'document']
          .map(name => `ltrim(coalesce(a."${name}", ''), chr(39)) = ltrim(coalesce(b."${name}", ''), chr(39))`).join(' AND ');
        (async () => {
          const database = await (await DuckDBInstance.create(':memory:')).connect();
          const counts = [];
          for (const sql of [
            "SELECT count(DISTINCT id) FROM 'duck.parquet' WHERE confidence IS NULL OR confidence BETWEEN 0 AND 1",
            "SELECT count(DISTINCT id) FROM read_csv('duck.csv', all_varchar = true)",
            "SELECT sum(len(statements)) FROM read_json('duck.jsonl', maximum_object_size = 100000000)",
            `SELECT count(*) FROM read_csv('duck.csv', all_varchar = true) a JOIN 'duck.parquet' b ON a.id = b.id AND ${alike}`,
          ]) {
            counts.push(Number((await database.runAndReadAll(sql)).getRows()[0][0]));
          }
          console.log(counts.join(' '));
        })();
        """;

    public static TheoryData<string> Forms => ["jsonl", "csv", "web-annotation", "claimreview", "ftm", "stix", "parquet"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_IsTheSame_OverHttp(string form)
    {
        Program.NeedsModel();
        var file = Path.Combine(served.Folder, $"same-{form}");
        Assert.Equal(0, Export(form, file).Code);
        using var answer = await served.Client.GetAsync(new Uri($"/api/v1/export?format={form}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Examples_AreOfTheDemo()
    {
        Program.NeedsModel();
        var page = File.ReadAllText(Path.Combine(Program.Root, "docs", "exports.md"));
        var examples = Example().Matches(page);
        Assert.Equal(4, examples.Count);
        foreach (Match example in examples)
        {
            var (form, wanted) = (example.Groups[1].Value, JsonSerializer.Deserialize<JsonElement>(example.Groups[2].Value));
            IEnumerable<JsonElement> objects = form switch
            {
                "ftm" => Program.Run(served.Folder, "export", "--format", form, "--ledger", "demo.db").Json,
                "stix" => Json(form).GetProperty("objects").EnumerateArray(),
                "claimreview" => Json(form).GetProperty("@graph").EnumerateArray(),
                _ => Json(form).GetProperty("first").GetProperty("items").EnumerateArray(),
            };
            Assert.True(objects.Any(o => ApiExampleTests.Fits(o, wanted)), $"Nothing of {form} is as docs/exports.md shows.");
        }
    }

    [Fact]
    public void Annotations_KeepTheRules_AndTheirSelectorsFindTheWords()
    {
        Program.NeedsModel();
        var root = Json("web-annotation");
        Assert.Empty(AnnotationRules.Faults(root));
        var texts = Program.Run(served.Folder, "export", "--ledger", "demo.db").Json.ToDictionary(d => $"urn:sayso:document:{d.GetProperty("id").GetString()}", d => d.GetProperty("text").GetString()!.EnumerateRunes().ToArray());
        var items = root.GetProperty("first").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Statements(), items.Count);
        Assert.All(items.SelectMany(i => i.GetProperty("target").EnumerateArray()), target =>
        {
            var (quote, place) = (target.GetProperty("selector")[0], target.GetProperty("selector")[1]);
            var text = texts[target.GetProperty("state").GetProperty("cached").GetString()!];
            Assert.Equal(quote.GetProperty("exact").GetString(), string.Concat(text[place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()].Select(r => r.ToString())));
        });
    }

    [Fact]
    public void Selectors_AreResolved_ByApacheAnnotator()
    {
        Program.NeedsModel();
        Checkers.Need();

        // Words that recur, so that only what stands around them tells which are meant, behind characters of two units and of two marks.
        using var place = new Workplace();
        File.Copy(Path.Combine(served.Folder, "demo.db"), Path.Combine(place.Path, "demo.db"));
        Assert.Equal(0, Program.Run(place.Path, "add", "--ledger", "demo.db", place.Write("a.txt", "\U0001F6A2 At the cafe\u0301 Mayor Ina Holt said that the quay was closed. \U0001F6A2 At noon Mayor Ina Holt said that the quay was closed.\n")).Code);
        foreach (var form in new[] { "web-annotation", "jsonl" })
        {
            Assert.Equal(0, Program.Run(place.Path, "export", "--format", form, "--ledger", "demo.db", "-o", form).Code);
        }

        var (annotations, documents) = (Path.Combine(place.Path, "web-annotation"), Path.Combine(place.Path, "jsonl"));
        var targets = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(annotations)).GetProperty("first").GetProperty("items").EnumerateArray()
            .Sum(i => i.GetProperty("target").GetArrayLength());
        var result = Checkers.Script("annotations.mjs", annotations, documents);
        Assert.Equal(($"{targets} selectors resolved\n", 0), (result.Output, result.Code));

        // What it is to find wrong, it finds.
        var moved = Path.Combine(place.Path, "moved");
        File.WriteAllText(moved, Start().Replace(File.ReadAllText(annotations), m => $"\"start\":{int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) + 1}"));
        Assert.Equal((2 * targets) + 1, Checkers.Script("annotations.mjs", moved, documents).Output.Trim().Split('\n').Length);
    }

    [Fact]
    public void Claims_KeepTheRules_AndOnlyAPersonsGradeIsAReview()
    {
        Program.NeedsModel();
        using var place = new Workplace();
        File.Copy(Path.Combine(served.Folder, "demo.db"), Path.Combine(place.Path, "demo.db"));
        var claim = Program.Run(place.Path, "claims", "--limit", "1", "--ledger", "demo.db", "--format", "jsonl").Json[0].GetProperty("id").GetString()!;
        var before = JsonSerializer.Deserialize<JsonElement>(Program.Run(place.Path, "export", "--format", "claimreview", "--ledger", "demo.db").Output);
        Assert.Empty(SchemaOrgRules.Faults(before));
        Assert.DoesNotContain(before.GetProperty("@graph").EnumerateArray(), n => n.GetProperty("@type").GetString() == "ClaimReview");

        Assert.Equal(0, Program.Run(place.Path, "grade", "set", claim, "2", "--reason", "seen by two of ours", "--author", "rosa", "--ledger", "demo.db").Code);
        var after = JsonSerializer.Deserialize<JsonElement>(Program.Run(place.Path, "export", "--format", "claimreview", "--ledger", "demo.db").Output);
        Assert.Empty(SchemaOrgRules.Faults(after));
        var review = Assert.Single(after.GetProperty("@graph").EnumerateArray(), n => n.GetProperty("@type").GetString() == "ClaimReview");
        Assert.Equal(("rosa", "seen by two of ours", 4), (review.GetProperty("author").GetProperty("name").GetString(), review.GetProperty("reviewBody").GetString(), review.GetProperty("reviewRating").GetProperty("ratingValue").GetInt32()));
        Assert.Equal($"urn:sayso:claim:{claim}", review.GetProperty("itemReviewed").GetProperty("@id").GetString());
    }

    [Fact]
    public void Claims_AreOfSchemaOrgsOwnTypes()
    {
        Program.NeedsModel();
        Checkers.Need();
        using var place = new Workplace();
        File.Copy(Path.Combine(served.Folder, "demo.db"), Path.Combine(place.Path, "demo.db"));
        var claim = Program.Run(place.Path, "claims", "--limit", "1", "--ledger", "demo.db", "--format", "jsonl").Json[0].GetProperty("id").GetString()!;
        Assert.Equal(0, Program.Run(place.Path, "grade", "set", claim, "2", "--reason", "seen", "--author", "rosa", "--ledger", "demo.db").Code);
        var graph = Program.Run(place.Path, "export", "--format", "claimreview", "--ledger", "demo.db").Output;
        Assert.Equal("", Types("good", graph));

        // What it is to find wrong, it finds: a property that there is not, and a value of another kind.
        Assert.Contains("firstApearance", Types("misspelt", graph.Replace("\"firstAppearance\"", "\"firstApearance\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("ratingValue", Types("mistaken", graph.Replace("\"ratingValue\":4", "\"ratingValue\":{\"of\":4}", StringComparison.Ordinal)), StringComparison.Ordinal);

        // Google's types are made from the vocabulary's own files; a compiler tells what does not fit them.
        static string Types(string name, string json) =>
            Checkers.Types(name, $"import type {{ Graph }} from \"schema-dts\";\nexport const graph: Graph = {json};\n");
    }

    [Fact]
    public void FollowTheMoney_KeepsTheSchema()
    {
        Program.NeedsModel();
        var lines = Program.Run(served.Folder, "export", "--format", "ftm", "--ledger", "demo.db");
        Assert.Empty(FollowTheMoneyRules.Faults(lines.Json));
        Assert.Equal(Statements(), lines.Json.Count(e => e.GetProperty("schema").GetString() == "Note"));
    }

    [Fact]
    public void FollowTheMoney_IsReadByItsMakersLibrary()
    {
        Program.NeedsModel();
        Checkers.Need();
        var file = Path.Combine(served.Folder, "entities.jsonl");
        Assert.Equal(0, Export("ftm", file).Code);
        var lines = File.ReadAllLines(file);
        var result = Checkers.Script("followthemoney.cjs", file);
        Assert.Equal(($"{lines.Length} entities read\n{lines.Length} entities read\n", 0), (result.Output, result.Code));

        // What it is to find wrong, it finds: a property that there is not, one that must be there, what is no date, whom nobody knows.
        var bad = Path.Combine(served.Folder, "bad.jsonl");
        File.WriteAllLines(bad, [
            """{"id": "a", "schema": "Person", "properties": {"sumary": ["x"]}}""",
            """{"id": "b", "schema": "Person", "properties": {"createdAt": ["yesterday"]}}""",
            """{"id": "c", "schema": "Note", "properties": {"entity": ["d"]}}""",
        ]);
        var found = Checkers.Script("followthemoney.cjs", bad).Output;
        Assert.All(["Property does not exist: sumary", "a Person needs name", "is no date", "is no Thing"], fault => Assert.Contains(fault, found, StringComparison.Ordinal));
    }

    [Fact]
    public void FollowTheMoney_IsReadByPythonsLibrary()
    {
        Program.NeedsModel();
        Assert.SkipUnless(Program.Shell(served.Folder, "python3 -c 'import followthemoney'").Code == 0, "Python's followthemoney is not installed here: `pip install followthemoney` lets this run");
        File.WriteAllText(Path.Combine(served.Folder, "check.py"), Checker);
        var result = Program.Shell(served.Folder, "\"$SAYSO\" export --format ftm --ledger demo.db | python3 check.py");
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    [Fact]
    public void Stix_KeepsTheRules_WithTheSameIdsEveryTime()
    {
        Program.NeedsModel();
        var bundle = Json("stix");
        Assert.Empty(StixRules.Faults(bundle));
        Assert.Equal(Statements(), bundle.GetProperty("objects").EnumerateArray().Count(o => o.GetProperty("type").GetString() == "note"));
        Assert.Equal(bundle.ToString(), Json("stix").ToString());
    }

    [Fact]
    public void Stix_IsOfTypesThatOthersWrote()
    {
        Program.NeedsModel();
        Checkers.Need();
        File.Copy(Path.Combine(Program.Root, "tests", "checkers", "stix.ts"), Path.Combine(Checkers.Folder, "stix.ts"), overwrite: true);
        var bundle = Program.Run(served.Folder, "export", "--format", "stix", "--ledger", "demo.db").Output;
        Assert.Equal("", Types("bundle", bundle));

        // What it is to find wrong, it finds: a property that there is not, one that an address may not have, an id of another type.
        Assert.Contains("abstrakt", Types("unknown", bundle.Replace("\"abstract\"", "\"abstrakt\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("'Url'", Types("forbidden", bundle.Replace("\"type\":\"url\",", "\"type\":\"url\",\"created\":\"2026-01-01T00:00:00Z\",", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("identity--", Types("foreign", bundle.Replace("\"created_by_ref\":\"identity--", "\"created_by_ref\":\"report--", StringComparison.Ordinal)), StringComparison.Ordinal);

        static string Types(string name, string json) =>
            Checkers.Types(name, $"import type {{ Bundle }} from \"./stix.js\";\nexport const bundle: Bundle = {json};\n");
    }

    [Fact]
    public async Task Parquet_IsReadBack_ValueByValue()
    {
        Program.NeedsModel();
        var file = Path.Combine(served.Folder, "statements.parquet");
        Assert.Equal(0, Export("parquet", file).Code);
        await using var reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        var statements = Program.Run(served.Folder, "export", "--ledger", "demo.db").Json.SelectMany(d => d.GetProperty("statements").EnumerateArray()).ToList();
        using var group = reader.OpenRowGroupReader(0);
        Assert.Equal((1, statements.Count), (reader.RowGroupCount, (int)group.RowCount));
        async Task<string?[]> Column(string name)
        {
            var values = new string?[statements.Count];
            await group.ReadAsync(reader.Schema.DataFields.Single(f => f.Name == name), values.AsMemory()!, cancellationToken: TestContext.Current.CancellationToken);
            return values;
        }

        Assert.Equal(statements.Select(s => s.GetProperty("id").GetString()), await Column("id"));
        Assert.Equal(statements.Select(s => s.GetProperty("content").GetProperty("text").GetString() is { Length: > 0 } words ? words : null), await Column("content"));
        Assert.Equal(statements.Select(s => s.GetProperty("stance").GetString()), await Column("stance"));
        Assert.Equal(statements.Select(s => s.GetProperty("saidAt").GetString()), await Column("saidAt"));
        var confidence = new double?[statements.Count];
        await group.ReadAsync<double>(reader.Schema.DataFields.Single(f => f.Name == "confidence"), confidence.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(statements.Select(s => s.GetProperty("confidence").ValueKind == JsonValueKind.Null ? (double?)null : s.GetProperty("confidence").GetDouble()), confidence);
    }

    [Fact]
    public void Parquet_IsReadByDuckDb_AsCsvAndJsonLinesAre()
    {
        Program.NeedsModel();
        Checkers.Need();
        foreach (var form in new[] { "parquet", "csv", "jsonl" })
        {
            Assert.Equal(0, Export(form, Path.Combine(served.Folder, $"duck.{form}")).Code);
        }

        File.WriteAllText(Path.Combine(served.Folder, "duck.js"), Duck);
        var result = Checkers.Node(served.Folder, "duck.js");
        var count = Statements();
        Assert.Equal(($"{count} {count} {count} {count}", 0), (result.Output.Trim(), result.Code));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void WhatIsHidden_IsInNoForm(string form)
    {
        Program.NeedsModel();
        using var place = new Workplace();
        Assert.Equal(0, Program.Run(place.Path, "add", place.Write("a.txt", Articles.Plain), place.Write("b.txt", "Mayor Ina Holt said that the unmentionable quay was closed.\n")).Code);
        var hidden = Program.Run(place.Path, "documents", "--text", "unmentionable", "--format", "jsonl").Json[0].GetProperty("id").GetString()!;
        Assert.Equal(0, Program.Run(place.Path, "retract", hidden).Code);
        var file = Path.Combine(place.Path, "out");
        Assert.Equal(0, Program.Run(place.Path, "export", "--format", form, "-o", file).Code);
        var bytes = File.ReadAllText(file);
        Assert.DoesNotContain("unmentionable", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, bytes, StringComparison.Ordinal);
    }

    private int Statements() => Program.Run(served.Folder, "export", "--ledger", "demo.db").Json.Sum(d => d.GetProperty("statements").GetArrayLength());

    private JsonElement Json(string form) => JsonSerializer.Deserialize<JsonElement>(Program.Run(served.Folder, "export", "--format", form, "--ledger", "demo.db").Output);

    private Result Export(string form, string file) => Program.Run(served.Folder, "export", "--format", form, "--ledger", "demo.db", "-o", file);

    [GeneratedRegex("\"start\":([0-9]+)")]
    private static partial Regex Start();

    [GeneratedRegex("```json ([a-z-]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
