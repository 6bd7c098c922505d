using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sayso.Core.Claims;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// Claims as JSON, one object a line, in the stable contract of <see cref="JsonLines"/>. Not safe for use by several threads at
/// once.
/// </summary>
public sealed class ClaimLines : IDisposable
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    /// <summary>Makes a writer of lines.</summary>
    public ClaimLines() => _json = new Utf8JsonWriter(_buffer, _options);

    /// <summary>A claim; the line's bytes, line end included.</summary>
    /// <remarks>The bytes are good until the next call.</remarks>
    public ReadOnlyMemory<byte> Claim(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("id", claim.Id);
        _json.WriteString("proposition", claim.Proposition);
        _json.WriteString("representative", claim.Representative);
        _json.WriteStartArray("statements");
        foreach (var (traits, side) in claim.Statements)
        {
            _json.WriteStartObject();
            _json.WriteString("id", traits.Id);
            _json.WriteString("side", ClosedSet.NameOf(side));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        Strings("documents", claim.Documents);
        Counts("stances", claim.Stances);
        Counts("certainty", claim.Certainties);
        _json.WriteNull("origins");
        Strings("circular", []);
        Strings("deadEnds", []);
        _json.WriteNull("grade");
        _json.WriteEndObject();
        _json.Flush();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        return _buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Strings(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void Counts<TValue>(string name, IReadOnlyList<(TValue Value, int Count)> counts)
        where TValue : struct, Enum
    {
        _json.WriteStartObject(name);
        foreach (var (value, count) in counts)
        {
            _json.WriteNumber(ClosedSet.NameOf(value), count);
        }

        _json.WriteEndObject();
    }
}
