using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Origins;

namespace Sayso.Cli.Pipeline;

/// <summary>Reads the claims of a ledger: every statement that it shows, compared with every other.</summary>
internal sealed class ClaimReading(SentenceEncoders encoders)
{
    /// <summary>The claims, those of most documents first, then of most statements, then by id.</summary>
    public ClaimsOfLedger Of(ILedger ledger, CancellationToken cancellationToken)
    {
        var grouper = new ClaimGrouper();
        var documents = Documents(ledger);
        foreach (var document in documents.Values)
        {
            var statements = ledger.Statements(new StatementQuery { DocumentId = document.Id }).Select(s => s.Statement).Where(s => s.Content.Count > 0).ToList();
            grouper.Add(TraitReader.Read(document, statements, texts => encoders.Encode(texts, cancellationToken)), cancellationToken);
        }

        var finder = new OriginFinder(documents);
        return new ClaimsOfLedger(
            [
                .. grouper.Groups.Select(ClaimBuilder.Of)
                    .OrderByDescending(c => c.Documents.Count).ThenByDescending(c => c.Statements.Count).ThenBy(c => c.Id, StringComparer.Ordinal)
                    .Select(c => (c, finder.Of(c))),
            ],
            documents);
    }

    private static Dictionary<string, Document> Documents(ILedger ledger) =>
        ledger.Documents(new DocumentQuery { IncludeContent = true }).Select(d => d.Document with { Raw = default }).ToDictionary(d => d.Id, StringComparer.Ordinal);
}

/// <summary>What is claimed in a ledger.</summary>
/// <param name="Claims">The claims with their origins, in the order of lists.</param>
/// <param name="Documents">Their documents by id, without the raw bytes.</param>
internal sealed record ClaimsOfLedger(IReadOnlyList<(Claim Claim, ClaimOrigins Origins)> Claims, IReadOnlyDictionary<string, Document> Documents);
