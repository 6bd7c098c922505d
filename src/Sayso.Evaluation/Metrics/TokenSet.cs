namespace Sayso.Evaluation.Metrics;

/// <summary>A set of a text's tokens, by index. Equal when the tokens are equal; immutable.</summary>
public sealed class TokenSet : IEquatable<TokenSet>
{
    private readonly int[] _tokens;

    private TokenSet(int[] tokens) => _tokens = tokens;

    /// <summary>The set without tokens.</summary>
    public static TokenSet Empty { get; } = new([]);

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>The tokens' indices, ascending.</summary>
    public ReadOnlySpan<int> Tokens => _tokens;

    /// <summary>The set of the given indices, in any order, with or without repetitions.</summary>
    public static TokenSet Of(params IEnumerable<int> tokens) => new([.. tokens.Distinct().Order()]);

    /// <summary>All tokens that are in one of the sets.</summary>
    public static TokenSet Union(IEnumerable<TokenSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        SortedSet<int> all = [];
        foreach (var set in sets)
        {
            all.UnionWith(set._tokens);
        }

        return new TokenSet([.. all]);
    }

    /// <summary>Number of tokens in both sets.</summary>
    public int CountInCommon(TokenSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int i = 0, j = 0, common = 0;
        while (i < _tokens.Length && j < other._tokens.Length)
        {
            var order = _tokens[i].CompareTo(other._tokens[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }

    /// <summary>Tokens in common by tokens in either (Jaccard 1901), 0 to 1; two empty sets agree fully.</summary>
    public double IntersectionOverUnion(TokenSet other)
    {
        var common = CountInCommon(other);
        var either = Count + other.Count - common;
        return either == 0 ? 1 : (double)common / either;
    }

    /// <inheritdoc/>
    public bool Equals(TokenSet? other) => other is not null && _tokens.AsSpan().SequenceEqual(other._tokens);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TokenSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var token in _tokens)
        {
            hash.Add(token);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{{{string.Join(' ', _tokens)}}}";

    /// <summary>The set of ascending, distinct indices.</summary>
    internal static TokenSet OfOrdered(int[] tokens) => tokens.Length == 0 ? Empty : new TokenSet(tokens);
}
