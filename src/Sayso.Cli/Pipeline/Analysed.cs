using Sayso.Core.Attributions;
using Sayso.Core.Documents;

namespace Sayso.Cli.Pipeline;

/// <summary>An input on the far end of the pipeline.</summary>
/// <param name="Input">What was read.</param>
/// <param name="Statements">What its document says; empty where there was none to analyse.</param>
internal sealed record Analysed(ReadResult Input, IReadOnlyList<Statement> Statements)
{
    /// <summary>The times and quantities of its document; none where there was none to analyse.</summary>
    public DocumentValues Values { get; init; } = new([], []);
}
