using Sayso.Core.Claims;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;

namespace Sayso.Evaluation.Tests.Reports;

public sealed class ClaimEvaluationTests
{
    private const string Columns = "id,claimHeadline,articleHeadline,articleHeadlineStance,articleId,claimId";

    [Fact]
    public void Report_CountsPairsAndGroups_OfHeadlinesInQuotedFields()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "url-versions-2015-06-14-clean.csv"),
            Columns + "\r\n0,A goat was made mayor,\"Goat, of all things, was made \"\"mayor\"\"\",for,1,goat\r\n1,A goat was made mayor,A goat was made mayor,for,2,goat\r\n2,The bridge is closed,The bridge is closed,for,3,bridge\r\n");
        var sentences = EmergentCorpus.Read(folder.Path, _ => true);
        Assert.Equal(["A goat was made mayor", "Goat, of all things, was made \"mayor\"", "The bridge is closed"], sentences.Select(s => s.Document.Text));

        var report = ClaimEvaluation.Of("made", sentences, texts => [.. texts.Select(Vector)], TestContext.Current.CancellationToken);
        Assert.Equal([("pairs of one claim", 1.0), ("B³", 1.0)], report.Rows.Select(r => (r.Name, r.Value!.Value)));
        Assert.Equal((1L, 1L), (report.Rows[0].Right!.Value, report.Rows[0].Gold!.Value));
    }

    [Fact]
    public void EcbPlus_GivesSentencesWithEvents_OfTheirOwnGroupOnly()
    {
        using var folder = new TemporaryFolder();
        var group = Directory.CreateDirectory(Path.Combine(folder.Path, "test_parsing", "7ecb", "annotation", "original"));
        string[] rows =
        [
            "#begin document (7/7ecb/1); part 000",
            "7/7ecb/1\t0\t0\tThe\t-", "7/7ecb/1\t0\t1\tmole\t-", "7/7ecb/1\t0\t2\tbroke\t(ACT12)", "",
            "7/7ecb/1\t1\t0\tNobody\t-", "7/7ecb/1\t1\t1\tsaw\t(Singleton_ACT_1)|(ACT13)", "",
            "7/7ecb/1\t2\t0\tIt\t-", "7/7ecb/1\t2\t1\trained\t-", "#end document",
            "#begin document (7/7ecbplus/1); part 000", "7/7ecbplus/1\t0\t0\tOther\t(ACT12)", "#end document",
        ];
        File.WriteAllLines(Path.Combine(group.FullName, "7ecb.conll"), rows);
        var found = EcbPlusCorpus.Read(folder.Path, 7, 7);
        Assert.Equal(["The mole broke", "Nobody saw"], found.Select(s => s.Content.Slice(s.Document.Text).ToString()));
        Assert.Equal(["ACT12", "ACT13"], found.SelectMany(s => s.Events));
        Assert.Empty(EcbPlusCorpus.Read(folder.Path, 8, 9));
    }

    /// <summary>Letters counted: enough for headlines that are nearly the same, and for those that are not.</summary>
    private static SentenceVector Vector(string text)
    {
        var values = new float[2];
        values[text.Contains("oat", StringComparison.Ordinal) ? 0 : 1] = 1;
        return new SentenceVector(values);
    }
}
