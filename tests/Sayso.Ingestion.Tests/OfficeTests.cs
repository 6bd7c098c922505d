using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class OfficeTests
{
    private const string Properties = """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
        <dc:title>Microsoft Word - release_v3.docx</dc:title><dc:creator>Ana Roe</dc:creator><dcterms:created>2031-05-01T00:00:00Z</dcterms:created><dcterms:modified>2031-05-05T07:05:00Z</dcterms:modified></cp:coreProperties>
        """;

    private const string WordBody = """
        <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Board knew of </w:t></w:r><w:r><w:t>cracks</w:t></w:r></w:p><w:p/>
        <w:p><w:r><w:t xml:space="preserve">The board was told, </w:t></w:r><w:del><w:r><w:delText>a liar</w:delText></w:r></w:del><w:ins><w:r><w:t>an engineer</w:t></w:r></w:ins><w:r><w:tab/><w:t>said.</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cracks</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>41</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "https://gull.example"</w:instrText></w:r><w:r><w:t>“We wrote it down,”</w:t><w:br/><w:t>she said.</w:t></w:r></w:p>
        """;

    private const string OpenBody = """
        <text:h text:style-name="H" text:outline-level="1">Board knew<text:s text:c="2"/>of cracks</text:h><text:p/>
        <text:tracked-changes><text:changed-region><text:deletion><text:p>a liar</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:p>The board was told, <text:span>an engineer</text:span><text:note><text:note-body><text:p>In May.</text:p></text:note-body></text:note><text:tab/>said.</text:p>
        <table:table><table:table-row><table:table-cell><text:p>41</text:p></table:table-cell></table:table-row></table:table>
        """;

    public static byte[] Word(string body) => Archives.Zip(
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
        ("word/document.xml", $"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>"),
        ("word/header1.xml", "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:r><w:t>Running head</w:t></w:r></w:p></w:hdr>"),
        ("docProps/core.xml", Properties));

    private static byte[] OpenText(string body, string manifest = "<m/>") => Archives.Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><o:body><o:text>{body}</o:text></o:body></o:document-content>"),
        ("META-INF/manifest.xml", manifest),
        ("meta.xml", "<o:document-meta xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><o:meta><dc:creator>Bo Lind</dc:creator><dc:date>2031-05-05T07:05:00</dc:date><dc:language>en-GB</dc:language></o:meta></o:document-meta>"));

    [Fact]
    public void WordDocument_IsItsParagraphs_AsTheAuthorLeftThem()
    {
        var document = Reading.Bytes(Word(WordBody)).Document!;
        Assert.Equal(["Board knew of cracks", "The board was told, an engineer said.", "Cracks", "41", "“We wrote it down,” she said."], document.Text.Split('\n'));
        Assert.Equal(("Board knew of cracks", "Ana Roe", null), (document.Title, document.Byline, document.Published));
        Assert.Equal(7, document.Modified!.Value.Hour);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", document.MediaType);
    }

    [Fact]
    public void OpenDocument_IsItsParagraphs_AsTheAuthorLeftThem()
    {
        var document = Reading.Bytes(OpenText(OpenBody)).Document!;
        Assert.Equal(["Board knew of cracks", "The board was told, an engineer said.", "41"], document.Text.Split('\n'));
        Assert.Equal(("Board knew of cracks", "Bo Lind", "en"), (document.Title, document.Byline, document.Language));
    }

    [Fact]
    public void Raw_IsTheWholeFile()
    {
        var bytes = Word(WordBody);
        Assert.Equal(bytes, Reading.Bytes(bytes).Document!.Raw.ToArray());
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "no text", Word("<w:p/>"), ProblemCodes.NoText },
        { "broken XML", Word("<w:p><w:r>"), ProblemCodes.Damaged },
        { "a document type", Archives.Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")), ProblemCodes.Damaged },
        { "a password", OpenText(OpenBody, "<m><encryption-data/></m>"), ProblemCodes.Encrypted },
        { "a truncated archive", Word(WordBody)[..^60], ProblemCodes.Damaged },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Document_ThatCannotBeRead_GetsACode(string name, byte[] bytes, string code) => Assert.Equal([code], Reading.Fates(Reading.All(bytes, name)));

    [Fact]
    public void Document_ThatUnpacksToTooMuch_IsRefused()
    {
        var options = new ReaderOptions { MaxCharacters = 100_000 };
        var body = "<w:p><w:r><w:t>" + new string('a', 5_000_000) + "</w:t></w:r></w:p>";
        Assert.Equal([ProblemCodes.Expands], Reading.Fates(Reading.All(Word(body), "bomb.docx", options: options)));
    }

    [Fact]
    public void Paragraphs_InsideEachOtherWithoutEnd_AreBorne()
    {
        var body = string.Concat(Enumerable.Repeat("<w:p><w:r>", 100_000)) + "<w:t>She said it.</w:t>" + string.Concat(Enumerable.Repeat("</w:r></w:p>", 100_000));
        Assert.Equal("She said it.", Reading.Bytes(Word(body)).Document!.Text);
    }
}
