using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// From a document's scores to its attributions: the best labels give spans; each source and content goes to the cue
/// that its words point to most, and to every other that they point to enough. Whatever the scores, what comes out is
/// well formed: spans lie in the text, inside one line each, a role's fragments do not overlap, and no cue is empty.
/// Safe for use by several threads.
/// </summary>
/// <param name="options">When spans belong together; they come with the model.</param>
public sealed class AttributionExtractor(ExtractionOptions options)
{
    private readonly ExtractionOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>The attributions in order of their cues. A cue that nothing points to makes none.</summary>
    public IReadOnlyList<Attribution> Extract(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<RoleSpan> cues = [];
        List<RoleSpan> others = [];
        foreach (var span in RoleSpan.Of(RoleDecoder.Decode(document)))
        {
            (span.Role == Role.Cue ? cues : others).Add(span);
        }

        if (cues.Count == 0)
        {
            return [];
        }

        var heads = Heads(document, cues);
        var groups = new Group?[cues.Count];
        for (var cue = 0; cue < cues.Count; cue++)
        {
            (groups[heads[cue]] ??= new Group()).Cue.Add(cues[cue]);
        }

        Share(document, others, cues, heads, groups);
        List<Attribution> found = [];
        foreach (var group in groups)
        {
            if (group is not null && group.Source.Count + group.Content.Count > 0)
            {
                found.Add(new Attribution(Spans(document, group.Source), Spans(document, group.Cue), Spans(document, group.Content)));
            }
        }

        return found;
    }

    /// <summary>For each cue span the span that its cue begins with: itself, or an earlier one that it continues.</summary>
    private int[] Heads(AnalyzedDocument document, List<RoleSpan> cues)
    {
        var shares = PointingShares.Of(document.Scores.Links, cues, cues);
        var heads = new int[cues.Count];
        for (var cue = 0; cue < cues.Count; cue++)
        {
            heads[cue] = cue;
            var (best, share) = Largest(shares.Of(cue), shares.FirstCue(cue));
            if (share > _options.ContinuedCue && best < cue && heads[best] == best
                && cues[cue].First - cues[best].End < ExtractionOptions.CueReach)
            {
                heads[cue] = best;
            }
        }

        return heads;
    }

    /// <summary>Gives sources and contents to their cues.</summary>
    private void Share(AnalyzedDocument document, List<RoleSpan> spans, List<RoleSpan> cues, int[] heads, Group?[] groups)
    {
        var shares = PointingShares.Of(document.Scores.Links, spans, cues);
        SortedDictionary<int, double> ofCue = [];
        for (var s = 0; s < spans.Count; s++)
        {
            ofCue.Clear();
            var cue = shares.FirstCue(s);
            foreach (var share in shares.Of(s))
            {
                ofCue[heads[cue]] = ofCue.GetValueOrDefault(heads[cue]) + share;
                cue++;
            }

            var (best, most) = ofCue.Aggregate((Cue: -1, Share: 0.0), (b, c) => c.Value > b.Share ? (c.Key, c.Value) : b);
            var threshold = spans[s].Role == Role.Source ? _options.SharedSource : _options.SharedContent;
            foreach (var (head, share) in ofCue)
            {
                if (most > 0 && (head == best || share > threshold))
                {
                    groups[head]!.Of(spans[s].Role).Add(spans[s]);
                }
            }
        }
    }

    private static (int Cue, double Share) Largest(IEnumerable<double> shares, int firstCue)
    {
        var (best, most, cue) = (0, 0.0, firstCue);
        foreach (var share in shares)
        {
            (best, most) = share > most ? (cue, share) : (best, most);
            cue++;
        }

        return (best, most);
    }

    private static SpanList Spans(AnalyzedDocument document, List<RoleSpan> spans) =>
        SpanList.Of(spans.Select(s => document.SpanOf(s.First, s.End)));

    private sealed class Group
    {
        public List<RoleSpan> Source { get; } = [];

        public List<RoleSpan> Cue { get; } = [];

        public List<RoleSpan> Content { get; } = [];

        public List<RoleSpan> Of(Role role) => role == Role.Source ? Source : Content;
    }
}
