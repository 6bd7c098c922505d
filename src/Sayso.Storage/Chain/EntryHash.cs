using System.Security.Cryptography;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Chain;

/// <summary>
/// The hashes of the chain: an entry's hash covers its own columns, the hash before it, and the payload's hash, which
/// covers all that the entry added. The raw bytes go in by their SHA-256.
/// </summary>
internal static class EntryHash
{
    /// <summary>What goes before the first entry.</summary>
    public static readonly string Start = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>The hash of an entry, from all its other fields.</summary>
    public static string Of(EntryRow entry)
    {
        using var hash = new ContentHash("entry");
        return hash.Add(entry.Sequence)
            .Add(KindWord.Of(entry.Kind))
            .Add(entry.Document)
            .Add(entry.At)
            .Add(entry.Provenance.ProgramVersion)
            .Add(entry.Provenance.ModelVersion)
            .Add(entry.Provenance.Author)
            .Add(entry.Reason)
            .Add(entry.Payload)
            .Add(entry.Previous)
            .ToHex();
    }

    /// <summary>The payload of an added document and its first analysis.</summary>
    public static string OfAdd(DocumentRow row, AnalysisRow analysis)
    {
        using var hash = Added(row);
        return Add(hash, analysis).ToHex();
    }

    /// <summary>The payload of a new analysis of a document that is there.</summary>
    public static string OfSupersede(string documentId, AnalysisRow analysis)
    {
        using var hash = Superseded(documentId);
        return Add(hash, analysis).ToHex();
    }

    /// <summary>The payload of an added document, as far as its analysis, which is hashed statement by statement.</summary>
    public static ContentHash Added(DocumentRow row)
    {
        var document = row.Document;
        var hash = new ContentHash("add");
        hash.Add(document.Id)
            .Add(document.RawHash)
            .Add(row.RawLength)
            .Add(document.MediaType)
            .Add(document.Text)
            .Add(document.Path)
            .Add(document.Url)
            .Add(row.Version)
            .Add(document.Title)
            .Add(document.Outlet)
            .Add(document.Byline)
            .Add(StoredTime.Write(document.Published))
            .Add(StoredTime.Write(document.Modified))
            .Add(document.Language)
            .Add(document.Problems.Count);
        foreach (var problem in document.Problems)
        {
            hash.Add(problem.Code).Add(problem.Message);
        }

        return hash;
    }

    /// <summary>The payload of a new analysis, as far as its statements.</summary>
    public static ContentHash Superseded(string documentId) => new ContentHash("supersede").Add(documentId);

    /// <summary>Adds what goes before the statements of an analysis.</summary>
    public static ContentHash AddHead(ContentHash hash, long first, long count) => hash.Add(first).Add(count);

    /// <summary>
    /// Adds a statement as it is stored, but for what was understood, which comes behind it: the same hash as of the statement that was
    /// written, if nothing changed.
    /// </summary>
    /// <param name="hash">What is added to.</param>
    /// <param name="id">Its id, in UTF-8.</param>
    /// <param name="spans">Its spans, as <see cref="SpanCodec"/> writes them.</param>
    /// <exception cref="InvalidDataException">The spans are none.</exception>
    public static void AddStored(ContentHash hash, ReadOnlySpan<byte> id, ReadOnlySpan<byte> spans)
    {
        hash.AddUtf8(id);
        for (var role = 0; role < SpanCodec.Roles; role++)
        {
            var (count, end) = (SpanCodec.ReadCount(ref spans), 0);
            hash.Add(count);
            for (var i = 0; i < count; i++)
            {
                var span = SpanCodec.ReadSpan(ref spans, end);
                end = span.End;
                hash.Add(span.Start).Add(span.End);
            }
        }

        if (!spans.IsEmpty)
        {
            throw new InvalidDataException("The spans of a statement are malformed.");
        }
    }

    /// <summary>The payload of an entry that only hides or shows.</summary>
    public static string OfToggle(EntryKind kind, string documentId)
    {
        using var hash = new ContentHash(KindWord.Of(kind));
        return hash.Add(documentId).ToHex();
    }

    /// <summary>The payload of an entry that purges.</summary>
    public static string OfPurge(string documentId, string rawHash)
    {
        using var hash = new ContentHash(KindWord.Of(EntryKind.Purge));
        return hash.Add(documentId).Add(rawHash).ToHex();
    }

    /// <summary>The payload of a correction, from its JSON.</summary>
    public static string OfCorrection(string body)
    {
        using var hash = new ContentHash(KindWord.Of(EntryKind.Correct));
        return hash.Add(body).ToHex();
    }

    private static ContentHash Add(ContentHash hash, AnalysisRow analysis)
    {
        AddHead(hash, analysis.First, analysis.Statements.Count);
        foreach (var statement in analysis.Statements)
        {
            hash.Add(statement.Id).Add(statement.Source).Add(statement.Cue).Add(statement.Content);

            // Schema 1 had none: what it left has to keep its hash.
            if (UnderstandingCodec.Encode(statement) is { } understanding)
            {
                hash.Add(understanding);
            }
        }

        return hash;
    }
}
