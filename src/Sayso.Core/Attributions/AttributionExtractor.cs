using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// From a document's scores to its attributions, level by level: the best labels give spans; each cue takes the source
/// on its line that points to it most; each content goes to the cue that it points to most, and to every other that it points to
/// enough. Dropped are an attribution that is hardly probable and a nested one that no un-nested one holds. Whatever the
/// scores, what comes out is well formed: spans lie in the text, inside one line each, a role's fragments do not overlap, and no cue is empty. Safe for
/// use by several threads.
/// </summary>
/// <param name="options">When spans belong together; they come with the model.</param>
public sealed class AttributionExtractor(ExtractionOptions options)
{
    private readonly ExtractionOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>
    /// The attributions that no other one holds, in order of their cues, then the nested ones in that order. A cue that no
    /// content points to makes none.
    /// </summary>
    public IReadOnlyList<Attribution> Extract(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var outer = Extract(document, document.Scores.Outer, isNested: false);
        var nesting = new Nesting(document.Document.Text, outer);
        List<Attribution> found = [.. outer];
        foreach (var inner in Extract(document, document.Scores.Nested, isNested: true))
        {
            if (nesting.HolderOf(inner) is { } holder && !outer.Any(a => a.HasSpansOf(inner)))
            {
                found.Add(NestedContent.Completed(document.Document.Text, inner, holder) with { Parent = holder });
            }
        }

        if (_options.IsHouseConvention)
        {
            HashSet<int> cues = [.. found.SelectMany(a => a.Cue).Select(c => c.Start)];
            found.AddRange(outer.Select(a => HouseConvention.CitedBy(document.Document.Text, a, cues)).OfType<Attribution>());
        }

        return found;
    }

    private IReadOnlyList<Attribution> Extract(AnalyzedDocument document, LevelScores scores, bool isNested)
    {
        var spans = RoleSpan.Of(RoleDecoder.Decode(document.Tokens, scores)).ToLookup(span => span.Role);
        List<RoleSpan> cues = [.. spans[Role.Cue]];
        if (cues.Count == 0)
        {
            return [];
        }

        var pointing = new Pointing(scores.Links, cues);
        var heads = Heads(pointing, cues);
        var groups = new Group?[cues.Count];
        var lines = Lines(document.Tokens);
        for (var cue = 0; cue < cues.Count; cue++)
        {
            (groups[heads[cue]] ??= new Group { Line = lines[cues[heads[cue]].First] }).Cue.Add(cues[cue]);
        }

        TakeSources(pointing, spans[Role.Source].Select(s => (s, lines[s.First])), heads, groups);
        GiveContents(pointing, spans[Role.Content], heads, groups);
        var confidence = _options.Confidence is { } weights ? new ConfidenceReader(weights, new RoleMarginals(document.Tokens, scores), isNested) : null;
        List<Attribution> found = [];
        foreach (var group in groups.OfType<Group>())
        {
            var sure = group.Content.Count == 0 ? null : confidence?.Of(group.Source, group.Cue[0], group.Content, group.ContentShare);
            if (!(sure < _options.LeastConfidence) && Attribution(document, group) is { } attribution)
            {
                found.Add(attribution with { Confidence = sure });
            }
        }

        return SharedSource.Fill(document.Document.Text, found);
    }

    /// <summary>For each cue span the one that its cue begins with: itself, or an earlier one that it continues.</summary>
    private int[] Heads(Pointing pointing, List<RoleSpan> cues)
    {
        var heads = new int[cues.Count];
        for (var cue = 0; cue < cues.Count; cue++)
        {
            heads[cue] = cue;
            var best = Largest(pointing.Of(cues[cue]));
            if (best.Share > _options.ContinuedCue && best.Cue < cue && heads[best.Cue] == best.Cue
                && cues[cue].First - cues[best.Cue].End < ExtractionOptions.CueReach)
            {
                heads[cue] = best.Cue;
            }
        }

        return heads;
    }

    /// <summary>A source stands on its cue's line: of those that people marked two in three thousand do not.</summary>
    private void TakeSources(Pointing pointing, IEnumerable<(RoleSpan Span, int Line)> sources, int[] heads, Group?[] groups)
    {
        foreach (var (source, line) in sources)
        {
            foreach (var (head, share) in Merge(pointing.Of(source), heads))
            {
                if (share >= _options.Source && share > groups[head]!.SourceShare && line == groups[head]!.Line)
                {
                    (groups[head]!.Source, groups[head]!.SourceShare) = (source, share);
                }
            }
        }
    }

    /// <summary>The number of each word's line.</summary>
    private static int[] Lines(IReadOnlyList<Token> tokens)
    {
        var lines = new int[tokens.Count];
        for (var i = 1; i < lines.Length; i++)
        {
            lines[i] = lines[i - 1] + (tokens[i].StartsLine ? 1 : 0);
        }

        return lines;
    }

    private void GiveContents(Pointing pointing, IEnumerable<RoleSpan> contents, int[] heads, Group?[] groups)
    {
        foreach (var content in contents)
        {
            var merged = Merge(pointing.Of(content), heads);
            var best = Largest(merged);
            foreach (var (head, share) in merged)
            {
                if (share > 0 && (head == best.Cue || share >= _options.SharedContent))
                {
                    groups[head]!.Content.Add(content);
                    groups[head]!.ContentShare = Math.Min(groups[head]!.ContentShare, share);
                }
            }
        }
    }

    /// <summary>Adds what points to a cue's further fragments to its first one; in order of the cues.</summary>
    private static List<CueShare> Merge(IReadOnlyList<CueShare> shares, int[] heads)
    {
        List<CueShare> merged = new(shares.Count);
        foreach (var (cue, share) in shares)
        {
            // A first fragment stands before its further ones, and near the end of what is merged so far.
            var at = merged.Count;
            while (at > 0 && merged[at - 1].Cue > heads[cue])
            {
                at--;
            }

            if (at > 0 && merged[at - 1].Cue == heads[cue])
            {
                merged[at - 1] = new CueShare(heads[cue], merged[at - 1].Share + share);
            }
            else
            {
                merged.Insert(at, new CueShare(heads[cue], share));
            }
        }

        return merged;
    }

    /// <summary>The first cue with the largest share; cue -1 where there is none.</summary>
    private static CueShare Largest(IReadOnlyList<CueShare> shares)
    {
        var best = new CueShare(-1, 0);
        foreach (var share in shares)
        {
            best = share.Share > best.Share ? share : best;
        }

        return best;
    }

    private Attribution? Attribution(AnalyzedDocument document, Group group)
    {
        var source = group.Source is { } span ? SpanList.Of(document.SpanOf(span.First, span.End)) : SpanList.Empty;
        var (cue, content) = (Spans(document, group.Cue), Spans(document, group.Content));
        return _options.IsHouseConvention ? HouseConvention.Of(document.Document.Text, source, cue, content)
            : content.Count > 0 ? new Attribution(source, cue, content)
            : null;
    }

    private static SpanList Spans(AnalyzedDocument document, List<RoleSpan> spans) =>
        SpanList.Of(spans.Select(s => document.SpanOf(s.First, s.End)));

    private sealed class Group
    {
        public int Line { get; init; }

        public RoleSpan? Source { get; set; }

        public double SourceShare { get; set; }

        public List<RoleSpan> Cue { get; } = [];

        public List<RoleSpan> Content { get; } = [];

        public double ContentShare { get; set; } = 1;
    }
}
