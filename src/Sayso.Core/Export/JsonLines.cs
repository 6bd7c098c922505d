using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Errors;
using Sayso.Core.Inconsistencies;
using Sayso.Core.Ledger;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Export;

/// <summary>
/// The stable contract for programs: one JSON object a line, UTF-8, camelCase. A key is always there: what is absent,
/// and what is not read from texts yet, is <c>null</c> or <c>[]</c>. Spans are half-open pairs of code points over the
/// document's text. Stateless but for a buffer; not safe for use by several threads at once.
/// </summary>
public sealed class JsonLines : IDisposable
{
    // Quotation marks and every script stay readable: the lines are UTF-8 text and go into no HTML page.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

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
        var map = new CodePointMap(document.Text);
        Begin();
        DocumentFields(document);
        _json.WriteString("text", document.Text);
        List<Statement> written = [.. statements];
        Entities(EntityReader.Read(document, written), map);
        _json.WriteStartArray("statements");
        foreach (var statement in written)
        {
            _json.WriteStartObject();
            StatementFields(statement, document.Text, map);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        var values = DocumentValues.Of(document);
        Quantities(values.Quantities, document.Text, map);
        Times(values.Times, document.Text, map);
        Inconsistencies(values.InconsistenciesOf(document, written), map);
        Problems(document.Problems);
        return End();
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
        StatementFields(entry.Statement, text, map);
        _json.WriteString("document", entry.Statement.DocumentId);
        _json.WriteString("claim", claim);
        return End();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

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

    private void StatementFields(Statement statement, string text, CodePointMap map)
    {
        _json.WriteString("id", statement.Id);
        if (statement.Source.Count == 0)
        {
            _json.WriteNull("source");
        }
        else
        {
            _json.WriteStartObject("source");
            Spans(statement.Source, text, map);
            _json.WriteString("entity", statement.SourceHop is { } source ? EntityId.Of(source, statement.DocumentId) : null);
            _json.WriteString("name", statement.SourceHop?.Name);
            _json.WriteString("kind", statement.SourceHop is { } hop ? ClosedSet.NameOf(hop.Kind) : null);
            _json.WriteEndObject();
        }

        if (statement.IsOwnVoice)
        {
            _json.WriteNull("cue");
        }
        else
        {
            Role("cue", statement.Cue, text, map);
        }

        Role("content", statement.Content, text, map);
        _json.WriteString("parent", statement.Parent);
        Chain(statement, text, map);
        _json.WriteString("stance", statement.Attitude is { } a ? ClosedSet.NameOf(a.Stance) : null);
        _json.WriteString("certainty", statement.Attitude is { } b ? ClosedSet.NameOf(b.Certainty) : null);
        _json.WriteString("polarity", statement.Attitude is { } c ? ClosedSet.NameOf(c.Polarity) : null);
        Quantities(statement.Quantities, text, map);
        Times(statement.Times, text, map);
        _json.WriteString("saidAt", statement.SaidAt);
        _json.WriteString("eventAt", statement.EventAt);
        if (statement.Confidence is { } confidence)
        {
            _json.WriteNumber("confidence", confidence);
        }
        else
        {
            _json.WriteNull("confidence");
        }

        Evidence(statement.Attitude, text, map);
    }

    private void Entities(IEnumerable<Entity> entities, CodePointMap map)
    {
        _json.WriteStartArray("entities");
        foreach (var entity in entities)
        {
            _json.WriteStartObject();
            _json.WriteString("id", entity.Id);
            _json.WriteString("name", entity.Name);
            _json.WriteString("type", ClosedSet.NameOf(entity.Type));
            _json.WriteString("standsFor", entity.StandsFor);
            _json.WriteStartArray("mentions");
            foreach (var mention in entity.Mentions)
            {
                _json.WriteStartArray();
                _json.WriteNumberValue(map.ToCodePoint(mention.Start));
                _json.WriteNumberValue(map.ToCodePoint(mention.End));
                _json.WriteEndArray();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Chain(Statement statement, string text, CodePointMap map)
    {
        _json.WriteStartArray("chain");
        foreach (var hop in statement.Chain)
        {
            _json.WriteStartObject();
            _json.WriteString("name", hop.Name);
            _json.WriteString("kind", ClosedSet.NameOf(hop.Kind));
            _json.WriteString("entity", EntityId.Of(hop, statement.DocumentId));
            Spans(hop.Spans, text, map);
            _json.WriteString("relation", ClosedSet.NameOf(hop.Relation));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Quantities(IEnumerable<Quantity> quantities, string text, CodePointMap map)
    {
        _json.WriteStartArray("quantities");
        foreach (var quantity in quantities)
        {
            _json.WriteStartObject();
            Span("span", quantity.Span, map);
            _json.WriteString("text", quantity.Span.Slice(text));
            Number("value", quantity.Value);
            Number("low", quantity.Low);
            Number("high", quantity.High);
            _json.WriteBoolean("approx", quantity.IsApproximate);
            _json.WriteString("comparator", Sign(quantity.Comparator));
            _json.WriteString("unit", quantity.Unit);
            _json.WriteString("of", quantity.Of is { } of ? of.Slice(text).ToString() : null);
            if (quantity.Per is { } per)
            {
                _json.WriteStartObject("per");
                _json.WriteNumber("value", per.Value);
                _json.WriteString("of", per.Of);
                _json.WriteEndObject();
            }
            else
            {
                _json.WriteNull("per");
            }

            if (quantity.Change is { } change)
            {
                _json.WriteStartObject("change");
                _json.WriteString("direction", ClosedSet.NameOf(change.Direction));
                Number("from", change.From);
                Number("to", change.To);
                Number("by", change.By);
                _json.WriteEndObject();
            }
            else
            {
                _json.WriteNull("change");
            }

            Measure(Measures.Of(quantity));
            if (quantity.Problem is { } problem)
            {
                _json.WriteString("problem", problem);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>The quantity in the base unit of its dimension: figures of different units compare by it.</summary>
    private void Measure(Measure? measure)
    {
        if (measure is null)
        {
            _json.WriteNull("base");
            return;
        }

        _json.WriteStartObject("base");
        _json.WriteString("dimension", ClosedSet.NameOf(measure.Dimension));
        _json.WriteString("unit", measure.Unit);
        Number("value", measure.Value);
        Number("low", measure.Low);
        Number("high", measure.High);
        _json.WriteEndObject();
    }

    private void Number(string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>The sign of a comparator, as the contract has it.</summary>
    internal static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "=",
        Comparator.Less => "<",
        Comparator.AtMost => "<=",
        Comparator.Greater => ">",
        Comparator.AtLeast => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparator)),
    };

    private void Times(IEnumerable<TimeExpression> times, string text, CodePointMap map)
    {
        _json.WriteStartArray("times");
        foreach (var time in times)
        {
            _json.WriteStartObject();
            Span("span", time.Span, map);
            _json.WriteString("text", time.Span.Slice(text));
            _json.WriteString("type", ClosedSet.NameOf(time.Type).ToUpperInvariant());
            _json.WriteString("value", time.Value);
            _json.WriteString("edtf", time.Edtf);
            _json.WriteString("mod", time.Mod);
            if (time.AnchorSpan is { } anchor)
            {
                Span("anchor", anchor, map);
            }
            else
            {
                _json.WriteString("anchor", time.IsAnchoredToPublication ? "published" : null);
            }

            if (time.Problem is { } problem)
            {
                _json.WriteString("problem", problem);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Span(string name, TextSpan span, CodePointMap map)
    {
        _json.WriteStartArray(name);
        _json.WriteNumberValue(map.ToCodePoint(span.Start));
        _json.WriteNumberValue(map.ToCodePoint(span.End));
        _json.WriteEndArray();
    }

    /// <summary>The words that show each value of an attitude.</summary>
    private void Evidence(Attitude? attitude, string text, CodePointMap map)
    {
        if (attitude is null)
        {
            _json.WriteNull("evidence");
            return;
        }

        _json.WriteStartObject("evidence");
        Role("stance", attitude.StanceWords, text, map);
        Role("certainty", attitude.CertaintyWords, text, map);
        Role("polarity", attitude.PolarityWords, text, map);
        _json.WriteEndObject();
    }

    private void Role(string name, SpanList spans, string text, CodePointMap map)
    {
        _json.WriteStartObject(name);
        Spans(spans, text, map);
        _json.WriteEndObject();
    }

    private void Inconsistencies(IEnumerable<Inconsistency> inconsistencies, CodePointMap map)
    {
        _json.WriteStartArray("inconsistencies");
        foreach (var inconsistency in inconsistencies)
        {
            _json.WriteStartObject();
            Spans(inconsistency.Spans, map);
            _json.WriteString("reason", inconsistency.Reason);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Spans(SpanList spans, string text, CodePointMap map)
    {
        Spans(spans, map);
        _json.WriteString("text", spans.TextOf(text));
    }

    private void Spans(SpanList spans, CodePointMap map)
    {
        _json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            _json.WriteStartArray();
            _json.WriteNumberValue(map.ToCodePoint(span.Start));
            _json.WriteNumberValue(map.ToCodePoint(span.End));
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
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
