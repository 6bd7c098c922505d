using Sayso.Core.Attributions;
using Sayso.Core.Export;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Gold;

/// <summary>What the program exports can be judged as a corpus is.</summary>
public sealed class BratRoundTripTests
{
    private const string Text = "“Rents 👍\nwill rise,” said Ana\u0301 Poe, who doubted it. Denied, it was.";
    private static readonly Attribution[] _attributions =
    [
        Marks.Attribution(Text, "Ana\u0301 Poe", "said", "“Rents 👍\nwill rise,”"), // exported in two fragments
        Marks.Attribution(Text, "Ana\u0301 Poe", "doubted", "it"), // a shared source
        Marks.Attribution(Text, "", "Denied", ""),
    ];

    [Fact]
    public void Export_IsReadBack()
    {
        var document = new GoldText("invented", Text).ToDocument();
        var exported = BratStandoff.Annotation(
            document,
            _attributions.Select(a => new Statement(StatementId.Of(document.Id, a), document.Id, a.Source, a.Cue, a.Content)));
        var read = BratReader.Read(Text, exported, "exported");
        Assert.Equal(_attributions.Select(a => (a.Source, a.Cue)), read.Select(a => (a.Source, a.Cue)));
        Assert.Equal(new Counts(3, 3, 3), AttributionMetrics.Count(Text, read, _attributions).Relation);
        Assert.Equal(new Counts(2, 2, 2), AttributionMetrics.Count(Text, read, _attributions).Exact.Content);
    }
}
