using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Reading;

namespace Sayso.Web.Hosting;

/// <summary>Files to take away: the same forms as the command line's.</summary>
internal sealed class ExportRoutes(SiteState state)
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Routes.Get(app, "/export/documents.jsonl", context => All(context, "application/jsonl", "documents.jsonl", AllDocuments));
        Routes.Get(app, "/export/statements.csv", context => All(context, "text/csv", "statements.csv", AllStatements));
        Routes.Get(app, "/export/documents/{id}.jsonl", context => One(context, "application/jsonl", ".jsonl", OneDocument));
        Routes.Get(app, "/export/documents/{id}.csv", context => One(context, "text/csv", ".csv", OneCsv));
    }

    private IResult One(HttpContext context, string type, string extension, Func<ILedger, LedgerDocument, byte[]> write)
    {
        var id = Routes.Part(context, "id");
        return File(state.Ledgers.Ask(l => write(l, l.GetDocument(id))), type, $"sayso-{Wording.Brief(id)}{extension}");
    }

    private static IResult File(byte[] bytes, string type, string name) => Results.File(bytes, $"{type}; charset=utf-8", name);

    /// <summary>The whole ledger, sent as it is read.</summary>
    private IResult All(HttpContext context, string type, string name, Func<ILedger, IEnumerable<ReadOnlyMemory<byte>>> write) => Results.Stream(
        output => state.Ledgers.UseAsync(async ledger =>
        {
            foreach (var bytes in write(ledger))
            {
                await output.WriteAsync(bytes, context.RequestAborted);
            }
        }),
        $"{type}; charset=utf-8",
        name);

    private static IEnumerable<ReadOnlyMemory<byte>> AllDocuments(ILedger ledger)
    {
        using var lines = new JsonLines();
        foreach (var entry in ledger.Documents(new DocumentQuery()))
        {
            yield return lines.Document(entry);
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> AllStatements(ILedger ledger)
    {
        yield return Encoding.UTF8.GetBytes(StatementCsv.Header);
        foreach (var id in ledger.Documents(new DocumentQuery()).Select(d => d.Document.Id))
        {
            var csv = new StringBuilder();
            Write(csv, ledger, ledger.GetDocument(id));
            yield return Encoding.UTF8.GetBytes(csv.ToString());
        }
    }

    private static byte[] OneCsv(ILedger ledger, LedgerDocument entry)
    {
        var csv = new StringBuilder(StatementCsv.Header);
        Write(csv, ledger, entry);
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static byte[] OneDocument(ILedger ledger, LedgerDocument entry)
    {
        using var lines = new JsonLines();
        return lines.Document(entry.Document,
            [.. ledger.Statements(new StatementQuery { DocumentId = entry.Document.Id }).Select(s => s.Statement)]).ToArray();
    }

    private static void Write(StringBuilder csv, ILedger ledger, LedgerDocument entry)
    {
        var map = new CodePointMap(entry.Document.Text);
        foreach (var found in ledger.Statements(new StatementQuery { DocumentId = entry.Document.Id }))
        {
            csv.Append(StatementCsv.Record(entry.Document, found.Statement, map));
        }
    }
}
