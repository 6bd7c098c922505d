using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Changes;

/// <summary>
/// Compares the versions of a page, each with the one before it. Statements of the same words are the same; of the others
/// those that share most of their words are one that changed, the most alike first. Where the sentence of a statement stands
/// in both versions, no editor touched it, whatever was read from it.
/// </summary>
public static class ChangeFinder
{
    /// <summary>Shared words ÷ words of the one with more, from which two statements are one that changed.</summary>
    private const double Alike = 0.34;

    /// <summary>The changes, by address, then by version; pages read once have none.</summary>
    /// <param name="versions">Versions of any pages, in any order; those without an address are left aside.</param>
    public static IReadOnlyList<PageChange> Of(IEnumerable<PageVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return
        [
            .. versions.Where(v => v.Document.Url is not null).GroupBy(v => v.Document.Url!, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(page => page.OrderBy(v => v.Version).ThenBy(v => v.Document.Id, StringComparer.Ordinal).ToList() is var ordered
                    ? ordered.Zip(ordered.Skip(1), Between).Where(c => c.From != c.To) : []),
        ];
    }

    private static PageChange Between(PageVersion before, PageVersion after)
    {
        var (was, now) = (before.Document, after.Document);
        return new PageChange(now.Url!, was.Id, now.Id, Edits(before, after).ToValueList())
        {
            TitleBefore = was.Title,
            TitleAfter = now.Title,
            IsSilent = (now.Modified?.ToInstant() ?? now.Published?.ToInstant()) is not { } modified
                || modified <= (was.Modified?.ToInstant() ?? was.Published?.ToInstant()),
        };
    }

    private static IEnumerable<StatementEdit> Edits(PageVersion before, PageVersion after)
    {
        List<Said> olds = [.. before.Statements.Select(s => new Said(s, before.Document.Text))];
        List<Said> news = [.. after.Statements.Select(s => new Said(s, after.Document.Text))];
        Dictionary<Said, Said> pairs = [];
        foreach (var old in olds)
        {
            if (news.Find(n => !pairs.ContainsValue(n) && n.Words == old.Words) is { } same)
            {
                pairs.Add(old, same);
            }
        }

        var alike = olds.Where(o => !pairs.ContainsKey(o))
            .SelectMany(o => news.Where(n => !pairs.ContainsValue(n)).Select(n => (Old: o, New: n, Likeness: o.Likeness(n))))
            .Where(p => p.Likeness >= Alike)
            .OrderByDescending(p => p.Likeness).ThenBy(p => p.Old.Start).ThenBy(p => p.New.Start).ToList();
        foreach (var (old, now, _) in alike)
        {
            if (!pairs.ContainsKey(old) && !pairs.ContainsValue(now))
            {
                pairs.Add(old, now);
            }
        }

        var oldOf = pairs.ToDictionary(p => p.Value, p => p.Key);
        var (oldText, newText) = (Folded(before.Document.Text), Folded(after.Document.Text));
        var changed = news.Where(n => !oldText.Contains(n.Sentence, StringComparison.Ordinal))
            .Select(n => (At: (double)news.IndexOf(n), Edit: oldOf.TryGetValue(n, out var old)
            ? Parts(old, n) is { Count: > 0 } parts
                ? new StatementEdit(EditKind.Changed, old.Statement, n.Statement) { Parts = parts } : null
            : new StatementEdit(EditKind.Added, null, n.Statement)));
        var removed = olds.Where(o => !pairs.ContainsKey(o) && !newText.Contains(o.Sentence, StringComparison.Ordinal))
            .Select(o => (At: PlaceOf(o, olds, news, pairs), Edit: (StatementEdit?)new StatementEdit(EditKind.Removed, o.Statement, null)));
        return WithoutParts([.. changed.Concat(removed).Where(e => e.Edit is not null).OrderBy(e => e.At).Select(e => e.Edit!)]);
    }

    /// <summary>A text's words, one space between them and around all.</summary>
    private static string Folded(string text) => $" {string.Join(' ', ContentWords.Words(text))} ";

    /// <summary>What came or went with the statement that holds it is no edit of its own.</summary>
    private static IEnumerable<StatementEdit> WithoutParts(List<StatementEdit> edits) => edits.Where(e => e.Kind == EditKind.Changed
        || !edits.Exists(whole => whole != e && whole.Kind == e.Kind && Holds((whole.Before ?? whole.After)!, (e.Before ?? e.After)!)));

    private static bool Holds(Statement whole, Statement part) => whole.Content.Extent != part.Content.Extent
        && part.Source.Concat(part.Cue).Concat(part.Content).All(piece => whole.Content.Any(w => w.Contains(piece)));

    /// <summary>Where what is gone stood: behind the last one before it that is still there.</summary>
    private static double PlaceOf(Said gone, List<Said> olds, List<Said> news, Dictionary<Said, Said> pairs)
    {
        var at = olds.IndexOf(gone);
        var before = olds.Take(at).LastOrDefault(pairs.ContainsKey);
        return (before is null ? -1 : news.IndexOf(pairs[before])) + 0.5;
    }

    private static ValueList<ChangedPart> Parts(Said old, Said now)
    {
        var (a, b) = (old.Statement.Attitude, now.Statement.Attitude);
        (ChangedPart Part, bool IsOther)[] parts =
        [
            (ChangedPart.Source, old.Source != now.Source),
            (ChangedPart.Stance, a?.Stance != b?.Stance),
            (ChangedPart.Certainty, a?.Certainty != b?.Certainty),
            (ChangedPart.Polarity, a?.Polarity != b?.Polarity),
            (ChangedPart.Figures, !old.Figures.SequenceEqual(now.Figures)),
        ];
        var others = parts.Where(p => p.IsOther).Select(p => p.Part).ToList();
        return old.Words == now.Words ? ValueList<ChangedPart>.Empty : others.Count > 0 ? others.ToValueList() : new([ChangedPart.Wording]);
    }

    /// <summary>A statement with its words.</summary>
    private sealed class Said
    {
        private readonly HashSet<string> _stems;

        public Said(Statement statement, string text)
        {
            Statement = statement;
            Words = string.Join('\n', ((SpanList[])[statement.Source, statement.Cue, statement.Content])
                .Select(s => string.Join(' ', ContentWords.Words(s.TextOf(text)))));
            Sentence = Folded(SentenceOf(text, statement));
            Source = statement.SourceHop?.Name ?? string.Empty;
            Figures = [.. statement.Quantities.Select(q => (q.Value, q.Low, q.High, q.Comparator, q.Unit))];
            _stems = [.. ContentWords.Of(statement.Content.TextOf(text)), .. ContentWords.Of(statement.Source.TextOf(text))];
        }

        public Statement Statement { get; }

        public string Words { get; }

        /// <summary>The words of the sentences that it stands in, as <see cref="Folded"/> has them.</summary>
        public string Sentence { get; }

        public string Source { get; }

        public (double? Value, double? Low, double? High, Comparator Comparator, string? Unit)[] Figures { get; }

        private static string SentenceOf(string text, Statement statement)
        {
            var whole = statement.Source.Concat(statement.Cue).Concat(statement.Content).ToList();
            var (start, end) = (whole.Min(s => s.Start), whole.Max(s => s.End));
            var sentences = Sentences.Of(text).Where(s => s.Start < end && start < s.End).ToList();
            return sentences.Count == 0 ? text[start..end] : text[sentences[0].Start..sentences[^1].End];
        }

        public TextSpan Start => Statement.Place;

        public double Likeness(Said other)
        {
            var most = Math.Max(_stems.Count, other._stems.Count);
            return most == 0 ? 0 : (double)_stems.Count(other._stems.Contains) / most;
        }
    }
}
