using Sayso.Core.Attitudes;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Inconsistencies;

/// <summary>"14 of the 31 stations … the other 19": a part and the rest make the whole.</summary>
internal static class Remainders
{
    /// <summary>How many sentences behind a whole its rest is looked for.</summary>
    private const int Reach = 40;

    private const int MostWordsBetween = 5;
    private static readonly HashSet<string> _rest = new(["other", "remaining"], StringComparer.Ordinal);

    /// <summary>Those whose whole stands in a sentence; the rest may stand further on.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        var here = scene.QuantitiesIn(sentence);
        for (var i = 0; i + 1 < here.Count; i++)
        {
            if (IsPartOf(scene, here[i], here[i + 1]))
            {
                var beside = i + 2 < here.Count ? here[i + 2] : scene.QuantitiesIn(sentence + 1) is [var first, ..] ? first : null;
                if (Mismatch(scene, here[i], here[i + 1], beside) is { } found)
                {
                    yield return found;
                }
                else if (i + 2 == here.Count && FurtherOn(scene, sentence, here[i], here[i + 1]) is { } further)
                {
                    yield return further;
                }
            }
        }
    }

    /// <summary>"14 of the 31", "14 of the city's 31".</summary>
    private static bool IsPartOf(InconsistencyScene scene, Quantity part, Quantity whole)
    {
        if (!InconsistencyScene.IsExactCount(part) || !InconsistencyScene.IsExactCount(whole) || part.Value >= whole.Value)
        {
            return false;
        }

        var between = scene.Words(part.Span.End, whole.Span.Start, MostWordsBetween + 1);
        var at = between is [{ Form: "out" }, ..] ? 1 : 0;
        return between.Count <= MostWordsBetween && between.Count > at && between[at].Form == "of" && !between.Exists(w => w.IsMark)
            && (between.Count == at + 1 || between[^1].Form is "the" or "its" or "their" or "our" or "his" or "her" or "those" or "these"
                or "of" || IsOwner(scene, between[^1]));
    }

    /// <summary>"City's", "cities'".</summary>
    private static bool IsOwner(InconsistencyScene scene, Word last) =>
        last.Form == "is" && scene.Text[last.Span.Start..last.Span.End] is not ("is" or "Is");

    /// <summary>Right behind the whole, with no other part between: then it has to be what is left.</summary>
    private static Inconsistency? Mismatch(InconsistencyScene scene, Quantity part, Quantity whole, Quantity? rest) =>
        rest is null || !InconsistencyScene.IsExactCount(rest) || rest.Value + part.Value == whole.Value || !IsRest(scene, rest.Span)
            ? null : Found(part, whole, rest);

    /// <summary>
    /// Sentences away, where the same thing is counted: what is left may have become less meanwhile, but not more, and between the
    /// two the thing is not counted otherwise.
    /// </summary>
    private static Inconsistency? FurtherOn(InconsistencyScene scene, int sentence, Quantity part, Quantity whole)
    {
        if (Counted(scene, whole) is not { } thing)
        {
            return null;
        }

        for (var next = sentence + 1; next <= sentence + Reach && next < scene.Sentences.Count; next++)
        {
            foreach (var quantity in scene.QuantitiesIn(next))
            {
                if (Counted(scene, quantity) == thing)
                {
                    return InconsistencyScene.IsExactCount(quantity) && IsRest(scene, quantity.Span)
                        && quantity.Value > whole.Value - part.Value && quantity.Value < whole.Value
                        ? Found(part, whole, quantity)
                        : null;
                }
            }
        }

        return null;
    }

    /// <summary>The last word of what is counted.</summary>
    private static string? Counted(InconsistencyScene scene, Quantity quantity) =>
        quantity.Of is { } of && scene.Words(of.Start, of.End) is [.., var last] ? last.Form : null;

    private static Inconsistency Found(Quantity part, Quantity whole, Quantity rest) => InconsistencyScene.Found(
        $"{InconsistencyScene.Show(part)} of {InconsistencyScene.Show(whole)} leave {InconsistencyScene.Show(whole.Value!.Value - part.Value!.Value)}, not {InconsistencyScene.Show(rest)}.",
        part.Span, whole.Span, rest.Span);

    /// <summary>"The other 19", "the remaining 19".</summary>
    private static bool IsRest(InconsistencyScene scene, TextSpan number) =>
        scene.Words(Math.Max(0, number.Start - 20), number.Start) is [.., { Form: "the" }, var last] && _rest.Contains(last.Form);
}
