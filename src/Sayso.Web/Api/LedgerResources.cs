using Sayso.Core.Attitudes;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Search;
using Sayso.Core.Text;
using Sayso.Web.Api.Contract;

namespace Sayso.Web.Api;

/// <summary>Documents, statements and their words.</summary>
internal static class LedgerResources
{
    /// <summary>Maps them.</summary>
    public static void Map(ApiMap map)
    {
        map.List<DocumentResource, LedgerDocument>(
            "/documents",
            new ApiOperation("listDocuments", "documents", "The documents, the newest first.", Parameters.Since, Parameters.Until, Parameters.Outlet, Parameters.AsOf, Parameters.Text, Parameters.Retracted) { Claims = ClaimsWanted.None },
            Documents);
        map.One<ReadDocumentResource>(
            "/documents/{id}",
            new ApiOperation("getDocument", "documents", "A document with its text and all that was read in it.") { Claims = ClaimsWanted.None, Description = "The id may be its beginning. A document that is hidden answers too." },
            Document);
        map.List<StatementResource, LedgerStatement>(
            "/statements",
            new ApiOperation("listStatements", "statements", "Who said what, by publication time, document and place in the text.", Parameters.Who, Parameters.Stance, Parameters.AboutContent, Parameters.TextOfStatement, Parameters.Said, Parameters.Event, Parameters.Confidence, Parameters.Since, Parameters.Until, Parameters.Outlet, Parameters.AsOf, Parameters.Document) { Claims = ClaimsWanted.IfKnown },
            Statements);
        map.One<StatementResource>(
            "/statements/{id}",
            new ApiOperation("getStatement", "statements", "A statement.") { Claims = ClaimsWanted.IfKnown, Description = "The id may be its beginning. A statement of an earlier analysis answers too." },
            question =>
            {
                var entry = question.Ledger.GetStatement(question.Id);
                return new StatementWriter(question).Write(entry);
            });
        map.List<HitResource, SearchHit>(
            "/search",
            new ApiOperation("search", "search", "What is found: people and bodies by name, statements by their words, then statements that say the like in other words, then documents.", Parameters.Query, Parameters.Hit, Parameters.Since, Parameters.Until, Parameters.Outlet, Parameters.AsOf) { Claims = ClaimsWanted.IfKnown, IsOfReach = true },
            Search);
        LedgerExports.Map(map);
    }

    private static ListAnswer<LedgerDocument> Documents(ApiQuestion question)
    {
        var lines = question.Keep(new JsonLines());
        var query = new DocumentQuery
        {
            Since = question.Query.Day("since"),
            Until = question.Query.Day("until"),
            Outlet = question.Query.Words("outlet"),
            AsOf = question.Query.Day("as-of"),
            Text = question.Query.Words("text"),
            IncludeRetracted = question.Query.Flag("all"),
        };
        return new(question.Ledger.Documents(query), d => d.Document.Id, lines.Document)
        {
            Behind = id => question.Ledger.Documents(query with { After = id }),
        };
    }

    private static ReadOnlyMemory<byte>? Document(ApiQuestion question)
    {
        var document = question.Ledger.GetDocument(question.Id).Document;
        return question.Keep(new JsonLines()).Document(document, [.. question.Ledger.Statements(new StatementQuery { DocumentId = document.Id }).Select(s => s.Statement)]);
    }

    private static ListAnswer<LedgerStatement> Statements(ApiQuestion question)
    {
        var query = StatementsOf(question.Query, question.Ledger);
        return new(question.Ledger.Statements(query), s => s.Statement.Id, new StatementWriter(question).Write)
        {
            Behind = id => question.Ledger.Statements(query with { After = id }),
        };
    }

    private static ListAnswer<SearchHit> Search(ApiQuestion question)
    {
        var lines = question.Keep(new ViewLines(new Dictionary<string, Document>()));
        var query = QueryOf(question.Query);
        return new(
            LedgerSearch.Find(question.Ledger, query, question.Reach),
            hit => $"{ClosedSet.NameOf(hit.Kind)} {hit.Id}",
            hit => lines.Hit(hit, hit.Kind is HitKind.Statement ? question.ClaimOf(hit.Id) : null))
        {
            Behind = key => LedgerSearch.Find(question.Ledger, query with { After = PlaceOf(key) }, question.Reach),
        };
    }

    /// <summary>Which statements are asked for.</summary>
    public static StatementQuery StatementsOf(ApiQuery query, ILedger ledger) => new()
    {
        Who = query.Words("who"),
        Stance = query.Choice<Stance>("stance"),
        About = query.Words("about"),
        Text = query.Words("text"),
        SaidIn = query.Days("said"),
        EventIn = query.Days("event"),
        Confidence = query.Probability("confidence"),
        Since = query.Day("since"),
        Until = query.Day("until"),
        Outlet = query.Words("outlet"),
        AsOf = query.Day("as-of"),
        DocumentId = query.Words("document") is { } id ? ledger.GetDocument(id).Document.Id : null,
    };

    /// <summary>What a search is for.</summary>
    public static SearchQuery QueryOf(ApiQuery query) => new()
    {
        Text = query.Words("q")!,
        Kind = query.Choice<HitKind>("kind"),
        Since = query.Day("since"),
        Until = query.Day("until"),
        Outlet = query.Words("outlet"),
        AsOf = query.Day("as-of"),
    };

    private static (HitKind, string) PlaceOf(string key) => key.Split(' ', 2) is [var kind, var id] && ClosedSet.Parse<HitKind>(kind) is { } known
        ? (known, id) : throw new SaysoException(ProblemCodes.NotFound, $"“{key}” is nothing that a search finds.");
}

/// <summary>Writes statements; those of one document, which follow each other, share its text.</summary>
internal sealed class StatementWriter(ApiQuestion question)
{
    private readonly JsonLines _lines = question.Keep(new JsonLines());
    private Document? _document;
    private CodePointMap _map = new(string.Empty);

    /// <summary>A statement's line.</summary>
    public ReadOnlyMemory<byte> Write(LedgerStatement entry)
    {
        if (_document?.Id != entry.Statement.DocumentId)
        {
            _document = question.Ledger.GetDocument(entry.Statement.DocumentId).Document;
            _map = new CodePointMap(_document.Text);
        }

        return _lines.Statement(entry, _document.Text, _map, question.ClaimOf(entry.Statement.Id));
    }
}
