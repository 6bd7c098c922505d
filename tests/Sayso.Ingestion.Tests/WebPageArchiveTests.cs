using System.Text;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class WebPageArchiveTests
{
    private static string Saved(string page) => $"""
        From: <Saved by Blink>
        Snapshot-Content-Location: https://gull.example/a1
        Subject: Board knew
        Date: Thu, 1 Jan 2032 00:00:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related;
        	type="text/html";
        	boundary="----b"

        ------b
        Content-Type: text/html
        Content-ID: <f@mhtml.blink>
        Content-Transfer-Encoding: 8bit
        Content-Location: https://gull.example/a1

        {page}
        ------b
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://gull.example/mole.png

        iVBORw0KGgo=
        ------b--
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void SavedPage_IsItsArticle_AtItsAddress(string lineEnd)
    {
        var document = Reading.Documents(Saved($"<html><head><title>Board knew</title></head><body><nav>Home</nav>{Reading.Body}</body></html>").ReplaceLineEndings(lineEnd), "a1.mhtml").Single();
        Assert.Equal(4, document.Text.Split('\n').Length);
        Assert.Contains("“We wrote it down,” said", document.Text, StringComparison.Ordinal);
        Assert.Equal(("Board knew", "https://gull.example/a1", null, "multipart/related"), (document.Title, document.Url, document.Published, document.MediaType));
    }

    [Fact]
    public void SavedPage_WithoutArticle_GetsACode() =>
        Assert.Equal([ProblemCodes.NoArticle], Reading.Fates(Reading.All(Encoding.UTF8.GetBytes(Saved("<p>Log in</p>")), "a1.mhtml")));
}
