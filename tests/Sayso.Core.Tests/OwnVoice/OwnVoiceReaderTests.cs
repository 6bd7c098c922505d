using System.Text;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.OwnVoice;
using Sayso.Core.Tests.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.OwnVoice;

public sealed class OwnVoiceReaderTests
{
    private static readonly OffsetDateTime _published = new LocalDate(2031, 3, 12).AtMidnight().WithOffset(Offset.Zero);

    /// <summary>A text; what is credited to others stands in braces; the clauses that the outlet asserts itself.</summary>
    public static TheoryData<string, string[]> Cases => new()
    {
        // Figures and dated events.
        { "The mole of Kessary is 1,200 meters long and serves two ferries.", ["The mole of Kessary is 1,200 meters long and serves two ferries"] },
        { "The council of Averholm opened the new mole on Friday.", ["The council of Averholm opened the new mole on Friday"] },
        { "The fund has lost 4% of its value since January.", ["The fund has lost 4% of its value since January"] },
        { "While Kessary boasts a fleet of 120 boats, most of them never leave port.", ["While Kessary boasts a fleet of 120 boats, most of them never leave port"] },
        { "AVERHOLM, Ostrelle (Bell) — The mole gave way on Friday after a week of storms.", ["The mole gave way on Friday after a week of storms"] },

        // The beginning of a sentence whose rest is somebody's.
        { "Shares of the line fell 4% on Monday after {Harpel said} {that it was in debt}.", ["Shares of the line fell 4% on Monday"] },
        { "The mole gave way in three places on Friday, and {Harpel blamed} {the builders}.", ["The mole gave way in three places on Friday"] },
        { "If the mole falls on Friday, {Harpel said}, {the town will flood}.", [] },
        { "{Harpel said} {that 40 boats sank on Friday}.", [] },

        // Nothing is asserted: no figure, a number that refers back, a name with a year, no verb, a question.
        { "The council of Averholm opened the new mole after long talks.", [] },
        { "The two councils of the coast have never been on good terms.", [] },
        { "The 2031 election campaign has divided the towns of the coast.", [] },
        { "A fleet of 120 boats in the port of Kessary at the mole.", [] },
        { "Were there 120 boats in the port of Kessary on Friday?", [] },
        { "It rained on Friday.", [] },

        { "That is as true today as it was in 2019 on the whole coast.", [] },
        { "The council would pay 40 million crowns for a new mole.", [] },
        { "Ann Loy has been paid five-figure fees for all her talks.", [] },
        { "This year, there is no excuse for a mole as weak as that.", [] },
        { "Nov. 4, 2030 The mole that got away and was never found.", [] },

        // A time of something else than what is told of.
        { "The mole of Kessary gave way on the anniversary of March 3, 2019.", [] },
        { "The council of Averholm has much to mend between now and June.", [] },
        { "Monday's ruling of the council will be felt along the whole coast.", [] },
        { "Monday's storm took 40 boats of the fleet from their moorings.", ["Monday's storm took 40 boats of the fleet from their moorings"] },
        { "Once the rule goes into effect on May 1, many boats will stay in port.", [] },

        // Somebody else may speak.
        { "The mole, according to a clerk, is 1,200 meters long today.", [] },
        { "The mole reportedly lost 300 meters of its length on Friday.", [] },
        { "We lost 300 meters of our mole on Friday in the storm.", [] },
        { "“The mole lost 300 meters of its length on Friday in the storm.”", [] },
        { "“The mole is gone. It lost 300 meters of its length on Friday alone.”", [] },
        { "The mole is “a wall of rotten wood and of lies” 300 meters long.", [] },
        { "The letter reads:\nThe mole lost 300 meters of its length on Friday.", [] },
        { "HARPEL: The mole lost 300 meters of its length on Friday.", [] },

        // No prose.
        { "Mole of Kessary loses 300 meters in storm on Friday", [] },
        { "This story was updated on Friday with 300 new photos of it.", [] },
        { "By Ann Loy, who has covered the port since 2019 for it.", [] },
        { "Ann Loy speaks at a rally in the port on Monday, March 3, 2031, in Kessary.", [] },
        { "Follow Ann Loy, who has 300 readers, on every Friday.", [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Clauses_OfTheOutlet_AreFound(string marked, string[] expected)
    {
        var (text, attributions) = Unmark(marked);
        var document = HandMade.Text(text) with { Published = _published };
        Assert.Equal(expected, OwnVoiceReader.Read(document, DocumentValues.Of(document), attributions).Select(s => s.Slice(text).ToString()));
    }

    [Fact]
    public void Statements_OfTheOutlet_HaveNoCue()
    {
        var (text, attributions) = Unmark("{Harpel said} {it sank}. The line may have lost 40 boats on Friday.");
        var document = HandMade.Text(text) with { Published = _published };
        var statements = Interpreter.Interpret(document, attributions);
        Assert.Equal([false, true], statements.Select(s => s.IsOwnVoice));
        var own = statements[1];
        Assert.Equal((0, 0, 0, null), (own.Source.Count, own.Cue.Count, own.Chain.Count, own.Parent));
        Assert.Equal((Stance.Assert, Certainty.Possible, "2031-03-07"), (own.Attitude!.Stance, own.Attitude.Certainty, own.EventAt));
        Assert.Equal(40, Assert.Single(own.Quantities).Value);
        Assert.Equal(StatementId.Of(document.Id, new Attribution(own.Source, own.Cue, own.Content)), own.Id);
    }

    [Fact]
    public void Inconsistencies_OfTheOutlet_AreStillFound()
    {
        const string Text = "In all 23 sailors were freed by the court of Kessary.\nAt sea 24 sailors were freed by the court of Kessary.";
        var document = HandMade.Text(Text) with { Published = _published };
        var statements = Interpreter.Interpret(document, []);
        Assert.Equal(2, statements.Count);
        Assert.Equal(DocumentValues.Of(document).InconsistenciesOf(document, []), DocumentValues.Of(document).InconsistenciesOf(document, statements));
    }

    /// <summary>Looks at words grow with the text and no faster, whatever it is made of.</summary>
    [Theory]
    [InlineData("It lost 40 boats on Friday. ")]
    [InlineData("one one one ")]
    [InlineData("\" 40 boats \" ")]
    [InlineData("(40) — ")]
    [InlineData("40 boats\n")]
    [InlineData("The mole lost 40 boats and ")]
    public void Cost_IsLinear(string worst)
    {
        long Looks(int characters)
        {
            StringBuilder text = new(characters + worst.Length);
            while (text.Length < characters)
            {
                text.Append(worst);
            }

            var document = HandMade.Text(text.ToString()) with { Published = _published };
            OwnVoiceReader.Read(document, DocumentValues.Of(document), [], out var looks);
            return looks;
        }

        var (small, large) = (Looks(10_000), Looks(1_000_000));
        Assert.InRange(large, 0, (110 * small) + 1000);
    }

    /// <summary>"{Harpel said} {that it sank}": braces hold source and cue, then what is said.</summary>
    private static (string Text, List<Attribution> Attributions) Unmark(string marked)
    {
        StringBuilder text = new();
        List<TextSpan> spans = [];
        foreach (var part in marked.Split('{'))
        {
            var close = part.IndexOf('}', StringComparison.Ordinal);
            if (close >= 0)
            {
                spans.Add(new TextSpan(text.Length, text.Length + close));
            }

            text.Append(part.Replace("}", "", StringComparison.Ordinal));
        }

        return (text.ToString(), spans.Count == 0 ? [] : [new Attribution(SpanList.Empty, SpanList.Of(spans[0]), SpanList.Of(spans.Skip(1)))]);
    }
}
