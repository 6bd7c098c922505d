using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;

namespace Sayso.Core.Export;

/// <summary>What became of one input of <c>add</c>.</summary>
/// <param name="Path">Its path, or what it is called.</param>
/// <param name="Id">The document's id; <c>null</c> where there is no document.</param>
/// <param name="Outcome">What adding did; <c>null</c> where there is no document.</param>
/// <param name="Statements">Statements added.</param>
/// <param name="Problems">What was wrong.</param>
public sealed record AddedLine(string Path, string? Id, AddOutcome? Outcome, int Statements, IReadOnlyList<Problem> Problems)
{
    /// <summary><c>added new-version already-there retracted purged failed</c>.</summary>
    public string Word => Outcome is { } outcome ? Text.ClosedSet.NameOf(outcome) : "failed";
}

/// <summary>
/// What became of inputs as JSON, one object a line, in the stable contract. Not safe for use by several threads at once.
/// </summary>
public sealed class AddedLines : IDisposable
{
    private static readonly JsonWriterOptions _options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, _options);

    /// <summary>One input; the line's bytes, line end included, good until the next call.</summary>
    public ReadOnlyMemory<byte> Added(AddedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("path", line.Path);
        _json.WriteString("id", line.Id);
        _json.WriteString("outcome", line.Word);
        _json.WriteNumber("statements", line.Statements);
        _json.WriteStartArray("problems");
        foreach (var problem in line.Problems)
        {
            _json.WriteStartObject();
            _json.WriteString("code", problem.Code);
            _json.WriteString("message", problem.Message);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        return _buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
