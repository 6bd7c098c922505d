using Sayso.Core.Analysis;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;

namespace Sayso.Web.Hosting;

/// <summary>
/// The claims of the ledger, reckoned in the background: whoever asks gets what is there, and is told whether the ledger has
/// grown since. Safe for use by several threads.
/// </summary>
internal sealed class ClaimShelf(LedgerPool ledgers, ClaimReading read) : IDisposable
{
    /// <summary>How long a page waits for claims that are nearly there before it says that they are being reckoned.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(60);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private ShelvedClaims _present = new(null, -1, null);
    private Task? _work;

    /// <summary>What is known, after a moment's patience.</summary>
    public ClaimState Ask()
    {
        var entries = ledgers.Ask(l => l.Count().Entries);
        var work = Begin(entries);
        work?.Wait(_patience);
        lock (_lock)
        {
            return new ClaimState(_present.Views, _present.Entries == entries, _present.Entries == entries ? _present.Problem : null);
        }
    }

    /// <summary>The claims as they were reckoned last, without a wait; <c>null</c> before the first time.</summary>
    public ClaimedLedger? Known
    {
        get
        {
            lock (_lock)
            {
                return _present.Views?.Ledger;
            }
        }
    }

    /// <summary>Starts reckoning where the ledger has grown.</summary>
    public void Begin() => Begin(ledgers.Ask(l => l.Count().Entries));

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Task? work;
        lock (_lock)
        {
            work = _work;
        }

        work?.Wait();
        _stop.Dispose();
    }

    private Task? Begin(long entries)
    {
        lock (_lock)
        {
            if (_present.Entries == entries)
            {
                return null;
            }

            return _work ??= Task.Run(() => Reckon(entries));
        }
    }

    private void Reckon(long entries)
    {
        ShelvedClaims result;
        try
        {
            result = new ShelvedClaims(Views(ledgers.Ask(l => read(l, _stop.Token))), entries, null);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (SaysoException e)
        {
            result = new ShelvedClaims(null, entries, e.Problem);
        }
#pragma warning disable CA1031 // Claims that cannot be reckoned must not keep articles from being read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            result = new ShelvedClaims(null, entries, new Problem(ProblemCodes.Failed, $"A fault of the program: {e.GetType().Name}: {e.Message}"));
        }

        lock (_lock)
        {
            _present = result with { Views = result.Views ?? _present.Views };
            _work = null;
        }
    }

    /// <summary>Views are made when they are first asked for: that is now, and no reader waits for it.</summary>
    private static LedgerViews Views(ClaimedLedger claims)
    {
        var views = new LedgerViews(claims);
        _ = views.Stories.Count + views.Figures.Count + views.Positions.Count + views.Timeline.Count + views.Conflicts.Count;
        return views;
    }

    private sealed record ShelvedClaims(LedgerViews? Views, long Entries, Problem? Problem);
}

/// <summary>How far the claims are.</summary>
/// <param name="Views">The claims and what is to be seen in them, of the ledger as it was; <c>null</c> while they are reckoned for the first time.</param>
/// <param name="IsFresh">Whether the ledger has not grown since.</param>
/// <param name="Problem">Why there are none; <c>null</c> where nothing went wrong.</param>
public sealed record ClaimState(LedgerViews? Views, bool IsFresh, Problem? Problem)
{
    /// <summary>The claims.</summary>
    public ClaimedLedger? Claims => Views?.Ledger;
}
