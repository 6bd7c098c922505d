using CsCheck;
using Sayso.Core.Linguistics;

namespace Sayso.Core.Tests.Linguistics;

public sealed class LinkWindowTests
{
    private const int Width = 19;

    [Fact]
    public void Scores_AreDotProducts()
    {
        var window = new LinkWindow(5, [1f, 1f], [1, 2, 3, 4], [10, 20, 30, 40]);
        Assert.Equal([5, 6], window.Heads.ToArray());
        Assert.Equal([50, 110], window.Scores(5).ToArray());
        Assert.Equal([110, 250], window.Scores(6).ToArray());
    }

    [Fact]
    public void ScoresThatLabelsNeed_AreThoseOfTheWholeTable()
    {
        var windows =
            from words in Gen.Int[1, 20]
            from queries in Gen.Float[-2, 2].Array[words * Width]
            from keys in Gen.Float[-2, 2].Array[words * Width]
            from labels in Gen.Byte[0, RoleLabels.Count - 1].Array[words]
            select (new LinkVectors(7, Enumerable.Repeat(1f, words).ToArray(), queries, keys), labels);
        windows.Sample((vectors, labels) =>
        {
            var whole = new LinkWindow(vectors, []);
            var kept = new LinkWindow(vectors, labels);
            int[] heads = [.. Enumerable.Range(7, labels.Length).Where(i => labels[i - 7] == RoleLabels.Begin(Role.Cue))];
            Assert.Equal(heads, kept.Heads.ToArray());
            for (var i = 7; i < whole.EndToken; i++)
            {
                float[] expected = labels[i - 7] == RoleLabels.Outside ? [] : [.. heads.Select(h => whole.Scores(i).ToArray()[h - 7])];
                Assert.Equal(expected, kept.Scores(i).ToArray());
            }
        });
    }

    [Fact]
    public void VectorsThatDoNotFit_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new LinkWindow(0, [1f, 1f], [1, 2, 3], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new LinkWindow(0, [], [], []));
        Assert.Throws<ArgumentException>(() => new LinkWindow(new LinkVectors(0, new[] { 1f }, new[] { 1f }, new[] { 1f }), new byte[2]));
    }
}
