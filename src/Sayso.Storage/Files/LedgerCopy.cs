using Microsoft.Data.Sqlite;
using Sayso.Core.Errors;

namespace Sayso.Storage.Files;

/// <summary>Copies a ledger while others use it (SQLite's online backup).</summary>
internal static class LedgerCopy
{
    /// <summary>What an unfinished copy is called.</summary>
    private const string Unfinished = ".part";

    /// <summary>Writes the copy beside its place, lets it reach the disk, and gives it its name.</summary>
    public static void Write(Database ledger, string path)
    {
        if (Path.Exists(path))
        {
            throw Failed(path, "there is a file of that name already, which is never replaced");
        }

        var part = path + Unfinished;
        try
        {
            File.Delete(part);
            using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
            {
                copy.Open();
                ledger.CopyTo(copy);
                using var command = copy.CreateCommand();
                // Without a log beside it, the copy is this one file.
                command.CommandText = "PRAGMA journal_mode = DELETE";
                command.ExecuteNonQuery();
            }

            using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: false);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            Remove(part);
            throw Failed(path, e.Message.TrimEnd('.'), e);
        }
    }

    private static void Remove(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written may be impossible to remove as well; the next copy takes its place.
        }
    }

    private static SaysoException Failed(string path, string why, Exception? inner = null) =>
        new(ProblemCodes.OutputFailed, $"The copy {path} cannot be written: {why}.", inner);
}
