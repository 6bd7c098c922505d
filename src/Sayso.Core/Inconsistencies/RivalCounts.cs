using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Inconsistencies;

/// <summary>
/// One counted thing with two values in the outlet's own voice: "23 sailors were freed" and "24 sailors were freed". The
/// counted words and the verb behind them are the same, no names set the sentences apart, and nothing says that the number
/// moved or is another one.
/// </summary>
internal static class RivalCounts
{
    private const int Before = 40;

    private static readonly HashSet<string> _moves = new(
        ("another other others more additional further earlier previously previous initially initial first later since now still yet so "
            + "far already again toll rose risen rise fell fallen up down increased grew total average each every "
        + "per while whereas last next year month week than").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Those of a text.</summary>
    /// <param name="scene">The text.</param>
    /// <param name="said">Whether a place is in what others say.</param>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, Func<TextSpan, bool> said)
    {
        Dictionary<string, (Quantity Quantity, HashSet<string> Names, bool IsHeadline)> first = new(StringComparer.Ordinal);
        for (var i = 0; i < scene.Sentences.Count; i++)
        {
            foreach (var quantity in scene.QuantitiesIn(i))
            {
                if (quantity.Change is not null || !InconsistencyScene.IsExactCount(quantity) || quantity.Value < 2
                    || said(quantity.Span) || Counted(scene, quantity) is not { } counted || IsMoving(scene, i))
                {
                    continue;
                }

                var names = NamesIn(scene, scene.Sentences[i]);
                if (!first.TryAdd(counted, (quantity, names, i == 0)) && first[counted] is var (rival, others, isHeadline)
                    && rival.Value != quantity.Value && AreOfOneThing(others, names, isHeadline))
                {
                    yield return InconsistencyScene.Found($"“{counted}” is {InconsistencyScene.Show(rival)} in one place and {InconsistencyScene.Show(quantity)} in another.", rival.Span, quantity.Span);
                }
            }
        }
    }

    /// <summary>What is counted and the verb behind it: "sailors were freed", "people died".</summary>
    private static string? Counted(InconsistencyScene scene, Quantity quantity)
    {
        // "Eleven of the twelve jurors agreed": a part and its whole are no rivals.
        if (quantity.Of is not { } of || of.Start < quantity.Span.End
            || scene.Words(quantity.Span.End, of.Start, 1) is [{ Form: "of" or "out" }]
            || scene.Words(Math.Max(0, quantity.Span.Start - Before), quantity.Span.Start).TakeLast(3).Any(w => w.Form == "of"))
        {
            return null;
        }

        var behind = scene.Words(of.End, Math.Min(scene.Text.Length, of.End + 30), 3);
        var verb = behind is [{ Form: "were" or "was" or "are" or "have" or "had" } auxiliary, { IsMark: false } participle, ..]
            ? $"{auxiliary.Form} {participle.Form}"
            : behind is [{ IsMark: false } finite, ..] && finite.Form.EndsWith("ed", StringComparison.Ordinal) ? finite.Form
            : null;
        return verb is null || verb.EndsWith(" not", StringComparison.Ordinal)
            ? null : $"{string.Join(' ', scene.Words(of.Start, of.End).Select(w => w.Form))} {verb}";
    }

    /// <summary>A headline may leave names out; elsewhere a sentence with names and one without may speak of two things.</summary>
    private static bool AreOfOneThing(HashSet<string> first, HashSet<string> second, bool isHeadline) =>
        first.SetEquals(second) || (first.IsSubsetOf(second) && (first.Count > 0 || isHeadline))
            || (second.IsSubsetOf(first) && second.Count > 0);

    private static bool IsMoving(InconsistencyScene scene, int sentence) =>
        scene.TimesIn(sentence).Count > 0
            || scene.Words(scene.Sentences[sentence].Start, scene.Sentences[sentence].End, 200).Exists(w => _moves.Contains(w.Form));

    private static HashSet<string> NamesIn(InconsistencyScene scene, TextSpan sentence) =>
        scene.Words(sentence.Start, sentence.End, 200).Skip(1).Where(w => char.IsUpper(scene.Text[w.Span.Start])).Select(w => w.Form)
            .ToHashSet(StringComparer.Ordinal);
}
