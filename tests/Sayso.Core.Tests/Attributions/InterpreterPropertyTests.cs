using CsCheck;
using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Attributions;

/// <summary>Whatever spans the network finds in whatever text, they are understood somehow: no text breaks the reading of it.</summary>
public sealed class InterpreterPropertyTests
{
    private static readonly string[] _words =
        ("the a his their this two some I she they who which it said told citing denied declined to of from by in at , . ; : “ ” \" ’s \n \n\n — ( ) 58 % percent report letter poll survey from Report of Poll Letter Study in "
        + "Ann Loy Mr Dr. Harbour Board of Kessary The Bell Courier spokesman spokeswoman for officials police company government mayor senator not no will would may confirm refute that whether \u0301 \U0001F6A2 \t \u00A0").Split(' ');

    [Fact]
    public void AnySpans_InAnyText_AreUnderstood()
    {
        var places = Gen.Select(Gen.Int[0, 59], Gen.Int[1, 6]).Array[0, 2];
        var document =
            from words in Gen.Int[0, _words.Length - 1].Select(i => _words[i]).Array[1, 60].Select(words => string.Join(' ', words))
            from spans in Gen.Select(places, places, places, Gen.Int[-1, 3]).Array[0, 5]
            select (words, spans);
        document.Sample(
            sample =>
            {
                List<Attribution> attributions = [];
                foreach (var (source, cue, content, parent) in sample.spans)
                {
                    if (Spans(sample.words, cue) is { Count: > 0 } credited)
                    {
                        attributions.Add(new Attribution(Spans(sample.words, source), credited, Spans(sample.words, content))
                        {
                            Parent = parent >= 0 && parent < attributions.Count ? attributions[parent] : null,
                        });
                    }
                }

                var statements = Interpreter.Interpret(HandMade.Text(sample.words) with { Byline = "Bo Arle" }, attributions);
                Assert.Equal(attributions.DistinctBy(a => (a.Source, a.Cue, a.Content)).Count(), statements.Count(s => !s.IsOwnVoice));
                Assert.All(statements, s => Assert.Equal(s.IsOwnVoice, s.Chain.Count == 0));
                Assert.All(attributions, a => HouseConvention.Of(sample.words, a.Source, a.Cue, a.Content));
                Assert.All(attributions, a => HouseConvention.CitedBy(sample.words, a, new HashSet<int>()));
            },
            iter: 10_000);
    }

    /// <summary>So many words from the one with a number on; nothing behind the text's end.</summary>
    private static SpanList Spans(string text, (int Word, int Count)[] places)
    {
        int[] starts = [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == ' ').Select(i => i + 1)];
        List<TextSpan> found = [];
        foreach (var (word, count) in places.OrderBy(p => p.Word))
        {
            if (word < starts.Length && (found.Count == 0 || starts[word] >= found[^1].End))
            {
                var end = word + count < starts.Length ? starts[word + count] - 1 : text.Length;
                if (end > starts[word])
                {
                    found.Add(new TextSpan(starts[word], end));
                }
            }
        }

        return SpanList.Of(found);
    }
}
