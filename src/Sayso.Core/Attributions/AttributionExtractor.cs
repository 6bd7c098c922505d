using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// From a document's scores to its attributions: the best labels give spans; each cue takes the source that points to it
/// most; each content goes to the cue that it points to most, and to every other that it points to enough. Whatever the
/// scores, what comes out is well formed: spans lie in the text, inside one line each, a role's fragments do not overlap,
/// and no cue is empty. Safe for use by several threads.
/// </summary>
/// <param name="options">When spans belong together; they come with the model.</param>
public sealed class AttributionExtractor(ExtractionOptions options)
{
    private readonly ExtractionOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>The attributions in order of their cues. A cue that no content points to makes none.</summary>
    public IReadOnlyList<Attribution> Extract(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var spans = RoleSpan.Of(RoleDecoder.Decode(document)).ToLookup(span => span.Role);
        List<RoleSpan> cues = [.. spans[Role.Cue]];
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

        TakeSources(PointingShares.Of(document.Scores.Links, [.. spans[Role.Source]], cues), heads, groups);
        GiveContents(PointingShares.Of(document.Scores.Links, [.. spans[Role.Content]], cues), heads, groups);
        List<Attribution> found = [];
        foreach (var group in groups)
        {
            if (group is { Content.Count: > 0 })
            {
                SpanList source = group.Source is { } span ? SpanList.Of(document.SpanOf(span.First, span.End)) : SpanList.Empty;
                found.Add(new Attribution(source, Spans(document, group.Cue), Spans(document, group.Content)));
            }
        }

        return found;
    }

    /// <summary>For each cue span the one that its cue begins with: itself, or an earlier one that it continues.</summary>
    private int[] Heads(AnalyzedDocument document, List<RoleSpan> cues)
    {
        var shares = PointingShares.Of(document.Scores.Links, cues, cues);
        var heads = new int[cues.Count];
        for (var cue = 0; cue < cues.Count; cue++)
        {
            heads[cue] = cue;
            var (best, most) = Largest(shares.Of(cue));
            if (most > _options.ContinuedCue && best < cue && heads[best] == best
                && cues[cue].First - cues[best].End < ExtractionOptions.CueReach)
            {
                heads[cue] = best;
            }
        }

        return heads;
    }

    private void TakeSources(PointingShares shares, int[] heads, Group?[] groups)
    {
        for (var i = 0; i < shares.Spans.Count; i++)
        {
            foreach (var (head, share) in Merge(shares.Of(i), heads))
            {
                if (share >= _options.Source && share > groups[head]!.SourceShare)
                {
                    (groups[head]!.Source, groups[head]!.SourceShare) = (shares.Spans[i], share);
                }
            }
        }
    }

    private void GiveContents(PointingShares shares, int[] heads, Group?[] groups)
    {
        for (var i = 0; i < shares.Spans.Count; i++)
        {
            var merged = Merge(shares.Of(i), heads);
            var (best, _) = Largest(merged);
            foreach (var (head, share) in merged)
            {
                if (share > 0 && (head == best || share >= _options.SharedContent))
                {
                    groups[head]!.Content.Add(shares.Spans[i]);
                }
            }
        }
    }

    /// <summary>Adds what points to a cue's further fragments to its first one; in order of the cues.</summary>
    private static List<KeyValuePair<int, double>> Merge(IEnumerable<KeyValuePair<int, double>> shares, int[] heads)
    {
        SortedDictionary<int, double> merged = [];
        foreach (var (cue, share) in shares)
        {
            merged[heads[cue]] = merged.GetValueOrDefault(heads[cue]) + share;
        }

        return [.. merged];
    }

    /// <summary>The first cue with the largest share; -1 where there is none.</summary>
    private static (int Cue, double Share) Largest(IEnumerable<KeyValuePair<int, double>> shares)
    {
        var (best, most) = (-1, 0.0);
        foreach (var (cue, share) in shares)
        {
            (best, most) = share > most ? (cue, share) : (best, most);
        }

        return (best, most);
    }

    private static SpanList Spans(AnalyzedDocument document, List<RoleSpan> spans) =>
        SpanList.Of(spans.Select(s => document.SpanOf(s.First, s.End)));

    private sealed class Group
    {
        public RoleSpan? Source { get; set; }

        public double SourceShare { get; set; }

        public List<RoleSpan> Cue { get; } = [];

        public List<RoleSpan> Content { get; } = [];
    }
}
