using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Inference.Encoders;
using Sayso.Inference.Tokenizing;
using Sayso.Inference.Windowing;

namespace Sayso.Inference.Analysis;

/// <summary>
/// One level of a document's attributions while its windows are merged in order: sums of emissions, labels as far as
/// they are settled, and the links of windows whose labels all are. Not safe for use by several threads at once.
/// </summary>
/// <param name="tokens">The document's words.</param>
/// <param name="transitions">Row-major [labels, labels].</param>
internal sealed class LevelAnalysis(Token[] tokens, float[] transitions)
{
    private readonly float[] _emissions = new float[tokens.Length * RoleLabels.Count];
    private readonly List<LinkWindow> _links = [];
    private readonly RoleDecoder _decoder = new(transitions, tokens.Length);

    /// <summary>Words whose labels no further window can change.</summary>
    public int Settled => _decoder.Settled;

    /// <summary>The scores, once every window is merged and every link kept.</summary>
    public LevelScores Scores => new(_emissions, transitions, _links);

    /// <summary>Adds a window's emissions.</summary>
    /// <param name="window">The window.</param>
    /// <param name="weights">A weight for each of its words.</param>
    /// <param name="output">Its scores at this level.</param>
    public void Merge(Window window, ReadOnlySpan<float> weights, LevelOutput output)
    {
        var emissions = output.Emissions.Span;
        for (var word = window.First; word < window.End; word++)
        {
            var weight = weights[word - window.First];
            var sums = Row(word);
            var own = emissions.Slice((word - window.First) * RoleLabels.Count, RoleLabels.Count);
            for (var label = 0; label < sums.Length; label++)
            {
                sums[label] += own[label] * weight;
            }
        }
    }

    /// <summary>Decodes the words that no later window holds.</summary>
    /// <param name="complete">The index after the last of them.</param>
    /// <param name="weights">The sum of weights of each word of the document.</param>
    public void Decode(int complete, ReadOnlySpan<float> weights)
    {
        for (var word = _decoder.Count; word < complete; word++)
        {
            var sums = Row(word);
            foreach (ref var sum in sums)
            {
                sum /= weights[word];
            }

            _decoder.Add(sums, tokens[word].StartsLine);
        }

        if (complete == tokens.Length)
        {
            _decoder.Finish();
        }
        else
        {
            _decoder.Settle();
        }
    }

    /// <summary>Keeps what decoding needs of the links of a window whose labels are settled.</summary>
    public void KeepLinks(Window window, float[] weights, LevelOutput output)
    {
        var vectors = new LinkVectors(window.First, weights, output.Queries, output.Keys);
        _links.Add(new LinkWindow(vectors, _decoder.LabelsOf(window.First, window.End)));
    }

    private Span<float> Row(int word) => _emissions.AsSpan(word * RoleLabels.Count, RoleLabels.Count);
}
