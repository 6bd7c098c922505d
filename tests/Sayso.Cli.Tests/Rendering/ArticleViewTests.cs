using NodaTime;
using Sayso.Cli.Rendering;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Cli.Tests.Rendering;

public sealed class ArticleViewTests
{
    private const string Text = "Nine boats sank on Friday. Rell said about 40 people were safe.";

    [Fact]
    public void ValuesInNoStatement_AreReadToo()
    {
        using var captured = new Captured(isTerminal: false);
        ArticleView.Show(captured.Terminal, _article, [_statement]);
        Assert.EndsWith("\t\t\t\tNine = 9 boats\n\t\t\t\tFriday = 2031-03-07\n", captured.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\t\t\t\tabout 40", captured.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OnATerminal_EveryFigureAndTimeIsBold()
    {
        using var captured = new Captured(isTerminal: true, hasColours: true);
        ArticleView.Show(captured.Terminal, _article, [_statement]);
        Assert.Contains("\e[1mNine\e[0m boats sank on \e[1mFriday\e[0m", captured.Output, StringComparison.Ordinal);
        Assert.Contains("in no statement  \e[0mFriday = 2031-03-07", captured.Output, StringComparison.Ordinal);
    }

    private static readonly Document _article = new() { Id = "d", Raw = default, RawHash = "", MediaType = "text/plain", Text = Text, Published = new LocalDateTime(2031, 3, 8, 9, 0).WithOffset(Offset.Zero) };
    private static readonly Statement _statement = new("s", "d", Find("Rell"), Find("said"), Find("about 40 people were safe")) { Quantities = ValuesOf("about 40") };

    private static ValueList<Core.Quantities.Quantity> ValuesOf(string words) => DocumentValues.Of(_article).Quantities.Where(q => q.Span.Slice(Text).SequenceEqual(words)).ToValueList();

    private static SpanList Find(string words) => SpanList.Of(new TextSpan(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length));
}
