using Sayso.Core.Ledger;

namespace Sayso.Storage.Chain;

/// <summary>The kinds of entries as words in the database and in hashes, where an enum's numbers could shift.</summary>
internal static class KindWord
{
    /// <summary>The word.</summary>
    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Add => "add",
        EntryKind.Retract => "retract",
        EntryKind.Restore => "restore",
        EntryKind.Supersede => "supersede",
        EntryKind.Purge => "purge",
        EntryKind.Correct => "correct",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind.</summary>
    /// <exception cref="InvalidDataException">There is no such kind.</exception>
    public static EntryKind Read(string word) => word switch
    {
        "add" => EntryKind.Add,
        "retract" => EntryKind.Retract,
        "restore" => EntryKind.Restore,
        "supersede" => EntryKind.Supersede,
        "purge" => EntryKind.Purge,
        "correct" => EntryKind.Correct,
        _ => throw new InvalidDataException($"“{word}” is no kind of entry."),
    };
}
