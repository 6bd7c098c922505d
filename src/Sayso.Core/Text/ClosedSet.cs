namespace Sayso.Core.Text;

/// <summary>The names that the values of a closed set have in exports, commands and ledgers: <c>NotDeny</c> is <c>not-deny</c>.</summary>
public static class ClosedSet
{
    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names<TValue>()
        where TValue : struct, Enum => Set<TValue>.Names;

    /// <summary>A value's name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no member of the set.</exception>
    public static string NameOf<TValue>(TValue value)
        where TValue : struct, Enum
    {
        var at = Array.IndexOf(Set<TValue>.Values, value);
        return at >= 0 ? Set<TValue>.Names[at] : throw new ArgumentOutOfRangeException(nameof(value), value, "no member of its set");
    }

    /// <summary>The value of a name; <c>null</c> for any other word.</summary>
    public static TValue? Parse<TValue>(string? name)
        where TValue : struct, Enum
    {
        var at = Array.IndexOf(Set<TValue>.Names, name);
        return at >= 0 ? Set<TValue>.Values[at] : null;
    }

    private static class Set<TValue>
        where TValue : struct, Enum
    {
        public static readonly TValue[] Values = Enum.GetValues<TValue>();

        public static readonly string[] Names = [.. Values.Select(value => Hyphenated(value.ToString()))];

        private static string Hyphenated(string name) =>
            string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0
                ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }
}
