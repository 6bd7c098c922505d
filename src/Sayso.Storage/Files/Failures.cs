using Microsoft.Data.Sqlite;
using Sayso.Core.Errors;
using SQLitePCL;

namespace Sayso.Storage.Files;

/// <summary>What SQLite reports, in codes and words for the user.</summary>
internal static class Failures
{
    /// <summary>With less than this many bytes free, a write that failed failed for want of room.</summary>
    private const long NoRoom = 1 << 20;

    public static SaysoException From(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Of(
            ProblemCodes.LedgerLocked, $"Another process holds the ledger {path}. Wait until it has finished, then try again.", e),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => ReadOnly(path, e),
        raw.SQLITE_FULL => Full(path, e),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN when HasNoRoom(path) => Full(path, e),
        raw.SQLITE_CORRUPT => Damaged(path, e.Message, e),
        raw.SQLITE_IOERR when e.SqliteExtendedErrorCode is raw.SQLITE_IOERR_SHORT_READ => Damaged(path, e.Message, e),
        raw.SQLITE_NOTADB => NotALedger(path, e),
        // The program's SQL is fixed and fits the schema, and so do the rows that it writes.
        raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_SCHEMA or raw.SQLITE_MISMATCH => Damaged(path, e.Message, e),
        _ => Failed(path, e.Message, e),
    };

    public static SaysoException NotALedger(string path, Exception? inner = null) => Of(
        ProblemCodes.NotALedger, $"{path} is not a ledger of Sayso; nothing in it was touched. Name another file with --ledger.", inner);

    public static SaysoException NoLedger(string path) => Of(
        ProblemCodes.NoLedger, $"There is no ledger at {path} yet. `sayso add` makes one; --ledger names another.", null);

    public static SaysoException Newer(string path, long schema, int known) => Of(
        ProblemCodes.NewerLedger,
        $"The ledger {path} was written by a newer Sayso: it has schema {schema}, this program knows up to {known}. Use the newer program.",
        null);

    public static SaysoException ReadOnly(string path, Exception? inner = null) => Of(
        ProblemCodes.ReadOnlyLedger,
        $"The ledger {path} cannot be written. See to it that you may write the file and the folder that it is in.",
        inner);

    public static SaysoException ReadOnlyAndOld(string path, long schema) => Of(
        ProblemCodes.ReadOnlyLedger,
        $"The ledger {path} has the older schema {schema} and must be brought up to date, but cannot be written. See to it that you may write the file and the folder that it is in.",
        null);

    public static SaysoException ReadOnlyAndNotClosed(string path, Exception inner) => Of(
        ProblemCodes.ReadOnlyLedger,
        $"The ledger {path} was not closed and cannot be written, so that its log {path}-wal cannot be read. Copy both to a folder that you may write.",
        inner);

    public static SaysoException Damaged(string path, string what, Exception? inner = null) => Of(
        ProblemCodes.LedgerDamaged, $"The ledger {path} is damaged ({what.TrimEnd('.')}). Restore it from a copy.", inner);

    public static SaysoException Failed(string path, string what, Exception? inner = null) => Of(
        ProblemCodes.LedgerFailed, $"The ledger {path} cannot be used: {what.TrimEnd('.')}.", inner);

    private static SaysoException Full(string path, Exception inner) => Of(
        ProblemCodes.DiskFull,
        $"No room is left on the disk of the ledger {path}. What was reported as added is safe; make room, then go on.",
        inner);

    private static SaysoException Of(string code, string message, Exception? inner) => new(code, message, inner);

    private static bool HasNoRoom(string path)
    {
        try
        {
            // Of a file system that keeps no files, such as /proc, no size is known.
            var drive = new DriveInfo(Path.GetDirectoryName(path) ?? path);
            return drive.TotalSize > 0 && drive.AvailableFreeSpace < NoRoom;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
