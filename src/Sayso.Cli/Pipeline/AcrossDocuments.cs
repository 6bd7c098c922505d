using Sayso.Cli.Rendering;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Cli.Pipeline;

/// <summary>
/// The sixth hop: what a statement became part of across documents, its claim with the side that it takes and the origin that it
/// is counted to, then the figures, positions, events and conflicts that it is in.
/// </summary>
internal sealed class AcrossDocuments
{
    private const int LongestWords = 120;

    private readonly ClaimedLedger _claims;
    private readonly LedgerViews _views;

    /// <summary>Takes the claims of the statement's ledger.</summary>
    public AcrossDocuments(ClaimedLedger claims) => (_claims, _views) = (claims, new LedgerViews(claims));

    /// <summary>The values of the hop; none for a statement that lists do not show, and for one without content.</summary>
    public IEnumerable<WalkValue> Of(string statement) =>
        _claims.Of(statement) is not { } of
            ? [] : [.. Claim(of, statement), .. Figures(statement), .. Positions(statement), .. Events(statement), .. Conflicts(statement)];

    private IEnumerable<WalkValue> Claim(LedgerClaim of, string statement)
    {
        var (claim, origins) = of;
        yield return new("claim", $"{Wording.Short(claim.Id)} {Words(claim.Proposition)}");
        yield return new("its articles", $"{Wording.Count(claim.Documents.Count, "article")}, {ClaimList.Origins(origins)}");
        var side = claim.Statements.First(s => s.Traits.Id == statement).Side;
        yield return new("side", side == Side.Neutral ? "neither for nor against it" : $"{ClosedSet.NameOf(side)} it");
        if (origins.Groups.FirstOrDefault(g => g.Statements.Contains(statement)) is not { } group)
        {
            yield return new("origin", "none: whoever is neutral brings nothing of their own");
            yield break;
        }

        var others = group.Statements.Count - 1;
        yield return new("origin", $"{group.Name} ({ClosedSet.NameOf(group.Kind)}), {(others == 0 ? "alone" : $"with {Wording.Count(others, "other statement")}")}");
        foreach (var proof in OriginCounter.Spanning(group.Statements, group.Proof)
            .Where(p => p.First == statement || p.Second == statement))
        {
            yield return new("proof", $"{ClosedSet.NameOf(proof.Kind)} with {Place(proof, statement)}: {Words(proof.Detail)}");
        }

        foreach (var proof in origins.Possible.Where(p => p.First == statement || p.Second == statement))
        {
            yield return new("may be one", $"{ClosedSet.NameOf(proof.Kind)} with {Place(proof, statement)}: {Words(proof.Detail)}");
        }
    }

    private IEnumerable<WalkValue> Figures(string statement) =>
        from figure in _views.Figures
        from reading in figure.Readings
        where reading.StatementId == statement
        select new WalkValue("figure",
            $"{Wording.Short(figure.Id)} {FigureList.Title(figure)}: {FigureList.Value(figure, reading)}, one of {Wording.Count(figure.Readings.Count, "reading")}");

    private IEnumerable<WalkValue> Positions(string statement) =>
        from position in _views.Positions
        from entry in position.Entries
        where entry.StatementId == statement
        select new WalkValue("position",
            $"{position.Actor}: {ClosedSet.NameOf(entry.Stance)}, on {entry.Date ?? "an unknown day"}{Moved(position, statement)}");

    private static string Moved(Core.Positions.Position position, string statement) =>
        string.Concat(position.Moves.Where(m => m.Second == statement || m.First == statement)
            .Select(m => $"; moved {PositionList.Move(m)}"));

    private IEnumerable<WalkValue> Events(string statement) =>
        _views.Timeline.Where(e => e.StatementId == statement).Select(e => new WalkValue("event", e.Edtf));

    private IEnumerable<WalkValue> Conflicts(string statement) =>
        _views.Conflicts.Where(c => c.Statements.Contains(statement))
            .Select(c => new WalkValue("conflict",
                $"{Wording.Short(c.Id)} {ClosedSet.NameOf(c.Kind)}: {Words(c.Reason)}{(c.Judgement is null ? string.Empty : $" ({JudgementWords.Of(c)})")}"));

    /// <summary>Where the other end of a proof stands.</summary>
    private string Place(OriginProof proof, string statement)
    {
        var (other, passage) = proof.First == statement ? (proof.Second, proof.SecondPassage) : (proof.First, proof.FirstPassage);
        return $"{Wording.Short(other)} in {Named(_claims.Documents.GetValueOrDefault(passage.DocumentId))}";
    }

    private static string Named(Document? document) => document?.Outlet ?? document?.Title ?? document?.Path ?? "a document";

    private static string Words(string words) => Wording.Clip(words.ReplaceLineEndings(" "), LongestWords);
}
