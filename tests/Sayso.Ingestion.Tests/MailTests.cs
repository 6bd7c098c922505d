using System.IO.Compression;
using System.Text;
using NodaTime.Text;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class MailTests
{
    private const string Header = """
        From: "The Daily Gull" <letters@gull.example>
        To: reader@bay.example
        Subject: =?utf-8?q?Board_knew_of_cracks=2C_engineer_says_=E2=80=93_morning_letter?=
        Date: Mon, 05 May 2031 07:05:00 +0200
        Message-ID: <1@gull.example>
        Archived-At: <https://gull.example/letters/1>
        List-Unsubscribe: <https://gull.example/stop>
        MIME-Version: 1.0

        """;

    private const string Html = """
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <html><body><div style=3D"display:none">What the list shows before you open it</div>
        <table><tr><td><a href=3D"https://gull.example/v">View this email in your browser</a></td></tr>
        <tr><td><p>The harbour board was told of cracks in the north mole two years ago, an =
        engineer said on Monday.</p><p>=E2=80=9CWe wrote it down,=E2=80=9D said Ilsa Brandt.</p></td></tr>
        <tr><td>You are receiving this letter because you signed up at our desk.</td></tr>
        <tr><td><a href=3D"https://gull.example/u">Unsubscribe</a></td></tr></table></body></html>

        """;

    private const string Wrapped = """
        Content-Type: text/plain; charset=utf-8

        The harbour board was told of cracks in the north mole two years ago,
        an engineer said on Monday, and did nothing.

        - first point
        - second point

        """;

    private const string Press = """
        Content-Type: text/plain; name="statement.txt"
        Content-Disposition: attachment; filename="statement.txt"

        The board said that it would not comment.

        """;

    private const string Picture = """
        Content-Type: image/png; name="mole.png"
        Content-Disposition: attachment; filename="mole.png"
        Content-Transfer-Encoding: base64

        iVBORw0KGgoAAAAA

        """;

    [Fact]
    public void Newsletter_IsItsHeadlineAndParagraphs_WithoutWhatItSaysOfItself()
    {
        var document = Reading.Documents(Header + Html, "letter").Single();
        Assert.Equal(
            [
                "Board knew of cracks, engineer says – morning letter",
                "The harbour board was told of cracks in the north mole two years ago, an engineer said on Monday.",
                "“We wrote it down,” said Ilsa Brandt.",
            ],
            document.Text.Split('\n'));
        Assert.Equal("message/rfc822", document.MediaType);
        Assert.Equal(("The Daily Gull", null, "https://gull.example/letters/1"), (document.Outlet, document.Byline, document.Url));
        Assert.Equal("2031-05-05T07:05:00+02", OffsetDateTimePattern.GeneralIso.Format(document.Published!.Value));
    }

    [Fact]
    public void Letter_OfAPerson_HasABylineAndNoOutlet()
    {
        var header = Header.Replace("List-Unsubscribe: <https://gull.example/stop>\n", "", StringComparison.Ordinal);
        var document = Reading.Documents(header + Wrapped, "letter").Single();
        Assert.Equal((null, "The Daily Gull"), (document.Outlet, document.Byline));
    }

    [Fact]
    public void BrokenLines_OfPlainText_AreOneParagraph()
    {
        var lines = Reading.Documents(Header + Wrapped, "letter.eml").Single().Text.Split('\n');
        Assert.Equal("The harbour board was told of cracks in the north mole two years ago, an engineer said on Monday, and did nothing.", lines[1]);
        Assert.Equal(["- first point", "- second point"], lines[2..]);
    }

    [Fact]
    public void FlowedText_IsPutTogetherByItsBlanks()
    {
        const string Body = "Content-Type: text/plain; charset=utf-8; format=flowed\n\nThe board \nwas told, she \nsaid.\nIt did nothing.\n";
        Assert.Equal(["The board was told, she said.", "It did nothing."], Reading.Documents(Header + Body, "letter").Single().Text.Split('\n')[1..]);
    }

    [Fact]
    public void Alternatives_AreOneText_AttachmentsAreDocuments_PicturesAreNot()
    {
        var body = Multipart("mixed", "a", Multipart("alternative", "b", Wrapped, Html), Press, Picture);
        var results = Reading.All(Encoding.UTF8.GetBytes(Header + body), "letter.eml");
        Assert.Equal(["letter.eml", "letter.eml#statement.txt"], results.Select(r => r.Path));
        Assert.DoesNotContain("second point", results[0].Document!.Text, StringComparison.Ordinal);
        Assert.Equal("The board said that it would not comment.\n", results[1].Document!.Text);
    }

    [Fact]
    public void ForwardedMessage_IsADocumentOfItsOwn()
    {
        var body = Multipart("mixed", "a", Wrapped, "Content-Type: message/rfc822\n\n" + Header.Replace("Board_knew", "Council_knew", StringComparison.Ordinal) + Html);
        var documents = Reading.Documents(Header + body, "letter.eml");
        Assert.Equal(2, documents.Count);
        Assert.StartsWith("Council knew", documents[1].Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Mailbox_IsItsMessages_EachWithItsBytes(string lineEnd)
    {
        var one = (Header + Wrapped).ReplaceLineEndings(lineEnd);
        var two = one.Replace("Board_knew", "Council_knew", StringComparison.Ordinal);
        var box = $"From gull Mon May  5 07:05:00 2031{lineEnd}{one}{lineEnd}From gull Mon May  5 08:05:00 2031{lineEnd}{two}";
        var documents = Reading.Documents(box, "letters");
        Assert.Equal(["letters#1", "letters#2"], documents.Select(d => d.Path));
        Assert.StartsWith("Council knew", documents[1].Title, StringComparison.Ordinal);
        Assert.Equal(two, Encoding.UTF8.GetString(documents[1].Raw.Span));
        Assert.Equal(documents[1].Id, Reading.Documents(two, "two.eml").Single().Id);
    }

    [Fact]
    public void Mailbox_CompressedWithGzip_IsReadAsWell()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"From gull Mon May  5 07:05:00 2031\n{Header}{Wrapped}"));
        }

        Assert.Equal("letters.mbox#1", Reading.All(packed.ToArray(), "letters.mbox.gz").Single().Document!.Path);
    }

    [Fact]
    public void Mailbox_LargerThanTheBound_IsReadMessageByMessage()
    {
        var message = $"From gull Mon May  5 07:05:00 2031\n{Header}{Wrapped}\n";
        var large = message.Replace("did nothing", new string('x', 30_000), StringComparison.Ordinal);
        var results = Reading.All(Encoding.UTF8.GetBytes(message + large + string.Concat(Enumerable.Repeat(message, 100))), "box", options: new ReaderOptions { MaxBytes = 20_000 });
        Assert.Equal(102, results.Count);
        Assert.Equal(("box#2", ProblemCodes.TooLarge), (results[1].Path, results[1].Problem!.Code));
        Assert.Single(results, r => r.Document is null);
    }

    [Fact]
    public void TextFile_ThatLooksLikeMail_IsTextByItsName() => Assert.Equal(Header + Wrapped, Reading.Documents(Header + Wrapped, "notes.txt").Single().Text);

    [Theory]
    [InlineData("Date: Monday\nFrom the board comes word that it knew, she said.")]
    [InlineData("From: the board\nIt knew, she said.\n")]
    [InlineData("From here on 7:05 it rained, she said.\n\nFrom: a\nTo: b\n")]
    public void Text_ThatIsNoMail_IsText(string text) => Assert.Equal("text/plain", Reading.Text(text).Document!.MediaType);

    [Fact]
    public void StatedAddress_IsTheMessages_NotItsAttachments()
    {
        var stated = new StatedMetadata { Url = "https://bay.example/1", Outlet = "Bay" };
        var results = Reading.All(Encoding.UTF8.GetBytes(Header.Replace("Archived-At: <https://gull.example/letters/1>\n", "", StringComparison.Ordinal) + Multipart("mixed", "a", Wrapped, Press)), "letter.eml", stated);
        Assert.Equal(["https://bay.example/1", null], results.Select(r => r.Document!.Url));
        Assert.Equal(["The Daily Gull", "Bay"], results.Select(r => r.Document!.Outlet));
    }

    [Fact]
    public void Message_WithoutText_GetsACode() => Assert.Equal(ProblemCodes.NoText, Reading.Bytes(Encoding.UTF8.GetBytes(Header + "\n\n")).Problem!.Code);

    [Fact]
    public void Message_WhosePartsNestWithoutEnd_IsBorne()
    {
        var body = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n")) + Wrapped;
        Assert.Equal([ProblemCodes.NoText], Reading.Fates(Reading.All(Encoding.UTF8.GetBytes(Header + body), "letter.eml")));
    }

    [Fact]
    public void Gzip_ThatUnpacksWithoutEnd_IsStopped()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var i = 0; i < 100; i++)
            {
                gzip.Write(new byte[1 << 20]);
            }
        }

        var options = new ReaderOptions { MaxBytes = 1 << 20 };
        Assert.Contains(Reading.All(packed.ToArray(), "a.txt.gz", options: options).Single().Problem!.Code, new[] { ProblemCodes.Expands, ProblemCodes.Binary });
        Assert.Equal(ProblemCodes.Expands, Nested(packed: "It rained, she said."u8.ToArray(), levels: 7).Problem!.Code);
    }

    [Fact]
    public void Gzip_ThatBreaksOff_GetsACode()
    {
        var broken = Packed(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"She said it {i} times. "))));
        Assert.Equal(ProblemCodes.Damaged, Reading.Bytes(broken[..(broken.Length / 2)]).Problem!.Code);
    }

    private static ReadResult Nested(byte[] packed, int levels) => levels == 0 ? Reading.Bytes(packed) : Nested(Packed(packed), levels - 1);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string Multipart(string kind, string boundary, params string[] parts) =>
        $"Content-Type: multipart/{kind}; boundary={boundary}\n\n{string.Concat(parts.Select(p => $"--{boundary}\n{p}\n"))}--{boundary}--\n";
}
