using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>Traces the statements of a claim back to independent acts of saying or seeing, pair by pair.</summary>
/// <param name="documents">All documents of the ledger, by their ids.</param>
public sealed class OriginFinder(IReadOnlyDictionary<string, Document> documents)
{
    /// <summary>Words in a row that two texts do not share by chance: text reuse is commonly looked for with 8-grams.</summary>
    private const int ProvingWords = 8;

    /// <summary>Digits that make a figure uncommon, trailing zeros left aside.</summary>
    private const int UncommonDigits = 3;

    /// <summary>The origins of a claim's statements, by side. Those that take no side have none.</summary>
    public ClaimOrigins Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        List<OriginGroup> groups = [];
        List<OriginProof> possible = [];
        var sides = new OriginCount[2];
        foreach (var side in (Side[])[Side.For, Side.Against])
        {
            StatementTraits[] statements = [.. claim.Statements.Where(s => s.Side == side).Select(s => s.Traits)];
            string[] ids = [.. statements.Select(s => s.Id)];
            List<OriginProof> proofs = [.. statements.SelectMany((a, i) => statements.Skip(i + 1).SelectMany(b => Proofs(a, b)))];
            sides[(int)side] = OriginCounter.Count(ids, proofs);
            var parts = OriginCounter.Parts(ids, proofs.Where(p => p.IsProven));
            groups.AddRange(parts.Select(part => Group(side, [.. statements.Where(s => part.Contains(s.Id))], proofs)));
            possible.AddRange(proofs.Where(p => !p.IsProven && !parts.Any(part => part.Contains(p.First) && part.Contains(p.Second))));
        }

