using Sayso.Cli.Demo;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;
using Sayso.Web;

namespace Sayso.Cli.Pipeline;

/// <summary>Puts the page of a ledger together out of the other rooms.</summary>
internal sealed class Sites(Ledgers ledgers, LedgerWriter writer, StoryLedger story, (Installation Installation, ClaimAnalysis Claims) about)
{
    private readonly DocumentReader _reader = new();
    private readonly Lock _encoding = new();

    /// <summary>How links are fetched.</summary>
    public FetchOptions Fetching { get; init; } = new();

    /// <summary>Gives texts their vectors; one thread at a time. <c>null</c>: meanings are not searched.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, IReadOnlyList<SentenceVector>>? Encode { get; init; }

    /// <summary>The page of a ledger, which is there.</summary>
    public Site Of(string path) => new()
    {
        OpenLedger = () => ledgers.Open(path),
        Intake = (inputs, cancellationToken) => Read(path, inputs, cancellationToken),
        Claims = about.Claims.Read,
        Encode = Encode is null ? null : Encoded,
        Exports = Commands.ExportCommand.Forms,
        Sample = story.IsThere ? () => [.. story.Inputs()] : null,
        LedgerName = Path.GetFileName(path),
        Version = about.Installation.Version,
        Time = ledgers.Time,
    };

    private SentenceVector Encoded(string words, CancellationToken cancellationToken)
    {
        lock (_encoding)
        {
            return Encode!([words], cancellationToken)[0];
        }
    }

    private IEnumerable<IntakeResult> Read(string path, IReadOnlyList<IntakeInput> inputs, CancellationToken cancellationToken)
    {
        // As for `add`: every answer goes to the archive beside the ledger.
        using var addresses = new AddressSource(_reader, new FetchPlan { Options = Fetching, Archive = ArchiveFolder.Of(path), Time = ledgers.Time, Stop = cancellationToken });
        var results = writer.For(inputs.Count > 0 ? inputs[0].Author : null).Add(path, known => inputs.SelectMany(input => input.Address is { } address
            ? addresses.Read(address, input.Stated, known) : _reader.Read(input.Bytes, input.Name, input.Stated, known)), cancellationToken);
        foreach (var item in results)
        {
            yield return new IntakeResult(item.Path)
            {
                DocumentId = item.Id,
                Outcome = item.Outcome,
                Statements = item.Statements,
                Problems = item.Problems,
            };
        }
    }
}
