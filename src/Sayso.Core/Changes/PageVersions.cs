using NodaTime;
using Sayso.Core.Ledger;

namespace Sayso.Core.Changes;

/// <summary>Takes the pages that were read more than once out of a ledger.</summary>
public static class PageVersions
{
    /// <summary>All versions of each page that has several, with their present statements; retracted ones are left out.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">As known at the end of this day (UTC); <c>null</c>: all.</param>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<PageVersion> Of(ILedger ledger, LocalDate? asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var again = ledger.Documents(new DocumentQuery { AsOf = asOf, IsReadAgain = true }).Where(d => d.Document.Url is not null)
            .GroupBy(d => d.Document.Url!, StringComparer.Ordinal).Where(page => page.Count() > 1)
            .OrderBy(page => page.Key, StringComparer.Ordinal).SelectMany(page => page.OrderBy(d => d.Version)).ToList();
        List<PageVersion> versions = [];
        foreach (var entry in again)
        {
            cancellationToken.ThrowIfCancellationRequested();
            versions.Add(new PageVersion(
                ledger.GetDocument(entry.Document.Id).Document with { Raw = default },
                entry.Version,
                [.. ledger.Statements(new StatementQuery { DocumentId = entry.Document.Id }).Select(s => s.Statement)]));
        }

        return versions;
    }
}
