using Microsoft.Data.Sqlite;

namespace Sayso.Storage.Rows;

/// <summary>Values that may be absent.</summary>
internal static class Reading
{
    /// <summary>A text, or <c>null</c>.</summary>
    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
