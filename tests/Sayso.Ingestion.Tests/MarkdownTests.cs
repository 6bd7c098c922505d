using System.Text;
using NodaTime.Text;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Tests;

public sealed class MarkdownTests
{
    private const string Article = """
        ---
        title: "Board knew of cracks"
        author: Ana Roe
        date: 2031-05-05
        url: https://gull.example/a1
        ---
        # Board knew of cracks

        The board was **told**, an [engineer](https://gull.example/e) *said*
        on Monday.

        > “We wrote it down,” said Ilsa Brandt.

        - The mole holds &amp; will, he said.

        | Cracks | 41 |
        |---|---|
        | Told | 2 |

        <script>alert('no')</script>
        """;

    [Theory]
    [InlineData("a1.md")]
    [InlineData("a1")]
    public void Article_IsItsTextWithoutMarks(string name)
    {
        var document = Reading.Documents(Article, name).Single();
        Assert.Equal(["Board knew of cracks", "The board was told, an engineer said on Monday.", "“We wrote it down,” said Ilsa Brandt.", "The mole holds & will, he said.", "Cracks"], document.Text.Split('\n')[..5]);
        Assert.DoesNotContain("alert", document.Text, StringComparison.Ordinal);
        Assert.Equal(("Ana Roe", "https://gull.example/a1", "text/markdown"), (document.Byline, document.Url, document.MediaType));
        Assert.Equal("2031-05-05T00:00:00Z", OffsetDateTimePattern.GeneralIso.Format(document.Published!.Value));
    }

    [Fact]
    public void Title_WithoutFrontMatter_IsTheFirstHeading() =>
        Assert.Equal("Board knew of cracks", Reading.Documents("## Board *knew* of cracks\n\nIt was told, she said.\n", "a.md").Single().Title);

    [Theory]
    [InlineData("a1.txt", "# Board\n\n[It](https://gull.example/) knew.")]
    [InlineData("a1", "Item #1\n# of cracks: 41\n*It* knew, she said.")]
    [InlineData("a1", "---\nIt knew, she said.\n---\nIt waited.")]
    public void Text_ThatIsNoMarkdown_KeepsItsMarks(string name, string text) => Assert.Equal(text, Reading.Documents(text, name).Single().Text);

    [Theory]
    [InlineData(">", 50_000)]
    [InlineData("[", 50_000)]
    [InlineData("*a_", 50_000)]
    [InlineData("- ", 20_000)]
    [InlineData("`a``", 50_000)]
    public void Marks_WithoutEnd_GetACodeOrAText(string mark, int times) =>
        Assert.Single(Reading.All(Encoding.UTF8.GetBytes("# It knew\n\n" + string.Concat(Enumerable.Repeat(mark, times)) + " she said"), "a.md"));

    [Theory]
    [InlineData("»=»=»=")]
    [InlineData("[board]: https://gull.example/board\n")]
    public void Markdown_OfMarksAlone_HoldsNoText(string text) =>
        Assert.Equal([ProblemCodes.NoText], Reading.Fates(Reading.All(Encoding.Latin1.GetBytes(text), "a.md")));

    [Fact]
    public void Markdown_OfAMillionCharacters_IsRefused() =>
        Assert.Equal([ProblemCodes.TooLarge], Reading.Fates(Reading.All(Encoding.UTF8.GetBytes(new string('a', 1_000_001)), "a.md")));
}
