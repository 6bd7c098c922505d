using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>
/// An attribution understood. What is known so far is its spans; what the text does not say, and what is not yet read
/// from it, is absent.
/// </summary>
/// <param name="Id">32 hexadecimal digits: a hash of the document's id and of the role spans (<see cref="StatementId"/>).</param>
/// <param name="DocumentId">The document it stands in.</param>
/// <param name="Source">Who is credited; empty where the text names nobody.</param>
/// <param name="Cue">The words that credit.</param>
/// <param name="Content">What is credited; empty for a refusal without a topic.</param>
public sealed record Statement(string Id, string DocumentId, SpanList Source, SpanList Cue, SpanList Content)
{
    /// <summary>The id of the statement that holds this one in its content or source; <c>null</c> where none does.</summary>
    public string? Parent { get; init; }
}

/// <summary>The identity of a statement: where it was read. Entities, model and clock stand outside.</summary>
public static class StatementId
{
    /// <summary>The id: 32 hexadecimal digits.</summary>
    public static string Of(string documentId, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        using var hash = new ContentHash("statement");
        return hash.Add(documentId).Add(attribution.Source).Add(attribution.Cue).Add(attribution.Content).ToId();
    }
}
