using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class CoincidencesTests
{
    // Krippendorff 2011, section B: 12 units, five values; 24 values of a 4, b 6, c 6, d 6, e 2; 9 units agree.
    // (23 · 18 - (12 + 30 + 30 + 30 + 2)) / (24 · 23 - 104) = 310 / 448, published as 0.692.
    // Section A: 10 units, two values; 20 values of 0 14, 1 6; 6 units agree.
    // (19 · 12 - (182 + 30)) / (20 · 19 - 212) = 16 / 168, published as 0.095.
    [Theory]
    [InlineData("aabbdcccedda", "babbbccceddd", 310.0 / 448)]
    [InlineData("abaaaaaaba", "bbbaabaaaa", 16.0 / 168)]
    public void Alpha_IsThatOfThePublishedExamples(string first, string second, double expected) =>
        Assert.Equal(expected, Of(first, second).Alpha!.Value, 12);

    [Fact]
    public void Alpha_IsBelowZero_WhenCodersDisagreeMoreThanByChance() => Assert.True(Of("abab", "baba").Alpha < 0);

    [Theory]
    [InlineData("", "")] // nothing coded
    [InlineData("aaa", "aaa")] // one category throughout: no disagreement could be expected
    public void Alpha_IsNotDefined_WithoutVariation(string first, string second) => Assert.Null(Of(first, second).Alpha);

    [Fact]
    public void Coincidences_AddUp_OverUnits() =>
        Assert.Equal(Of("aabbd", "babbb"), Of("aa", "ba") + Of("bbd", "bbb"));

    [Fact]
    public void Coincidences_DoNotAddUp_WithOtherCategories() =>
        Assert.Throws<ArgumentException>(() => Coincidences.None(2) + Coincidences.None(3));

    [Fact]
    public void Coincidences_NeedTheSameUnits() => Assert.Throws<ArgumentException>(() => Of("ab", "a"));

    private static Coincidences Of(string first, string second) =>
        Coincidences.Of(5, [.. first.Select(c => c - 'a')], [.. second.Select(c => c - 'a')]);
}
