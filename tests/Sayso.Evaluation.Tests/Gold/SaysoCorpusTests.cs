using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class SaysoCorpusTests
{
    private const string Split = "file\tsplit\nnews/a.json\tdev\nwire/b.json\tdev\nnews/c.json\ttrain\n";

    // "Ana 👍 said it": Ana 0-3, said 6-10, it 11-13 in code points.
    private const string Statements = """
        {"statements": [
          {"id": "s1", "source": {"start": 0, "end": 3}, "cue": [{"start": 6, "end": 10}],
           "content": [{"start": 11, "end": 13}, {"start": 0, "end": 3}], "parent": null,
           "chain": [{"name": "Ana", "kind": "named"}], "source_form": "name", "stance": "not-deny", "certainty": "possible", "polarity": "negative"},
          {"id": "s2", "source": null, "cue": [{"start": 11, "end": 13}], "content": [], "parent": "s1",
           "chain": [{"name": "Ana", "kind": "named"}], "source_form": "pronoun", "stance": "not-deny", "certainty": "possible", "polarity": "negative"}]}
        """;

    [Fact]
    public async Task Articles_OfOneSplit_AreRead()
    {
        using var folder = new TemporaryFolder();
        folder.Write("SPLIT.tsv", Split);
        folder.Write("news/a.json", Statements);
        folder.Write("news/a.txt", "Ana 👍 said it");
        folder.Write("wire/b.json", """{"statements": [], "entities": [{"name": "Bo", "type": "person", "mentions": [[2, 4]]}, {"name": "Oru", "type": "country", "mentions": [[8, 11]]}]}""");
        folder.Write("elsewhere/b.txt", "👍 Bo in Oru.");
        var corpus = await SaysoCorpus.OpenAsync(folder.Path, "dev", Path.Combine(folder.Path, "elsewhere"), TestContext.Current.CancellationToken);
        var read = await corpus.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, corpus.Count);
        Assert.Equal([("news", "a"), ("wire", "b")], read.Select(a => (a.Part, a.Source.Name)));
        var text = read[0].Source.Text;
        var (outer, nested) = (read[0].Statements[0], read[0].Statements[1]);
        Assert.Equal(("Ana", "said", "Ana it"), (outer.Spans.Source.TextOf(text), outer.Spans.Cue.TextOf(text), outer.Spans.Content.TextOf(text)));
        Assert.Equal((Stance.NotDeny, Certainty.Possible, Polarity.Negative), (outer.Stance, outer.Certainty, outer.Polarity));
        Assert.Equal([new GoldHop("Ana", SourceKind.Named)], outer.Chain);
        Assert.Equal((false, true, "s1"), (outer.IsResolved, nested.IsResolved, nested.Parent));
        Assert.False(outer.IsNested);
        Assert.True(nested.IsNested);
        Assert.Empty(nested.Spans.Source);
        Assert.Empty(read[1].Statements);
        Assert.Empty(read[0].Mentions);
        Assert.Equal([("Bo", "person"), ("Oru", "place")], read[1].Mentions.Select(m => (m.Span.Slice(read[1].Source.Text).ToString(), m.Kind)));
    }

    [Theory]
    [InlineData(null, "dev")] // no table
    [InlineData("file\tsplit\nnews/a.json\ttrain\n", "dev")] // empty split
    [InlineData("file\tsplit\nnews/a.json\n", "dev")] // a column is missing
    [InlineData("file\tsplit\nnews/a.json\tdev\n", "dev")] // a file is missing
    public async Task Split_IsRefused_WhenItCannotBeRead(string? table, string split)
    {
        using var folder = new TemporaryFolder();
        if (table is not null)
        {
            folder.Write("SPLIT.tsv", table);
        }

        var error = await Assert.ThrowsAsync<SaysoException>(() =>
            SaysoCorpus.OpenAsync(folder.Path, split, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"statements": [{"source": null, "cue": []}]}""")] // keys are missing
    [InlineData("""{"statements": [{"id": "s", "source": null, "cue": [{"start": 0, "end": 9}], "content": [], "parent": null, "chain": [{"name": "Ana", "kind": "named"}], "source_form": "name", "stance": "not-deny", "certainty": "possible", "polarity": "negative"}]}""")]
    [InlineData("""{"statements": [{"id": "s", "source": null, "cue": [{"start": "0", "end": 1}], "content": [], "parent": null, "chain": [{"name": "Ana", "kind": "named"}], "source_form": "name", "stance": "not-deny", "certainty": "possible", "polarity": "negative"}]}""")]
    [InlineData("""{"statements": [{"id": "s", "source": {"start": 2, "end": 1}, "cue": [], "content": [], "parent": null, "chain": [{"name": "Ana", "kind": "named"}], "source_form": "name", "stance": "not-deny", "certainty": "possible", "polarity": "negative"}]}""")]
    [InlineData("""{"statements": [{"id": "s", "source": null, "cue": [], "content": [], "parent": null, "chain": [], "source_form": "name", "stance": "shrug", "certainty": "certain", "polarity": "positive"}]}""")]
    public void Annotation_IsRefused_WhenMalformed(string json)
    {
        var error = Assert.Throws<SaysoException>(() => SaysoReader.Read("Ana", json, "a.json"));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
    }

    [Fact]
    public async Task OwnCorpus_IsReadWhole()
    {
        int articles = 0, statements = 0, nested = 0;
        foreach (var split in new[] { "train", "dev" })
        {
            var corpus = await SaysoCorpus.OpenAsync(Corpora.Folder("sayso"), split, cancellation: TestContext.Current.CancellationToken);
            await foreach (var article in corpus.ReadAsync(TestContext.Current.CancellationToken))
            {
                articles++;
                statements += article.Statements.Count;
                nested += article.Statements.Count(s => s.IsNested);
            }
        }

        // As the corpus's description counts them.
        Assert.Equal((160, 3419, 915), (articles, statements, nested));
    }
}
