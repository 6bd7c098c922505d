using Microsoft.Data.Sqlite;
using Sayso.Core.Attributions;
using Sayso.Core.Text;
using Sayso.Storage.Chain;
using Sayso.Storage.Files;
using SQLitePCL;

namespace Sayso.Storage.Rows;

/// <summary>The tables <c>analysis</c> and <c>statement</c>, and the indexes of the statements' words and names.</summary>
internal sealed class AnalysisTable(Database database)
{
    private readonly NameIndex _names = new(database);

    /// <summary>The number of the next statement.</summary>
    public long NextNumber() => database.Number("SELECT first + count FROM analysis ORDER BY entry DESC LIMIT 1") ?? 1;

    /// <summary>Adds a row with its statements and their words.</summary>
    /// <param name="analysis">The analysis; its first number is the next one.</param>
    /// <param name="text">The document's text.</param>
    public void Insert(AnalysisRow analysis, string text)
    {
        database.Execute(
            "INSERT INTO analysis (entry, document, first, count) VALUES ($entry, $document, $first, $count)",
            ("$entry", analysis.Entry),
            ("$document", analysis.Document),
            ("$first", analysis.First),
            ("$count", analysis.Statements.Count));
        var number = analysis.First;
        foreach (var statement in analysis.Statements)
        {
            var source = statement.Source.TextOf(text);
            database.Execute(
                "INSERT INTO statement (number, analysis, id, spans, understanding) VALUES ($number, $analysis, $id, $spans, $understanding)",
                ("$number", number),
                ("$analysis", analysis.Entry),
                ("$id", statement.Id),
                ("$spans", SpanCodec.Encode(statement.Source, statement.Cue, statement.Content)),
                ("$understanding", UnderstandingCodec.Encode(statement)));
            database.Execute(
                "INSERT INTO statement_search (rowid, source, cue, content) VALUES ($number, $source, $cue, $content)",
                ("$number", number),
                ("$source", source),
                ("$cue", statement.Cue.TextOf(text)),
                ("$content", statement.Content.TextOf(text)));
            _names.Insert(number, statement, statement.Source.Count == 0 ? null : source);
            number++;
        }
    }

    /// <summary>The analysis that this entry added; <c>null</c> where it added none.</summary>
    public AnalysisRow? Get(long entry)
    {
        if (Head(entry) is not { } head)
        {
            return null;
        }

        var statements = database.All(
            "SELECT id, spans, understanding FROM statement WHERE number >= $first AND number < $end AND analysis = $entry ORDER BY number",
            r => Read(r, head.Id),
            ("$first", head.First),
            ("$end", head.First + head.Count),
            ("$entry", entry));
        return statements.Count == head.Count
            ? new AnalysisRow(entry, head.Document, head.First, statements)
            : throw Failures.Damaged(database.Path, $"of {head.Count} statements of analysis {entry}, {statements.Count} are there");
    }

    /// <summary>Adds the statements of an analysis to its payload's hash, as they are stored; how many there are.</summary>
    /// <exception cref="Core.Errors.SaysoException">One of them is damaged.</exception>
    public long AddStored(long entry, long first, long count, ContentHash hash)
    {
        long found = 0;
        database.Each(
            "SELECT id, spans, understanding FROM statement WHERE number >= ?1 AND number < ?2 AND analysis = ?3 ORDER BY number",
            row =>
            {
                EntryHash.AddStored(hash, raw.sqlite3_column_blob(row, 0), raw.sqlite3_column_blob(row, 1));
                if (raw.sqlite3_column_type(row, 2) != raw.SQLITE_NULL)
                {
                    hash.AddUtf8(raw.sqlite3_column_blob(row, 2));
                }

                found++;
            },
            first,
            first + count,
            entry);
        return found;
    }

    /// <summary>Of which document an analysis is, and the numbers of its statements; <c>null</c> where the entry added none.</summary>
    public (long Document, long First, long Count, string Id)? Head(long entry) => database.First<(long, long, long, string)?>(
        "SELECT a.document, a.first, a.count, d.id FROM analysis a JOIN document d ON d.entry = a.document WHERE a.entry = $entry",
        r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetString(3)),
        ("$entry", entry));

    /// <summary>Takes the words of an analysis out of the indexes: it is superseded, or purged.</summary>
    public void Hide(long entry)
    {
        foreach (var index in (ReadOnlySpan<string>)["statement_search", "name_search"])
        {
            database.Execute(
                $"""
                DELETE FROM {index} WHERE rowid IN (
                    SELECT s.number FROM analysis a JOIN statement s ON s.number >= a.first AND s.number < a.first + a.count WHERE a.entry = $entry)
                """,
                ("$entry", entry));
        }
    }

    /// <summary>A statement from the columns <c>id, spans, understanding</c>.</summary>
    public static Statement Read(SqliteDataReader r, string documentId)
    {
        var (source, cue, content) = SpanCodec.Decode(r.GetFieldValue<byte[]>(1));
        return UnderstandingCodec.Decode(r.TextOrNull(2), new Statement(r.GetString(0), documentId, source, cue, content));
    }
}
