using Sayso.Core.Analysis;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>What is claimed in a ledger, the most repeated first.</summary>
/// <param name="Filter">Which of it.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record ClaimsView(ClaimFilter Filter, ClaimState State)
{
    private const int MostClaims = 120;

    /// <summary>The claims that are shown.</summary>
    public IReadOnlyList<LedgerClaim> Claims { get; private init; } = [];

    /// <summary>How many answer.</summary>
    public int Count { get; private init; }

    /// <summary>How many there are at all.</summary>
    public int Total { get; private init; }

    /// <summary>Whether the ledger is empty.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Reads it.</summary>
    public static ClaimsView Of(ClaimState state, ClaimFilter filter)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(filter);
        var all = state.Claims?.Claims ?? [];
        var answers = all.Where(filter.Holds).ToList();
        return new ClaimsView(filter, state)
        {
            Claims = [.. answers.Take(MostClaims)],
            Count = answers.Count,
            Total = all.Count,
            IsEmpty = state.Claims is { Documents.Count: 0 },
        };
    }
}

/// <summary>Which claims to show, as the address says it.</summary>
public sealed record ClaimFilter
{
    /// <summary>Words in any of its wordings.</summary>
    public string? Text { get; init; }

    /// <summary>Those of one statement too.</summary>
    public bool WithSingle { get; init; }

    /// <summary>Only those with an alert: circular reporting, a dead end.</summary>
    public bool OnlyAlerts { get; init; }

    /// <summary>Only those that somebody is against.</summary>
    public bool OnlyDisputed { get; init; }

    /// <summary>Where it is.</summary>
    public string Link => Links.With("/claims", ("q", Text), ("single", WithSingle ? "yes" : null), ("alerts", OnlyAlerts ? "yes" : null),
        ("disputed", OnlyDisputed ? "yes" : null));

    /// <summary>Whether a claim is not left out.</summary>
    public bool Holds(LedgerClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new ClaimListQuery { About = Text, IsRepeated = !WithSingle, HasAlert = OnlyAlerts, IsDisputed = OnlyDisputed }.Holds(claim);
    }
}
