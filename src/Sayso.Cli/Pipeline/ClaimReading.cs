using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Pipeline;

/// <summary>Reads the claims of a ledger: every statement that it shows, compared with every other.</summary>
internal sealed class ClaimReading(SentenceEncoders encoders)
{
    /// <summary>The claims, those of most documents first, then of most statements, then by id.</summary>
    public IReadOnlyList<Claim> Of(ILedger ledger, CancellationToken cancellationToken)
    {
        var grouper = new ClaimGrouper();
        foreach (var document in Documents(ledger))
        {
            var statements = ledger.Statements(new StatementQuery { DocumentId = document.Id }).Select(s => s.Statement).Where(s => s.Content.Count > 0).ToList();
            grouper.Add(TraitReader.Read(document, statements, texts => encoders.Encode(texts, cancellationToken)), cancellationToken);
        }

        return
        [
            .. grouper.Groups.Select(ClaimBuilder.Of)
                .OrderByDescending(c => c.Documents.Count).ThenByDescending(c => c.Statements.Count).ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

    private static List<Document> Documents(ILedger ledger) =>
        [.. ledger.Documents(new DocumentQuery { IncludeContent = true }).Select(d => d.Document with { Raw = default })];
}
