using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Figures;
using Sayso.Core.Origins;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Web.Pages;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Tests.Parts;

public sealed class ClaimPartsTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, "no origin")]
    [InlineData(1, 1, 0, 0, "1 origin")]
    [InlineData(2, 4, 0, 0, "2–4 origins")]
    [InlineData(3, 3, 1, 2, "3 origins, 1–2 against")]
    [InlineData(0, 0, 1, 1, "1 origin against")]
    public void Origins_AreARange_WhereThatIsNotSure(int low, int high, int lowAgainst, int highAgainst, string expected) =>
        Assert.Equal(expected, ClaimWords.Origins(new ClaimOrigins(new OriginCount(low, high), new OriginCount(lowAgainst, highAgainst), ValueList<OriginGroup>.Empty)));

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void Stacks_StandApartInsideThePicture_HoweverMany(int groups)
    {
        var origins = Origins(groups);
        foreach (var isSmall in (bool[])[false, true])
        {
            var layout = StackLayout.Of(origins, isSmall);
            Assert.Equal(groups, layout.Stacks.Count);
            Assert.All(layout.Stacks.Zip(layout.Stacks.Skip(1)), pair => Assert.True(pair.First.X + layout.Sheet < pair.Second.X));
            Assert.All(layout.Stacks, s => Assert.InRange(s.X + layout.Sheet, 0, layout.Width));
            Assert.All(layout.Stacks.SelectMany(s => s.Sheets), s => Assert.InRange(s.Y, 0, layout.Height - s.Height));
            Assert.All(layout.Stacks, s => Assert.All(s.Sheets, sheet => Assert.Equal(s.Group.Side == Side.For, sheet.Y < layout.Line)));
        }
    }

    [Theory]
    [InlineData(false, 12, false)]
    [InlineData(false, 300, true)]
    [InlineData(true, 9, false)]
    [InlineData(true, 300, true)]
    public void Stacks_OfManySheets_AreAsHighAsTheirArticles_AndStayLow(bool isSmall, int most, bool isSolid)
    {
        var groups = new[] { (Side.For, most), (Side.For, most / 3), (Side.Against, 1) }.Select((g, i) => Origins(1).Groups[0] with
        {
            Id = $"{i}",
            Side = g.Item1,
            Documents = Enumerable.Range(0, g.Item2).Select(d => $"{d}").ToValueList(),
        });
        var layout = StackLayout.Of(new ClaimOrigins(new OriginCount(2, 2), new OriginCount(1, 1), groups.ToValueList()), isSmall);
        Assert.Equal(isSolid, layout.IsSolid);
        Assert.InRange(layout.Height, 1, isSmall ? 100 : 260);
        var heights = layout.Stacks.Select(s => s.Sheets.Max(sheet => sheet.Y + sheet.Height) - s.Sheets.Min(sheet => sheet.Y)).ToList();
        Assert.InRange(heights[0], 2.7 * heights[1], 3.6 * heights[1]);
        Assert.InRange(heights[2], 1, heights[1]);
        Assert.Equal(isSolid && !isSmall, layout.Stacks[0].Lines.Any(line => line.Line == $"{most}"));
        Assert.Equal(isSolid ? 1 : most, layout.Stacks[0].Sheets.Count);
    }

    [Theory]
    [InlineData(12, 12, false)]
    [InlineData(266, 10, true)]
    public void StatementsOfAClaim_AreShown_TheOthersBehindAClick(int statements, int shown, bool isFolded)
    {
        using var browser = new BunitContext();
        using var ledger = new TemporaryLedger();
        browser.Services.AddSingleton(Made.Site(ledger));
        var document = Made.Document();
        var row = new ClaimSay(Made.Statements(document)[0], document);
        var lines = browser.Render<ClaimLines>(p => p.Add(x => x.Rows, [.. Enumerable.Repeat(row, statements)]));
        Assert.Equal(shown, lines.FindAll("ul > li").Count - lines.FindAll("details li").Count);
        Assert.Equal(statements, lines.FindAll("li").Count);
        Assert.Equal(isFolded ? $"{statements - shown} more" : "", string.Join(',', lines.FindAll("summary").Select(s => s.TextContent)));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(300, 1)]
    [InlineData(300, 300)]
    public void Strip_HasNoDotUnderAnother_AndStaysLow(int statements, int days)
    {
        var documents = Enumerable.Range(0, days).Select(d => Made.Document($"It is so, {d}.") with { Published = Made.Time("2031-03-12T07:05:00Z").PlusHours(24 * d) }).ToList();
        var all = Enumerable.Range(0, statements).Select(i => new ClaimStatement(
            new StatementTraits(new Statement($"{i:x32}", documents[i % days].Id, SpanList.Empty, SpanList.Empty, SpanList.Empty), "so", SentenceVector.None), (Side)(i % 3)));
        var layout = StanceStripLayout.Of(new Claim("1", "it is so", "0", all.ToValueList()), documents.ToDictionary(d => d.Id, StringComparer.Ordinal));
        Assert.Equal(statements, layout.Dots.Count);
        Assert.True(layout.Radius < 4 || layout.Dots.Select(d => (d.X, d.Y)).Distinct().Count() == statements);
        Assert.InRange(layout.Height, 20, 400);
        Assert.All(layout.Dots, d => Assert.True(d.X is > 60 and < StanceStripLayout.Width && d.Y > 0 && d.Y < layout.Height - 12));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(60)]
    public void SourcesNames_StandApartInsideTheChart_NearTheirReadings(int sources)
    {
        var document = Made.Document();
        var readings = Enumerable.Range(0, sources).Select(i => new FigureReading(new Quantity(new TextSpan(0, 1)) { Value = i % 4 == 0 ? 187 : 200 + i }, $"Office {i} of the Harbour of Varn", document.Id) { PublishedAt = document.Published }).ToValueList();
        var layout = FigureChartLayout.Of(new Figure("1", "people", readings), new Dictionary<string, Document> { [document.Id] = document });
        Assert.Equal(Math.Min(sources, 17), layout.Labels.Count);
        Assert.All(layout.Labels.Zip(layout.Labels.Skip(1)), pair => Assert.InRange(pair.Second.Y - pair.First.Y, 16, FigureChartLayout.Height));
        Assert.All(layout.Labels, l => Assert.InRange(l.Y, 10, FigureChartLayout.Height - 20));
        Assert.True(sources > 1 || Math.Abs(layout.Labels[0].Y - layout.Labels[0].FromY) <= 4);
    }

    private static ClaimOrigins Origins(int groups)
    {
        var all = Enumerable.Range(0, groups).Select(i => new OriginGroup($"{i:00000000000}", i % 3 == 0 ? Side.Against : Side.For, $"Office {i} of the Harbour", SourceKind.Named, new[] { $"s{i}" }.ToValueList())
        {
            Documents = Enumerable.Range(0, 1 + (i % 5)).Select(d => $"d{d}").ToValueList(),
            Proof = ValueList<OriginProof>.Empty,
        }).ToValueList();
        return new ClaimOrigins(new OriginCount(1, groups), new OriginCount(0, 1), all);
    }
}
