using CsCheck;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Claims;

public sealed class ClaimGrouperTests
{
    [Fact]
    public void Claims_AreTheSame_InWhateverOrderAndBatchesStatementsCome() => AreTheSame(MadeTraits.Some, iterations: 100);

    [Fact]
    public void ManyClaims_AreTheSame_InWhateverOrderAndBatchesStatementsCome() => AreTheSame(MadeTraits.Many, iterations: 20);

    /// <summary>Ids are hashes of contents: which of two equal links goes first must not hang on them.</summary>
    [Fact]
    public void Claims_AreTheSame_WhateverIdsTheStatementsHave() => Gen.Select(MadeTraits.Many, Gen.Int).Sample((made, seed) =>
    {
        var random = new Random(seed);
        StatementTraits[] statements = [.. made.DistinctBy(s => s.Content).Select((s, i) => s with { Published = s.Published + Duration.FromHours(i) })];
        StatementTraits[] renamed = [.. statements.Select(s => s with { Statement = s.Statement with { Id = $"{random.Next():x8}{s.Id}" } })];
        return Contents(Grouped(statements)) == Contents(Grouped(renamed));

        static string Contents(ClaimGrouper grouper) => string.Join('|', grouper.Groups
            .Select(group => string.Join(',', group.Select(s => s.Content).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }, iter: 20);

    private static void AreTheSame(Gen<StatementTraits[]> some, int iterations)
    {
        Gen.Select(some, Gen.Int).Sample((made, seed) =>
        {
            // Far apart, near, and of no known day.
            var random = new Random(seed);
            StatementTraits[] statements = [.. made.Select(s => s with { Published = random.Next(5) == 0 ? null : s.Published + Duration.FromDays(random.Next(4) * 20) })];
            var shuffled = statements.OrderBy(_ => random.Next()).ToArray();
            var inParts = new ClaimGrouper();
            for (var at = 0; at < shuffled.Length;)
            {
                var size = random.Next(1, 4);
                inParts.Add(shuffled.Skip(at).Take(size), TestContext.Current.CancellationToken);
                at += size;
                if (random.Next(2) == 0)
                {
                    _ = inParts.Groups;
                }
            }

            return Claims(inParts) == Claims(Grouped(statements));
        }, iter: iterations);
    }

    [Fact]
    public void Group_ThatNothingIsAddedTo_IsTheSameList() => Gen.Select(MadeTraits.Some, Gen.Int[0, 14]).Sample((statements, first) =>
    {
        var grouper = Grouped(statements.Take(first));
        var before = grouper.Groups.ToDictionary(g => g[0].Id, StringComparer.Ordinal);
        grouper.Add(statements, TestContext.Current.CancellationToken);
        _ = grouper.Groups;
        return grouper.Groups.All(group => !before.TryGetValue(group[0].Id, out var old) || ReferenceEquals(old, group) || !old.SequenceEqual(group));
    });

    [Fact]
    public void Group_HoldsNoTwo_ThatMustStayApart()
    {
        MadeTraits.Some.Sample(statements => Grouped(statements).Groups.All(group =>
            group.All(a => group.All(b => a.Id == b.Id || !PairScorer.MustNotLink(StatementPair.Of(a, b))))));
    }

    [Fact]
    public void Groups_HoldEachStatementOnce_AddedTwiceOrNot()
    {
        MadeTraits.Some.Sample(statements => Grouped([.. statements, .. statements]).Groups.SelectMany(g => g).Select(s => s.Id).Order()
            .SequenceEqual(statements.Select(s => s.Id).Order()));
    }

    [Fact]
    public void Generator_MakesGroupsAndLonelyOnes_SoThatThePropertiesMeanSomething()
    {
        var counts = Enumerable.Range(0, 60).Select(_ => MadeTraits.Some.Single()).SelectMany(s => Grouped(s).Groups).Select(g => g.Count).ToList();
        Assert.Contains(counts, c => c > 2);
        Assert.Contains(1, counts);
    }

    [Theory]
    [InlineData("The Corriel was overloaded", "The Corriel was badly overloaded", true)]
    [InlineData("The Corriel was overloaded", "The Sandrel was overloaded", false)]
    [InlineData("The Corriel carried 263 people when it sank", "The Corriel carried 187 people when it sank", false)]
    [InlineData("The Corriel carried 263 people when it sank", "The Corriel carried about 260 people when it sank", true)]
    [InlineData("The Corriel sank on March 4", "The Corriel sank on March 12", false)]
    [InlineData("The bow door of the Corriel was closed", "The prime minister will speak on Monday", false)]
    public void Statements_AreGrouped_WhereTheyAreOfOneProposition(string a, string b, bool together)
    {
        var groups = Grouped([MadeTraits.Read("a", a), MadeTraits.Read("b", b)]).Groups;
        Assert.Equal(together ? 1 : 2, groups.Count);
    }

    [Theory]
    [InlineData("Four people were hurt at the lock", 20, true)]
    [InlineData("Four people were hurt at the lock", 40, false)]
    [InlineData("Four people were hurt on the Corriel", 40, true)]
    [InlineData("Four people were hurt at the lock", null, true)]
    public void Statements_ThatShareNoName_AreGroupedWithinAMonth(string text, int? days, bool together)
    {
        var first = MadeTraits.Read("a", text);
        var second = MadeTraits.Read("b", text) with { Published = days is { } apart ? first.Published + Duration.FromDays(apart) : null };
        Assert.Equal(together ? 1 : 2, Grouped([first, second]).Groups.Count);
        Assert.Equal(together ? 1 : 2, Grouped([second, first]).Groups.Count);
    }

    [Theory]
    [InlineData("to comment on the cause", false)]
    [InlineData("to give his name", false)]
    [InlineData("be quoted on the bow door", false)]
    [InlineData("to say whether the Corriel was overloaded", true)]
    [InlineData("to discuss why the Corriel was overloaded", true)]
    public void Refusals_AreGrouped_WhereTheyLeaveAQuestionOpen(string text, bool together)
    {
        var groups = Grouped([MadeTraits.Read("a", text, Stance.Decline), MadeTraits.Read("b", text, Stance.Decline)]).Groups;
        Assert.Equal(together ? 1 : 2, groups.Count);
    }

    [Fact]
    public void WhoDoesNotWantToGiveAName_ClaimsNothing() =>
        Assert.False(MadeTraits.Read("a", "to give her name", Stance.Promise, Polarity.Negative).IsComparable);

    [Fact]
    public void Denial_IsASideOfTheSameClaim_AndNoCommentIsNeutral()
    {
        StatementTraits[] statements =
        [
            MadeTraits.Read("a", "The Corriel was overloaded"),
            MadeTraits.Read("b", "The Corriel was not overloaded", Stance.Assert, Polarity.Negative),
            MadeTraits.Read("c", "The Corriel was overloaded", Stance.Decline),
            MadeTraits.Read("d", "the Corriel was overloaded", Stance.Deny, Polarity.Negative),
            MadeTraits.Read("e", "The Corriel was overloaded that day", Stance.Confirm),
        ];
        var claim = ClaimBuilder.Of(Assert.Single(Grouped(statements).Groups));
        Assert.Equal(
            [("a", Side.For), ("b", Side.Against), ("c", Side.Neutral), ("d", Side.Against), ("e", Side.For)],
            claim.Statements.Select(s => (s.Traits.Id, s.Side)));
        Assert.Contains(claim.Proposition, statements.Select(s => s.Content));
        Assert.Equal([(Stance.Assert, 2), (Stance.Deny, 1), (Stance.Confirm, 1), (Stance.Decline, 1)], claim.Stances);
    }

    [Theory]
    [InlineData("Ada Kestel", "no longer disputed", Stance.NotDeny, Polarity.Positive, Side.Neutral)]
    [InlineData("Ada Kestel", "denied", Stance.Deny, Polarity.Negative, Side.Against)]
    [InlineData("Ada Kestel", "repeated", Stance.Assert, Polarity.Positive, Side.For)]
    public void Report_OfAStatement_IsOnItsSide(string who, string cue, Stance stance, Polarity polarity, Side side)
    {
        const string Said = "the wall of the dam had cracked";
        var inner = $"{who} {cue} that {Said}";
        var text = $"The paper said {inner}.";
        var document = new Document { Id = "d", Raw = default, RawHash = "", MediaType = "text/plain", Text = text };
        Statement outer = new("outer", "d", Of("The paper"), Of("said"), Of(inner)) { Attitude = new Attitude(Stance.Assert, Certainty.Certain, Polarity.Positive), Chain = Named("The paper") };
        Statement told = new("told", "d", Of(who), Of(cue), Of(Said)) { Attitude = new Attitude(stance, Certainty.Certain, polarity), Chain = Named(who), Parent = "outer" };
        var claim = ClaimBuilder.Of([.. TraitReader.Read(document, [outer, told], texts => [.. texts.Select(MadeTraits.Vector)]), MadeTraits.Read("a", Said)]);
        Assert.Equal(side, claim.Statements.Single(s => s.Traits.Id == "outer").Side);

        SpanList Of(string words) => SpanList.Of(new TextSpan(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length));
        static ValueList<Hop> Named(string name) => new([new Hop(name, SourceKind.Named, SpanList.Empty, HopRelation.Says)]);
    }

    private static ClaimGrouper Grouped(IEnumerable<StatementTraits> statements)
    {
        var grouper = new ClaimGrouper();
        grouper.Add(statements, CancellationToken.None);
        return grouper;
    }

    private static string Claims(ClaimGrouper grouper) => string.Join('\n', grouper.Groups.Select(ClaimBuilder.Of)
        .Select(c => $"{c.Id} {c.Proposition} {string.Join(' ', c.Statements.Select(s => $"{s.Traits.Id}{s.Side}"))}"));
}
