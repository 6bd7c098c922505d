using Sayso.Core.Attributions;

namespace Sayso.Storage.Rows;

/// <summary>A row of <c>analysis</c> with its statements.</summary>
/// <param name="Entry">The entry that added it, which is its key.</param>
/// <param name="Document">The key of its document.</param>
/// <param name="First">Number of the first statement; of the next to come where there is none.</param>
/// <param name="Statements">In order of the text.</param>
internal sealed record AnalysisRow(long Entry, long Document, long First, IReadOnlyList<Statement> Statements);
