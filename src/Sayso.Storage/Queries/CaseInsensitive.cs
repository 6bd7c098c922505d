namespace Sayso.Storage.Queries;

/// <summary>Parts of names in any letter case: SQLite's own comparison knows the case of ASCII only.</summary>
internal static class CaseInsensitive
{
    /// <summary>The name of <see cref="Holds"/> in SQL.</summary>
    public const string Function = "sayso_holds";

    /// <summary>Whether <paramref name="text"/> holds <paramref name="part"/> in any letter case.</summary>
    public static bool Holds(string? text, string? part) =>
        text is not null && part is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
