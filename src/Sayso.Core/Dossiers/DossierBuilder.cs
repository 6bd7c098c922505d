using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Dossiers;

/// <summary>Puts dossiers together, the same for the command line, the page and the interface for programs.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="claims">Its claims, as of the day that is asked for.</param>
/// <param name="program">The program's version.</param>
public sealed class DossierBuilder(ILedger ledger, ClaimedLedger claims, string program)
{
    /// <summary>The dossier of a claim.</summary>
    /// <param name="claim">The claim's id, or its beginning, or an id that it had before.</param>
    /// <param name="asOf">The day that the claims are of; <c>null</c>: the ledger as it is.</param>
    /// <exception cref="SaysoException">There is no such claim (<c>SAY2007</c>), or several begin so (<c>SAY2008</c>).</exception>
    public Dossier Of(string claim, LocalDate? asOf)
    {
        var found = claims.Find(claim);
        string[] ids = [.. found.Claim.Documents.Concat(found.Origins.Circular.SelectMany(r => r)).Concat(found.Origins.DeadEnds.SelectMany(d => new[] { d.Citing, d.Cited })).Distinct(StringComparer.Ordinal)];
        var numberOf = ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i + 1, StringComparer.Ordinal);
        var sides = found.Claim.Statements.ToDictionary(s => s.Traits.Id, StringComparer.Ordinal);
        return new Dossier(found, ClaimWords.Sentence(found, claims.Documents), Making(found, asOf))
        {
            Articles = ids.Select(id => Article(numberOf[id], id)).ToValueList(),
            Origins = found.Origins.Groups
                .OrderBy(g => g.Side).ThenByDescending(g => g.Documents.Count).ThenBy(g => g.Name, StringComparer.Ordinal)
                .Select(g => new DossierOrigin(
                    g,
                    g.Statements.Select(s => Quotation(sides[s])).ToValueList(),
                    ProofChoice.Joining(g.Statements, g.Proof).Where(p => p.FirstPassage.DocumentId != p.SecondPassage.DocumentId).Select(Proof).ToValueList()))
                .ToValueList(),
            Neutral = found.Claim.Statements.Where(s => s.Side == Side.Neutral).Select(Quotation).ToValueList(),
            Possible = ProofChoice.Between(found.Origins).Select(Proof).ToValueList(),
            Circular = found.Origins.Circular.Select(round => round.Select(id => numberOf[id]).ToValueList()).ToValueList(),
            DeadEnds = found.Origins.DeadEnds.Select(d => (numberOf[d.Citing], numberOf[d.Cited])).ToValueList(),
        };

        DossierQuotation Quotation(ClaimStatement statement) =>
            new(numberOf[statement.Traits.Statement.DocumentId], statement.Traits.Statement, statement.Side, Words(claims.Documents[statement.Traits.Statement.DocumentId], statement.Traits.Statement));

        DossierProof Proof(OriginProof proof)
        {
            var (a, b) = ProofText.Of(proof, claims.Documents);
            var (first, second) = (Passage(a), Passage(b));
            return Later(a.Document, b.Document) ? new DossierProof(proof, second, first) : new DossierProof(proof, first, second);
        }

        DossierPassage Passage(ProofText text) =>
            new(numberOf[text.Document.Id], Cut(text.Document.Text, text.Window, text.Marked.Select(m => (m, DossierMark.Shared))));
    }

    private DossierArticle Article(int number, string id)
    {
        var document = claims.Documents[id];
        return new DossierArticle(number, document, ledger.GetDocument(id).AddedAt, claims.Corrections.ReliabilityOf(document.Outlet));
    }

    private DossierMaking Making(LedgerClaim claim, LocalDate? asOf)
    {
        var models = claim.Claim.Documents.Select(id => ledger.GetDocument(id).Provenance.ModelVersion).OfType<string>();
        var head = ledger.Entries(null).LastOrDefault();
        return new DossierMaking(program, ClaimAnalysis.RulesVersion, models.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList())
        {
            Entries = head?.Sequence ?? 0,
            Head = head?.Hash ?? string.Empty,
            HeadAt = head?.At,
            AsOf = asOf,
            Window = claims.Window.Words,
        };
    }

    private static ValueList<DossierPiece> Words(Document document, Statement statement) => Cut(
        document.Text,
        StatementPassage.Of(document, statement),
        statement.Content.Select(s => (s, DossierMark.Content)).Concat(statement.Cue.Select(s => (s, DossierMark.Cue))).Concat(statement.Source.Select(s => (s, DossierMark.Source))));

    /// <summary>A part of a text, cut at the bounds of its marks; where two lie over each other the shorter one shows.</summary>
    private static ValueList<DossierPiece> Cut(string text, TextSpan part, IEnumerable<(TextSpan Span, DossierMark Mark)> marks)
    {
        List<(TextSpan Span, DossierMark Mark)> inside = [.. marks.Where(m => m.Span.Overlaps(part)).OrderBy(m => m.Span.Length)];
        int[] bounds =
        [
            .. new[] { part.Start, part.End }.Concat(inside.SelectMany(m => new[] { Math.Max(part.Start, m.Span.Start), Math.Min(part.End, m.Span.End) })).Distinct().Order(),
        ];
        return bounds.Zip(bounds.Skip(1), (start, end) => new TextSpan(start, end))
            .Select(span => new DossierPiece(span.Slice(text).ToString(), inside.Find(m => m.Span.Contains(span)).Mark))
            .ToValueList();
    }

    private static bool Later(Document a, Document b) => a.Published is { } x && b.Published is { } y && x.ToInstant() > y.ToInstant();
}
