using System.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Export;
using Sayso.Core.Text;

namespace Sayso.Cli.Exports;

/// <summary>A statement a record, after a header.</summary>
internal sealed class CsvExport : IExport
{
    private readonly ExportFile _file;

    /// <summary>Writes the header.</summary>
    public CsvExport(ExportFile file)
    {
        _file = file;
        Write(StatementCsv.Header);
    }

    /// <inheritdoc/>
    public void Write(Document document, IReadOnlyList<Statement> statements)
    {
        var map = new CodePointMap(document.Text);
        foreach (var statement in statements)
        {
            Write(StatementCsv.Record(document, statement, map));
        }
    }

    /// <inheritdoc/>
    public void Finish() => _file.Finish();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Write(string record) => _file.Write(Encoding.UTF8.GetBytes(record));
}
