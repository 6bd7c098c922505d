using System.Globalization;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Web.Reading;

namespace Sayso.Web.Parts;

/// <summary>
/// Where a claim's statements come from, left to right in time: origins, the hops that passed on, the outlets that printed.
/// Statements of one way are one band, so that three hundred are as legible as three.
/// </summary>
/// <param name="Height">The picture's height; its width is <see cref="Width"/>.</param>
/// <param name="Nodes">Origins, hops and outlets.</param>
/// <param name="Bands">What was passed on.</param>
/// <param name="Rounds">Reports that go round: from outlet to outlet.</param>
public sealed record OriginGraphLayout(int Height, IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphBand> Bands,
    IReadOnlyList<string> Rounds)
{
    /// <summary>The picture's width.</summary>
    public const int Width = 720;

    /// <summary>A node's width.</summary>
    public const int Bar = 8;
    private const int MostNodes = 14;
    private const int MostHops = 2;
    private const int Gap = 14;

    /// <summary>Names of the middle columns stand above what they name.</summary>
    private const int GapOfMiddle = 24;
    private const int Least = 12;
    private const int Head = 40;
    private const int Room = 170;

    /// <summary>Room for the origins' names.</summary>
    private const int Before = 170;

    /// <summary>The columns' names with their places.</summary>
    public IReadOnlyList<(int X, string Name, bool IsLast)> Columns { get; private init; } = [];

    /// <summary>Lays it out.</summary>
    public static OriginGraphLayout Of(LedgerClaim claim, IReadOnlyDictionary<string, Document> documents)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(documents);
        var groupOf = claim.Origins.Groups.SelectMany(g => g.Statements.Select(s => (Statement: s, Group: g)))
            .ToDictionary(x => x.Statement, x => x.Group, StringComparer.Ordinal);
        var ways = claim.Claim.Statements.Where(s => groupOf.ContainsKey(s.Traits.Id))
            .Select(s => Way.Of(s, groupOf[s.Traits.Id], documents[s.Traits.Statement.DocumentId])).ToList();
        var columns = 2 + ways.Select(w => w.Hops.Count).DefaultIfEmpty(0).Max();
        var steps = ways.Select(w => w.Steps(columns)).ToList();
        var unit = ways.Count <= 12 ? 14.0 : Math.Max(1.2, 200.0 / ways.Count);
        var nodes = new List<GraphNode>();
        var merged = Enumerable.Range(0, columns).Select(c => Merge([.. steps.Select(s => s[c])])).ToList();
        for (var c = 0; c < columns; c++)
        {
            nodes.AddRange(Column(c, columns, unit, [.. steps.Select(s => merged[c](s[c]))]));
        }

        var height = nodes.Select(n => n.Y + n.Height).DefaultIfEmpty(0).Max() + 10;
        var bands = BandsOf([.. steps.Select(s => (IReadOnlyList<Step?>)[.. s.Select((step, c) => merged[c](step))])], nodes, unit);
        var outlets = nodes.Where(n => n.Column == columns - 1).ToList();
        return new OriginGraphLayout((int)height, nodes, bands, RoundsOf(claim.Origins, documents, outlets))
        {
            Columns =
            [
                (X(0, columns), "Origins", false), .. Enumerable.Range(1, columns - 2)
                    .Select(c => (X(c, columns), columns == 3 ? "Passed on by" : c == 1 ? "Passed on by" : "then by", false)),
                    (X(columns - 1, columns), "Printed by", true),
            ],
        };
    }

    private static int X(int column, int columns) => Before + (int)((Width - Room - Before) * (column / (double)(columns - 1)));

    /// <summary>Of a column with too many nodes the small ones become one.</summary>
    private static Func<Step?, Step?> Merge(IReadOnlyList<Step?> steps)
    {
        var names = steps.OfType<Step>().GroupBy(s => s.Key).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key).ToList();
        if (names.Count <= MostNodes)
        {
            return step => step;
        }

        var kept = names.Take(MostNodes - 1).ToHashSet(StringComparer.Ordinal);
        var others = new Step("…", $"{names.Count - kept.Count} others", false, Side.Neutral, Instant.MaxValue);
        return step => step is null || kept.Contains(step.Key) ? step : others;
    }

    private static IEnumerable<GraphNode> Column(int column, int columns, double unit, IReadOnlyList<Step?> steps)
    {
        var y = (double)Head;
        foreach (var node in steps.OfType<Step>().GroupBy(s => s.Key).OrderBy(g => g.Min(s => s.First))
            .ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var height = Math.Max(Least, node.Count() * unit);
            yield return new GraphNode(column, node.Key, node.First().Name)
            {
                X = X(column, columns),
                Y = y,
                Height = height,
                Count = node.Count(),
                IsAnonymous = node.First().IsAnonymous,
            };
            y += height + (column == 0 || column == columns - 1 ? Gap : GapOfMiddle);
        }
    }

    private static List<GraphBand> BandsOf(IReadOnlyList<IReadOnlyList<Step?>> ways, IReadOnlyList<GraphNode> nodes, double unit)
    {
        var flows = ways.SelectMany(way =>
        {
            var steps = way.Select((step, column) => (step, column)).Where(s => s.step is not null).ToList();
            return steps.Zip(steps.Skip(1),
                (from, to) => (From: (from.column, from.step!.Key), To: (to.column, to.step!.Key), from.step!.Side));
        });
        Dictionary<(GraphNode, bool), double> used = [];
        List<GraphBand> bands = [];
        foreach (var flow in flows.GroupBy(f => f).Select(g => (Key: g.Key, Count: g.Count(), From: Find(g.Key.From), To: Find(g.Key.To)))
            .OrderBy(f => f.To.Y).ThenBy(f => f.From.Y))
        {
            var width = Math.Max(1.5, flow.Count * unit);
            var (start, end) = (Take(flow.From, isOut: true, width), Take(flow.To, isOut: false, width));
            var (x1, x2) = (flow.From.X + Bar, flow.To.X);
            var middle = (x1 + x2) / 2.0;
            var path = string.Create(CultureInfo.InvariantCulture,
                $"M{x1} {start:0.#}C{middle:0.#} {start:0.#} {middle:0.#} {end:0.#} {x2} {end:0.#}V{end + width:0.#}C{middle:0.#} {end + width:0.#} {middle:0.#} {start + width:0.#} {x1} {start + width:0.#}Z");
            bands.Add(new GraphBand(path, flow.Key.Side,
                $"{flow.From.Name} → {flow.To.Name}: {Wording.Count(flow.Count, "statement")}, {ClaimWords.Of(flow.Key.Side)}"));
        }

        return bands;

        GraphNode Find((int Column, string Key) place) => nodes.First(n => n.Column == place.Column && n.Key == place.Key);

        double Take(GraphNode node, bool isOut, double width)
        {
            var at = used.GetValueOrDefault((node, isOut), node.Y);
            used[(node, isOut)] = at + width;
            return at;
        }
    }

    /// <summary>Arcs beside the outlets, along which a report goes round.</summary>
    private static List<string> RoundsOf(ClaimOrigins origins, IReadOnlyDictionary<string, Document> documents,
        IReadOnlyList<GraphNode> outlets)
    {
        List<string> arcs = [];
        foreach (var path in origins.Circular)
        {
            var stops = path.Select(d => outlets.FirstOrDefault(o => o.Name == Way.OutletOf(documents[d]))).OfType<GraphNode>().ToList();
            foreach (var (from, to) in stops.Zip(stops.Skip(1)).Where(s => s.First != s.Second))
            {
                var (a, b) = (from.Y + (from.Height / 2), to.Y + (to.Height / 2));
                var x = Width - Room - 6;
                arcs.Add(string.Create(CultureInfo.InvariantCulture, $"M{x} {a:0.#}C{x - 46} {a:0.#} {x - 46} {b:0.#} {x} {b:0.#}"));
            }
        }

        return [.. arcs.Distinct(StringComparer.Ordinal)];
    }

    private sealed record Step(string Key, string Name, bool IsAnonymous, Side Side, Instant First);

    /// <summary>One statement's way from its origin to its outlet.</summary>
    private sealed record Way(OriginGroup Group, IReadOnlyList<Hop> Hops, string Outlet, Side Side, Instant First)
    {
        public static Way Of(ClaimStatement statement, OriginGroup group, Document document) => new(
            group,
            [.. statement.Traits.Statement.Chain.Reverse().Skip(1).Take(MostHops)],
            OutletOf(document),
            statement.Side,
            document.Published?.ToInstant() ?? Instant.MaxValue);

        public static string OutletOf(Document document) => document.Outlet ?? Wording.Clip(document.Title ?? "no outlet named", 28);

        /// <summary>What it passes in each column; nothing where it leaves one out.</summary>
        public Step?[] Steps(int columns)
        {
            var steps = new Step?[columns];
            steps[0] = new Step(Group.Id, Wording.Name(Group), Group.Kind == SourceKind.Anonymous, Side, First);
            for (var i = 0; i < Hops.Count; i++)
            {
                steps[i + 1] = new Step(Hops[i].Name, Wording.Name(Hops[i]), Hops[i].Kind == SourceKind.Anonymous, Side, First);
            }

            steps[^1] = new Step(Outlet, Outlet, false, Side, First);
            return steps;
        }
    }
}

/// <summary>An origin, a hop or an outlet.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Key">What tells it from others of its column.</param>
/// <param name="Name">Its name.</param>
public sealed record GraphNode(int Column, string Key, string Name)
{
    /// <summary>Its left edge.</summary>
    public int X { get; init; }

    /// <summary>Its upper edge.</summary>
    public double Y { get; init; }

    /// <summary>Its height.</summary>
    public double Height { get; init; }

    /// <summary>How many statements go through it.</summary>
    public int Count { get; init; }

    /// <summary>Whether it is somebody who is not identified.</summary>
    public bool IsAnonymous { get; init; }
}

/// <summary>Statements that go one way.</summary>
/// <param name="Path">Its outline.</param>
/// <param name="Side">What they do with the claim.</param>
/// <param name="Label">What it is, for people.</param>
public sealed record GraphBand(string Path, Side Side, string Label);
