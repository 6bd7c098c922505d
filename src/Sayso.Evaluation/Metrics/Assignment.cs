namespace Sayso.Evaluation.Metrics;

/// <summary>The best one-to-one assignment of rows to columns (the Hungarian method, Kuhn 1955, with potentials): cubic time.</summary>
internal static class Assignment
{
    /// <summary>The largest sum of worths; none is negative.</summary>
    public static double Best(double[,] worth)
    {
        var size = Math.Max(worth.GetLength(0), worth.GetLength(1));
        var (rows, columns) = (new double[size + 1], new double[size + 1]);
        var (matched, way) = (new int[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++)
        {
            matched[0] = row;
            var column = 0;
            var least = new double[size + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[size + 1];
            do
            {
                used[column] = true;
                var (from, delta, next) = (matched[column], double.PositiveInfinity, 0);
                for (var to = 1; to <= size; to++)
                {
                    if (used[to])
                    {
                        continue;
                    }

                    var cost = Cost(from, to) - rows[from] - columns[to];
                    if (cost < least[to])
                    {
                        (least[to], way[to]) = (cost, column);
                    }

                    if (least[to] < delta)
                    {
                        (delta, next) = (least[to], to);
                    }
                }

                for (var to = 0; to <= size; to++)
                {
                    if (used[to])
                    {
                        rows[matched[to]] += delta;
                        columns[to] -= delta;
                    }
                    else
                    {
                        least[to] -= delta;
                    }
                }

                column = next;
            }
            while (matched[column] != 0);

            while (column != 0)
            {
                (matched[column], column) = (matched[way[column]], way[column]);
            }
        }

        return Enumerable.Range(1, size).Sum(to => -Cost(matched[to], to));

        double Cost(int row, int to) => row <= worth.GetLength(0) && to <= worth.GetLength(1) ? -worth[row - 1, to - 1] : 0;
    }
}
