using Sayso.Cli.Demo;
using Sayso.Core.Analysis;
using Sayso.Ingestion;
using Sayso.Web;

namespace Sayso.Cli.Pipeline;

/// <summary>Puts the page of a ledger together out of the other rooms.</summary>
internal sealed class Sites(Ledgers ledgers, LedgerWriter writer, StoryLedger story, (Installation Installation, ClaimAnalysis Claims) about)
{
    private readonly DocumentReader _reader = new();

    /// <summary>The page of a ledger, which is there.</summary>
    public Site Of(string path) => new()
    {
        OpenLedger = () => ledgers.Open(path),
        Intake = (inputs, cancellationToken) => Read(path, inputs, cancellationToken),
        Claims = about.Claims.Read,
        Exports = Commands.ExportCommand.Forms,
        Sample = story.IsThere ? () => [.. story.Inputs()] : null,
        LedgerName = Path.GetFileName(path),
        Version = about.Installation.Version,
        Time = ledgers.Time,
    };

    private IEnumerable<IntakeResult> Read(string path, IReadOnlyList<IntakeInput> inputs, CancellationToken cancellationToken) => writer
        .For(inputs.Count > 0 ? inputs[0].Author : null)
        .Add(path, known => inputs.SelectMany(input => _reader.Read(input.Bytes, input.Name, input.Stated, known)), cancellationToken)
        .Select(item => new IntakeResult(item.Path)
        {
            DocumentId = item.Id,
            Outcome = item.Outcome,
            Statements = item.Statements,
            Problems = item.Problems,
        });
}
