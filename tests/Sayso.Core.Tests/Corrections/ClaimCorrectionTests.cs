using CsCheck;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Tests.Claims;
using static Sayso.Core.Tests.Corrections.MadeCorrections;

namespace Sayso.Core.Tests.Corrections;

public sealed class ClaimCorrectionTests
{
    private static readonly StatementTraits[] _ferry =
    [
        MadeTraits.Read("a", "The Corriel was overloaded"),
        MadeTraits.Read("b", "The Corriel was badly overloaded"),
        MadeTraits.Read("c", "Divers searched the wreck near the coast"),
        MadeTraits.Read("d", "Divers searched the wreck near the coast today"),
        MadeTraits.Read("e", "The prime minister will speak on Monday"),
    ];

    /// <summary>The groups as letters: <c>ab cd e</c>.</summary>
    private static string Groups(IEnumerable<StatementTraits> statements, params Correction[] corrections)
    {
        var grouper = new ClaimGrouper(Book(corrections).Claims);
        grouper.Add(statements, TestContext.Current.CancellationToken);
        return string.Join(' ', grouper.Groups.Select(g => string.Concat(g.Select(s => s.Id))));
    }

    [Fact]
    public void Claims_AreAsCorrected_AndAsBefore_WhenThatIsUndone()
    {
        Assert.Equal("ab cd e", Groups(_ferry));
        Assert.Equal("abe cd", Groups(_ferry, Merge("a b", "e")));
        Assert.Equal("a b cd e", Groups(_ferry, Split("b", "a")));
        Assert.Equal("a bcd e", Groups(_ferry, Move("b", "c d", "a")));
        Assert.Equal("ab cd e", Groups(_ferry, Merge("a b", "e"), Undo(1)));
        Assert.Equal("abe cd", Groups(_ferry, Merge("a b", "e"), Undo(1), Undo(2)));
    }

    [Fact]
    public void LaterOne_Holds_WhereTwoContradict_AndTheEarlierSaysSo()
    {
        var book = Book(Merge("a b", "e"), Split("e", "a b"));
        Assert.Equal("ab cd e", Groups(_ferry, Merge("a b", "e"), Split("e", "a b")));
        Assert.Equal([CorrectionState.Overruled, CorrectionState.InForce], book.Entries.Select(e => e.State));
        Assert.Equal([2L], book.Entries[0].OverruledBy);

        // Only in part: what the later one says nothing of stays together.
        Assert.Equal("abe cd", Groups(_ferry, Merge("a b", "c d", "e"), Split("c d", "a b e")));
        Assert.Equal("abcde", Groups(_ferry, Split("e", "a b"), Merge("a b", "e"), Merge("a b e", "c d")));

        // When the later one is undone, the earlier one holds again.
        Assert.Equal(CorrectionState.InForce, Book(Merge("a b", "e"), Split("e", "a b"), Undo(2)).Entries[0].State);
    }

    [Fact]
    public void Bond_TakesNothingAway_FromWhatBelongsToEither()
    {
        // Two counts that differ must stay apart, unless a person says that they are one; a third still finds its like.
        StatementTraits[] counts =
        [
            MadeTraits.Read("a", "The Corriel carried 263 people when it sank"),
            MadeTraits.Read("b", "The Corriel carried 187 people when it sank"),
            MadeTraits.Read("c", "The Corriel carried 187 people when it sank that night"),
        ];
        Assert.Equal("a bc", Groups(counts));
        Assert.Equal("ab", Groups(counts[..2], Merge("a", "b")));
        Assert.Equal("abc", Groups(counts, Merge("a", "b")));
    }

    [Fact]
    public void Correction_OfStatementsThatAreNotThere_ChangesNothing()
    {
        Assert.Equal("ab cd e", Groups(_ferry, Merge("x", "y"), Split("x", "a")));
        Assert.Equal("ae b", Groups([_ferry[0], _ferry[1], _ferry[4]], Merge("a", "x"), Merge("x", "e"), Split("b", "a")));
    }

    [Fact]
    public void Claims_AreTheSame_InWhateverOrderAndBatchesStatementsCome_CorrectedAnywhere() =>
        Gen.Select(MadeTraits.Some, Some, Gen.Int).Sample((statements, made, seed) =>
        {
            var bonds = Book(Of(made, [.. statements.Select(s => s.Id)])).Claims;
            var random = new Random(seed);
            var grouper = new ClaimGrouper(bonds);
            foreach (var statement in statements.OrderBy(_ => random.Next()))
            {
                grouper.Add([statement], TestContext.Current.CancellationToken);
                if (random.Next(2) == 0)
                {
                    _ = grouper.Groups;
                }
            }

            return Lines(grouper) == ClaimsOf(statements, bonds);
        });

    [Fact]
    public void Bonds_Hold_WhateverElseIsRead() => Gen.Select(MadeTraits.Some, Some).Sample((statements, made) =>
    {
        var bonds = Book(Of(made, [.. statements.Select(s => s.Id)])).Claims;
        var grouper = new ClaimGrouper(bonds);
        grouper.Add(statements, TestContext.Current.CancellationToken);
        var groupOf = grouper.Groups.SelectMany((g, i) => g.Select(s => (s.Id, i))).ToDictionary(g => g.Id, g => g.i);
        return statements.All(a => statements.All(b =>
            (!bonds.AreTogether(a.Id, b.Id) || groupOf[a.Id] == groupOf[b.Id]) && (!bonds.AreApart(a.Id, b.Id) || groupOf[a.Id] != groupOf[b.Id])));
    });

    [Fact]
    public void Undo_RestoresExactlyWhatWas() => Gen.Select(MadeTraits.Some, Some, Gen.Int[0, 2]).Sample((statements, made, kind) =>
    {
        string[] ids = [.. statements.Select(s => s.Id)];
        var before = Of(made, ids);
        var more = Of([(kind, [0, ids.Length / 2, ids.Length - 1])], ids);
        if (more.Length == 0)
        {
            return true;
        }

        Correction[] after = [.. before, more[0], Undo(before.Length + 1)];
        return ClaimsOf(statements, Book(after).Claims) == ClaimsOf(statements, Book(before).Claims)
            && Book(after).Entries.Take(before.Length).Select(e => (e.State, e.UndoneBy)).SequenceEqual(Book(before).Entries.Select(e => (e.State, e.UndoneBy)));
    });

    [Fact]
    public void Generator_MakesCorrectionsThatMatter_SoThatThePropertiesMeanSomething()
    {
        var changed = Enumerable.Range(0, 80).Count(_ =>
        {
            var (statements, made) = (MadeTraits.Some.Single(), Some.Single());
            return ClaimsOf(statements, Book(Of(made, [.. statements.Select(s => s.Id)])).Claims) != ClaimsOf(statements, Bonds.None);
        });
        Assert.InRange(changed, 10, 80);
    }
}
