using System.Diagnostics;
using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Attitudes;

public sealed class AttitudeReaderTests
{
    /// <summary>Cue, content, and what they mean.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "said", "that the dam had held", "assert certain positive" },
        { "", "that the dam had held", "assert certain positive" },
        { "told", "the council that the dam had not held", "assert certain negative" },
        { "said", "“Nobody was late,”", "assert certain negative" },
        { "said", "it was not only wet but cold", "assert certain positive" },
        { "said", "that the harbour master had received no such letter", "assert certain negative" },
        { "said", "that the harbour master had received the letter", "assert certain positive" },
        { "no longer insisted", "that the gate had been serviced", "decline unknown positive" },
        { "said", "the dam may have cracked", "assert possible positive" },
        { "said", "the gate was probably open", "assert probable positive" },
        { "believes", "the gate was open", "assert probable positive" },
        { "does not believe", "the gate was open", "assert probable negative" },
        { "is believed", "The captain + to have left", "assert probable positive" },
        { "hopes", "the rain stops", "assert possible positive" },
        { "did not know", "who opened it", "assert certain negative" },
        { "denied", "that the gate was open", "deny certain negative" },
        { "did not deny", "that the gate was open", "not-deny unknown positive" },
        { "would neither confirm nor deny", "the figure", "decline unknown positive" },
        { "refused to rule out", "a second inquiry", "not-deny unknown positive" },
        { "refused", "to rule out a second inquiry", "not-deny unknown positive" },
        { "stopped short of denying", "the figure", "not-deny unknown positive" },
        { "did not dispute", "the figure", "not-deny unknown positive" },
        { "declined to say", "who signed it", "decline unknown positive" },
        { "declined to comment", "", "decline unknown positive" },
        { "has not said", "who signed it", "decline unknown positive" },
        { "failed to confirm", "the figure", "decline unknown positive" },
        { "has not endorsed", "either bid", "decline unknown positive" },
        { "had no intention of", "resigning", "promise certain negative" },
        { "did not respond to a request for comment", "", "decline unknown positive" },
        { "confirmed", "the figure", "confirm certain positive" },
        { "admitted", "that the gate was open", "confirm certain positive" },
        { "answered", "“Yes.”", "confirm certain positive" },
        { "dismissed", "the report as gossip", "dismiss certain negative" },
        { "rejected", "claims that the gate was open", "deny certain negative" },
        { "rejected", "the idea of a toll", "dismiss certain negative" },
        { "played down", "the crack", "dismiss certain negative" },
        { "expects", "the river to fall", "estimate probable positive" },
        { "is expected", "The river + to fall", "estimate probable positive" },
        { "pledged", "to mend the gate", "promise certain positive" },
        { "refused", "to resign", "promise certain negative" },
        { "agreed", "to mend the gate", "promise certain positive" },
        { "agreed", "that the gate was open", "assert certain positive" },
        { "said", "“We will mend the gate,”", "promise certain positive" },
        { "said", "he would not resign", "promise certain negative" },
        { "said", "the company will mend the gate", "promise certain positive" },
        { "is considering", "a second gate", "promise possible positive" },
        { "wants", "to run again", "promise certain positive" },
        { "wants", "the mayor to resign", "demand unknown positive" },
        { "urged", "the mayor to resign", "demand unknown positive" },
        { "told", "her to leave", "demand unknown positive" },
        { "told", "her that she needed to leave", "assert certain positive" },
        { "calls for", "an inquiry", "demand unknown positive" },
        { "asked", "whether the gate was open", "ask unknown positive" },
        { "wants", "to know who signed it", "ask unknown positive" },
        { "questioned", "whether the gate was open", "ask unknown positive" },
        { "questioned", "the mayor's motives", "criticize certain positive" },
        { "warned", "that the dam could burst", "warn possible positive" },
        { "praised", "the crews", "praise certain positive" },
        { "said", "she was proud of the crews", "praise certain positive" },
        { "announced", "his support for the bid", "praise certain positive" },
        { "does not support", "the bid", "criticize certain negative" },
        { "accused", "the ministry of delay", "criticize certain positive" },
        { "called", "the plan a disgrace", "criticize certain positive" },
        { "called", "the plan bold", "assert certain positive" },
        { "may have intended", "to leave", "promise possible positive" },
        { "There were no reports", "of damage", "assert certain negative" },
        { "won’t say", "who signed it", "decline unknown positive" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Attitude_IsRead_From(string cue, string content, string expected)
    {
        var read = Read(cue, content, out _);
        Assert.Equal(expected, $"{ClosedSet.NameOf(read.Stance)} {ClosedSet.NameOf(read.Certainty)} {ClosedSet.NameOf(read.Polarity)}");
    }

    [Theory]
    [InlineData("did not deny", "the figure", "not deny", "not deny", "")]
    [InlineData("said", "the dam may not have cracked", "", "may", "not")]
    [InlineData("said", "she was proud of the crews", "was proud", "", "")]
    [InlineData("refused", "to rule out an inquiry", "refused rule out", "refused rule out", "")]
    public void Values_KeepTheWordsThatShowThem(string cue, string content, string stance, string certainty, string polarity)
    {
        var read = Read(cue, content, out var text);
        Assert.Equal((stance, certainty, polarity), (read.StanceWords.TextOf(text), read.CertaintyWords.TextOf(text), read.PolarityWords.TextOf(text)));
    }

    [Fact]
    public void Names_AreThoseOfTheClosedSets()
    {
        Assert.Equal(
            "assert deny confirm dismiss decline not-deny estimate promise demand ask warn praise criticize",
            string.Join(' ', ClosedSet.Names<Stance>()));
        Assert.All(Enum.GetValues<Stance>(), s => Assert.Equal(s, ClosedSet.Parse<Stance>(ClosedSet.NameOf(s))));
        Assert.All(Enum.GetValues<Certainty>(), c => Assert.Equal(c, ClosedSet.Parse<Certainty>(ClosedSet.NameOf(c))));
        Assert.All(new[] { null, "", "Deny", "notdeny", "0" }, word => Assert.Null(ClosedSet.Parse<Stance>(word)));
    }

    /// <summary>However long the content, only its first words are looked at: what is behind them changes nothing.</summary>
    [Fact]
    public void LongContent_IsReadByItsFirstWords()
    {
        var words = string.Concat(Enumerable.Repeat("not may deny refused to rule out ", 30_000));
        var content = "that the dam had held " + string.Concat(Enumerable.Repeat("and so ", 20));
        Assert.Equal(Read("said", content + words, out _), Read("said", content + "end", out _));
    }

    private static Attitude Read(string cue, string content, out string text)
    {
        List<TextSpan> spans = [];
        text = string.Empty;
        foreach (var part in new[] { cue }.Concat(content.Split(" + ")))
        {
            spans.Add(new TextSpan(text.Length, text.Length + part.Length));
            text += part + "\n";
        }

        Debug.Assert(spans.Count > 1);
        return AttitudeReader.Read(text, SpanList.Of(spans.Take(1).Where(s => !s.IsEmpty)), SpanList.Of(spans.Skip(1).Where(s => !s.IsEmpty)));
    }
}
