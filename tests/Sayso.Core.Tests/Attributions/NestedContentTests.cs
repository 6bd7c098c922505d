using Sayso.Core.Attributions;

namespace Sayso.Core.Tests.Attributions;

public sealed class NestedContentTests
{
    /// <summary>What it is, and a script of both levels with what must be read in it.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "one word short", "Ann/S1 said/C1 Bob/K1/S1 fears/k1/C1 the/k1/K1 flood/k1", "[said] Bob > fears > the flood" },
        { "two words short", "Ann/S1 said/C1 Bob/K1/S1 fears/k1/C1 the/k1/K1 spring/k1 flood/k1", "[said] Bob > fears > the spring flood" },
        { "three words short", "Ann/S1 said/C1 Bob/K1/S1 fears/k1/C1 the/k1/K1 flood/k1 in/k1 spring/k1", "[said] Bob > fears > the" },
        { "a mark between", "Ann/S1 said/C1 Bob/K1/S1 fears/k1/C1 floods/k1/K1 ,/k1 rightly/k1", "[said] Bob > fears > floods" },
        { "the cue behind", "Ann/S1 said/C1 floods/K1/K1 Bob/k1/S1 fears/k1/C1", "[said] Bob > fears > floods" },
        { "at the end already", "Ann/S1 said/C1 Bob/K1/S1 fears/k1/C1 floods/k1/K1 and left", "[said] Bob > fears > floods" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Content_GoesOnToItsHoldersEnd_WhenNear(string name, string script, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Assert.Single(HandMade.Read(HandMade.Document(script)), line => line.StartsWith('[')));
    }
}
