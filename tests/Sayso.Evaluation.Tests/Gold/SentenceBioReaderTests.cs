using Sayso.Core.Errors;
using Sayso.Core.Linguistics;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Tests.Gold;

public sealed class SentenceBioReaderTests
{
    [Theory]
    [InlineData("O O", "")]
    [InlineData("B-source I-source B-cue", "Source 0-1, Cue 2-2")]
    [InlineData("B-content B-content I-content", "Content 0-0, Content 1-2")] // a new span of the same role
    [InlineData("I-cue O I-content", "Cue 0-0, Content 2-2")] // a span that does not begin with B
    [InlineData("B-source I-cue I-cue", "Source 0-0, Cue 1-2")] // another role continues nothing
    [InlineData("B-content O I-content", "Content 0-0, Content 2-2")]
    public void Labels_AreDecoded(string labels, string expected) => Assert.Equal(
        expected, string.Join(", ", SentenceBioReader.Decode(labels.Split(' ')).Select(s => $"{s.Role} {s.First}-{s.Last}")));

    [Fact]
    public void Rows_AreRead()
    {
        const string lines = """
            {"tokens": ["Ana", "said"], "pos": ["NNP", "VBD"], "labels": ["B-source", "B-cue"], "id": "a_1"}

            {"tokens": [], "labels": [], "id": "a_2"}

            """;
        var rows = SentenceBioReader.Read(lines, "rows");
        Assert.Equal(["a_1", "a_2"], rows.Select(r => r.Id));
        Assert.Equal(["Ana", "said"], rows[0].Tokens);
        Assert.Equal([new(Role.Source, 0, 0), new(Role.Cue, 1, 1)], rows[0].Spans);
    }

    [Theory]
    [InlineData("""{"tokens": ["a"], "labels": ["O", "O"], "id": "x"}""")]
    [InlineData("""{"tokens": ["a"], "labels": ["B-speaker"], "id": "x"}""")]
    [InlineData("""{"tokens": [1], "labels": ["O"], "id": "x"}""")]
    [InlineData("""{"tokens": ["a"], "id": "x"}""")]
    [InlineData("a b c")]
    public void MalformedRow_IsNamed(string line)
    {
        var error = Assert.Throws<SaysoException>(() => SentenceBioReader.Read("\n" + line, "rows.jsonl"));
        Assert.Equal(ProblemCodes.BadCorpus, error.Problem.Code);
        Assert.Contains("rows.jsonl:2", error.Message, StringComparison.Ordinal);
    }
}
