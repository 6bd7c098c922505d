using System.Text;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>A ledger as lines: JSON and CSV.</summary>
internal static class LedgerLines
{
    /// <summary>A document a line.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Documents(ExportSource source, CancellationToken cancellationToken)
    {
        using var lines = new JsonLines();
        foreach (var read in source.Documents(cancellationToken))
        {
            yield return lines.Document(read.Document, read.Statements);
        }
    }

    /// <summary>A header, then a statement a record.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Records(ExportSource source, CancellationToken cancellationToken)
    {
        yield return Encoding.UTF8.GetBytes(StatementCsv.Header);
        foreach (var read in source.Documents(cancellationToken))
        {
            var map = new CodePointMap(read.Document.Text);
            foreach (var statement in read.Statements)
            {
                yield return Encoding.UTF8.GetBytes(StatementCsv.Record(read.Document, statement, map));
            }
        }
    }
}
