using Microsoft.Data.Sqlite;
using Sayso.Core.Ledger;
using Sayso.Storage.Files;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Chain;

/// <summary>The table <c>entry</c>: the chain.</summary>
internal sealed class EntryTable(Database database)
{
    private const string Columns =
        "e.sequence, e.kind, e.document, d.id, e.at, e.program_version, e.model_version, e.author, e.reason, e.payload, e.previous, e.hash";

    /// <summary>The last entry's number and hash; 0 and zeros for an empty chain.</summary>
    public (long Sequence, string Hash) Head()
    {
        var head = database.First("SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1", r => (r.GetInt64(0), r.GetString(1)));
        return head.Item2 is null ? (0, EntryHash.Start) : head;
    }

    /// <summary>Appends an entry.</summary>
    public void Insert(EntryRow entry) => database.Execute(
        """
        INSERT INTO entry (sequence, kind, document, at, program_version, model_version, author, reason, payload, previous, hash)
        VALUES ($sequence, $kind, $document, $at, $program, $model, $author, $reason, $payload, $previous, $hash)
        """,
        ("$sequence", entry.Sequence),
        ("$kind", KindWord.Of(entry.Kind)),
        ("$document", entry.Document == EntryRow.NoDocument ? null : entry.Document),
        ("$at", entry.At),
        ("$program", entry.Provenance.ProgramVersion),
        ("$model", entry.Provenance.ModelVersion),
        ("$author", entry.Provenance.Author),
        ("$reason", entry.Reason),
        ("$payload", entry.Payload),
        ("$previous", entry.Previous),
        ("$hash", entry.Hash));

    /// <summary>All entries in order; one whose document is gone has an empty document id.</summary>
    public IEnumerable<EntryRow> All() =>
        database.Stream($"SELECT {Columns} FROM entry e LEFT JOIN document d ON d.entry = e.document ORDER BY e.sequence", Read);

    /// <summary>The entries behind a number, in order.</summary>
    public IEnumerable<EntryRow> After(long sequence) => database.Stream(
        $"SELECT {Columns} FROM entry e LEFT JOIN document d ON d.entry = e.document WHERE e.sequence > $after ORDER BY e.sequence", Read,
        ("$after", sequence));

    /// <summary>The entries of one document in order.</summary>
    public IEnumerable<EntryRow> Of(string documentId) => database.Stream(
        $"SELECT {Columns} FROM document d JOIN entry e ON e.document = d.entry WHERE d.id = $id ORDER BY e.sequence", Read,
        ("$id", documentId));

    /// <summary>The entries of corrections in order; no others are looked at.</summary>
    public IEnumerable<EntryRow> Corrections() => database.Stream(
        $"SELECT {Columns} FROM correction c CROSS JOIN entry e ON e.sequence = c.entry LEFT JOIN document d ON d.entry = e.document ORDER BY c.entry", Read);

    /// <summary>
    /// What made an entry, from the columns <c>program_version, model_version, author</c> that begin at
    /// <paramref name="column"/>.
    /// </summary>
    public static Provenance ReadProvenance(SqliteDataReader r, int column) =>
        new(r.GetString(column), r.TextOrNull(column + 1), r.TextOrNull(column + 2));

    private static EntryRow Read(SqliteDataReader r) => new(
        r.GetInt64(0),
        KindWord.Read(r.GetString(1)),
        r.IsDBNull(2) ? EntryRow.NoDocument : r.GetInt64(2),
        r.TextOrNull(3) ?? "",
        r.GetInt64(4),
        ReadProvenance(r, 5),
        r.TextOrNull(8),
        r.GetString(9),
        r.GetString(10),
        r.GetString(11));
}
