using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// The stable contract for programs: one JSON object a line, UTF-8, camelCase. A key is always there: what is absent,
/// and what is not read from texts yet, is <c>null</c> or <c>[]</c>. Spans are half-open pairs of code points over the
/// document's text. Stateless but for a buffer; not safe for use by several threads at once.
/// </summary>
public sealed class JsonLines : IDisposable
{
    // Quotation marks and every script stay readable: the lines are UTF-8 text and go into no HTML page.
    private static readonly JsonWriterOptions _options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Bytes of a part of a line.</summary>
    private const int PartLength = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    /// <summary>Makes a writer of lines.</summary>
    public JsonLines() => _json = new Utf8JsonWriter(_buffer, _options);

    /// <summary>A document with its text and statements, as <c>read</c> prints it; the line's bytes, line end included.</summary>
    /// <remarks>The bytes are good until the next call.</remarks>
    public ReadOnlyMemory<byte> Document(Document document, IEnumerable<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statements);
        WriteDocument(document, [.. statements], DocumentValues.Of(document), null);
        return End();
    }

    /// <summary>The same line in parts, as they are made: that of a book is never in memory as a whole.</summary>
    /// <param name="document">The document.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="values">What was read from it as a whole.</param>
    /// <param name="write">Takes each part; its bytes are good until it returns.</param>
    public void Document(Document document, IReadOnlyList<Statement> statements, DocumentValues values, Action<ReadOnlyMemory<byte>> write)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(write);
        WriteDocument(document, statements, values, write);
        write(End());
    }

    /// <summary>An input that could not be read.</summary>
    public ReadOnlyMemory<byte> Failure(string path, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Begin();
        _json.WriteString("path", path);
        Problems([problem]);
        return End();
    }

    /// <summary>A document of a ledger, without its text.</summary>
    public ReadOnlyMemory<byte> Document(LedgerDocument entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Begin();
        DocumentFields(entry.Document);
        Problems(entry.Document.Problems);
        _json.WriteString("addedAt", InstantPattern.ExtendedIso.Format(entry.AddedAt));
        _json.WriteNumber("version", entry.Version);
        _json.WriteBoolean("retracted", entry.IsRetracted);
        _json.WriteNumber("statementCount", entry.StatementCount);
        _json.WriteString("modelVersion", entry.Provenance.ModelVersion);
        return End();
    }

    /// <summary>A statement of a ledger.</summary>
    /// <param name="entry">The statement.</param>
    /// <param name="text">The text of its document.</param>
    /// <param name="map">The map of that text: one serves all statements of a document.</param>
    /// <param name="claim">The id of the claim that it is of; <c>null</c> where it is of none.</param>
    public ReadOnlyMemory<byte> Statement(LedgerStatement entry, string text, CodePointMap map, string? claim)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(map);
        Begin();
        _json.WriteFields(entry.Statement, text, map);
        _json.WriteString("document", entry.Statement.DocumentId);
        _json.WriteString("claim", claim);
        return End();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteDocument(Document document, IReadOnlyList<Statement> statements, DocumentValues values,
        Action<ReadOnlyMemory<byte>>? write)
    {
        var map = new CodePointMap(document.Text);
        Begin();
        DocumentFields(document);
        _json.WriteString("text", document.Text);
        _json.WriteEntities(EntityReader.Read(document, statements), map);
        _json.WriteStartArray("statements");
        foreach (var statement in statements)
        {
            _json.WriteStartObject();
            _json.WriteFields(statement, document.Text, map);
            _json.WriteEndObject();
            Pass(write);
        }

        _json.WriteEndArray();
        _json.WriteQuantities(values.Quantities, document.Text, map);
        Pass(write);
        _json.WriteTimes(values.Times, document.Text, map);
        Pass(write);
        _json.WriteInconsistencies(values.InconsistenciesOf(document, statements), map);
        Problems(document.Problems);
    }

    /// <summary>Hands on what there is of the line, where that is a part worth it.</summary>
    private void Pass(Action<ReadOnlyMemory<byte>>? write)
    {
        if (write is not null && _buffer.WrittenCount + _json.BytesPending >= PartLength)
        {
            _json.Flush();
            write(_buffer.WrittenMemory);
            _buffer.ResetWrittenCount();
        }
    }

    private void DocumentFields(Document document)
    {
        _json.WriteString("id", document.Id);
        _json.WriteString("path", document.Path);
        _json.WriteString("url", document.Url);
        _json.WriteString("title", document.Title);
        _json.WriteString("outlet", document.Outlet);
        _json.WriteString("byline", document.Byline);
        _json.WriteString("published", Iso(document.Published));
        _json.WriteString("modified", Iso(document.Modified));
        _json.WriteString("language", document.Language);
    }

    private void Problems(IEnumerable<Problem> problems)
    {
        _json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            _json.WriteStartObject();
            _json.WriteString("code", problem.Code);
            _json.WriteString("message", problem.Message);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
    }

    private ReadOnlyMemory<byte> End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        return _buffer.WrittenMemory;
    }

    private static string? Iso(OffsetDateTime? time) => time is { } t ? OffsetDateTimePattern.Rfc3339.Format(t) : null;
}
