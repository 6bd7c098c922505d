namespace Sayso.Core.Stories;

/// <summary>
/// A document's terms, each weighted by how few documents have it (tf-idf; Spärck Jones 1972), as a vector of length 1. Immutable.
/// </summary>
internal sealed class TermVector
{
    private readonly int[] _terms;
    private readonly double[] _weights;

    /// <summary>Takes counts of terms by their numbers, in ascending order of these.</summary>
    private TermVector(IReadOnlyList<(int Term, int Count)> counts, double all, int[] having)
    {
        _terms = [.. counts.Select(c => c.Term)];
        _weights = [.. counts.Select(c => (1 + Math.Log(c.Count)) * Math.Log(1 + (all / having[c.Term])))];
        var length = Math.Sqrt(_weights.Sum(w => w * w));
        for (var i = 0; length > 0 && i < _weights.Length; i++)
        {
            _weights[i] /= length;
        }
    }

    /// <summary>The numbers of its terms, ascending; the same term has the same in all vectors that were made together.</summary>
    public IReadOnlyList<int> Terms => _terms;

    /// <summary>The vectors of documents, in their order.</summary>
    /// <param name="documents">Their terms, each as often as it occurs.</param>
    /// <param name="fewest">Documents that there are taken to be at least.</param>
    public static TermVector[] Of(IReadOnlyList<IEnumerable<string>> documents, int fewest)
    {
        List<Dictionary<string, int>> counts = [.. documents.Select(d => d.CountBy(t => t, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal))];
        string[] terms = [.. counts.SelectMany(c => c.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numberOf = terms.Select((term, number) => (term, number)).ToDictionary(t => t.term, t => t.number, StringComparer.Ordinal);
        var having = new int[terms.Length];
        foreach (var term in counts.SelectMany(c => c.Keys))
        {
            having[numberOf[term]]++;
        }

        double all = Math.Max(fewest, counts.Count);
        return [.. counts.Select(c => new TermVector([.. c.Select(t => (numberOf[t.Key], t.Value)).Order()], all, having))];
    }

    /// <summary>The product with another one of those that were made together, summed in the order of the terms.</summary>
    public double Cosine(TermVector other)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < _terms.Length && j < other._terms.Length;)
        {
            var (mine, theirs) = (_terms[i], other._terms[j]);
            if (mine == theirs)
            {
                sum += _weights[i] * other._weights[j];
            }

            i += mine <= theirs ? 1 : 0;
            j += theirs <= mine ? 1 : 0;
        }

        return sum;
    }
}
