using Microsoft.Data.Sqlite;
using Sayso.Storage.Queries;
using Sayso.Storage.Rows;
using SQLitePCL;

namespace Sayso.Storage.Files;

/// <summary>
/// One open SQLite database: commands prepared once, transactions, and failures as <see cref="Core.Errors.SaysoException"/>s.
/// Not safe for use by several threads at once.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private readonly Dictionary<string, sqlite3_stmt> _statements = [];
    private int _enumerations;

    /// <summary>Takes over an open connection, and makes the functions that migrations and queries call.</summary>
    public Database(SqliteConnection connection, string path, bool isReadOnly)
    {
        _connection = connection;
        Path = path;
        IsReadOnly = isReadOnly;
        connection.CreateFunction<string?, string?, bool>(CaseInsensitive.Function, CaseInsensitive.Holds, isDeterministic: true);
        connection.CreateFunction<byte[]?, string?, string?, string?>(NameIndex.Function, NameIndex.Stored, isDeterministic: true);
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Whether the system lets it be read only.</summary>
    public bool IsReadOnly { get; }

    /// <summary>SQLite's own handle, for tests that count its steps.</summary>
    internal sqlite3 Handle => _connection.Handle!;

    /// <summary>Sets what guards against a file that somebody else has made, and how much of it is held in memory (16 MiB).</summary>
    public void Secure()
    {
        Execute("PRAGMA trusted_schema = OFF");
        Execute("PRAGMA cell_size_check = ON");
        Execute("PRAGMA cache_size = -16384");
    }

    /// <summary>Opens the same file once more, for another thread.</summary>
    public Database Beside()
    {
        var connection = new SqliteConnection(_connection.ConnectionString);
        try
        {
            Guard(() =>
            {
                connection.Open();
                return true;
            });
            var beside = new Database(connection, Path, IsReadOnly);
            beside.Secure();
            return beside;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement; the number of rows that it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Prepared(sql, parameters);
        return Guard(command.ExecuteNonQuery);
    }

    /// <summary>The first row, or the default value where there is none.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Prepared(sql, parameters);
        var reader = Guard(command.ExecuteReader);
        try
        {
            return Guard(reader.Read) ? Decode(reader, read) : default;
        }
        finally
        {
            Close(reader);
        }
    }

    /// <summary>The number in the first row and column; <c>null</c> where there is none.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        First<long?>(sql, r => r.IsDBNull(0) ? null : r.GetInt64(0), parameters);

    /// <summary>All rows at once.</summary>
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Prepared(sql, parameters);
        var reader = Guard(command.ExecuteReader);
        try
        {
            List<T> rows = [];
            while (Guard(reader.Read))
            {
                rows.Add(Decode(reader, read));
            }

            return rows;
        }
        finally
        {
            Close(reader);
        }
    }

    /// <summary>The rows as they are enumerated. Until that ends, nothing can be written.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        // Its own command: the same query may be enumerated twice at a time.
        using var command = Command(sql, parameters);
        var reader = Guard(command.ExecuteReader);
        _enumerations++;
        try
        {
            while (Guard(reader.Read))
            {
                yield return Decode(reader, read);
            }
        }
        finally
        {
            Close(reader);
            _enumerations--;
        }
    }

    /// <summary>
    /// Hands over the rows one by one as SQLite has them, for reading very many of them: texts are UTF-8, and spans of bytes are good
    /// until the next row. Until it ends, nothing can be written.
    /// </summary>
    /// <param name="sql">The query; its parameters are numbers.</param>
    /// <param name="read">Takes a row.</param>
    /// <param name="numbers">The parameters in order.</param>
    public void Each(string sql, Action<sqlite3_stmt> read, params ReadOnlySpan<long> numbers)
    {
        if (!_statements.Remove(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(Handle, sql, out statement));
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            Check(raw.sqlite3_bind_int64(statement, i + 1, numbers[i]));
        }

        Func<sqlite3_stmt, bool> decode = row =>
        {
            read(row);
            return true;
        };
        _enumerations++;
        try
        {
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                Decode(statement, decode);
            }

            Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        }
        finally
        {
            _enumerations--;
            _ = raw.sqlite3_reset(statement);
            if (!_statements.TryAdd(sql, statement))
            {
                statement.Dispose();
            }
        }
    }

    /// <summary>Runs <paramref name="body"/> as one transaction that no other writer can enter: all of it happens, or nothing.</summary>
    /// <exception cref="InvalidOperationException">A list of this ledger is being enumerated.</exception>
    public T Transaction<T>(Func<T> body)
    {
        if (_enumerations > 0)
        {
            throw new InvalidOperationException("A list of the ledger is being enumerated; end that before a change.");
        }

        if (IsReadOnly)
        {
            throw Failures.ReadOnly(Path);
        }

        Execute("BEGIN IMMEDIATE");
        try
        {
            var result = body();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>
    /// Runs <paramref name="body"/> on the ledger as it is now, whatever others write; changes, to temporary tables only, are
    /// undone.
    /// </summary>
    public T Snapshot<T>(Func<T> body)
    {
        Execute("BEGIN");
        try
        {
            return body();
        }
        finally
        {
            RollBack();
        }
    }

    /// <summary>Copies all of it, as it is at one moment, into another database.</summary>
    public void CopyTo(SqliteConnection other) => Guard(() =>
    {
        _connection.BackupDatabase(other);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    /// <summary>Ends a reading. SQLite then reports the failure of the last step a second time, raw.</summary>
    private static void Close(SqliteDataReader reader)
    {
        try
        {
            reader.Dispose();
        }
        catch (SqliteException)
        {
            // The step has thrown it.
        }
    }

    private void RollBack()
    {
        // SQLite has rolled back by itself after some failures, a full disk among them.
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            try
            {
                Prepared("ROLLBACK", []).ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // What made the transaction fail is the news; a journal that cannot be rolled back now is when it is next opened.
            }
        }
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Command(sql, parameters);
            _prepared.Add(sql, command);
            return command;
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is put together from constants; what users write comes in parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failures.From(new SqliteException(raw.sqlite3_errmsg(Handle).utf8_to_string(), result & 0xFF, result), Path);
        }
    }

    private T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SqliteException e)
        {
            throw Failures.From(e, Path);
        }
    }

    /// <summary>Reads a row's values; ones that this program cannot have written mean damage.</summary>
    private T Decode<TRow, T>(TRow row, Func<TRow, T> read)
    {
        try
        {
            return read(row);
        }
        catch (SqliteException e)
        {
            throw Failures.From(e, Path);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidCastException or InvalidOperationException or FormatException
            or OverflowException)
        {
            throw Failures.Damaged(Path, e.Message, e);
        }
    }
}
