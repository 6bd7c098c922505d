using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Text;
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

    [Fact]
    public void EcbPlus_GivesMentionsOfEvents_WithTheirWords_SingleAndNegatedOnesToo()
    {
        using var folder = new TemporaryFolder();
        WriteGroup(folder, "7ecb",
            "7/7ecb/1\t0\t0\tMoles\t(HUM1)", "7/7ecb/1\t0\t1\ttook\t(ACT12", "7/7ecb/1\t0\t2\tover\tACT12)", "7/7ecb/1\t0\t3\tunseen\t(Singleton_NEG_1)|(TIM1)", "7/7ecb/1\t1\t0\tRain\t-");
        var mentions = EcbPlusCorpus.ReadEvents(folder.Path, 7, 7);
        Assert.Equal([("took over", "ACT12", "7ecb"), ("unseen", "Singleton_NEG_1", "7ecb")],
            mentions.Select(m => (m.Words.Slice(m.Sentence.Document.Text).ToString(), m.Event, m.Group)));
    }

    [Fact]
    public void Events_OfTheSameStems_AreOne_WithinAGroupOrATopic()
    {
        using var folder = new TemporaryFolder();
        WriteGroup(folder, "7ecb", "7/7ecb/1\t0\t0\tMoles\t-", "7/7ecb/1\t0\t1\tdug\t(ACT1)", "7/7ecb/2\t0\t0\tA\t-", "7/7ecb/2\t0\t1\tmole\t-", "7/7ecb/2\t0\t2\tdug\t(ACT1)");
        WriteGroup(folder, "7ecbplus", "7/7ecbplus/1\t0\t0\tBadgers\t-", "7/7ecbplus/1\t0\t1\tdug\t(ACT2)", "7/7ecbplus/1\t0\t2\tand\t-", "7/7ecbplus/1\t0\t3\tslept\t(ACT3)");
        var report = EventEvaluation.Of("made", EcbPlusCorpus.ReadEvents(folder.Path, 7, 7), (texts, _) => [.. texts.Select(Vector)], TestContext.Current.CancellationToken);
        var values = report.Rows.ToDictionary(r => r.Name, r => r.Value);
        Assert.Equal(1.0, values["same stems, sub-topics: CoNLL"]);

        // Three mentions in one group where two and one belong: MUC 1 of 2 links right.
        Assert.Equal(2 * (1 / 2.0) / (1 + (1 / 2.0)), values["same stems, topics: MUC"]!.Value, 9);
        Assert.Equal(3, report.Articles);
        Assert.Equal(16, report.Rows.Count);
    }

    [Fact]
    public void Headlines_AreAgainst_WhatTheyDeny_AndNeither_WhatTheyOnlyTellOf()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "url-versions-2015-06-14-clean.csv"),
            Columns + "\r\n0,A goat is mayor,A goat is mayor,for,1,g\r\n1,A goat is mayor,A goat is not mayor,against,2,g\r\n2,A goat is mayor,Is a goat mayor?,observing,3,g\r\n3,A goat is mayor,A goat may be mayor,observing,4,g\r\n4,A goat is mayor,\"Goat, mayor\",against,5,g\r\n");
        var read = EmergentCorpus.ReadHeadlines(folder.Path).Select(h => (h, Told(h.Headline), Told(h.Claim))).ToList();
        var report = HeadlineEvaluation.Of("made", read);
        Assert.Equal([4L, 1L, 1L, 2L], report.Rows.Where(r => r.Right is not null).Select(r => r.Right!.Value));
        Assert.Equal((5L, 0.4), (report.Rows[0].Gold!.Value, report.Rows[1].Value!.Value));

        static IReadOnlyList<Statement> Told(Document document)
        {
            var words = SpanList.Of(new TextSpan(0, document.Text.Length));
            return [new Statement("s", document.Id, SpanList.Empty, SpanList.Empty, words) { Attitude = AttitudeReader.Read(document.Text, SpanList.Empty, words) }];
        }
    }

    [Fact]
    public void Headlines_WithAStanceThatIsNone_AreABadCorpus()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "url-versions-2015-06-14-clean.csv"), Columns + "\r\n0,A goat is mayor,A goat is mayor,perhaps,1,g\r\n");
        Assert.Equal(ProblemCodes.BadCorpus, Assert.Throws<SaysoException>(() => EmergentCorpus.ReadHeadlines(folder.Path)).Problem.Code);
    }

    private static void WriteGroup(TemporaryFolder folder, string group, params string[] rows) =>
        File.WriteAllLines(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "test_parsing", group, "annotation", "original")).FullName, group + ".conll"), rows);

    /// <summary>Letters counted: enough for headlines that are nearly the same, and for those that are not.</summary>
    private static SentenceVector Vector(string text)
    {
        var values = new float[2];
        values[text.Contains("oat", StringComparison.Ordinal) ? 0 : 1] = 1;
        return new SentenceVector(values);
    }
}
