using Microsoft.Data.Sqlite;
using Sayso.Core.Attributions;
using Sayso.Storage.Files;

namespace Sayso.Storage.Rows;

/// <summary>The tables <c>analysis</c> and <c>statement</c>, and the index of the statements' words.</summary>
internal sealed class AnalysisTable(Database database)
{
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
                ("$source", statement.Source.TextOf(text)),
                ("$cue", statement.Cue.TextOf(text)),
                ("$content", statement.Content.TextOf(text)));
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

    /// <summary>Of which document an analysis is, and the numbers of its statements; <c>null</c> where the entry added none.</summary>
    public (long Document, long First, long Count, string Id)? Head(long entry) => database.First<(long, long, long, string)?>(
        "SELECT a.document, a.first, a.count, d.id FROM analysis a JOIN document d ON d.entry = a.document WHERE a.entry = $entry",
        r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetString(3)),
        ("$entry", entry));

    /// <summary>Takes the words of an analysis out of the index: it is superseded.</summary>
    public void Hide(long entry) => database.Execute(
        """
        DELETE FROM statement_search WHERE rowid IN (
            SELECT s.number FROM analysis a JOIN statement s ON s.number >= a.first AND s.number < a.first + a.count WHERE a.entry = $entry)
        """,
        ("$entry", entry));

    /// <summary>A statement from the columns <c>id, spans, understanding</c>.</summary>
    public static Statement Read(SqliteDataReader r, string documentId)
    {
        var (source, cue, content) = SpanCodec.Decode(r.GetFieldValue<byte[]>(1));
        return UnderstandingCodec.Decode(r.TextOrNull(2), new Statement(r.GetString(0), documentId, source, cue, content));
    }
}
