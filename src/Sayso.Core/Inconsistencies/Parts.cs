using Sayso.Core.Attitudes;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Inconsistencies;

/// <summary>
/// Parts that do not make their sum: "2,000 goats: 1,200 white and 900 brown", "1,200 and 800, for a total of 1,900". Only
/// where the list is closed: it ends with "and", and nothing says that it gives examples.
/// </summary>
internal static class Parts
{
    private const int MostParts = 6;
    private const int MostWordsApart = 9;

    private static readonly HashSet<string> _open = new(
        ("including included include includes among least most almost nearly other others another more further additional also some "
            + "several each every per plus or of versus than only just about "
        + "compared against both between from to vs").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _says =
        new("says said estimates estimated reports reported reckons reckoned counts counted".Split(' '), StringComparer.Ordinal);

    private static readonly string[] _totals =
        [", for a total of", ", making a total of", ", a total of", ", in all", "make", "makes", "making", "add up to", "adds up to",
            ", adding up to", "for a total of", "making a total of", "for a combined total of"];

    /// <summary>Those of one sentence.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        var here = scene.QuantitiesIn(sentence);
        for (var i = 0; i < here.Count; i++)
        {
            if (Behind(scene, scene.Sentences[sentence], here, i) is { } behind)
            {
                yield return behind;
            }

            if (Before(scene, here, i) is { } before)
            {
                yield return before;
            }
        }
    }

    /// <summary>A whole, a colon, dash or bracket, and its parts up to the end of the sentence or the closing mark.</summary>
    private static Inconsistency? Behind(InconsistencyScene scene, TextSpan sentence, IReadOnlyList<Quantity> here, int at)
    {
        var whole = here[at];
        if (!InconsistencyScene.IsExactCount(whole) || at + 2 >= here.Count)
        {
            return null;
        }

        var lead = scene.Words(whole.Span.End, here[at + 1].Span.Start, 2 * MostWordsApart);
        if (lead.Count == 0 || lead[^1].Form is not (":" or "(" or "—" or "–")
            || BeforeTag(lead) is not { Count: < MostWordsApart - 1 } told || told.Exists(w => w.IsMark || _open.Contains(w.Form)))
        {
            return null;
        }

        var close = lead[^1].Form switch { "(" => ')', "—" => '—', "–" => '–', _ => '.' };
        var from = here[at + 1].Span.Start;
        var closing = close == '.' ? sentence.End : scene.Text.IndexOf(close, from, sentence.End - from);
        var end = closing < 0 ? sentence.End : closing;
        List<Quantity> parts = [.. here.Skip(at + 1).TakeWhile(q => q.Span.End <= end)];
        return IsClosedList(scene, whole, parts, end) ? Mismatch(whole, parts) : null;
    }

    /// <summary>The words before the mark, without who says so: "pilgrims came, the trust estimates:".</summary>
    private static List<Word> BeforeTag(List<Word> lead)
    {
        var comma = lead.FindIndex(w => w.Form == ",");
        return comma > 0 && lead.Count > comma + 2 && (_says.Contains(lead[^2].Form) || lead[comma + 1].Form == "according")
            ? lead[..comma] : lead[..^1];
    }

    /// <summary>Parts joined by "and", and behind them the words that give their sum.</summary>
    private static Inconsistency? Before(InconsistencyScene scene, IReadOnlyList<Quantity> here, int at)
    {
        if (at < 2 || !InconsistencyScene.IsExactCount(here[at]))
        {
            return null;
        }

        var tail = scene.Words(here[at - 1].Span.End, here[at].Span.Start, MostWordsApart);
        var said = string.Join(' ', tail.Select(w => w.Form));
        var total = Array.Find(_totals, t => said == t || said.EndsWith(" " + t, StringComparison.Ordinal));
        if (total is null || tail.Count == MostWordsApart)
        {
            return null;
        }

        var first = at - 1;
        while (first > 0 && at - first < MostParts
            && IsJoint(scene.Words(here[first - 1].Span.End, here[first].Span.Start, MostWordsApart), isLast: first == at - 1))
        {
            first--;
        }

        List<Quantity> parts = [.. here.Skip(first).Take(at - first)];
        return parts.Count >= 2 && IsClosedList(scene, here[at], parts, here[at - 1].Span.End) ? Mismatch(here[at], parts) : null;
    }

    /// <summary>"A, B and C", each less than the whole, of its unit and exact.</summary>
    private static bool IsClosedList(InconsistencyScene scene, Quantity whole, List<Quantity> parts, int end)
    {
        if (parts.Count is < 2 or > MostParts
            || parts.Exists(p => !InconsistencyScene.IsExactCount(p) || p.Unit != whole.Unit || p.Value >= whole.Value
                || p.Change is not null))
        {
            return false;
        }

        for (var i = 1; i < parts.Count; i++)
        {
            if (!IsJoint(scene.Words(parts[i - 1].Span.End, parts[i].Span.Start, MostWordsApart), isLast: i == parts.Count - 1))
            {
                return false;
            }
        }

        return !scene.Words(parts[^1].Span.End, end).Exists(w => _open.Contains(w.Form));
    }

    private static bool IsJoint(List<Word> between, bool isLast) =>
        between.Count is > 0 and < MostWordsApart && !between.Exists(w => _open.Contains(w.Form))
            && between.Exists(w => isLast ? w.Form == "and" : w.Form is "," or ";");

    private static Inconsistency? Mismatch(Quantity whole, List<Quantity> parts)
    {
        var sum = parts.Sum(p => p.Value!.Value);
        return sum == whole.Value || sum > 1.5 * whole.Value || sum < 0.5 * whole.Value ? null : InconsistencyScene.Found(
            $"{string.Join(" + ", parts.Select(InconsistencyScene.Show))} = {InconsistencyScene.Show(sum)}, not {InconsistencyScene.Show(whole)}.",
            [whole.Span, .. parts.Select(p => p.Span)]);
    }
}
