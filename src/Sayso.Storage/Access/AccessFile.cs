using Microsoft.Data.Sqlite;
using Sayso.Core.Errors;
using Sayso.Storage.Files;
using SQLitePCL;

namespace Sayso.Storage.Access;

/// <summary>Opens a file of users: makes it so that only its owner may read it, and makes its tables.</summary>
internal static class AccessFile
{
    private const int MillisecondsToWait = 10_000;

    /// <summary>Opens it, or makes it.</summary>
    public static Database Open(string path)
    {
        if (!File.Exists(path))
        {
            // Before SQLite does: whoever may read hashes may try passwords at leisure. Its log gets the file's own permissions.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var made = new FileStream(path, options);
        }

        var how = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 1 };
        var connection = new SqliteConnection(how.ToString());
        var database = new Database(connection, path, isReadOnly: false);
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle, MillisecondsToWait);
            Prepare(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>What went wrong, in words about this file.</summary>
    public static SaysoException Failed(string path, Exception e) =>
        e is SaysoException { Problem.Code: ProblemCodes.AccessFailed } already ? already
        : new SaysoException(ProblemCodes.AccessFailed, $"The file of users {path} cannot be used: {Cause(e).Message.TrimEnd('.')}.", e);

    /// <summary>What SQLite said, where that is known: the ledger's words for it are not about this file.</summary>
    private static Exception Cause(Exception e) => e is SaysoException { InnerException: { } inner } ? inner : e;

    private static void Prepare(Database database)
    {
        database.Execute("PRAGMA trusted_schema = OFF");
        database.Execute("PRAGMA secure_delete = ON");
        database.Execute("PRAGMA foreign_keys = ON");
        if (database.Number("PRAGMA user_version") == AccessSchema.Version && database.Number("PRAGMA application_id") == AccessSchema.ApplicationId)
        {
            return;
        }

        database.First("PRAGMA journal_mode = WAL", r => r.GetString(0));
        database.Transaction(() =>
        {
            // Another process may have been quicker.
            var (version, application) = (database.Number("PRAGMA user_version"), database.Number("PRAGMA application_id"));
            if (version == AccessSchema.Version && application == AccessSchema.ApplicationId)
            {
                return true;
            }

            if (version != 0 || application != 0 || database.Number("SELECT count(*) FROM sqlite_schema") != 0)
            {
                throw new SaysoException(
                    ProblemCodes.AccessFailed,
                    $"{database.Path} is no file of users that this program knows: it was made by a newer one, or is something else. Nothing in it was touched.");
            }

            database.Execute(AccessSchema.Sql);
            database.Execute($"PRAGMA user_version = {AccessSchema.Version}");
            database.Execute($"PRAGMA application_id = {AccessSchema.ApplicationId}");
            return true;
        });
    }
}
