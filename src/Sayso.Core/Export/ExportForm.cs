using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// A form that a whole ledger is taken away in, as bytes that are made while they are asked for, so that memory does not grow with
/// the ledger. Bytes are good until the next ones are asked for.
/// </summary>
/// <param name="Name">Its name on the command line and in the interface for programs.</param>
/// <param name="MediaType">The media type of a file of it.</param>
/// <param name="Ending">How such a file's name ends: <c>.jsonl</c>.</param>
/// <param name="Write">Writes it.</param>
public sealed record ExportForm(string Name, string MediaType, string Ending, Func<ExportSource, CancellationToken, IEnumerable<ReadOnlyMemory<byte>>> Write)
{
    /// <summary>What it has, for people: <c>a document a line with text and statements</c>.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it has the claims, and not only what each document says.</summary>
    public bool HasClaims { get; init; }
}

/// <summary>The forms that need nothing but the base class library.</summary>
public static class ExportForms
{
    /// <summary>A document a line, as <c>read</c> prints it.</summary>
    public static ExportForm Jsonl { get; } = new("jsonl", "application/jsonl", ".jsonl", LedgerLines.Documents) { Description = "a document a line with text and statements" };

    /// <summary>A statement a record.</summary>
    public static ExportForm Csv { get; } = new("csv", "text/csv", ".csv", LedgerLines.Records) { Description = "a statement a record" };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportForm> All { get; } =
    [
        Jsonl,
        Csv,
        new("web-annotation", "application/ld+json", ".jsonld", WebAnnotations.Of) { Description = "statements as W3C Web Annotations" },
        new("claimreview", "application/ld+json", ".jsonld", ClaimReviews.Of) { Description = "claims as schema.org has them, with reviews where you graded them", HasClaims = true },
        new("ftm", "application/jsonl", ".ftm.json", FollowTheMoney.Of) { Description = "articles, speakers and statements as FollowTheMoney entities, one a line" },
        new("stix", "application/stix+json", ".stix.json", Stix.Of) { Description = "a STIX 2.1 bundle of reports, identities and notes" },
    ];
}

/// <summary>
/// What of a ledger is taken away: documents that are shown, in the order of adding, with the statements of their present analyses;
/// and claims. What was retracted, purged or superseded is in none of it.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="claims">Its claims; asked for by the forms that have them.</param>
/// <param name="program">The program's version.</param>
public sealed class ExportSource(ILedger ledger, Func<IEnumerable<LedgerClaim>> claims, string program)
{
    private readonly Lazy<LedgerEntry?> _head = new(() => ledger.EntriesAfter(Math.Max(0, ledger.LastEntry() - 1)).LastOrDefault());

    /// <summary>The program's version.</summary>
    public string Program => program;

    /// <summary>The hash of the ledger's last entry; 64 zeros for none.</summary>
    public string Head => _head.Value?.Hash ?? new string('0', 64);

    /// <summary>Documents read until now.</summary>
    public int DocumentCount { get; private set; }

    /// <summary>Statements read until now.</summary>
    public long StatementCount { get; private set; }

    /// <summary>The documents with their statements, read one by one.</summary>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public IEnumerable<ExportedDocument> Documents(CancellationToken cancellationToken)
    {
        foreach (var id in ledger.DocumentIds())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = ledger.GetDocument(id);
            if (entry is { IsRetracted: false, IsPurged: false })
            {
                var statements = ledger.Statements(new StatementQuery { DocumentId = id }).Select(s => s.Statement).ToValueList();
                (DocumentCount, StatementCount) = (DocumentCount + 1, StatementCount + statements.Count);
                yield return new ExportedDocument(entry, statements);
            }
        }
    }

    /// <summary>The claims, read one by one.</summary>
    public IEnumerable<LedgerClaim> Claims() => claims();

    /// <summary>A document.</summary>
    public Document Document(string id) => ledger.GetDocument(id).Document;
}

/// <summary>A document that is taken away.</summary>
/// <param name="Entry">The document as the ledger holds it.</param>
/// <param name="Statements">The statements of its present analysis, in the order of the text.</param>
public sealed record ExportedDocument(LedgerDocument Entry, ValueList<Statement> Statements)
{
    /// <summary>The document.</summary>
    public Document Document => Entry.Document;
}
