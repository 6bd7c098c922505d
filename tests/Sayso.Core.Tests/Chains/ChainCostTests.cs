using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Tests.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Chains;

/// <summary>What reading chains, speakers and stances costs, counted in what the rules look at and not by the clock.</summary>
public sealed class ChainCostTests
{
    private const int Small = 10_000, Large = 1_000_000;

    /// <summary>
    /// The rules' own worst words. <c>@</c> stands for a word that is another one each time: names that go on for lines,
    /// people of one surname, pronouns and descriptions far from whom they mean, documents, outlets, open quotations.
    /// </summary>
    [Theory]
    [InlineData("Mr. Mrs. Dr. ")]
    [InlineData("Harbour Board Chief of Staff ")]
    [InlineData("Mr. @ Poe said no. Poe said so. ")]
    [InlineData("Anna @ of the Harbour Board and @ Loy said no. ")]
    [InlineData("@ Harpel spoke. He said no. She said so. They said it. ")]
    [InlineData("the mayor, @ Loy, said no. The mayor said so. ")]
    [InlineData("a letter by @ said no. The letter said so. The poll said it. ")]
    [InlineData("“I ‘we \"who said no. ")]
    [InlineData("told the @ said @ that ")]
    [InlineData("her spokesman said no. whose company said so. who said it. ")]
    public void Cost_IsLinear(string worst)
    {
        var (small, large) = (Looks(worst, Small, isHeld: false), Looks(worst, Large, isHeld: false));
        Assert.InRange(large, 1, (120 * small) + 1000);
    }

    /// <summary>One statement that holds all the others, in an open quotation.</summary>
    [Theory]
    [InlineData("he said no. ")]
    [InlineData("the board, citing @, said no. ")]
    public void CostOfWhatIsHeld_IsLinear(string worst)
    {
        var (small, large) = (Looks(worst, Small, isHeld: true), Looks(worst, Large, isHeld: true));

        // Up to a bound a quotation is looked back over: the small text stands below it.
        Assert.InRange(large, 1, (220 * small) + 1000);
    }

    [Theory]
    [InlineData("did not refuse to ")]
    [InlineData("neither nor no not never ")]
    [InlineData("may probably perhaps will ")]
    [InlineData("told her to go and that ")]
    [InlineData("n’t’t’t")]
    [InlineData("aaaaaaaaaa")]
    public void CostOfAnAttitude_DoesNotGrow(string worst)
    {
        // 40 words of the cue, 40 of the content and one of the source, whatever the length; contractions are two.
        var text = Repeat(worst, Large);
        var (_, looks) = AttitudeReader.Counted(text, Span(0, text.Length / 2), Span(text.Length / 2, text.Length), Span(0, text.Length));
        Assert.InRange(looks, 1, 84);
    }

    private static long Looks(string worst, int characters, bool isHeld)
    {
        var text = (isHeld ? "Rell said: “" : "") + Repeat(worst, characters);
        List<Attribution> attributions = [];
        var holder = isHeld ? new Attribution(Span(0, 4), Span(5, 9), Span(11, text.Length)) : null;
        if (holder is not null)
        {
            attributions.Add(holder);
        }

        // What stands between a mark and "said" is a source; a part without "said" has none.
        for (int from = isHeld ? 12 : 0, at; (at = text.IndexOf(" said ", from, StringComparison.Ordinal)) >= 0; from = at + 6)
        {
            var start = Math.Max(from, text.LastIndexOf('.', at, at - from) + 2);
            if (start < at && (!isHeld || start > 12))
            {
                attributions.Add(new Attribution(Span(start, at), Span(at + 1, at + 5), Span(at + 6, Math.Min(text.Length, at + 8))) { Parent = holder });
            }
        }

        Attitude[] attitudes = [.. attributions.Select(a => AttitudeReader.Read(text, a.Cue, a.Content, a.Source))];
        ChainBuilder.Build(HandMade.Text(text), attributions, attitudes, out var looks);
        return looks;
    }

    private static string Repeat(string worst, int characters)
    {
        var text = new System.Text.StringBuilder(characters + worst.Length);
        for (var i = 0; text.Length < characters; i++)
        {
            text.Append(worst.Replace("@", Word(i), StringComparison.Ordinal));
        }

        return text.ToString();
    }

    /// <summary>A word with a capital, another one for each number, four letters long.</summary>
    private static string Word(int number) =>
        string.Create(4, number, (letters, n) =>
        {
            for (var i = 3; i >= 0; i--, n /= 26)
            {
                letters[i] = (char)((i == 0 ? 'A' : 'a') + (n % 26));
            }
        });

    private static SpanList Span(int start, int end) => SpanList.Of(new TextSpan(start, end));
}
