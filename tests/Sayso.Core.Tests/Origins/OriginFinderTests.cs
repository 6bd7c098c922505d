using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Tests.Claims;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Origins;

public sealed class OriginFinderTests
{
    private const string Gate = "the sluice gate at Marrow Weir had been left open all night";
    private readonly Dictionary<string, Document> _documents = new(StringComparer.Ordinal);
    private readonly List<StatementTraits> _statements = [];

    public static TheoryData<string, SourceKind, string, SourceKind, int, int> Pairs => new()
    {
        { "Ilsa Brandt", SourceKind.Named, "Brandt", SourceKind.Named, 1, 1 },
        { "Ilsa Brandt", SourceKind.Named, "Olu Marsh", SourceKind.Named, 2, 2 },
        { "a lock keeper", SourceKind.Anonymous, "a lock keeper", SourceKind.Anonymous, 1, 2 },
        { "a lock keeper", SourceKind.Anonymous, "two officials", SourceKind.Anonymous, 1, 2 },
        { "a lock keeper", SourceKind.Anonymous, "Ilsa Brandt", SourceKind.Named, 2, 2 },
        { "residents", SourceKind.Collective, "residents", SourceKind.Collective, 1, 2 },
        { "ministry", SourceKind.Named, "ministry", SourceKind.Named, 1, 2 },
        { "court of inquiry", SourceKind.Named, "court of inquiry", SourceKind.Named, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Bounds_JoinNamedSources_AndAnonymousOnesOnlyBelow(string first, SourceKind firstKind, string second, SourceKind secondKind, int low, int high)
    {
        Add("1", "The Weir Gazette", "the gate of Marrow Weir stood open", new Hop(first, firstKind, SpanList.Empty, HopRelation.Says));
        Add("2", "Tarn Courier", "Marrow Weir's gate was not shut", new Hop(second, secondKind, SpanList.Empty, HopRelation.Says));
        Assert.Equal(new OriginCount(low, high), Found().For);
    }

    [Theory]
    [InlineData(158, 1)]
    [InlineData(160, 2)]
    public void Description_OfABody_ProvesOneOrigin_WhereBothGiveOneFigure(double second, int high)
    {
        Add("1", "The Weir Gazette", "158 boats were freed", new Hop("transport ministry", SourceKind.Named, SpanList.Empty, HopRelation.Says));
        Add("2", "Tarn Courier", $"{second} boats were freed by noon", new Hop("ministry", SourceKind.Named, SpanList.Empty, HopRelation.Says));
        _statements[0] = _statements[0] with { Counts = new([new CountTrait(158, 158, null, false, new(["boat"]))]) };
        _statements[1] = _statements[1] with { Counts = new([new CountTrait(second, second, null, false, new(["boat"]))]) };
        Assert.Equal(high, Found().For.High);
    }

    [Fact]
    public void SharedPassage_ProvesOneOrigin_AndShowsItInBothTexts()
    {
        Add("1", "The Weir Gazette", $"It says {Gate}, and nobody knew", Named("Ilsa Brandt"));
        Add("2", "Tarn Courier", $"“{Gate.Replace("sluice gate", "sluice  gate", StringComparison.Ordinal)}”", Named("Olu Marsh"));
        var found = Found();
        Assert.Equal(new OriginCount(1, 1), found.For);
        var proof = Assert.Single(Assert.Single(found.Groups).Proof);
        Assert.Equal(ProofKind.SharedText, proof.Kind);
        Assert.Equal(Gate, proof.FirstPassage.Span.Slice(_documents[proof.FirstPassage.DocumentId].Text).ToString());
        Assert.EndsWith("all night", proof.SecondPassage.Span.Slice(_documents[proof.SecondPassage.DocumentId].Text).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReportsThatGoRound_AreOneOrigin_AndToldInTheirOrder()
    {
        Add("1", "The Weir Gazette", "the gate of Marrow Weir stood open", new Hop("lock keeper", SourceKind.Anonymous, SpanList.Empty, HopRelation.Says));
        Add("2", "Tarn Courier", "Marrow Weir's gate was not shut", Outlet("Weir Gazette"), day: 2);
        Add("3", "The Weir Gazette", "now the gate of the weir is said to have been open", Named("Tarn’s leading newspaper"), day: 3);
        var found = Found();
        Assert.Equal(new OriginCount(1, 1), found.For);
        Assert.Equal(["doc-1", "doc-2", "doc-3"], Assert.Single(found.Circular));
        Assert.Empty(found.DeadEnds);
    }

    /// <summary>Each turn words it anew, so that it comes to several claims: the round is told with the last one.</summary>
    [Theory]
    [InlineData("the bottles of the Weir were forged in a cellar", 1)]
    [InlineData("the mayor of Tarn owns a boat and a mill", 0)]
    public void ReportsThatGoRound_AreFound_ThroughOtherClaims(string cited, int rounds)
    {
        Add("1", "The Weir Gazette", "bottles of the Weir were forged abroad", new Hop("officer", SourceKind.Anonymous, SpanList.Empty, HopRelation.Says));
        Add("2", "Tarn Courier", cited, Outlet("Weir Gazette"), day: 2);
        Add("3", "The Weir Gazette", "the bottles of the Weir were forged", Outlet("Tarn Courier"), day: 3);
        var found = new OriginFinder(_documents, CorrectionBook.Empty, _statements).Of(ClaimBuilder.Of([_statements[2]]));
        Assert.Equal(rounds, found.Circular.Count);
        Assert.All(found.Circular, round => Assert.Equal(["doc-1", "doc-2", "doc-3"], round));
    }

    [Fact]
    public void FollowUp_OfAPapersOwnReport_GoesRoundNothing()
    {
        Add("1", "The Weir Gazette", "the gate of Marrow Weir stood open", Named("Ilsa Brandt"));
        Add("2", "The Weir Gazette", "Marrow Weir's gate was not shut", Outlet("Weir Gazette"), day: 2);
        Assert.Empty(Found().Circular);
    }

    [Theory]
    [InlineData("The council met on the budget of the library and on nothing else.", 1)]
    [InlineData("Ilsa Brandt signed the order to open the gate of Marrow Weir, we learn.", 0)]
    [InlineData("Ilsa Brandt went to the gate with an order of bread.", 1)]
    public void Credit_IsADeadEnd_WhereTheReportDoesNotHaveTheClaim(string cited, int deadEnds)
    {
        _documents["doc-0"] = Made("doc-0", "The Weir Gazette", cited, day: 1);
        Add("1", "Tarn Courier", "Ilsa Brandt signed the order to open the gate", Outlet("Weir Gazette"), day: 2);
        Assert.Equal(deadEnds, Found().DeadEnds.Count);
    }

    [Theory]
    [InlineData("“We are sorry,” said Olu Marsh, a spokeswoman for the Weir Board.")]
    [InlineData("The chief engineer of the Weir Board, Olu Marsh, was there.")]
    [InlineData("The Weir Board, whose director, Olu Marsh, was there, is old.")]
    [InlineData("The Weir Board said so. Its director, Olu Marsh, agreed.")]
    [InlineData("The Weir Board is old. Olu Marsh, director of the board, was there.")]
    [InlineData("Olu Marsh, who leads the Weir Board, was there.")]
    public void Spokeswoman_IsHerBody_WhereAnyDocumentSaysSo(string text)
    {
        Add("1", "The Weir Gazette", "the gate of Marrow Weir stood open", Named("Weir Board"));
        Add("2", "Tarn Courier", "Marrow Weir's gate was not shut", Named("Olu Marsh"));
        Assert.Equal(new OriginCount(2, 2), Found().For);
        _documents["doc-0"] = Made("doc-0", "Port Post", text, day: 1);
        Assert.Equal(new OriginCount(1, 1), Found().For);
    }

    [Fact]
    public void Body_ThatSomeDocumentSays_IsNotGuessedOtherwise()
    {
        Add("1", "The Weir Gazette", "the gate of Marrow Weir stood open", Named("Weir Board"));
        Add("2", "Tarn Courier", "Marrow Weir's gate was not shut", Named("Olu Marsh"));
        _documents["doc-0"] = Made("doc-0", "Port Post", "Marrow Mills said no. Olu Marsh, a spokeswoman, was there.", day: 1);
        Assert.Equal(new OriginCount(2, 2), Found().For);
        _documents["doc-9"] = Made("doc-9", "Port Post", "Olu Marsh, a spokeswoman for the Weir Board, was there.", day: 1);
        Assert.Equal(new OriginCount(1, 1), Found().For);
    }

    [Theory]
    [InlineData("Captain Olu Marsh of the fire service was there.", 1, 1)]
    [InlineData("Captain Olu Marsh was there.", 2, 2)]
    public void ServiceThatNobodyNames_IsItsCaptains(string text, int low, int high)
    {
        Add("1", "The Weir Gazette", "the gate of Marrow Weir stood open", Named("fire service"));
        Add("2", "Tarn Courier", "Marrow Weir's gate was not shut", Named("Olu Marsh"), after: " " + text);
        _statements[0] = _statements[0] with { Counts = new([new CountTrait(9, 9, null, false, new(["dead"]))]) };
        _statements[1] = _statements[1] with { Counts = new([new CountTrait(9, 9, null, false, new(["dead"]))]) };
        Assert.Equal(new OriginCount(low, high), Found().For);
    }

    [Theory]
    [InlineData("The Weir Gazette", 1)]
    [InlineData("Tarn Courier", 2)]
    public void Description_InTwoArticlesOfOneOutlet_IsOne(string second, int high)
    {
        Add("1", "The Weir Gazette", "the gate of Marrow Weir stood open", Named("ministry"));
        Add("2", second, "Marrow Weir's gate was not shut", Named("ministry"));
        Assert.Equal(high, Found().For.High);
    }

    [Fact]
    public void Origin_GoesByTheNameThatTheLedgerHas()
    {
        Add("1", "The Weir Gazette", "the gate of Marrow Weir stood open", Named("Marsh"));
        Add("2", "Tarn Courier", "the mill is closed for the winter", Named("Olu Marsh"));
        var found = new OriginFinder(_documents, CorrectionBook.Empty, _statements).Of(ClaimBuilder.Of([_statements[0]]));
        Assert.Equal("Olu Marsh", Assert.Single(found.Groups).Name);
    }

    [Theory]
    [InlineData("TARN (Port Wire) — Rain fell on the hills.", 1, 2)]
    [InlineData("Rain fell on the hills. Port Wire contributed to this report.", 1, 2)]
    [InlineData("Rain fell on the hills. Material from Port Wire was used in this report.", 1, 2)]
    [InlineData("Rain fell on the hills.", 2, 2)]
    public void CreditLine_MakesOneOriginPossible_AndProvesNone(string text, int low, int high)
    {
        Add("1", "Port Wire", "the gate of Marrow Weir stood open", new Hop("residents", SourceKind.Collective, SpanList.Empty, HopRelation.Says));
        Add("2", "Tarn Courier", "Marrow Weir's gate was not shut", new Hop("a lock keeper", SourceKind.Anonymous, SpanList.Empty, HopRelation.Says), after: text);
        Assert.Equal(new OriginCount(low, high), Found().For);
    }

    [Fact]
    public void Copy_ProvesOneOrigin_OfWhatItReworded()
    {
        const string Rest = " The river rose by two metres in the night and took the mill's wheel with it, the county said, and the road to Tarn is closed.";
        var keeper = new Hop("a lock keeper", SourceKind.Anonymous, SpanList.Empty, HopRelation.Says);
        Add("1", "Port Wire", "the gate of Marrow Weir stood open", keeper, after: Rest);
        Add("2", "Tarn Courier", "Marrow Weir's gate was not shut", keeper, after: Rest);
        var found = Found();
        Assert.Equal(new OriginCount(1, 1), found.For);
        Assert.Equal(ProofKind.SharedText, Assert.Single(found.Groups).Proof[0].Kind);
    }

    [Fact]
    public void SpeakerOnOneOccasion_IsOneEvent()
    {
        Add("1", "Port Wire", "the gate of Marrow Weir stood open", Named("Olu Marsh"), after: ", Olu Marsh told a news conference.");
        Add("2", "Tarn Courier", "Marrow Weir's gate was not shut", Named("Olu Marsh"), after: ", Olu Marsh told a press briefing.");
        Assert.Equal(ProofKind.SameEvent, Assert.Single(Assert.Single(Found().Groups).Proof).Kind);
    }

    [Fact]
    public void Neutral_HasNoOrigin_AndSidesAreCountedApart()
    {
        Add("1", "A", "the gate of Marrow Weir stood open", Named("Ilsa Brandt"));
        Add("2", "B", "the gate of Marrow Weir stood open", Named("Ilsa Brandt"), stance: Stance.Decline);
        Add("3", "C", "the gate of Marrow Weir did not stand open", Named("Olu Marsh"), polarity: Polarity.Negative);
        var found = Found();
        Assert.Equal((new OriginCount(1, 1), new OriginCount(1, 1)), (found.For, found.Against));
        Assert.DoesNotContain(found.Groups, g => g.Statements.Contains("2"));
    }

    private static Hop Named(string name) => new(name, SourceKind.Named, SpanList.Empty, HopRelation.Says);

    private static Hop Outlet(string name) => new(name, SourceKind.Outlet, SpanList.Empty, HopRelation.Says);

    private static Document Made(string id, string outlet, string text, int day) => new()
    {
        Id = id,
        Raw = default,
        RawHash = "",
        MediaType = "text/plain",
        Text = text,
        Outlet = outlet,
        Published = new LocalDateTime(2031, 3, day, 8, 0).WithOffset(Offset.Zero),
    };

    private void Add(string id, string outlet, string text, Hop origin, int day = 1, Stance stance = Stance.Assert, Polarity polarity = Polarity.Positive, string after = "")
    {
        var document = Made("doc-" + id, outlet, text + after, day);
        _documents.Add(document.Id, document);
        var statement = new Statement(id, document.Id, SpanList.Empty, SpanList.Empty, SpanList.Of(new TextSpan(0, text.Length)))
        {
            Attitude = new Attitude(stance, Certainty.Certain, polarity),
            Chain = new([origin]),
        };
        _statements.AddRange(TraitReader.Read(document, [statement], texts => [.. texts.Select(MadeTraits.Vector)]));
    }

    private ClaimOrigins Found() => new OriginFinder(_documents).Of(ClaimBuilder.Of(_statements));
}
