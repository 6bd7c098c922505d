using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Sayso.Core.Watchlists;

namespace Sayso.Core.Export;

/// <summary>Watchlists as JSON, one object a line, in the stable contract of <see cref="JsonLines"/>. Not safe for use by several threads at once.</summary>
public sealed class WatchlistLines : IDisposable
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, _options);

    /// <summary>A list with how much is on it; the line's bytes, line end included.</summary>
    /// <remarks>The bytes are good until the next call.</remarks>
    /// <param name="list">The list.</param>
    /// <param name="content">What is on it.</param>
    public ReadOnlyMemory<byte> Watchlist(Watchlist list, WatchlistContent content)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(content);
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("id", list.Id);
        _json.WriteString("name", list.Name);
        _json.WriteString("claim", list.Claim);
        _json.WriteStartObject("search");
        foreach (var (name, value) in list.Search.Filters)
        {
            _json.WriteString(name, value);
        }

        _json.WriteEndObject();
        _json.WriteString("author", list.Author);
        _json.WriteString("createdAt", InstantPattern.ExtendedIso.Format(list.CreatedAt));
        _json.WriteNumber("seenEntry", list.SeenEntry);
        _json.WriteString("seenAt", InstantPattern.ExtendedIso.Format(list.SeenAt));
        _json.WriteNumber("new", content.New);
        _json.WriteNumber("statements", content.Count);
        _json.WriteEndObject();
        _json.Flush();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        return _buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
