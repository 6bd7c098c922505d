using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Chains;
using Sayso.Core.Ledger;
using Sayso.Web.Hosting;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>What one actor said, by day.</summary>
/// <param name="Name">The name.</param>
/// <param name="Days">The days, the first first.</param>
public sealed record ActorView(string Name, IReadOnlyList<(string Day, IReadOnlyList<SayRow> Rows)> Days)
{
    /// <summary>Statements that are shown: the last ones.</summary>
    public const int MostShown = 500;

    /// <summary>Statements that are looked at, the last read first, of those whose sources have the name's words, and of those of the outlet of this name.</summary>
    public const int MostLookedAt = 2000;

    /// <summary>How many statements.</summary>
    public int Count => Days.Sum(d => d.Rows.Count);

    /// <summary>Whether there may be more than are shown.</summary>
    public bool IsCut { get; private init; }

    /// <summary>The outlets that credit it, the most frequent first.</summary>
    public IReadOnlyList<(string Outlet, int Count)> Outlets { get; private init; } = [];

    /// <summary>What it did with claims over time; <c>null</c> where the claims are not known.</summary>
    public PositionsView? Positions { get; private init; }

    /// <summary>Reads it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="name">The name.</param>
    /// <param name="views">The claims, as far as they are known.</param>
    public static ActorView Of(ILedger ledger, string name, LedgerViews? views = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var (credited, own) = (Credited(ledger, name), InItsOwnVoice(ledger, name));
        var all = credited.Concat(own).Where(s => Wording.Who(s.Statement, s.Outlet) == name).DistinctBy(s => s.Statement.Id)
            .OrderBy(s => s.Published?.ToInstant() ?? Instant.MaxValue).ThenBy(s => s.Statement.DocumentId, StringComparer.Ordinal).ToList();
        var said = all[Math.Max(0, all.Count - MostShown)..];
        return new ActorView(
            name,
            [.. said.GroupBy(s => s.Published?.Date)
                .Select(g => (g.Key is { } day ? Wording.Day(day) : "Undated", (IReadOnlyList<SayRow>)[.. g.Select(s => SayRow.Of(s))]))])
        {
            IsCut = said.Count < all.Count || credited.Count == MostLookedAt || own.Count == MostLookedAt,
            Positions = views is null ? null : PositionsView.Of(new ClaimState(views, IsFresh: true, Problem: null), views.ActorNamed(name) ?? name),
            Outlets = [.. said.Select(s => s.Outlet).OfType<string>().GroupBy(o => o, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
        };
    }

    /// <summary>Statements in whose chains the words of the name stand, in the order of the text.</summary>
    private static List<LedgerStatement> Credited(ILedger ledger, string name)
    {
        var words = name == Wording.Nobody ? Hop.Unspecified : name;
        return [.. ledger.Statements(new StatementQuery { NameWords = words, IsLastReadFirst = true, Limit = MostLookedAt }).Reverse()];
    }

    /// <summary>Statements of the documents of the outlet of this name: what nobody is credited with is its own.</summary>
    private static List<LedgerStatement> InItsOwnVoice(ILedger ledger, string name)
    {
        var outlet = name == Wording.ThePage ? string.Empty : name;
        return
        [
            .. ledger.Documents(new DocumentQuery { OfOutlet = outlet, IsLastAddedFirst = true, Limit = MostLookedAt }).Where(d => d.StatementCount > 0)
                .SelectMany(d => ledger.Statements(new StatementQuery { DocumentId = d.Document.Id })).Take(MostLookedAt),
        ];
    }
}
