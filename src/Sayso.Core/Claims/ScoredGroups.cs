namespace Sayso.Core.Claims;

/// <summary>
/// Groups that grow by joining, and the mean scores between them: the sum of two that were made of others is the sum of those
/// others' sums, so that no two things are compared twice. Sums are of whole numbers and hence the same in any order.
/// </summary>
/// <param name="count">How many things there are; at first each is a group of its own, under its place.</param>
/// <param name="score">The score of two things by their places; <c>null</c> where they must not be in one group.</param>
internal sealed class ScoredGroups(int count, Func<int, int, double?> score)
{
    /// <summary>Parts of one in which scores are summed: fine enough for a threshold, and the sums of ten thousand million fit.</summary>
    private const double Unit = 1 << 24;

    /// <summary>In place of a sum: some two must not be in one group.</summary>
    private const long Apart = long.MinValue;

    private readonly List<Group> _groups = [.. Enumerable.Range(0, count).Select(place => new Group(-1, -1, 1) { Into = place })];
    private readonly Dictionary<(int, int), long> _sums = [];

    /// <summary>The group that a thing is in.</summary>
    public int Of(int place)
    {
        var top = place;
        while (_groups[top].Into != top)
        {
            top = _groups[top].Into;
        }

        while (_groups[place].Into != top)
        {
            (_groups[place].Into, place) = (top, _groups[place].Into);
        }

        return top;
    }

    /// <summary>Whether the mean score of two groups is at least so high; never where two of their things must not be in one.</summary>
    public bool IsMeanAtLeast(double least, int a, int b) =>
        Sum(a, b) is var sum && sum != Apart && sum >= least * Unit * _groups[a].Size * _groups[b].Size;

    /// <summary>The same of some things and others, by their places.</summary>
    public bool IsMeanAtLeast(double least, IReadOnlyList<int> some, IReadOnlyList<int> others)
    {
        var sum = 0L;
        foreach (var a in some)
        {
            foreach (var b in others)
            {
                if (Sum(a, b) is var one && one == Apart)
                {
                    return false;
                }

                sum += Sum(a, b);
            }
        }

        return sum >= least * Unit * some.Count * others.Count;
    }

    /// <summary>Makes two groups one.</summary>
    /// <returns>Its number.</returns>
    public int Join(int a, int b)
    {
        _groups.Add(new Group(a, b, _groups[a].Size + _groups[b].Size) { Into = _groups.Count });
        (_groups[a].Into, _groups[b].Into) = (_groups.Count - 1, _groups.Count - 1);
        return _groups.Count - 1;
    }

    private long Sum(int a, int b)
    {
        var (early, late) = a < b ? (a, b) : (b, a);
        if (_sums.TryGetValue((early, late), out var sum))
        {
            return sum;
        }

        var group = _groups[late];
        sum = group.Size > 1 ? Sum(early, group.Left) : score(early, late) is { } one ? (long)Math.Round(one * Unit) : Apart;
        if (group.Size > 1 && sum != Apart)
        {
            sum = Sum(early, group.Right) is var more && more != Apart ? sum + more : Apart;
        }

        _sums.Add((early, late), sum);
        return sum;
    }

    /// <summary>One thing, or two groups that were joined.</summary>
    private sealed class Group(int left, int right, int size)
    {
        public int Left { get; } = left;

        public int Right { get; } = right;

        public int Size { get; } = size;

        /// <summary>A group that it was joined into; itself where it was not.</summary>
        public required int Into { get; set; }
    }
}
