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
    private const int MostActors = 300;

    /// <summary>How many there are at all.</summary>
    public int Total { get; private init; }

    /// <summary>Reads it.</summary>
    public static ActorsView Of(ILedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var actors = ledger.Statements(new StatementQuery())
            .Where(s => s.Statement.SourceHop is
            {
                Kind: SourceKind.Named or SourceKind.Document or SourceKind.Outlet
                or SourceKind.Collective
            } hop && hop.Name != Hop.Unspecified)
            .GroupBy(s => s.Statement.SourceHop!.Name, StringComparer.Ordinal)
            .Select(g => ActorLine.Of(g.Key, [.. g]))
            .OrderByDescending(a => a.Statements).ThenBy(a => a.Name, StringComparer.Ordinal).ToList();
        return new ActorsView([.. actors.Take(MostActors)]) { Total = actors.Count };
    }
}

/// <summary>An actor in a list.</summary>
/// <param name="Name">The name.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Outlets">In how many outlets.</param>
public sealed record ActorLine(string Name, int Statements, int Outlets)
{
    /// <summary>What it is.</summary>
    public SourceKind Kind { get; private init; }

    /// <summary>How many statements have each stance, the most frequent first.</summary>
    public required IReadOnlyList<(Stance Stance, int Count)> Stances { get; init; }

    /// <summary>Where all that it said is.</summary>
    public string Link => Links.Actor(Name);

    internal static ActorLine Of(string name, IReadOnlyList<LedgerStatement> statements) =>
        new(name, statements.Count, statements.Select(s => s.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Count())
        {
            Kind = statements[0].Statement.SourceHop!.Kind,
            Stances = [.. statements.Select(s => s.Statement.Attitude).OfType<Attitude>().GroupBy(a => a.Stance)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (g.Key, g.Count()))],
        };
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

    /// <summary>Reads it.</summary>
    public static ActorView Of(ILedger ledger, string name)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var said = ledger.Statements(new StatementQuery())
            .Where(s => Wording.Who(s.Statement, s.Outlet) == name).Take(MostStatements).ToList();
        return new ActorView(
            name,
            [.. said.GroupBy(s => s.Published?.Date)
                .Select(g => (g.Key is { } day ? Wording.Day(day) : "Undated", (IReadOnlyList<SayRow>)[.. g.Select(s => SayRow.Of(s))]))])
        {
            Outlets = [.. said.Select(s => s.Outlet).OfType<string>().GroupBy(o => o, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
        };
    }
}
