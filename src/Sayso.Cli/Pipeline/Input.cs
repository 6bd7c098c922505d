using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Cli.Pipeline;

/// <summary>What was found at one path: a document, one that is known already, or the reason why there is none.</summary>
/// <param name="Path">The path as given or found.</param>
internal sealed record Input(string Path)
{
    /// <summary>The document to analyse.</summary>
    public Document? Document { get; init; }

    /// <summary>The id of a document that need not be analysed.</summary>
    public string? KnownId { get; init; }

    /// <summary>Why there is neither.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What a reader found.</summary>
    public static Input Of(ReadResult result) => new(result.Path) { Document = result.Document, Problem = result.Problem };
}

/// <summary>An input on the far end of the pipeline.</summary>
/// <param name="Input">What went in.</param>
/// <param name="Statements">What its document says; empty where there was none to analyse.</param>
internal sealed record Analysed(Input Input, IReadOnlyList<Statement> Statements);
