using System.Text;
using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// Finds the attribution that holds another one: whole in its content or in its source, the narrowest of those; failing
/// that, the narrowest whose content holds the other's content ("A, citing B, said" has one content and two sources).
/// </summary>
internal sealed class Nesting
{
    private readonly List<Candidate> _byStart;
    private readonly int[] _furthestEnd;

    /// <summary>Prepares the attributions that may hold others.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="outer">The attributions; of equally narrow ones the first is taken.</param>
    public Nesting(string text, IReadOnlyList<Attribution> outer)
    {
        _byStart = [.. outer
            .Select((a, i) => new Candidate(i, a, Joined(text, a.Content), Joined(text, a.Source), a.Content.Sum(s => s.Length)))
            .OrderBy(c => c.Start)];
        _furthestEnd = new int[_byStart.Count];
        for (var i = 0; i < _byStart.Count; i++)
        {
            _furthestEnd[i] = Math.Max(_byStart[i].End, i == 0 ? 0 : _furthestEnd[i - 1]);
        }
    }

    /// <summary>The holder; <c>null</c> where there is none.</summary>
    public Attribution? HolderOf(Attribution inner)
    {
        List<TextSpan> own = [.. inner.Source, .. inner.Cue, .. inner.Content];
        (int Rank, int Length, int Order, Attribution? Holder) best = (int.MaxValue, 0, 0, null);

        // Whatever holds the inner one's content begins no later and ends no earlier.
        var anchor = inner.Content.Count > 0 ? inner.Content.Extent : inner.Cue.Extent;
        for (var i = CountUpTo(anchor.Start) - 1; i >= 0 && _furthestEnd[i] >= anchor.End; i--)
        {
            var candidate = _byStart[i];
            var rank = AreInside(own, candidate.Content) || AreInside(own, candidate.Source) ? 0
                : inner.Content.Count > 0 && AreInside(inner.Content, candidate.Content) ? 1
                : -1;
            if (rank >= 0 && (rank, candidate.Length, candidate.Order).CompareTo((best.Rank, best.Length, best.Order)) < 0)
            {
                best = (rank, candidate.Length, candidate.Order, candidate.Attribution);
            }
        }

        return best.Holder;
    }

    /// <summary>How many of those that may hold others begin at this place or before it.</summary>
    private int CountUpTo(int start)
    {
        int low = 0, high = _byStart.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _byStart[middle].Start <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Spans in order; those with no letter or digit between them are one.</summary>
    private static List<TextSpan> Joined(string text, SpanList spans)
    {
        List<TextSpan> found = [];
        foreach (var span in spans)
        {
            if (found.Count > 0 && !HasWord(text.AsSpan(found[^1].End, span.Start - found[^1].End)))
            {
                found[^1] = new TextSpan(found[^1].Start, span.End);
            }
            else
            {
                found.Add(span);
            }
        }

        return found;
    }

    private static bool HasWord(ReadOnlySpan<char> gap)
    {
        foreach (var rune in gap.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreInside(IEnumerable<TextSpan> spans, List<TextSpan> zone) =>
        spans.All(span => zone.Exists(part => part.Start <= span.Start && span.End <= part.End));

    private sealed record Candidate(int Order, Attribution Attribution, List<TextSpan> Content, List<TextSpan> Source, int Length)
    {
        public int Start => Math.Min(Content.Count > 0 ? Content[0].Start : int.MaxValue, Source.Count > 0
            ? Source[0].Start : int.MaxValue);

        public int End => Math.Max(Content.Count > 0 ? Content[^1].End : 0, Source.Count > 0 ? Source[^1].End : 0);
    }
}
