using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Export;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Export;

public sealed class BratStandoffTests
{
    [Fact]
    public void Annotation_RelatesTheRoles_WithFragmentsCutAtLineEnds()
    {
        Assert.Equal(
            """
            T1	Source 13 30	Minister Ada Rell
            T2	Cue 35 41	denied
            T3	Content 43 48;55 63;64 75	again “the dam had failed”
            T4	Attribution 35 41	denied
            E1	Attribution:T4 Source:T1 Cue:T2 Content:T3

            """,
            BratStandoff.Annotation(Made.Document(Made.Odd), [Made.OddStatement()]));
    }

    [Fact]
    public void SharedSource_IsOneSpan()
    {
        const string Text = "Rell said no and added yes.";
        var source = Made.Spans(Text, "Rell");
        var annotation = BratStandoff.Annotation(
            Made.Document(Text),
            [
                Made.Statement("a", source, Made.Spans(Text, "said"), Made.Spans(Text, "no")),
                Made.Statement("b", source, Made.Spans(Text, "added"), SpanList.Empty),
            ]);
        Assert.Equal(
            """
            T1	Source 0 4	Rell
            T2	Cue 5 9	said
            T3	Content 10 12	no
            T4	Attribution 5 9	said
            E1	Attribution:T4 Source:T1 Cue:T2 Content:T3
            T5	Cue 17 22	added
            T6	Attribution 17 22	added
            E2	Attribution:T6 Source:T1 Cue:T5

            """,
            annotation);
    }

    [Fact]
    public void AttitudeAndChain_AreAttributesAndANote()
    {
        const string Text = "Rell, citing a letter, denied it.";
        var statement = Made.Statement("a", Made.Spans(Text, "Rell"), Made.Spans(Text, "denied"), Made.Spans(Text, "it")) with
        {
            Attitude = new Attitude(Stance.NotDeny, Certainty.Unknown, Polarity.Negative),
            Chain = new[] { Made.Hop("Ada\n Rell", SourceKind.Named) with { Relation = HopRelation.Cites }, Made.Hop("letter", SourceKind.Document) }.ToValueList(),
        };
        Assert.EndsWith(
            """
            E1	Attribution:T4 Source:T1 Cue:T2 Content:T3
            A1	Stance E1 not-deny
            A2	Certainty E1 unknown
            A3	Polarity E1 negative
            #1	AnnotatorNotes E1	Ada Rell (named, cites) ‹ letter (document, says)

            """,
            BratStandoff.Annotation(Made.Document(Text), [statement]), StringComparison.Ordinal);
        Assert.Contains("\nStance Arg:Attribution, Value:assert|deny|", BratStandoff.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotation_IsEmpty_WithoutStatements()
    {
        Assert.Empty(BratStandoff.Annotation(Made.Document("Nothing."), []));
    }
}
