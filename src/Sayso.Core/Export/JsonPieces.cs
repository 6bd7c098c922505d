using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Sayso.Core.Export;

/// <summary>One large JSON text, written object by object. A piece's bytes are good until the next one is made.</summary>
internal sealed class JsonPieces : IDisposable
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly InstantPattern _utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, _options);

    /// <summary>Objects made until now.</summary>
    public int Count { get; private set; }

    /// <summary>Text as it is.</summary>
    public static ReadOnlyMemory<byte> Text(string json) => Encoding.UTF8.GetBytes(json);

    /// <summary>An object as a line; of a list, with the comma that parts it from the one before.</summary>
    public ReadOnlyMemory<byte> Object(bool isInList, Action<Utf8JsonWriter> write)
    {
        _buffer.ResetWrittenCount();
        if (isInList && Count > 0)
        {
            _buffer.Write(",\n"u8);
        }

        _json.Reset(_buffer);
        _json.WriteStartObject();
        write(_json);
        _json.WriteEndObject();
        _json.Flush();
        if (!isInList)
        {
            _buffer.Write("\n"u8);
        }

        Count++;
        return _buffer.WrittenMemory;
    }

    /// <summary><c>2031-03-12T07:05:00.000Z</c>.</summary>
    public static string Utc(Instant time) => _utc.Format(time);

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
