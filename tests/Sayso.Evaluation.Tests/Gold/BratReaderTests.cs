using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class BratReaderTests
{
    // Code points: Ana 0-3, Poe 4-7, said 8-12, rents 13-18, rise 19-23, and 24-27, fall 28-32
    private const string Text = "Ana Poe said rents rise and fall";
    private const string Spans =
        "T1\tSource 0 7\tAna Poe\nT2\tCue 8 12\tsaid\nT3\tContent 13 23\trents rise\nT4\tAttribution 8 12\tsaid\n";

    [Theory]
    [InlineData("plain", Spans + "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n", "[0,7) [8,12) [13,23)")]
    [InlineData("no source", Spans + "E1\tAttribution-no-source:T4 Cue:T2 Content:T3\n", " [8,12) [13,23)")]
    [InlineData("spans below their relation", "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n" + Spans, "[0,7) [8,12) [13,23)")]
    [InlineData("trigger only", Spans + "E1\tAttribution:T4\n", "")]
    [InlineData("no cue", Spans + "E1\tAttribution:T4 Source:T1 Content:T3\n", "")]
    [InlineData("trigger is no role", Spans + "E1\tCue:T2 Source:T1\n", "")]
    [InlineData("argument of another type", Spans + "E1\tAttribution:T4 Cue:T2 Source:T3 Content:T3\n", " [8,12) [13,23)")]
    [InlineData("second content", Spans + "T5\tContent 28 32\tfall\nE1\tAttribution:T4 Cue:T2 Content:T3 Content2:T5\n", " [8,12) [13,23)[28,32)")]
    [InlineData("shared source", Spans + "T5\tCue 24 27\tand\nE1\tAttribution:T4 Cue:T2 Source:T1\nE2\tAttribution:T5 Cue:T5 Source:T1\n", "[0,7) [8,12)  / [0,7) [24,27) ")]
    [InlineData("fragments out of order", "T2\tCue 8 12\tsaid\nT3\tContent 28 32;13 18\tfall rents\nE1\tAttribution:T2 Cue:T2 Content:T3\n", " [8,12) [13,18)[28,32)")]
    [InlineData("overlapping contents become one", Spans + "T5\tContent 19 32\trise and fall\nE1\tAttribution:T4 Cue:T2 Content:T3 Content2:T5\n", " [8,12) [13,32)")]
    [InlineData("line end inside a copied text", "T3\tContent 13 23\trents\nrise\n" + Spans + "E1\tAttribution:T4 Cue:T2 Content:T3\n", " [8,12) [13,23)")]
    [InlineData("notes and flags", Spans + "T9\tDiscuss 0 3\tAna\n#1\tAnnotatorNotes T2\tsure?\nE1\tAttribution:T4 Cue:T2\n", " [8,12) ")]
    [InlineData("no final line end, carriage returns", "T2\tCue 8 12\tsaid\r\nE1\tAttribution:T2 Cue:T2\r", " [8,12) ")]
    [InlineData("empty file", "", "")]
    public void Relations_AreRead(string condition, string annotation, string expected)
    {
        var found = BratReader.Read(Text, annotation, condition);
        Assert.Equal(expected, string.Join(" / ", found.Select(a => $"{a.Source} {a.Cue} {a.Content}")));
    }

    // 👩 is one code point and two units; é is written as e and a combining mark, two of each.
    [Fact]
    public void Offsets_AreCodePoints_WhenTheTextHasOthers()
    {
        const string text = "👩 Rene\u0301 said 👍 fine";
        var found = BratReader.Read(text, "T1\tSource 2 7\tx\nT2\tCue 8 12\tx\nT3\tContent 13 19\tx\nE1\tA:T2 Source:T1 Cue:T2 Content:T3\n", "emoji");
        Assert.Equal("Rene\u0301", found[0].Source.TextOf(text));
        Assert.Equal("said", found[0].Cue.TextOf(text));
        Assert.Equal("👍 fine", found[0].Content.TextOf(text));
    }

    [Theory]
    [InlineData("T1\tCue 8 99\tx\n", "bad.ann:1")] // beyond the text
    [InlineData("T1\tCue 12 8\tx\n", "bad.ann:1")] // end before start
    [InlineData("T1\tCue 8 99999999999\tx\n", "bad.ann:1")]
    [InlineData("T1\tCue 8;12\tx\n", "bad.ann:1")]
    [InlineData("T1\tCue\n", "bad.ann:1")]
    [InlineData("\nE1\tAttribution:T4 Cue:T2\n", "T2")] // no such span
    [InlineData(Spans + "E1\tAttribution:T4 Cue\n", "bad.ann:5")]
    public void MalformedLine_IsNamed(string annotation, string where)
    {
        var error = Assert.Throws<SaysoException>(() => BratReader.Read(Text, annotation, "bad.ann"));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
    }
}
