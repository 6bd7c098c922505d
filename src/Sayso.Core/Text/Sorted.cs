namespace Sayso.Core.Text;

/// <summary>Looking things up that stand in the order of the text.</summary>
internal static class Sorted
{
    /// <summary>How many of the first items something holds for, where it holds for no later ones.</summary>
    public static int CountWhere(int count, Func<int, bool> holds)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The items whose spans lie in a stretch of the text; they must not overlap.</summary>
    public static IEnumerable<TItem> Within<TItem>(this IReadOnlyList<TItem> items, TextSpan stretch, Func<TItem, TextSpan> spanOf)
    {
        for (var i = CountWhere(items.Count, i => spanOf(items[i]).Start < stretch.Start); i < items.Count
            && spanOf(items[i]).End <= stretch.End; i++)
        {
            yield return items[i];
        }
    }
}
