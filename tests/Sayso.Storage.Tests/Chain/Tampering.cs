using Microsoft.Data.Sqlite;

namespace Sayso.Storage.Tests.Chain;

/// <summary>Changes a ledger behind its back: without its triggers, foreign keys and checks, which stand again afterwards.</summary>
internal static class Tampering
{
    /// <summary>The tables that hold what entries added, and what is shown of it.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["entry", "document", "problem", "analysis", "statement", "present", "correction"];

    /// <summary>Runs <paramref name="change"/> on the file.</summary>
    public static void Run(string path, Action<SqliteConnection> change)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA ignore_check_constraints = ON");
        Execute(connection, "PRAGMA synchronous = OFF");
        var triggers = Rows(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
        triggers.ForEach(t => Execute(connection, $"DROP TRIGGER {t[0]}"));
        change(connection);
        triggers.ForEach(t => Execute(connection, (string)t[1]!));
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public static int Execute(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command.ExecuteNonQuery();
    }

    public static List<object?[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }

    /// <summary>Flips a bit of one value; <c>null</c> where the database refuses the outcome.</summary>
    /// <returns>What was changed, in words.</returns>
    public static string? Flip(SqliteConnection connection, string table, int choice, int at)
    {
        var columns = Rows(connection, $"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')");
        var column = columns[choice % columns.Count];
        var key = columns[0][0];
        var keys = Rows(connection, table == "problem" ? "SELECT document, place FROM problem" : $"SELECT {key} FROM {table}");
        var row = keys[at % keys.Count];
        var where = table == "problem" ? $"document = {row[0]} AND place = {row[1]}" : $"{key} = {row[0]}";
        var old = Rows(connection, $"SELECT {column[0]}, typeof({column[0]}), CAST({column[0]} AS BLOB) FROM {table} WHERE {where}")[0];
        var type = (string)column[1]!;
        object? value = old[1] switch
        {
            "integer" => (long)old[0]! ^ (1L << (at % 62)),
            "null" => type == "INTEGER" ? 0L : Array.Empty<byte>(),
            _ when ((byte[])old[2]!).Length == 0 => new byte[] { 1 },
            _ => Flipped((byte[])old[2]!, at),
        };
        var sql = type == "TEXT" ? $"UPDATE {table} SET {column[0]} = CAST($value AS TEXT) WHERE {where}" : $"UPDATE {table} SET {column[0]} = $value WHERE {where}";
        try
        {
            Execute(connection, sql, ("$value", value));
            return $"{table}.{column[0]} where {where}, bit {at}";
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return null;
        }
    }

    /// <summary>The bytes with one bit changed.</summary>
    public static byte[] Flipped(byte[] bytes, int at)
    {
        byte[] flipped = [.. bytes];
        flipped[at / 8 % bytes.Length] ^= (byte)(1 << (at % 8));
        return flipped;
    }
}
