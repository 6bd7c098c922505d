using Sayso.Core.Text;

namespace Sayso.Core.Inconsistencies;

/// <summary>"14 of the 31 stations … the other 19": a part and the rest make the whole.</summary>
internal static class Remainders
{
    private static readonly HashSet<string> _of = new(["of", "of the", "of its", "of their", "of our", "of those", "of these", "of a total of", "out of", "out of the"], StringComparer.Ordinal);
    private static readonly HashSet<string> _rest = new(["other", "remaining"], StringComparer.Ordinal);

    /// <summary>Those whose whole stands in a sentence; the rest may stand in the next.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        var here = scene.QuantitiesIn(sentence);
        for (var i = 0; i + 1 < here.Count; i++)
        {
            var (part, whole) = (here[i], here[i + 1]);
            if (!InconsistencyScene.IsExactCount(part) || !InconsistencyScene.IsExactCount(whole) || part.Value >= whole.Value
                || !_of.Contains(scene.Between(part.Span.End, whole.Span.Start)))
            {
                continue;
            }

            // Between the whole and the rest no other part may be counted.
            var next = i + 2 < here.Count ? here[i + 2] : scene.QuantitiesIn(sentence + 1) is [var first, ..] ? first : null;
            if (next is null || !InconsistencyScene.IsExactCount(next) || next.Value + part.Value == whole.Value || !IsRest(scene, next.Span))
            {
                continue;
            }

            yield return InconsistencyScene.Found(
                $"{InconsistencyScene.Show(part)} of {InconsistencyScene.Show(whole)} leave {InconsistencyScene.Show(whole.Value!.Value - part.Value!.Value)}, not {InconsistencyScene.Show(next)}.",
                part.Span, whole.Span, next.Span);
        }
    }

    /// <summary>"The other 19", "the remaining 19".</summary>
    private static bool IsRest(InconsistencyScene scene, TextSpan number) =>
        scene.Words(Math.Max(0, number.Start - 20), number.Start) is [.., { Form: "the" }, var last] && _rest.Contains(last.Form);
}
