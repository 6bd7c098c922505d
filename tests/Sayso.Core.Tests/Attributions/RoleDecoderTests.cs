using CsCheck;
using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;

namespace Sayso.Core.Tests.Attributions;

public sealed class RoleDecoderTests
{
    private static readonly Gen<float> Score = Gen.Float[-4, 4];

    private static readonly Gen<(float[] Emissions, float[] Transitions, bool[] Lines)> Short = Sequence(1, 5);

    [Theory]
    [InlineData(RoleLabels.Outside, "O")]
    [InlineData(1, "B-source")]
    [InlineData(4, "I-cue")]
    [InlineData(6, "I-content")]
    public void Label_HasItsName(int label, string name) => Assert.Equal(name, RoleLabels.NameOf(label));

    [Fact]
    public void Labels_AreTheBestLegalSequence()
    {
        Short.Sample(s =>
        {
            var labels = Decode(s);
            var best = Legal(s.Lines).Max(sequence => Total(s, sequence));
            Assert.Contains(labels, Legal(s.Lines));
            Assert.Equal(best, Total(s, labels), 1e-4);
        }, iter: 200);
    }

    [Fact]
    public void SettledLabels_NeverChange()
    {
        Sequence(1, 60).Sample(s =>
        {
            var whole = Decode(s);
            var decoder = new RoleDecoder(s.Transitions, 1);
            for (var i = 0; i < s.Lines.Length; i++)
            {
                decoder.Add(Row(s.Emissions, i), s.Lines[i]);
                var settled = decoder.Settle();
                Assert.InRange(settled, 0, i + 1);
                Assert.Equal(whole[..settled], decoder.LabelsOf(0, settled).ToArray());
            }

            decoder.Finish();
            Assert.Equal(whole, decoder.LabelsOf(0, decoder.Count).ToArray());
        });
    }

    [Fact]
    public void ClearLabels_SettleSoon()
    {
        var decoder = new RoleDecoder(new float[RoleLabels.Count * RoleLabels.Count]);
        float[] outside = [20, 0, 0, 0, 0, 0, 0];
        for (var i = 0; i < 10; i++)
        {
            decoder.Add(outside, startsLine: false);
        }

        // The last word may still be anything, and the one before it the start of a span that goes on.
        Assert.Equal(8, decoder.Settle());
    }

    [Fact]
    public void LabelsNotSettled_AreNotGiven()
    {
        var decoder = new RoleDecoder(new float[RoleLabels.Count * RoleLabels.Count]);
        decoder.Add(new float[RoleLabels.Count], startsLine: true);
        Assert.Throws<ArgumentOutOfRangeException>(() => decoder.LabelsOf(0, 1).Length);
    }

    private static Gen<(float[] Emissions, float[] Transitions, bool[] Lines)> Sequence(int fewest, int most) =>
        from words in Gen.Int[fewest, most]
        from emissions in Score.Array[words * RoleLabels.Count]
        from transitions in Score.Array[RoleLabels.Count * RoleLabels.Count]
        from lines in Gen.Bool.Array[words]
        select (emissions, transitions, lines);

    private static byte[] Decode((float[] Emissions, float[] Transitions, bool[] Lines) s)
    {
        var decoder = new RoleDecoder(s.Transitions);
        for (var i = 0; i < s.Lines.Length; i++)
        {
            decoder.Add(Row(s.Emissions, i), s.Lines[i]);
        }

        decoder.Finish();
        return decoder.LabelsOf(0, decoder.Count).ToArray();
    }

    private static ReadOnlySpan<float> Row(float[] emissions, int word) => emissions.AsSpan(word * RoleLabels.Count, RoleLabels.Count);

    private static double Total((float[] Emissions, float[] Transitions, bool[] Lines) s, byte[] labels) => Enumerable.Range(0, labels.Length)
        .Sum(i => (double)Row(s.Emissions, i)[labels[i]] + (i == 0 ? 0 : s.Transitions[(labels[i - 1] * RoleLabels.Count) + labels[i]]));

    private static IEnumerable<byte[]> Legal(bool[] lines)
    {
        IEnumerable<byte[]> sequences = [[]];
        for (var i = 0; i < lines.Length; i++)
        {
            var at = i;
            sequences = [.. sequences.SelectMany(s => Enumerable.Range(0, RoleLabels.Count)
                .Where(label => !RoleLabels.IsInside(label) || (at > 0 && !lines[at] && RoleLabels.MayFollow(s[^1], label)))
                .Select(label => (byte[])[.. s, (byte)label]))];
        }

        return sequences;
    }
}
