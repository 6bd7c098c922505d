namespace Sayso.Core.Inconsistencies;

/// <summary>"12 of 20, or 70%": a share that is another one in per cent.</summary>
internal static class Shares
{
    private const int MostApart = 60;
    private static readonly HashSet<string> _of =
        new(["of", "of the", "of its", "of their", "out of", "out of the", "out of a total of", "of a total of"], StringComparer.Ordinal);
    private static readonly HashSet<string> _or = new(["or", "(", ", or", ", ("], StringComparer.Ordinal);

    /// <summary>Those of one sentence.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        var here = scene.QuantitiesIn(sentence);
        for (var i = 0; i + 2 < here.Count; i++)
        {
            var (part, whole, share) = (here[i], here[i + 1], here[i + 2]);
            if (share is not { Unit: "percent", Value: { } percent, Comparator: Quantities.Comparator.Equal }
                || !InconsistencyScene.IsExactCount(part) || !InconsistencyScene.IsExactCount(whole)
                || !(part.Value <= whole.Value) || whole.Value == 0 || share.Span.Start - whole.Span.End > MostApart
                    || !_of.Contains(scene.Between(part.Span.End, whole.Span.Start))
                || !IsInOtherWords(scene, whole.Span.End, share.Span.Start))
            {
                continue;
            }

            var right = part.Value!.Value / whole.Value!.Value * 100;
            var slack = InconsistencyScene.Rounding(percent) + InconsistencyScene.Rounding(part.Value.Value) / whole.Value.Value * 100
                + (share.IsApproximate ? 5 : 0.5);
            if (Math.Abs(right - percent) > slack)
            {
                yield return InconsistencyScene.Found(
                    $"{InconsistencyScene.Show(part)} of {InconsistencyScene.Show(whole)} are {InconsistencyScene.Show(Math.Round(right, 1))}%, not {InconsistencyScene.Show(share)}.",
                    part.Span, whole.Span, share.Span);
            }
        }
    }

    /// <summary>Between the whole and its share: what is counted, and "or" or a bracket.</summary>
    private static bool IsInOtherWords(InconsistencyScene scene, int start, int end)
    {
        var words = scene.Words(start, end);
        return words.Count > 0 && (_or.Contains(words[^1].Form) || (words.Count > 1 && _or.Contains(words[^2].Form + " " + words[^1].Form)))
            && !words.SkipLast(1).Any(w => w.Form is "and" or "but" or ";" or ":");
    }
}
