using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Export;

namespace Sayso.Cli.Exports;

/// <summary>A document a line, as <c>read</c> prints it.</summary>
internal sealed class JsonExport(ExportFile file) : IExport
{
    private readonly JsonLines _lines = new();

    /// <inheritdoc/>
    public void Write(Document document, IReadOnlyList<Statement> statements) => file.Write(_lines.Document(document, statements));

    /// <inheritdoc/>
    public void Finish() => file.Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        file.Dispose();
    }
}
