using Microsoft.Data.Sqlite;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Storage.Files;
using Sayso.Storage.Queries;

namespace Sayso.Storage.Rows;

/// <summary>The tables <c>document</c> and <c>problem</c>.</summary>
internal sealed class DocumentTable(Database database)
{
    /// <summary>The columns that <see cref="Read"/> takes, of a table <c>d</c>; the text comes last.</summary>
    public const string Columns =
        "d.entry, d.id, d.raw_hash, d.raw_length, d.media_type, d.path, d.url, d.version, d.title, d.outlet, d.byline, "
        + "d.published, d.modified, d.language, d.text";

    /// <summary><see cref="Columns"/> with an empty text.</summary>
    public const string ColumnsWithoutText =
        "d.entry, d.id, d.raw_hash, d.raw_length, d.media_type, d.path, d.url, d.version, d.title, d.outlet, d.byline, "
        + "d.published, d.modified, d.language, ''";

    /// <summary>How many columns <see cref="Read"/> takes.</summary>
    public const int ColumnCount = 15;

    /// <summary>Adds a row with its problems.</summary>
    public void Insert(DocumentRow row, byte[] compressed)
    {
        var document = row.Document;
        database.Execute(
            """
            INSERT INTO document (entry, id, raw, raw_length, raw_hash, media_type, text, path, url, version, title, outlet,
                byline, published, published_at, modified, language)
            VALUES ($entry, $id, $raw, $raw_length, $raw_hash, $media_type, $text, $path, $url, $version, $title, $outlet,
                $byline, $published, $published_at, $modified, $language)
            """,
            ("$entry", row.Entry),
            ("$id", document.Id),
            ("$raw", compressed),
            ("$raw_length", row.RawLength),
            ("$raw_hash", document.RawHash),
            ("$media_type", document.MediaType),
            ("$text", document.Text),
            ("$path", document.Path),
            ("$url", document.Url),
            ("$version", row.Version),
            ("$title", document.Title),
            ("$outlet", document.Outlet),
            ("$byline", document.Byline),
            ("$published", StoredTime.Write(document.Published)),
            ("$published_at", StoredTime.Ticks(document.Published)),
            ("$modified", StoredTime.Write(document.Modified)),
            ("$language", document.Language));
        for (var place = 0; place < document.Problems.Count; place++)
        {
            database.Execute(
                "INSERT INTO problem (document, place, code, message) VALUES ($document, $place, $code, $message)",
                ("$document", row.Entry),
                ("$place", place),
                ("$code", document.Problems[place].Code),
                ("$message", document.Problems[place].Message));
        }
    }

    /// <summary>The key of the document with this id; <c>null</c> where there is none.</summary>
    public long? Find(string id) => database.Number("SELECT entry FROM document WHERE id = $id", ("$id", id));

    /// <summary>Where a document stands in the list of documents.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="isPurgedListed">Whether purged ones stand in the list.</param>
    /// <exception cref="SaysoException">It is not in the list.</exception>
    public ListPlace PlaceOf(string id, bool isPurgedListed) => database.First(
        "SELECT published_at, version, EXISTS (SELECT 1 FROM entry x WHERE x.document = d.entry AND x.kind = 'purge') FROM document d WHERE id = $id",
        r => r.GetInt64(2) != 0 && !isPurgedListed ? null : new ListPlace(r.IsDBNull(0) ? null : r.GetInt64(0), r.GetInt32(1), id, 0),
        ("$id", id)) ?? throw new SaysoException(ProblemCodes.NotFound, $"There is no document “{id}” in the list any more.");

    /// <summary>The id of the first document with exactly this text that is shown; <c>null</c> where there is none, or no text.</summary>
    public string? FindText(string text) => text.Length == 0 ? null : database.First(
        """
        SELECT d.id FROM document d JOIN present p ON p.document = d.entry
        WHERE length(d.text) = length($text) AND substr(d.text, 1, 40) = substr($text, 1, 40) AND d.text = $text AND p.retracted = 0
        ORDER BY d.entry LIMIT 1
        """,
        r => r.GetString(0),
        ("$text", text));

    /// <summary>The version that these bytes are at this address: the newest one's where it has the same bytes, else the next.</summary>
    /// <param name="url">The address, or <c>null</c>: then 1.</param>
    /// <param name="rawHash">SHA-256 of the bytes.</param>
    public int VersionOf(string? url, string rawHash) => (int)(url is null ? 1 : database.Number(
        "SELECT version + (raw_hash <> $raw_hash) FROM document WHERE url = $url ORDER BY version DESC LIMIT 1", ("$url", url),
        ("$raw_hash", rawHash)) ?? 1);

    /// <summary>
    /// The id of the newest version at an address that is shown, of several the last added; <c>null</c> where there is none.
    /// </summary>
    public string? NewestAt(string url) => database.First(
        "SELECT d.id FROM document d JOIN present p ON p.document = d.entry WHERE d.url = $url AND p.retracted = 0 ORDER BY d.version DESC, d.entry DESC LIMIT 1",
        r => r.GetString(0),
        ("$url", url));

    /// <summary>The row with its problems and text; <c>null</c> where there is none.</summary>
    public DocumentRow? Get(long entry) =>
        database.First($"SELECT {Columns} FROM document d WHERE d.entry = $entry", Read, ("$entry", entry)) is { } row
            ? WithProblems(row) : null;

    /// <summary>The problems of a row that <see cref="Read"/> made.</summary>
    public DocumentRow WithProblems(DocumentRow row)
    {
        var problems = database.All(
            "SELECT place, code, message FROM problem WHERE document = $document ORDER BY place",
            r => (Place: r.GetInt64(0), Problem: new Problem(r.GetString(1), r.GetString(2))),
            ("$document", row.Entry));
        for (var place = 0; place < problems.Count; place++)
        {
            if (problems[place].Place != place)
            {
                throw Failures.Damaged(database.Path, $"problem {place} of document {row.Document.Id} is missing");
            }
        }

        return problems.Count == 0 ? row : row with
        {
            Document =
            row.Document with { Problems = problems.Select(p => p.Problem).ToValueList() }
        };
    }

    /// <summary>The raw bytes of a document; none of a purged one.</summary>
    /// <exception cref="SaysoException">They are damaged.</exception>
    public byte[] Raw(long entry) => database.First(
        "SELECT raw, raw_length FROM document WHERE entry = $entry",
        r => r.GetFieldValue<byte[]>(0) is { Length: > 0 } compressed ? RawCodec.Decompress(compressed, r.GetInt64(1)) : [],
        ("$entry", entry)) ?? [];

    /// <summary>A row of <see cref="Columns"/>; problems and raw bytes are read apart.</summary>
    public static DocumentRow Read(SqliteDataReader r) => new(
        r.GetInt64(0),
        new Document
        {
            Id = r.GetString(1),
            Raw = ReadOnlyMemory<byte>.Empty,
            RawHash = r.GetString(2),
            MediaType = r.GetString(4),
            Path = r.TextOrNull(5),
            Url = r.TextOrNull(6),
            Title = r.TextOrNull(8),
            Outlet = r.TextOrNull(9),
            Byline = r.TextOrNull(10),
            Published = StoredTime.Read(r.TextOrNull(11)),
            Modified = StoredTime.Read(r.TextOrNull(12)),
            Language = r.TextOrNull(13),
            Text = r.GetString(14),
        },
        r.GetInt64(3),
        checked((int)r.GetInt64(7)));
}
