using Sayso.Core.Errors;

namespace Sayso.Core.Documents;

/// <summary>What a reader made of one input: a document, the id of one that was known already, or the reason why there is none.</summary>
public sealed record ReadResult
{
    private ReadResult(string path) => Path = path;

    /// <summary>The input's path or address, as given.</summary>
    public string Path { get; }

    /// <summary>The document; <c>null</c> where there is a <see cref="Problem"/> or a <see cref="KnownId"/>.</summary>
    public Document? Document { get; private init; }

    /// <summary>Why there is no document; <c>null</c> where there is one.</summary>
    public Problem? Problem { get; private init; }

    /// <summary>The id of a document that the asker knew already, so that its bytes were not read any further.</summary>
    public string? KnownId { get; private init; }

    /// <summary>A document was read.</summary>
    public static ReadResult Of(string path, Document document) =>
        new(path) { Document = document ?? throw new ArgumentNullException(nameof(document)) };

    /// <summary>The bytes are those of a known document.</summary>
    public static ReadResult Known(string path, string id) => new(path) { KnownId = id ?? throw new ArgumentNullException(nameof(id)) };

    /// <summary>Nothing could be read.</summary>
    public static ReadResult Failed(string path, Problem problem) =>
        new(path) { Problem = problem ?? throw new ArgumentNullException(nameof(problem)) };
}
