using System.Text;
using NodaTime.Text;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class RecordTests
{
    private const string Lines = """
        {"headline": "Board knew", "body": ["It was told, she said.", "It waited."], "url": "https://gull.example/a1", "published_at": "2031-05-05T07:05:00+02:00", "source": {"name": "The Daily Gull"}, "authors": [{"name": "Ana Roe"}, {"name": "Bo Lind"}], "lang": "en"}

        {"headline": "Mole holds", "body": "<p>The mole holds, he said.</p><p>It will.</p>"}
        """;

    private const string Csv = "Title,Text,Date,Publisher\r\n\"Board \"\"knew\"\"\",\"It was told, she said.\r\nIt waited.\",2031-05-05,The Daily Gull\r\nMole holds,\"He said so.\",,\r\n";

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a")]
    public void JsonLines_AreDocuments(string name)
    {
        var documents = Reading.Documents(Lines, name);
        Assert.Equal(["Board knew\nIt was told, she said.\nIt waited.", "Mole holds\nThe mole holds, he said.\nIt will."], documents.Select(d => d.Text));
        Assert.Equal([$"{name}#1", $"{name}#3"], documents.Select(d => d.Path));
        Assert.Equal(("The Daily Gull", "Ana Roe, Bo Lind", "https://gull.example/a1", "en"), (documents[0].Outlet, documents[0].Byline, documents[0].Url, documents[0].Language));
        Assert.Equal("2031-05-05T07:05:00+02", OffsetDateTimePattern.GeneralIso.Format(documents[0].Published!.Value));
        Assert.Equal("application/json", documents[0].MediaType);
    }

    [Theory]
    [InlineData("[{0},{0}]", 2)]
    [InlineData("{\"status\": \"ok\", \"articles\": [{0},{0},{0}]}", 3)]
    [InlineData("{0}", 1)]
    public void Json_IsItsObjects(string shape, int count)
    {
        var json = shape.Replace("{0}", """{"title": "Board knew", "content": "It was told, she said."}""", StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat("Board knew\nIt was told, she said.", count), Reading.Documents(json, "a.json").Select(d => d.Text));
    }

    /// <summary>IPTC's News in JSON, versions 1, 2 and 3.</summary>
    [Theory]
    [InlineData("""{"uri": "urn:x:1", "type": "text", "versioncreated": "2031-05-05T07:05:00Z", "headline": "Board knew", "byline": "Ana Roe", "infosource": [{"name": "Norrish Press", "role": "originator"}, {"name": "Gull"}], "body_text": "It was told, she said. It waited.", "body_xhtml": "<p>It was told, she said.</p><p>It waited.</p>"}""")]
    [InlineData("""{"uri": "urn:x:1", "versioncreated": "2031-05-05T07:05:00Z", "by": "Ana Roe", "infosources": [{"name": "Norrish Press"}], "headlines": [{"role": "sub", "value": "More"}, {"role": "main", "value": "Board knew"}], "bodies": [{"role": "text", "contenttype": "text/plain", "value": "It was told, she said. It waited."}, {"role": "xhtml", "contenttype": "text/html", "value": "<p>It was told, she said.</p><p>It waited.</p>"}]}""")]
    [InlineData("""{"uri": "urn:x:1", "versionCreated": "2031-05-05T07:05:00Z", "by": "Ana Roe", "infoSources": [{"name": "Norrish Press"}], "subjects": [{"name": "Harbours"}], "headlines": [{"value": "Board knew"}], "bodies": [{"contentType": "text/html", "value": "<p>It was told, she said.</p><p>It waited.</p>"}]}""")]
    public void NewsInJson_IsOneDocument(string json)
    {
        var document = Reading.Documents(json, "item").Single();
        Assert.Equal("Board knew\nIt was told, she said.\nIt waited.", document.Text);
        Assert.Equal(("Board knew", "Ana Roe", "Norrish Press", 2031), (document.Title, document.Byline, document.Outlet, document.Modified!.Value.Year));
    }

    [Fact]
    public void Csv_IsItsRecords()
    {
        var documents = Reading.Documents(Csv, "a");
        Assert.Equal(["Board \"knew\"\nIt was told, she said.\nIt waited.", "Mole holds\nHe said so."], documents.Select(d => d.Text));
        Assert.Equal(("The Daily Gull", null), (documents[0].Outlet, documents[1].Outlet));
        Assert.Equal(2031, documents[0].Published!.Value.Year);
        Assert.Equal(documents[0].Id, Reading.All(documents[0].Raw.ToArray(), "one.csv").Single().Document!.Id);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Csv_WithOtherSeparators_IsRead(char separator) =>
        Assert.Equal("T, and more\nIt was told; she said.", Reading.Documents($"title{separator}text\nT, and more{separator}\"It was told; she said.\"\n", "a.csv").Single().Text);

    [Fact]
    public void Columns_ThatAreNamed_AreTaken()
    {
        var options = new ReaderOptions { Columns = new ColumnMap { Text = "doc.words", Title = "h", Outlet = "who" } };
        var document = Reading.All("""{"h": "Board knew", "title": "no", "doc": {"words": "It was told."}, "who": "Gull"}"""u8.ToArray(), "a.json", options: options).Single().Document!;
        Assert.Equal(("Board knew\nIt was told.", "Gull"), (document.Text, document.Outlet));
    }

    [Fact]
    public void Line_ThatIsBroken_DoesNotKeepTheOthers() =>
        Assert.Equal(["A", ProblemCodes.Damaged, "C"], Reading.Fates(Reading.All("{\"title\": \"A\"}\n{\"title\": \n{\"title\": \"C\"}\n"u8.ToArray(), "a.jsonl")));

    public static TheoryData<string, string, string> Refused => new()
    {
        { "a.json", """{"x": "y"}""", ProblemCodes.UnknownColumns },
        { "a.csv", "x,y\n1,2\n", ProblemCodes.UnknownColumns },
        { "deep.json", string.Concat(Enumerable.Repeat("{\"a\":", 60)) + string.Concat(Enumerable.Repeat("[", 20_000)), ProblemCodes.Damaged },
        { "empty.json", "[]", ProblemCodes.NoText },
        { "b.jsonl", "{\"title\": \"\"}\n", ProblemCodes.UnknownColumns },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Records_ThatCannotBeRead_GetACode(string name, string text, string code) => Assert.Equal([code], Reading.Fates(Reading.All(Encoding.UTF8.GetBytes(text), name)));

    [Fact]
    public void Csv_WithAQuotationMarkThatIsNeverClosed_IsStopped()
    {
        var results = Reading.All(Encoding.UTF8.GetBytes("title,text\nA,b\nC,\"" + new string('d', 5_000)), "a.csv", options: new ReaderOptions { MaxBytes = 2_000 });
        Assert.Equal(["A", ProblemCodes.TooLarge], Reading.Fates(results));
    }

    [Theory]
    [InlineData("Story, by Ana Roe\n\nThe board was told, she said.\n")]
    [InlineData("[Photo] The board was told, she said.")]
    [InlineData("{sic} The board was told, she said.")]
    [InlineData("[\"The board was told\", she said.]")]
    public void Text_ThatIsNoRecord_IsText(string text) => Assert.Equal(text, Reading.Documents(text, "a").Single().Text);

    [Fact]
    public void Folder_GivesRecordsOnlyWhereTheyHaveTexts()
    {
        var folder = Directory.CreateTempSubdirectory("sayso");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "news.json"), """[{"title": "A", "body": "b"}]""");
            File.WriteAllText(Path.Combine(folder.FullName, "package.json"), """{"version": "1.0", "license": "MIT"}""");
            File.WriteAllText(Path.Combine(folder.FullName, "news.csv"), Csv);
            File.WriteAllText(Path.Combine(folder.FullName, "prices.csv"), "id,price\n1,2\n");
            Assert.Equal(["news.csv", "news.json"], InputFinder.Find([folder.FullName]).Select(Path.GetFileName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
