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
