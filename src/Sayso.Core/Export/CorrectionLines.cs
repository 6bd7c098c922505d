using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Sayso.Core.Corrections;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// Corrections as JSON, one object a line, in the stable contract of <see cref="JsonLines"/>. Not safe for use by several
/// threads at once.
/// </summary>
public sealed class CorrectionLines : IDisposable
{
    private static readonly JsonWriterOptions _options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, _options);

    /// <summary>A correction; the line's bytes, line end included.</summary>
    /// <remarks>The bytes are good until the next call.</remarks>
    public ReadOnlyMemory<byte> Correction(CorrectionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        Write(_json, entry);
        _json.Flush();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        return _buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>Writes a correction as an object.</summary>
    internal static void Write(Utf8JsonWriter json, CorrectionEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("entry", entry.Sequence);
        json.WriteString("kind", ClosedSet.NameOf(entry.Correction.Kind));
        json.WriteStartArray("sets");
        foreach (var set in entry.Correction.Sets)
        {
            json.WriteStartArray();
            foreach (var id in set)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("value", entry.Correction.Value);
        Number(json, "undoes", entry.Correction.Undoes);
        json.WriteString("words", CorrectionWords.Of(entry.Correction));
        json.WriteString("author", entry.Author);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(entry.At));
        json.WriteString("reason", entry.Reason);
        json.WriteString("state", ClosedSet.NameOf(entry.State));
        Number(json, "undoneBy", entry.UndoneBy);
        json.WriteStartArray("overruledBy");
        foreach (var later in entry.OverruledBy)
        {
            json.WriteNumberValue(later);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