        return new ClaimOrigins(sides[0], sides[1], groups.ToValueList())
        {
            Possible = possible.ToValueList(),
            Circular = Circular(claim),
            DeadEnds = DeadEnds(claim),
        };
    }

    private IEnumerable<OriginProof> Proofs(StatementTraits a, StatementTraits b)
    {
        var (first, second) = string.CompareOrdinal(a.Id, b.Id) < 0 ? (a.Statement, b.Statement) : (b.Statement, a.Statement);
        var (firstIn, secondIn) = (documents[first.DocumentId], documents[second.DocumentId]);
        OriginProof Proof(ProofKind kind, bool isProven, string detail, (TextSpan First, TextSpan Second) spans) => new(kind, first.Id, second.Id, isProven)
        {
            FirstPassage = new(first.DocumentId, spans.First),
            SecondPassage = new(second.DocumentId, spans.Second),
            Detail = detail,
        };
        var sources = (SourceSpan(first), SourceSpan(second));

        // A statement inside another one's content has what its holder passes on.
        if (first.Parent == second.Id || second.Parent == first.Id)
        {
            yield return Proof(ProofKind.SameSource, isProven: true, "one is told inside the other", sources);
        }

        if (firstIn.Id != secondIn.Id)
        {
            var shared = SharedText.Longest((firstIn.Text, first.Content.Extent), (secondIn.Text, second.Content.Extent));
            if (shared.Words >= ProvingWords)
            {
                yield return Proof(ProofKind.SharedText, isProven: true, $"{shared.Words} words in a row", (shared.InA, shared.InB));
            }

            if (Credits(first, firstIn, secondIn) || Credits(second, secondIn, firstIn))
            {
                yield return Proof(ProofKind.CitesOutlet, isProven: true, Credits(first, firstIn, secondIn) ? OutletOf(secondIn) : OutletOf(firstIn), sources);
            }
        }

        var (x, y) = (OriginOf(first), OriginOf(second));
        if (StatementPair.IsSameName(x.Name, y.Name) && x.Name != Hop.Unspecified)
        {
            yield return Proof(ProofKind.SameSource, isProven: IsNamed(x) && IsNamed(y), x.Name, sources);
        }
        else if (x.Kind == SourceKind.Anonymous && y.Kind == SourceKind.Anonymous)
        {
            yield return Proof(ProofKind.SameSource, isProven: false, "neither is named", sources);
        }

        if (SharedFigure(a, b) is { } figure)
        {
            yield return Proof(ProofKind.SameFigure, isProven: false, figure, (first.Content.Extent, second.Content.Extent));
        }
    }

    /// <summary>The last hop; the outlet itself, where it speaks in its own voice.</summary>
    private Hop OriginOf(Statement statement) => statement.Chain.Count > 0 ? statement.Chain[^1]
        : documents[statement.DocumentId].Outlet is { } outlet ? new Hop(outlet, SourceKind.Outlet, SpanList.Empty, HopRelation.Says)
        : new Hop(Hop.Unspecified, SourceKind.Anonymous, SpanList.Empty, HopRelation.Says);

    /// <summary>Whether the name is somebody's own: descriptions such as "the ministry" or "a report" fit several.</summary>
    private static bool IsNamed(Hop hop) => hop.Kind is SourceKind.Named or SourceKind.Document or SourceKind.Outlet && hop.Name.Any(char.IsUpper);

    private static TextSpan SourceSpan(Statement statement) =>
        statement.Source.Count > 0 ? statement.Source.Extent : statement.Cue.Count > 0 ? statement.Cue.Extent : statement.Content.Extent;

    private static bool Credits(Statement statement, Document document, Document other) => Citations.Of(statement, document, [other]).Any();

    private static string OutletOf(Document document) => document.Outlet ?? document.Url ?? document.Id;

    private static string? SharedFigure(StatementTraits a, StatementTraits b) => a.Counts
        .Where(x => x.Low == x.High && Digits(x.Low) >= UncommonDigits && b.Counts.Any(y => y.Low == x.Low && y.High == x.High && y.Unit == x.Unit))
        .Select(x => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{x.Low:#,##0.####}")).FirstOrDefault();

    private static int Digits(double number) =>
        number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('-', '0').Length;

    private OriginGroup Group(Side side, IReadOnlyList<StatementTraits> statements, IReadOnlyList<OriginProof> proofs)
    {
        HashSet<string> ids = [.. statements.Select(s => s.Id)];
        var origin = statements.Select(s => OriginOf(s.Statement)).GroupBy(o => (o.Name, o.Kind))
            .OrderByDescending(g => IsNamed(g.First())).ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Name.Length).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .First().Key;
        using var hash = new ContentHash("origin");
        return new OriginGroup(hash.Add(statements[0].Id).ToId(), side, origin.Name, origin.Kind, statements.Select(s => s.Id).ToValueList())
        {
            Documents = statements.Select(s => s.Statement.DocumentId).Distinct(StringComparer.Ordinal).ToValueList(),
            Proof = proofs.Where(p => p.IsProven && ids.Contains(p.First)).ToValueList(),
        };
    }

    /// <summary>Paths of credit that lead from a document to another one of its outlet's; told first to last.</summary>
    private ValueList<ValueList<string>> Circular(Claim claim)
    {
        Document[] claiming = [.. claim.Documents.Select(id => documents[id])];
        var cites = claiming.ToDictionary(
            d => d.Id,
            d => claim.Statements.Where(s => s.Traits.Statement.DocumentId == d.Id)
                .SelectMany(s => Citations.Of(s.Traits.Statement, d, claiming)).Select(c => c.Id).Distinct(StringComparer.Ordinal).ToList(),
            StringComparer.Ordinal);
        return claiming.Where(d => d.Outlet is not null).Select(d => Round(d, cites)).OfType<ValueList<string>>().ToValueList();
    }

    private ValueList<string>? Round(Document start, Dictionary<string, List<string>> cites)
    {
        // The shortest way round, breadth first.
        Dictionary<string, string?> cameFrom = new(StringComparer.Ordinal) { [start.Id] = null };
        Queue<string> open = new([start.Id]);
        while (open.TryDequeue(out var at))
        {
            foreach (var next in cites[at])
            {
                // A paper that follows up its own report goes round nothing.
                if (next != start.Id && !cameFrom.TryAdd(next, at))
                {
                    continue;
                }

                if (at != start.Id && (next == start.Id || documents[next].Outlet == start.Outlet))
                {
                    List<string> path = [next];
                    for (var step = at; step is not null; step = cameFrom[step])
                    {
                        path.Add(step);
                    }

                    return path.ToValueList();
                }

                open.Enqueue(next);
            }
        }

        return null;
    }

    private ValueList<DeadEnd> DeadEnds(Claim claim)
    {
        HashSet<string> claiming = [.. claim.Documents];
        return claim.Statements
            .Select(s => (Citing: documents[s.Traits.Statement.DocumentId], Cited: Citations.Of(s.Traits.Statement, documents[s.Traits.Statement.DocumentId], documents.Values).ToList()))
            .Where(c => c.Cited.Count > 0 && !c.Cited.Any(d => claiming.Contains(d.Id)))
            .Select(c => (c.Citing, c.Cited, Last: c.Cited.Where(d => d.Outlet != c.Citing.Outlet && Citations.IsShortlyBefore(d, c.Citing)).OrderByDescending(d => d.Published!.Value.ToInstant()).ThenBy(d => d.Id, StringComparer.Ordinal).FirstOrDefault()))
            .Where(c => c.Last is not null && !c.Cited.Exists(d => Claimed.IsIn(claim, d.Text)))
            .Select(c => new DeadEnd(c.Citing.Id, c.Last!.Id))
            .Distinct().ToValueList();
    }
}
