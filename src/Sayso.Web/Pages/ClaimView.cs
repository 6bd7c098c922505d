using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>A claim with where its statements come from, and the proof of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record ClaimView(LedgerClaim Claim, ClaimState State)
{
    private const int MostOthers = 60;

    /// <summary>The sentence under the headline.</summary>
    public required string Sentence { get; init; }

    /// <summary>Its origins with their proof, the largest first.</summary>
    public required IReadOnlyList<OriginCard> Origins { get; init; }

    /// <summary>Why origins may be one all the same.</summary>
    public IReadOnlyList<ProofPair> Possible { get; private init; } = [];

    /// <summary>Its statements over time.</summary>
    public required StanceStripLayout Strip { get; init; }

    /// <summary>Outlets, hops and origins.</summary>
    public required OriginGraphLayout Graph { get; init; }

    /// <summary>Its statements by side.</summary>
    public IReadOnlyList<(Side Side, IReadOnlyList<ClaimSay> Statements)> Sides { get; private init; } = [];

    /// <summary>Reports that go round, each as its documents.</summary>
    public IReadOnlyList<IReadOnlyList<Document>> Circular { get; private init; } = [];

    /// <summary>Reports that credit one that does not have the claim.</summary>
    public IReadOnlyList<(Document Citing, Document Cited)> DeadEnds { get; private init; } = [];

    /// <summary>The conflicts that it, or a statement of it, is in.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; private init; } = [];

    /// <summary>Other claims, those of most documents first, to be merged with or moved to.</summary>
    public IReadOnlyList<LedgerClaim> Others { get; private init; } = [];

    /// <summary>Lays it out.</summary>
    /// <param name="state">The ledger's claims; they are there.</param>
    /// <param name="id">The claim's id, or its beginning.</param>
    public static ClaimView Of(ClaimState state, string id)
    {
        ArgumentNullException.ThrowIfNull(state);
        var ledger = state.Claims!;
        var found = ledger.Find(id);
        var documents = ledger.Documents;
        var statements = found.Claim.Statements.ToDictionary(s => s.Traits.Id, s => s.Traits.Statement, StringComparer.Ordinal);
        return new ClaimView(found, state)
        {
            Sentence = ClaimWords.Sentence(found, documents),
            Origins =
            [
                .. found.Origins.Groups.OrderBy(g => g.Side).ThenByDescending(g => g.Documents.Count).ThenBy(g => g.Name, StringComparer.Ordinal)
                    .Select(g => new OriginCard(g, [.. g.Statements.Select(s => ClaimSay.Of(statements[s], documents))], [.. ProofChoice.Joining(g.Statements, g.Proof).Where(p => p.FirstPassage.DocumentId != p.SecondPassage.DocumentId).Select(p => ProofPair.Of(p, statements, documents))])),
            ],
            Conflicts = [.. state.Views!.Conflicts.Where(c => c.ClaimId == found.Claim.Id || c.Statements.Any(statements.ContainsKey))],
            Others = [.. ledger.Claims.Where(c => c.Claim.Id != found.Claim.Id).Take(MostOthers)],
            Possible = [.. ProofChoice.Between(found.Origins).Select(p => ProofPair.Of(p, statements, documents))],
            Strip = StanceStripLayout.Of(found.Claim, documents),
            Graph = OriginGraphLayout.Of(found, documents),
            Sides =
            [
                .. found.Claim.Statements.GroupBy(s => s.Side).OrderBy(g => g.Key)
                    .Select(g => (g.Key, (IReadOnlyList<ClaimSay>)[.. g.Select(s => ClaimSay.Of(s.Traits.Statement, documents))])),
            ],
            Circular = [.. found.Origins.Circular.Select(path => (IReadOnlyList<Document>)[.. path.Select(d => documents[d])])],
            DeadEnds = [.. found.Origins.DeadEnds.Select(e => (documents[e.Citing], documents[e.Cited]))],
        };
    }
}

/// <summary>A statement of a claim, in one line.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Document">Its document.</param>
public sealed record ClaimSay(Statement Statement, Document Document)
{
    /// <summary>Who is credited; the outlet where it speaks itself.</summary>
    public string Who => Wording.Who(Statement, Document.Outlet);

    /// <summary>What is credited, in one line.</summary>
    public string Content => Wording.Line(Statement.Content.TextOf(Document.Text));

    /// <summary>Where it is.</summary>
    public string Link => Links.Statement(Statement.Id);

    internal static ClaimSay Of(Statement statement, IReadOnlyDictionary<string, Document> documents) => new(statement, documents[statement.DocumentId]);
}

/// <summary>An origin with its statements and what proves that they are of one act.</summary>
/// <param name="Group">The origin.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="Proof">Proof that joins them, no more than is needed.</param>
public sealed record OriginCard(OriginGroup Group, IReadOnlyList<ClaimSay> Statements, IReadOnlyList<ProofPair> Proof)
{
    /// <summary>What its place in the page is called.</summary>
    public string Anchor => $"o-{Wording.Brief(Group.Id)}";
}

/// <summary>Two passages side by side, with what they share marked.</summary>
/// <param name="Proof">Why they are, or may be, of one origin.</param>
/// <param name="First">The one that was published first.</param>
/// <param name="Second">The other.</param>
public sealed record ProofPair(OriginProof Proof, ProofPassage First, ProofPassage Second)
{
    internal static ProofPair Of(OriginProof proof, Dictionary<string, Statement> statements, IReadOnlyDictionary<string, Document> documents)
    {
        var (a, b) = ProofText.Of(proof, documents);
        var (first, second) = (Side(a, proof.First), Side(b, proof.Second));
        return Later(first, second) ? new ProofPair(proof, second, first) : new ProofPair(proof, first, second);

        ProofPassage Side(ProofText text, string statement) =>
            new(text.Document, statements[statement], AnnotatedText.Cut(text.Window, text.Marked.Select(m => new Mark(m, MarkKind.Shared))));
    }

    private static bool Later(ProofPassage a, ProofPassage b) =>
        a.Document.Published is { } x && b.Document.Published is { } y && x.ToInstant() > y.ToInstant();
}

/// <summary>One side of a pair.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Pieces">The words.</param>
public sealed record ProofPassage(Document Document, Statement Statement, IReadOnlyList<Piece> Pieces);
