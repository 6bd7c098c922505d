using System.Text;
using System.Text.Json;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Export;

public sealed class JsonLinesTests : IDisposable
{
    private static readonly string[] DocumentKeys =
    [
        "id", "path", "url", "title", "outlet", "byline", "published", "modified", "language", "text",
        "entities", "statements", "quantities", "times", "inconsistencies", "problems",
    ];

    private static readonly string[] StatementKeys =
    [
        "id", "source", "cue", "content", "parent", "chain", "stance", "certainty", "polarity",
        "quantities", "times", "saidAt", "eventAt", "confidence", "evidence",
    ];

    private readonly JsonLines _lines = new();

    [Fact]
    public void Document_HasEveryKeyOfTheContract_WhenItHasNothingToSay()
    {
        var line = Parse(_lines.Document(Made.Document("Nothing."), []));
        Assert.Equal(DocumentKeys, Keys(line));
        foreach (var key in DocumentKeys.Except(["id", "text"]))
        {
            var value = line.GetProperty(key);
            Assert.True(value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0), key);
        }
    }

    [Fact]
    public void Statement_HasEveryKeyOfTheContract()
    {
        var statement = Parse(_lines.Document(Made.Document(Made.Odd), [Made.OddStatement()])).GetProperty("statements")[0];
        Assert.Equal(StatementKeys, Keys(statement));
        Assert.Equal(["spans", "text", "entity", "name", "kind"], Keys(statement.GetProperty("source")));
        Assert.Equal(["spans", "text"], Keys(statement.GetProperty("cue")));
        Assert.Equal(["spans", "text"], Keys(statement.GetProperty("content")));
    }

    [Fact]
    public void Spans_SliceToTheirText_InCodePoints()
    {
        var line = Parse(_lines.Document(Made.Document(Made.Odd), [Made.OddStatement()]));
        var runes = line.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        Assert.Equal(Made.Odd, string.Concat(runes));
        foreach (var role in new[] { "source", "cue", "content" })
        {
            var value = line.GetProperty("statements")[0].GetProperty(role);
            var slices = value.GetProperty("spans").EnumerateArray()
                .Select(s => string.Concat(runes[s[0].GetInt32()..s[1].GetInt32()]));
            Assert.Equal(value.GetProperty("text").GetString(), string.Join(' ', slices));
        }

        // The emoji counts one and the combining mark one: 13 code points, where UTF-16 has 14 units.
        Assert.Equal(13, line.GetProperty("statements")[0].GetProperty("source").GetProperty("spans")[0][0].GetInt32());
    }

    [Fact]
    public void Source_IsNull_WhenTheTextNamesNobody()
    {
        var statement = Made.OddStatement() with { Source = SpanList.Empty, Content = SpanList.Empty };
        var line = Parse(_lines.Document(Made.Document(Made.Odd), [statement])).GetProperty("statements")[0];
        Assert.Equal(JsonValueKind.Null, line.GetProperty("source").ValueKind);
        Assert.Equal(0, line.GetProperty("content").GetProperty("spans").GetArrayLength());
        Assert.Equal("", line.GetProperty("content").GetProperty("text").GetString());
    }

    [Fact]
    public void Quantities_AreWritten_WithWhatTheyMean()
    {
        const string Text = "\U0001F6A2 It fell to nearly 1.2 million tonnes; 30 to 40 men a day.";
        const string Expected = """[{"span":[13,38],"text":"nearly 1.2 million tonnes","value":1200000,"low":null,"high":null,"approx":true,"comparator":"<","unit":"tonne","of":null,"per":null,"change":{"direction":"down","from":null,"to":1200000,"by":null},"base":{"dimension":"mass","unit":"kilogram","value":1200000000,"low":null,"high":null}},{"span":[40,48],"text":"30 to 40","value":null,"low":30,"high":40,"approx":false,"comparator":"=","unit":null,"of":"men","per":{"value":1,"of":"day"},"change":null,"base":null}]""";
        var statement = new Statement("s", "d", SpanList.Empty, SpanList.Of(new TextSpan(3, 5)), SpanList.Empty) { Quantities = QuantityReader.Read(Text, []).ToValueList() };
        var line = Parse(_lines.Document(Made.Document(Text), [statement]));
        Assert.Equal(Expected, line.GetProperty("quantities").GetRawText());
        Assert.Equal(line.GetProperty("quantities").GetRawText(), line.GetProperty("statements")[0].GetProperty("quantities").GetRawText());
    }

    [Fact]
    public void TimeExpressions_AreWritten_WithWhatTheyMean()
    {
        const string Text = "\U0001F6A2 It sank on Monday; the next day it rained.";
        var document = Made.Document(Text) with { Published = new LocalDateTime(2031, 3, 12, 7, 5).WithOffset(Offset.FromHours(2)) };
        var statement = new Statement("s", document.Id, SpanList.Empty, SpanList.Of(new TextSpan(3, 5)), SpanList.Empty)
        {
            Times = TimeReader.Read(Text, document.Published).ToValueList(),
            Said = TimeReader.Read(Text, document.Published)[0],
        };
        const string Expected = """[{"span":[13,19],"text":"Monday","type":"DATE","value":"2031-03-10","edtf":"2031-03-10","mod":null,"anchor":"published"},{"span":[21,33],"text":"the next day","type":"DATE","value":"2031-03-11","edtf":"2031-03-11","mod":null,"anchor":[13,19]}]""";
        var line = Parse(_lines.Document(document, [statement]));
        Assert.Equal(Expected, line.GetProperty("times").GetRawText());
        var written = line.GetProperty("statements")[0];
        Assert.Equal(Expected, written.GetProperty("times").GetRawText());
        Assert.Equal(("2031-03-10", "2031-03-10"), (written.GetProperty("saidAt").GetString(), written.GetProperty("eventAt").GetString()));
    }

    [Fact]
    public void Times_AreIsoWithTheirOffset()
    {
        var document = Made.Document("x") with
        {
            Published = new LocalDateTime(2031, 3, 12, 7, 5).WithOffset(Offset.FromHours(2)),
            Modified = new LocalDateTime(2031, 3, 12, 8, 0, 30).WithOffset(Offset.Zero),
        };
        var line = Parse(_lines.Document(document, []));
        Assert.Equal("2031-03-12T07:05:00+02:00", line.GetProperty("published").GetString());
        Assert.Equal("2031-03-12T08:00:30Z", line.GetProperty("modified").GetString());
    }

    [Theory]
    [InlineData("tab\t, quote \", backslash \\, bell \u0007, next line \u0085, separator \u2028")]
    [InlineData("Curly “quotes”, naïve, 東京, עברית, 😀")]
    public void Text_ComesBackAsItWas_OnOneLine(string text)
    {
        var bytes = _lines.Document(Made.Document(text), []);
        Assert.Equal(text, Parse(bytes).GetProperty("text").GetString());
        var line = Encoding.UTF8.GetString(bytes.Span);
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void LoneSurrogate_CountsOneCodePoint_AsItIsWritten()
    {
        const string Text = "a\ud800 Rell said no";
        var statement = Made.Statement("s", Made.Spans(Text, "Rell"), Made.Spans(Text, "said"), Made.Spans(Text, "no"));
        var line = Parse(_lines.Document(Made.Document(Text), [statement]));
        var runes = line.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        var span = line.GetProperty("statements")[0].GetProperty("source").GetProperty("spans")[0];
        Assert.Equal("Rell", string.Concat(runes[span[0].GetInt32()..span[1].GetInt32()]));
    }

    [Fact]
    public void Failure_IsPathAndProblems()
    {
        var line = Parse(_lines.Failure("a.html", new Problem(ProblemCodes.Empty, "The file is empty.")));
        Assert.Equal(["path", "problems"], Keys(line));
        Assert.Equal("SAY1002", line.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void LedgerDocument_HasNoText()
    {
        var entry = new LedgerDocument(Made.Document("x"), Instant.FromUnixTimeSeconds(0), 2, true, 7, new Provenance("1", "m"));
        var line = Parse(_lines.Document(entry));
        Assert.Equal(
            ["id", "path", "url", "title", "outlet", "byline", "published", "modified", "language", "problems", "addedAt", "version", "retracted", "statementCount", "modelVersion"],
            Keys(line));
        Assert.Equal("1970-01-01T00:00:00Z", line.GetProperty("addedAt").GetString());
    }

    [Fact]
    public void LedgerStatement_NamesItsDocument()
    {
        var entry = new LedgerStatement(Made.OddStatement(), "", "", "", null, null, null, false, new Provenance("1", "m"));
        var line = Parse(_lines.Statement(entry, Made.Odd, new CodePointMap(Made.Odd), "c1"));
        Assert.Equal([.. StatementKeys, "document", "claim"], Keys(line));
        Assert.Equal("d0", line.GetProperty("document").GetString());
    }

    public void Dispose() => _lines.Dispose();

    private static JsonElement Parse(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private static string[] Keys(JsonElement value) => [.. value.EnumerateObject().Select(p => p.Name)];
}
