using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Cli.Pipeline;

/// <summary>The pipeline's end that writes to a ledger: one transaction a document.</summary>
internal sealed class LedgerWriter(Ledgers ledgers, AnalysisPipeline pipeline, Installation installation)
{
    private string? _author;

    /// <summary>Which weights and rules read.</summary>
    public string ModelVersion => pipeline.ModelVersion;

    /// <summary>The same writer, whose entries name a user.</summary>
    public LedgerWriter For(string? author) => new(ledgers, pipeline, installation) { _author = author };

    /// <summary>
    /// Adds documents; what comes out is in the ledger, whatever happens after. Where the last that is read of a page is an
    /// earlier version again, it comes out at the end, as a new one.
    /// </summary>
    /// <param name="path">The ledger's file; made where there is none.</param>
    /// <param name="read">Makes the inputs, given what tells whether the ledger has a document.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    public IEnumerable<AddedItem> Add(string path, Func<Func<string, bool>, IEnumerable<ReadResult>> read, CancellationToken cancellationToken)
    {
        using var ledger = ledgers.OpenOrCreate(path);

        // Inputs are read on another thread than this one, and a ledger serves one thread.
        using var reader = new SharedReader(ledgers.Open(path));
        var back = new EditsBack(ledger, reader);
        foreach (var (input, statements) in pipeline.Run(read(id => reader.Ask(l => l.Contains(id))), cancellationToken))
        {
            var item = input switch
            {
                { Document: { } document } => Added(input.Path, WithTwin(ledger, document), statements, ledger),
                { KnownId: { } id } => Known(ledger, input.Path, id),
                _ => new AddedItem(input.Path) { Problems = [input.Problem!] },
            };
            foreach (var settled in back.Settle(item))
            {
                yield return settled;
            }
        }

        foreach (var (input, statements) in pipeline.Run(back.Returned(), cancellationToken))
        {
            yield return Added(input.Path, WithTwin(ledger, input.Document!), statements, ledger);
        }
    }

    /// <summary>Reads documents of a ledger anew where another model read them.</summary>
    /// <param name="path">The ledger's file.</param>
    /// <param name="ids">The documents; all where it is empty.</param>
    /// <param name="count">Is told how many they are, before the first.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    public IEnumerable<ReanalysedItem> Reanalyse(string path, IReadOnlyList<string> ids, Action<int> count, CancellationToken cancellationToken)
    {
        using var ledger = ledgers.Open(path);
        using var reader = new SharedReader(ledgers.Open(path));
        var wanted = ids.Count == 0 ? ledger.DocumentIds() : [.. ids.Select(id => ledger.GetDocument(id).Document.Id)];
        count(wanted.Count);
        var inputs = wanted.Select(id => reader.Ask(l => l.GetDocument(id))).Select(entry => entry.Provenance.ModelVersion == pipeline.ModelVersion
            ? ReadResult.Known(path, entry.Document.Id)
            : ReadResult.Of(path, entry.Document));
        foreach (var (input, statements) in pipeline.Run(inputs, cancellationToken))
        {
            yield return input.Document is { } document
                ? new ReanalysedItem(document.Id, ledger.Supersede(document.Id, statements, Provenance()), statements.Count)
                : new ReanalysedItem(input.KnownId!, false, 0);
        }
    }

    /// <summary>The document, and the warning that another one has its text.</summary>
    private static Document WithTwin(ILedger ledger, Document document) =>
        ledger.FindText(document.Text) is { } twin && twin != document.Id && !ledger.Contains(document.Id)
            ? document with { Problems = document.Problems.Append(new Problem(ProblemCodes.SameText, $"The document {twin[..10]} has exactly this text.")).ToValueList() }
            : document;

    private AddedItem Added(string path, Document document, IReadOnlyList<Statement> statements, ILedger ledger)
    {
        var outcome = ledger.Add(document, statements, Provenance());
        return new AddedItem(path)
        {
            Id = document.Id,
            Outcome = outcome,
            Statements = outcome is AddOutcome.Added or AddOutcome.NewVersion ? statements.Count : 0,
            Problems = document.Problems,
        };
    }

    private static AddedItem Known(ILedger ledger, string path, string id) => new(path)
    {
        Id = id,
        Outcome = ledger.GetDocument(id) switch { { IsPurged: true } => AddOutcome.Purged, { IsRetracted: true } => AddOutcome.Retracted, _ => AddOutcome.AlreadyThere },
    };

    private Provenance Provenance() => new(installation.Version, pipeline.ModelVersion, _author);
}

/// <summary>What became of one input.</summary>
/// <param name="Path">Its path.</param>
internal sealed record AddedItem(string Path)
{
    /// <summary>The document's id; <c>null</c> where there is no document.</summary>
    public string? Id { get; init; }

    /// <summary>What adding did; <c>null</c> where there is no document.</summary>
    public AddOutcome? Outcome { get; init; }

    /// <summary>Statements added.</summary>
    public int Statements { get; init; }

    /// <summary>Why it failed, or what was wrong with a document that was read all the same.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>What became of one document that was to be read anew.</summary>
/// <param name="Id">The document.</param>
/// <param name="Changed">Whether new statements took the place of its old ones.</param>
/// <param name="Statements">How many it has now, where that changed.</param>
internal sealed record ReanalysedItem(string Id, bool Changed, int Statements);
