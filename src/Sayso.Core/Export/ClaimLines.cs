using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sayso.Core.Analysis;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// Claims as JSON, one object a line, in the stable contract of <see cref="JsonLines"/>. Not safe for use by several threads at
/// once.
/// </summary>
/// <param name="documents">The documents of the claims' statements, by their ids.</param>
/// <param name="corrections">What persons said of them.</param>
public sealed class ClaimLines(IReadOnlyDictionary<string, Document> documents, CorrectionBook corrections) : IDisposable
{
    private static readonly JsonWriterOptions _options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Dictionary<string, CodePointMap> _maps = new(StringComparer.Ordinal);
    private readonly Utf8JsonWriter _json = new(Stream.Null, _options);

    /// <summary>Makes lines of claims that nobody corrected.</summary>
    /// <param name="documents">The documents of the claims' statements, by their ids.</param>
    public ClaimLines(IReadOnlyDictionary<string, Document> documents)
        : this(documents, CorrectionBook.Empty)
    {
    }

    /// <summary>A claim with its origins; the line's bytes, line end included.</summary>
    /// <remarks>The bytes are good until the next call.</remarks>
    public ReadOnlyMemory<byte> Claim(LedgerClaim entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (claim, origins) = entry;
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
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
        Origins(origins);
        _json.WriteStartArray("circular");
        foreach (var round in origins.Circular)
        {
            Array(round);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("deadEnds");
        foreach (var (citing, cited) in origins.DeadEnds)
        {
            _json.WriteStartObject();
            _json.WriteString("citing", citing);
            _json.WriteString("cited", cited);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteNumber("grade", entry.Grade.Value);
        _json.WriteString("gradeReason", entry.Grade.Reason);
        _json.WriteNumber("gradeReckoned", entry.Reckoned.Value);
        Reliabilities(claim.Documents);
        _json.WriteStartArray("corrections");
        foreach (var correction in entry.Corrections)
        {
            CorrectionLines.Write(_json, correction);
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

    /// <summary>Outlets of the claim that a person graded, with their grades.</summary>
    private void Reliabilities(IEnumerable<string> documentIds)
    {
        _json.WriteStartObject("reliability");
        foreach (var graded in documentIds.Select(id => corrections.ReliabilityOf(documents[id].Outlet)?.Correction).OfType<Correction>()
            .DistinctBy(c => c.Sets[0][0]))
        {
            _json.WriteString(graded.Sets[0][0], graded.Value);
        }

        _json.WriteEndObject();
    }

    private void Origins(ClaimOrigins origins)
    {
        _json.WriteStartObject("origins");
        Bounds("for", origins.For);
        Bounds("against", origins.Against);
        _json.WriteStartArray("groups");
        foreach (var group in origins.Groups)
        {
            _json.WriteStartObject();
            _json.WriteString("id", group.Id);
            _json.WriteString("side", ClosedSet.NameOf(group.Side));
            _json.WriteString("name", group.Name);
            _json.WriteString("kind", ClosedSet.NameOf(group.Kind));
            Strings("statements", group.Statements);
            Strings("documents", group.Documents);
            Proof("proof", group.Proof);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        Proof("possible", origins.Possible);
        _json.WriteEndObject();
    }

    private void Bounds(string name, OriginCount count)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("low", count.Low);
        _json.WriteNumber("high", count.High);
        _json.WriteEndObject();
    }

    private void Proof(string name, IEnumerable<OriginProof> proofs)
    {
        _json.WriteStartArray(name);
        foreach (var proof in proofs)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", ClosedSet.NameOf(proof.Kind));
            Strings("statements", [proof.First, proof.Second]);
            Strings("documents", [proof.FirstPassage.DocumentId, proof.SecondPassage.DocumentId]);
            _json.WriteStartArray("spans");
            Span(proof.FirstPassage);
            Span(proof.SecondPassage);
            _json.WriteEndArray();
            _json.WriteString("detail", proof.Detail);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Span(Passage passage)
    {
        if (!_maps.TryGetValue(passage.DocumentId, out var map))
        {
            map = new CodePointMap(documents[passage.DocumentId].Text);
            _maps.Add(passage.DocumentId, map);
        }

        _json.WriteStartArray();
        _json.WriteNumberValue(map.ToCodePoint(passage.Span.Start));
        _json.WriteNumberValue(map.ToCodePoint(passage.Span.End));
        _json.WriteEndArray();
    }

    private void Array(IEnumerable<string> values)
    {
        _json.WriteStartArray();
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void Strings(string name, IEnumerable<string> values)
    {
        _json.WritePropertyName(name);
        Array(values);
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
