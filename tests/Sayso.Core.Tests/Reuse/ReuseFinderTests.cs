using CsCheck;
using Sayso.Core.Documents;
using Sayso.Core.Reuse;

namespace Sayso.Core.Tests.Reuse;

public sealed class ReuseFinderTests
{
    private const string Wire =
        """
        At least four people were hurt on Monday when a crane fell on the market hall of Port Auren.
        The crane had been put up in May, the harbour office said, and was to be taken down this week.
        "It came down like a tree," said Ola Berg, who sells fish by the door.
        The police have closed the quay until the wind drops, and have asked for witnesses.
        """;

    private const string Other = "The council of Tarn has voted to mend the old bridge before the winter, and to pay for it with a toll on lorries that cross it at night.";

    public static TheoryData<string, string> Copies => new()
    {
        { "trimmed", Wire[..Wire.IndexOf("The police", StringComparison.Ordinal)] },
        { "its first line edited", "Four fish sellers are in hospital after a crane came down in Port Auren.\n" + Wire[(Wire.IndexOf('\n', StringComparison.Ordinal) + 1)..] },
        { "a paragraph put in", Wire.Replace("\"It came", "Our readers have sent more than fifty pictures of the crane.\n\"It came", StringComparison.Ordinal) },
        { "other marks and letter case", Wire.Replace('"', '”').ToUpperInvariant() },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void Copy_IsFound_HoweverItWasEdited(string how, string copy)
    {
        var finder = Of(("wire", Wire), ("copy", copy), ("other", Other));
        Assert.True(finder.Between("wire", "copy") is { Share: > 0.7 }, how);
        Assert.Equal(["copy"], finder.With("wire"));
        Assert.Empty(finder.With("other"));
    }

    [Fact]
    public void Passages_AreTheSameWordsInBothTexts_TurnedRound()
    {
        var copy = "Our crane. " + Wire.Replace("in May", "last May", StringComparison.Ordinal);
        var finder = Of(("a", Wire), ("b", copy));
        var overlap = finder.Between("a", "b")!;
        Assert.All(overlap.Passages, p => Assert.Equal(Words(p.InFirst.Slice(Wire).ToString()), Words(p.InSecond.Slice(copy).ToString())));
        Assert.All(overlap.Passages, p => Assert.Equal(p.Words, Words(p.InFirst.Slice(Wire).ToString()).Length));
        var turned = finder.Between("b", "a")!;
        Assert.Equal(overlap.Passages.Select(p => p.InFirst).Order(), turned.Passages.Select(p => p.InSecond).Order());
        Assert.Equal(overlap.Share, turned.Share);
    }

    [Fact]
    public void EightWordsInARow_AreAlwaysFound_AndSevenNever()
    {
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[8, 40]).Sample((before, after, shared) =>
        {
            string Text(string mark, int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => $"{mark}{i}"));
            var passage = Text("w", shared);
            var found = Of(("a", $"{Text("x", before)} {passage} {Text("y", after)}"), ("b", $"{Text("z", after)} {passage} {Text("q", before)}")).Between("a", "b");
            var short_ = Of(("a", $"{Text("x", 9)} {Text("w", 7)} {Text("y", 9)}"), ("b", $"{Text("z", 9)} {Text("w", 7)} {Text("q", 9)}")).Between("a", "b");
            return found?.Passages.Single().Words == shared && short_ is null;
        });
    }

    [Fact]
    public void Found_IsTheSame_InWhateverOrderDocumentsCome()
    {
        (string, string)[] texts = [.. Copies.Select((c, i) => ($"c{i}", c.Data.Item2)), ("wire", Wire), ("other", Other)];
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var (one, two) = (Of(texts), Of([.. texts.OrderBy(_ => random.Next())]));
            return texts.All(t => one.With(t.Item1).SequenceEqual(two.With(t.Item1)));
        });
    }

    private static string[] Words(string text) => text.ToLowerInvariant().Split([' ', '\n', ',', '.', '"', '”'], StringSplitOptions.RemoveEmptyEntries);

    private static ReuseFinder Of(params (string Id, string Text)[] texts)
    {
        var finder = new ReuseFinder();
        foreach (var (id, text) in texts)
        {
            finder.Add(new Document { Id = id, Raw = default, RawHash = "", MediaType = "text/plain", Text = text });
        }

        return finder;
    }
}
