using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>Who is credited in a ledger, by name, the most heard first.</summary>
/// <param name="Actors">The actors.</param>
public sealed record ActorsView(IReadOnlyList<ActorLine> Actors)
{
    /// <summary>How many there are at all.</summary>
    public int Total { get; private init; }

    /// <summary>Whether they are being counted for the first time.</summary>
    public bool IsPending { get; private init; }

    /// <summary>Shows them.</summary>
    /// <param name="digest">The lists of the ledger; <c>null</c> before they were made.</param>
    public static ActorsView Of(LedgerDigest? digest) => new(digest?.Actors ?? []) { Total = digest?.TotalActors ?? 0, IsPending = digest is null };
}

/// <summary>An actor in a list.</summary>
/// <param name="Name">The name.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Outlets">In how many outlets.</param>
public sealed record ActorLine(string Name, int Statements, int Outlets)
{
    /// <summary>What it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>How many statements have each stance, the most frequent first.</summary>
    public required IReadOnlyList<(Stance Stance, int Count)> Stances { get; init; }

    /// <summary>Where all that it said is.</summary>
    public string Link => Links.Actor(Name);
}

/// <summary>All that one actor said, by day.</summary>
/// <param name="Name">The name.</param>
/// <param name="Days">The days, the first first.</param>
public sealed record ActorView(string Name, IReadOnlyList<(string Day, IReadOnlyList<SayRow> Rows)> Days)
{
    private const int MostStatements = 500;

    /// <summary>How many statements.</summary>
    public int Count => Days.Sum(d => d.Rows.Count);

    /// <summary>The outlets that credit it, the most frequent first.</summary>
    public IReadOnlyList<(string Outlet, int Count)> Outlets { get; private init; } = [];

    /// <summary>What it did with claims over time; <c>null</c> where the claims are not known.</summary>
    public PositionsView? Positions { get; private init; }

    /// <summary>Reads it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="name">The name.</param>
    /// <param name="outlets">The ledger's outlets, which speak in their own voice too.</param>
    /// <param name="views">The claims, as far as they are known.</param>
    public static ActorView Of(ILedger ledger, string name, IReadOnlyList<string> outlets, LedgerViews? views = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var said = Said(ledger, name, outlets).Take(MostStatements).ToList();
        return new ActorView(
            name,
            [.. said.GroupBy(s => s.Published?.Date)
                .Select(g => (g.Key is { } day ? Wording.Day(day) : "Undated", (IReadOnlyList<SayRow>)[.. g.Select(s => SayRow.Of(s))]))])
        {
            Positions = views is null ? null : PositionsView.Of(new ClaimState(views, IsFresh: true, Problem: null), views.ActorNamed(name) ?? name),
            Outlets = [.. said.Select(s => s.Outlet).OfType<string>().GroupBy(o => o, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
        };
    }

    /// <summary>
    /// A name is resolved within its document, so that its words stand there; only an outlet's own voice, and what nobody who is named
    /// says, is looked for everywhere.
    /// </summary>
    private static IEnumerable<LedgerStatement> Said(ILedger ledger, string name, IReadOnlyList<string> outlets)
    {
        var near = Named(ledger, new StatementQuery { InTextsWith = $"\"{name.Replace('"', ' ')}\"" }, name);
        return !outlets.Contains(name, StringComparer.Ordinal) && near.Any() ? near : Named(ledger, new StatementQuery(), name);
    }

    private static IEnumerable<LedgerStatement> Named(ILedger ledger, StatementQuery query, string name) =>
        ledger.Statements(query).Where(s => Wording.Who(s.Statement, s.Outlet) == name);
}
