using Sayso.Core.Attributions;
using Sayso.Core.Documents;

namespace Sayso.Cli.Exports;

/// <summary>One of the forms that a ledger is written out in.</summary>
internal interface IExport : IDisposable
{
    /// <summary>Writes a document with its statements.</summary>
    /// <exception cref="Core.Errors.SaysoException">It cannot be written (<c>SAY4003</c>).</exception>
    void Write(Document document, IReadOnlyList<Statement> statements);

    /// <summary>All is written: what was begun under another name gets its own.</summary>
    void Finish();
}
