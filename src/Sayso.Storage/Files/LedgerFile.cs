using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Sayso.Core.Errors;
using Sayso.Storage.Migrations;
using SQLitePCL;

namespace Sayso.Storage.Files;

/// <summary>Opens the file of a ledger: is it there, is it ours, which schema has it, may it be written.</summary>
internal sealed class LedgerFile
{
    /// <summary><c>Says</c> in ASCII: marks a SQLite database as a ledger (<c>PRAGMA application_id</c>).</summary>
    public const int ApplicationId = 0x53617973;

    private const int WaitBetweenTries = 20;

    private readonly LedgerOptions _options;
    private readonly IReadOnlyList<Migration> _migrations;
    private readonly string _path;

    private LedgerFile(LedgerOptions options, IReadOnlyList<Migration> migrations)
    {
        _options = options;
        _migrations = migrations;
        // A full path is never taken for a URI or one of SQLite's special names.
        _path = Path.GetFullPath(options.Path);
    }

    /// <summary>Opens a ledger, makes one if asked to, and brings its schema up to date.</summary>
    /// <exception cref="SaysoException">It cannot be opened.</exception>
    public static Database Open(LedgerOptions options, IReadOnlyList<Migration> migrations) =>
        new LedgerFile(options, migrations).Open();

    private Database Open()
    {
        var file = new FileInfo(_path);
        // SQLite takes a file of one byte for an empty one, and would write over it.
        if (Directory.Exists(_path) || (file.Exists && file.Length == 1))
        {
            throw Failures.NotALedger(_path);
        }

        if ((!file.Exists || file.Length == 0) && !_options.CreateIfMissing)
        {
            throw Failures.NoLedger(_path);
        }

        if (!file.Exists && !Directory.Exists(Path.GetDirectoryName(_path)))
        {
            throw Failures.Failed(_path, $"there is no folder {Path.GetDirectoryName(_path)}");
        }

        var database = Connect(file.Exists);
        try
        {
            Prepare(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private Database Connect(bool exists)
    {
        try
        {
            return Connect(_path, exists ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate);
        }
        catch (SqliteException e) when (exists && IsRefusal(e) && CanBeReadAsItIs())
        {
            // A folder that cannot be written has no place for the shared index of a write-ahead log. There is no log
            // either, so that the file alone is the ledger; that it does not change meanwhile has to be taken on trust.
            var uri = "file:" + string.Join('/', _path.Split('/').Select(Uri.EscapeDataString)) + "?immutable=1";
            return Guard(() => Connect(uri, SqliteOpenMode.ReadOnly));
        }
        catch (SqliteException e)
        {
            throw Refused(e, exists);
        }
    }

    private Database Connect(string source, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            // SQLite's own waiting is finer than the provider's, which comes on top and cannot be shorter than this.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle, (int)_options.BusyTimeout.TotalMilliseconds);
            Touch(connection);
            return new Database(connection, _path, raw.sqlite3_db_readonly(connection.Handle, "main") == 1);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes SQLite read the file, which opening does not.</summary>
    private static void Touch(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema";
        command.ExecuteScalar();
    }

    private void Prepare(Database database)
    {
        var application = database.Number("PRAGMA application_id");
        var schema = database.Number("PRAGMA user_version") ?? 0;
        var isEmpty = application == 0 && schema == 0 && database.Number("SELECT count(*) FROM sqlite_schema") == 0;
        if (isEmpty && !_options.CreateIfMissing)
        {
            throw Failures.NoLedger(_path);
        }

        if (!isEmpty && application != ApplicationId)
        {
            throw Failures.NotALedger(_path);
        }

        if (schema > _migrations.Count)
        {
            throw Failures.Newer(_path, schema, _migrations.Count);
        }

        database.Secure();
        if (database.IsReadOnly)
        {
            if (schema < _migrations.Count)
            {
                throw Failures.ReadOnlyAndOld(_path, schema);
            }

            return;
        }

        UseWriteAheadLog(database);
        database.Execute("PRAGMA synchronous = FULL");
        database.Execute("PRAGMA journal_size_limit = 67108864");
        if (schema < _migrations.Count)
        {
            Migrate(database);
        }

        database.Execute("PRAGMA foreign_keys = ON");
    }

    private void UseWriteAheadLog(Database database)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                // The mode stays in the file. Changing it needs the file alone, and SQLite does not wait for that.
                if (database.First("PRAGMA journal_mode = WAL", r => r.GetString(0)) == "wal")
                {
                    return;
                }

                throw Failures.Failed(_path, "its file system has no shared memory for a write-ahead log");
            }
            catch (SaysoException e) when (e.Problem.Code == ProblemCodes.LedgerLocked && watch.Elapsed < _options.BusyTimeout)
            {
                Thread.Sleep(WaitBetweenTries);
            }
        }
    }

    private void Migrate(Database database)
    {
        database.Execute("PRAGMA foreign_keys = OFF");
        database.Transaction(() =>
        {
            // Another process may have been quicker.
            var schema = (int)(database.Number("PRAGMA user_version") ?? 0);
            foreach (var migration in _migrations.Skip(schema))
            {
                database.Execute(migration.Sql);
                database.Execute($"PRAGMA user_version = {migration.Number}");
            }

            database.Execute($"PRAGMA application_id = {ApplicationId}");
            return database.First("PRAGMA foreign_key_check", r => r.GetString(0)) is { } table
                ? throw Failures.Damaged(_path, $"a row of {table} refers to nothing")
                : true;
        });
    }

    private static bool IsRefusal(SqliteException e) => e.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_IOERR;

    private bool CanBeReadAsItIs() => IsReadable() && !HasLog();

    private bool HasLog()
    {
        var log = new FileInfo(_path + "-wal");
        return log.Exists && log.Length > 0;
    }

    private bool IsReadable()
    {
        try
        {
            using var stream = File.OpenRead(_path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private SaysoException Refused(SqliteException e, bool exists)
    {
        if (!exists)
        {
            var failure = Failures.From(e, _path);
            return failure.Problem.Code == ProblemCodes.LedgerFailed ? Failures.ReadOnly(_path, e) : failure;
        }

        return IsRefusal(e) && !IsReadable() ? Failures.Failed(_path, "the system does not let it be read", e)
            : e.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && HasLog() ? Failures.ReadOnlyAndNotClosed(_path, e)
            : e.SqliteErrorCode == raw.SQLITE_NOTADB && HasHeader() ? Failures.Damaged(_path, e.Message, e)
            : Failures.From(e, _path);
    }

    /// <summary>Whether the file begins as SQLite's do: then it was one once.</summary>
    private bool HasHeader()
    {
        using var stream = File.OpenRead(_path);
        Span<byte> start = stackalloc byte[16];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual("SQLite format 3\0"u8);
    }

    private T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SqliteException e)
        {
            throw Failures.From(e, _path);
        }
    }
}
