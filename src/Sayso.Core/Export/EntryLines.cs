using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>Entries of a ledger as JSON, one object each, in the stable contract. Not safe for use by several threads at once.</summary>
public sealed class EntryLines : IDisposable
{
    private static readonly JsonWriterOptions _options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, _options);

    /// <summary>An entry, without a line end.</summary>
    public string Text(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteNumber("sequence", entry.Sequence);
        _json.WriteString("kind", ClosedSet.NameOf(entry.Kind));
        _json.WriteString("document", entry.DocumentId);
        _json.WriteString("at", InstantPattern.ExtendedIso.Format(entry.At));
        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
