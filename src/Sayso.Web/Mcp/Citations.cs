using System.Text.Json.Nodes;
using NodaTime.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Web.Mcp;

/// <summary>
/// Statements as an assistant quotes them: the sentence, word by word, with the document and the span of code points that it
/// stands in. Not safe for use by several threads at once.
/// </summary>
/// <param name="documentOf">A document with its text.</param>
internal sealed class Citations(Func<string, Document> documentOf)
{
    private readonly Dictionary<string, (Document Document, CodePointMap Map)> _read = new(StringComparer.Ordinal);

    /// <summary>A statement with its sentence.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="side">What it does with the claim that is spoken of; <c>null</c> where none is.</param>
    public JsonObject Of(Statement statement, Side? side = null)
    {
        var (document, map) = Read(statement.DocumentId);
        var passage = StatementPassage.Of(document, statement);
        var cited = new JsonObject
        {
            ["statement"] = statement.Id,
            ["sentence"] = passage.Slice(document.Text).ToString(),
            ["document"] = document.Id,
            ["span"] = new JsonArray(map.ToCodePoint(passage.Start), map.ToCodePoint(passage.End)),
            ["says"] = statement.Content.Count == 0 ? null : statement.Content.TextOf(document.Text),
            ["chain"] = new JsonArray([.. statement.Chain.Select(hop => (JsonNode)hop.Name)]),
            ["stance"] = statement.Attitude is { } attitude ? ClosedSet.NameOf(attitude.Stance) : null,
            ["certainty"] = statement.Attitude is { } firm ? ClosedSet.NameOf(firm.Certainty) : null,
            ["outlet"] = document.Outlet,
            ["title"] = document.Title,
            ["published"] = document.Published is { } time ? OffsetDateTimePattern.Rfc3339.Format(time) : null,
            ["url"] = document.Url,
        };
        if (side is { } taken)
        {
            cited["side"] = ClosedSet.NameOf(taken);
        }

        return cited;
    }

    /// <summary>A passage, word by word.</summary>
    public JsonObject Of(string documentId, TextSpan span)
    {
        var (document, map) = Read(documentId);
        return new JsonObject
        {
            ["document"] = documentId,
            ["span"] = new JsonArray(map.ToCodePoint(span.Start), map.ToCodePoint(span.End)),
            ["text"] = span.Slice(document.Text).ToString(),
        };
    }

    private (Document Document, CodePointMap Map) Read(string id)
    {
        if (!_read.TryGetValue(id, out var read))
        {
            var document = documentOf(id);
            read = _read[id] = (document, new CodePointMap(document.Text));
        }

        return read;
    }
}
