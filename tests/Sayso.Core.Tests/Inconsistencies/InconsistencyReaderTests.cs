using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Inconsistencies;
using Sayso.Core.Quantities;
using Sayso.Core.Tests.Attributions;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Inconsistencies;

public sealed class InconsistencyReaderTests
{
    /// <summary>
    /// A text published on Thursday, 16 October 2031; the reason, nothing where all is well. A file for each file of rules.
    /// </summary>
    public static TheoryData<string, string?> Texts
    {
        get
        {
            TheoryData<string, string?> texts = [];
            foreach (var line in CaseFiles.Lines("Inconsistencies"))
            {
                var columns = line.Split('\t');
                texts.Add(columns[0].Replace("\\n", "\n", StringComparison.Ordinal), columns[1].Length > 0 ? columns[1] : null);
            }

            return texts;
        }
    }

    [Fact]
    public void EachRule_HasCases() => Assert.Superset(
        CaseFiles.RulesOf("Inconsistencies", typeof(InconsistencyScene)).ToHashSet(), CaseFiles.Names("Inconsistencies").ToHashSet());

    [Theory]
    [MemberData(nameof(Texts))]
    public void WhatDoesNotAddUp_IsFound_AndNothingElse(string text, string? reason)
    {
        var found = Read(text);
        Assert.Equal(reason is null ? [] : [reason], found.Select(i => i.Reason));
        Assert.All(found, i => Assert.True(i.Spans.Count is 1 or > 1 && i.Spans.Extent.End <= text.Length));
    }

    [Fact]
    public void CountsOfOthers_AreNoConflictOfTheOutlets()
    {
        const string Text = "Twenty-three sailors were freed.\nThe 24 sailors were freed at dawn, he said.";
        Assert.Single(Read(Text));
        Assert.Empty(Read(Text, new TextSpan(33, Text.IndexOf(", he", StringComparison.Ordinal))));
    }

    [Fact]
    public void Recurrence_NeedsADay()
    {
        const string Text = "She is here for her second visit in six weeks, the previous one having been in August.";
        var document = HandMade.Text(Text);
        var values = DocumentValues.Of(document);
        Assert.Empty(InconsistencyReader.Read(document, values.Times, values.Quantities, []));
    }

    /// <summary>Each of the rules' own worst words: what it costs grows with the text, not with its square.</summary>
    [Theory]
    [InlineData("14 of the 31 ")]
    [InlineData("9: 4 and 3 and ")]
    [InlineData("rose from 3 to 4 by 5% ")]
    [InlineData("the second visit in six weeks the previous in August ")]
    [InlineData("23 sailors were freed.\n24 sailors were freed.\n")]
    [InlineData("60 miles (200 km) ")]
    [InlineData("12 of 20, or 70% ")]
    [InlineData("2,000: 1 and 2. ")]
    [InlineData("Tuesday, 14 October 2031. ")]
    [InlineData("It was out for five hours, from noon to 3 p.m. ")]
    [InlineData("It was out on Friday for five hours. It went out at noon and came back at three o'clock. ")]
    public void Cost_IsLinear(string worst)
    {
        long Looks(int characters)
        {
            var document = HandMade.Text(string.Concat(Enumerable.Repeat(worst, characters / worst.Length))) with { Published = new LocalDateTime(2031, 10, 16, 9, 0).WithOffset(Offset.Zero) };
            InconsistencyReader.Read(document, DocumentValues.Of(document), [], out var looks);
            return looks;
        }

        var (small, large) = (Looks(10_000), Looks(1_000_000));
        Assert.InRange(large, 0, (110 * small) + 1000);
    }

    private static IReadOnlyList<Inconsistency> Read(string text, params IEnumerable<TextSpan> contents)
    {
        var document = HandMade.Text(text) with { Published = new LocalDateTime(2031, 10, 16, 9, 0).WithOffset(Offset.Zero) };
        var values = DocumentValues.Of(document);
        return InconsistencyReader.Read(document, values.Times, values.Quantities, contents);
    }
}
