using NodaTime;
using Sayso.Core.Ledger;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>Whether a ledger is sound, and what was done to it last.</summary>
/// <param name="Counts">How much it holds.</param>
/// <param name="Latest">Its last entries, the newest first.</param>
public sealed record HealthView(LedgerCounts Counts, IReadOnlyList<HealthEntry> Latest)
{
    private const int MostEntries = 20;

    /// <summary>What verifying found; <c>null</c> where it was not asked for.</summary>
    public VerifyReport? Report { get; private init; }

    /// <summary>Reads it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="verify">Whether to walk the whole chain.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static HealthView Of(ILedger ledger, bool verify, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var latest = ledger.EntriesAfter(Math.Max(0, ledger.LastEntry() - MostEntries)).ToList();
        return new HealthView(ledger.Count(), [.. Enumerable.Reverse(latest).Select(e => new HealthEntry(e, Wording.Ago(e.At, now)))])
        {
            Report = verify ? ledger.Verify(cancellationToken) : null,
        };
    }
}

/// <summary>An entry with how long ago it was made.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Ago">How long ago.</param>
public sealed record HealthEntry(LedgerEntry Entry, string Ago);
