using Sayso.Core.Attributions;

namespace Sayso.Core.Tests.Attributions;

public sealed class NestingTests
{
    /// <summary>What the text of both levels gives; nested attributions show their holder's cue in brackets.</summary>
    public static TheoryData<string, string[]> Cases => new()
    {
        // In a content.
        { "she/S1 said/C1 they/K1/S1 denied/k1/C1 it/k1/K1", ["she > said > they denied it", "[said] they > denied > it"] },

        // Over both fragments of a content.
        { "he/K1/S1 hopes/k1/C1 ,/k1 she/S1 said/C1 to/K1/K1 win/k1/k1", ["she > said > he hopes , + to win", "[said] he > hopes > to win"] },

        // In a source.
        { "a/S1 letter/s1 accusing/s1/C1 them/s1/K1 says/C1 no/K1", ["a letter accusing them > says > no", "[says]  > accusing > them"] },

        // One content, two sources: "A, citing B, said".
        { "A/S1 citing//C1 B//S1 said/C1 x/K1/K1 y/k1/k1", ["A > said > x y", "[said] B > citing > x y"] },

        // Nothing holds it, and it is none.
        { "A/S1 said/C1 x/K1 . B//S1 fears//C1 z//K1", ["A > said > x"] },

        // The narrowest of two.
        { "A/S1 said/C1 x/K1,2 B/S2 added/C2 y/K1,2/S1 wants/k1,2/C1 z/k1,2/K1 more/K1", ["A > said > x + y wants z + more", "B > added > x + y wants z", "[added] y > wants > z"] },

        // The same spans are one attribution, which nothing holds.
        { "A/S1/S1 said/C1/C1 x/K1/K1", ["A > said > x"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void NestedAttribution_IsHeldByTheNarrowest(string script, string[] expected) =>
        Assert.Equal(expected, HandMade.Read(HandMade.Document(script), new ExtractionOptions(SharedContent: 0.4)));
}
