using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Entities;

namespace Sayso.Core.Analysis;

/// <summary>The claims of a ledger as views look at them: document by document, with the actors' names made one.</summary>
internal sealed class LedgerScene
{
    private readonly Dictionary<string, string> _originOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentScene> _byId;

    /// <summary>Reads the documents once for all views; those that a former scene of the growing ledger read are not read again.</summary>
    public LedgerScene(ClaimedLedger ledger)
    {
        Ledger = ledger;
        var statements = ledger.Claims.SelectMany(c => c.Claim.Statements).ToLookup(s => s.Traits.Statement.DocumentId, StringComparer.Ordinal);
        Documents = [.. ledger.Documents.Values.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => new DocumentScene(d, ledger.Readings.GetValue(d, DocumentReading.Of), statements[d.Id]))];
        _byId = Documents.ToDictionary(d => d.Document.Id, StringComparer.Ordinal);
        Actors = ActorNames.Of(Documents.SelectMany(d => d.Statements).Select(s => s.Traits.Statement), ledger.Documents.Values, ledger.Corrections.Names);
        foreach (var group in ledger.Claims.SelectMany(c => c.Origins.Groups))
        {
            foreach (var statement in group.Statements)
            {
                _originOf[statement] = group.Id;
            }
        }
    }

    /// <summary>The claims.</summary>
    public ClaimedLedger Ledger { get; }

    /// <summary>The documents in ordinal order of their ids.</summary>
    public IReadOnlyList<DocumentScene> Documents { get; }

    /// <summary>Whom names mean, across documents.</summary>
    public ActorNames Actors { get; }

    /// <summary>A document.</summary>
    public DocumentScene Document(string id) => _byId[id];

    /// <summary>The origin of a statement; <c>null</c> where it has none.</summary>
    public string? OriginOf(string statementId) => _originOf.GetValueOrDefault(statementId);

    /// <summary>On whose word a statement is told; the outlet's own, where nobody is named or described.</summary>
    public string SourceOf(DocumentScene scene, Statement? statement) =>
        (statement is null ? null : Actors.TellerOf(statement)) ?? OutletOf(scene.Document);

    /// <summary>The entity of whoever <see cref="SourceOf"/> names; <c>null</c> where a page names no outlet.</summary>
    public string? EntityOf(DocumentScene scene, Statement? statement) => statement is not null && Actors.TellerOf(statement) is not null
        ? Actors.EntityOf(statement, scene.Document.Id)
        : scene.Document.Outlet is { } outlet ? EntityId.OfName(outlet) : null;

    /// <summary>Whether a content says enough to be about something: two words that carry matter, or one and a name or number.</summary>
    public static bool HasMatter(StatementTraits traits) => traits.Words.Count > 1 || (traits.Words.Count == 1 && (traits.Names.Count > 0 || traits.Counts.Count > 0));

    /// <summary>What a document's own voice is called: its outlet, its page's host, its headline or its first line.</summary>
    public static string OutletOf(Document document) => document.Outlet
        ?? (Uri.TryCreate(document.Url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host
            : document.Title ?? document.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? document.Id);
}
