using System.Text;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class PlainTextTests
{
    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "UTF-8", "“Café”, said Zoë."u8.ToArray(), "“Café”, said Zoë." },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. "“Yes”"u8], "“Yes”" },
        { "UTF-16 LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("“Yes” 😀")], "“Yes” 😀" },
        { "UTF-16 BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("“Yes”")], "“Yes”" },
        { "Windows-1252", [0x93, (byte)'C', (byte)'a', (byte)'f', 0xE9, 0x94, (byte)'.'], "“Café”." },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_IsDecoded_FromEachEncoding(string name, byte[] bytes, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Reading.Bytes(bytes).Document!.Text);
    }

    [Fact]
    public void Text_KeepsItsLineEndsAndMarks()
    {
        const string text = "One ‘said’ it.\r\n\r\n  \"Two\" didn't.\rThree—e\u0301 \U0001F600\n";
        Assert.Equal(text, Reading.Text(text).Document!.Text);
    }

    [Fact]
    public void BrokenBytes_InUtf8_AreReplacedWithAWarning()
    {
        var document = Reading.Bytes([.. "“Good”, said é "u8, 0xC3, 0x28, .. " and ’ more"u8]).Document!;
        Assert.Contains("“Good”, said é \uFFFD", document.Text, StringComparison.Ordinal);
        Assert.Equal(ProblemCodes.InvalidEncoding, Assert.Single(document.Problems).Code);
    }

    [Fact]
    public void Nuls_InText_AreKept()
    {
        var text = "She said it\0 would hold. " + new string('a', 200);
        Assert.Equal(text, Reading.Text(text).Document!.Text);
    }

    [Fact]
    public void SameBytes_SameStatement_SameId_ButNotAnotherOutlet()
    {
        var first = Reading.Text("It rained, she said.").Document!;
        Assert.Equal(first.Id, Reading.Text("It rained, she said.").Document!.Id);
        Assert.NotEqual(first.Id, Reading.Text("It rained, she said.", new StatedMetadata { Outlet = "The Daily Gull" }).Document!.Id);
        Assert.Equal(32, first.Id.Length);
    }

    [Theory]
    [InlineData("The harbour board was told of cracks in the mole, and it did nothing with the news for years.", "en")]
    [InlineData("Der Hafenmeister sagte am Montag, dass die Mole seit zwei Jahren Risse habe und niemand etwas getan hat.", "de")]
    [InlineData("港の委員会は二年前に防波堤のひび割れを知らされていたが、何もしなかったと技師は月曜日に語った。", "ja")]
    [InlineData("工程师周一表示，港口委员会两年前就得知防波堤出现裂缝，但没有采取任何行动。", "zh")]
    [InlineData("Zu kurz.", null)]
    public void Language_IsTold(string text, string? expected) => Assert.Equal(expected, Reading.Text(text).Document!.Language);
}
