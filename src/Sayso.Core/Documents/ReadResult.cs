using Sayso.Core.Errors;

namespace Sayso.Core.Documents;

/// <summary>What a reader made of one input: a document, or the reason why there is none.</summary>
public sealed record ReadResult
{
    private ReadResult(string path, Document? document, Problem? problem)
    {
        Path = path;
        Document = document;
        Problem = problem;
    }

    /// <summary>The input's path or address, as given.</summary>
    public string Path { get; }

    /// <summary>The document; <c>null</c> where there is a <see cref="Problem"/>.</summary>
    public Document? Document { get; }

    /// <summary>Why there is no document; <c>null</c> where there is one.</summary>
    public Problem? Problem { get; }

    /// <summary>A document was read.</summary>
    public static ReadResult Of(string path, Document document) => new(path, document ?? throw new ArgumentNullException(nameof(document)), null);

    /// <summary>Nothing could be read.</summary>
    public static ReadResult Failed(string path, Problem problem) => new(path, null, problem ?? throw new ArgumentNullException(nameof(problem)));
}
