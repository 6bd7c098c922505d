using System.Diagnostics;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Search;
using Sayso.Web.Pages;

namespace Sayso.Web.Hosting;

/// <summary>
/// The claims of the ledger, reckoned in the background: whoever asks gets what is there, and is told whether the ledger has
/// grown since. Safe for use by several threads.
/// </summary>
/// <param name="ledgers">The ledger.</param>
/// <param name="read">Reckons the claims.</param>
/// <param name="mostStatements">Statements of a ledger whose claims are reckoned; of one that has more, the latest.</param>
/// <param name="encode">Gives words their meaning; <c>null</c> where meanings are not searched.</param>
internal sealed class ClaimShelf(LedgerPool ledgers, ClaimReading read, int mostStatements, Func<string, CancellationToken, SentenceVector>? encode = null)
    : IDisposable
{
    /// <summary>Days of the past whose claims are kept.</summary>
    private const int MostDays = 4;

    /// <summary>How long a program waits for claims before it is told to come again.</summary>
    private static readonly TimeSpan _longPatience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(40);

    /// <summary>How long a page waits for claims that are nearly there before it says that they are being reckoned.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(60);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _past = new(1);
    private readonly List<(long Entries, LocalDate Day, LedgerViews Views)> _days = [];
    private ShelvedClaims _present = new(null, -1, null);
    private MeaningIndex _meanings = MeaningIndex.Empty;
    private Task _meaning = Task.CompletedTask;
    private Task? _work;
    private long _begun;

    /// <summary>What the statements mean, as far as that is known: never waited for.</summary>
    public MeaningIndex Meanings => Volatile.Read(ref _meanings);

    /// <summary>Whether they were read: of a ledger with more statements than are compared they are none all the same.</summary>
    public bool AreMeaningsRead { get; private set; }

    /// <summary>The views as they were made last, without a wait; <c>null</c> before the first time.</summary>
    public LedgerViews? KnownViews
    {
        get
        {
            lock (_lock)
            {
                return _present.Views;
            }
        }
    }

    /// <summary>Why there are no claims, as far as that is known; <c>null</c> where nothing went wrong.</summary>
    public Problem? KnownProblem
    {
        get
        {
            lock (_lock)
            {
                return _present.Problem;
            }
        }
    }

    /// <summary>What is known, after a moment's patience.</summary>
    public ClaimState Ask()
    {
        var entries = ledgers.Ask(l => l.LastEntry());
        var work = Begin(entries);
        work?.Wait(_patience);
        lock (_lock)
        {
            return new ClaimState(_present.Views, _present.Entries == entries, _present.Entries == entries ? _present.Problem : null) { Entries = _present.Entries };
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

    /// <summary>The claims of the ledger as it is now, waited for; or as it was known on a day.</summary>
    /// <exception cref="SaysoException">They are not reckoned in time (<c>SAY6001</c>), or cannot be.</exception>
    public async Task<LedgerViews> AskAsync(LocalDate? asOf, CancellationToken cancellationToken)
    {
        if (asOf is { } day)
        {
            return await AskAsync(day, cancellationToken);
        }

        var state = await WaitAsync(cancellationToken);
        return state.Problem is { } problem ? throw new SaysoException(problem)
            : state is { IsFresh: true, Views: { } views } ? views
            : throw Pending();
    }

    /// <summary>
    /// The claims for an answer that only names them: those of the ledger as it is where they are soon there, else as they were
    /// reckoned last; <c>null</c> where none are. With them the ledger's last entry when they were.
    /// </summary>
    public async Task<(LedgerViews? Views, long Entries)> LookAsync(CancellationToken cancellationToken)
    {
        var state = await WaitAsync(cancellationToken);
        return (state.Views, state.Entries);
    }

    /// <summary>What is said where claims are wanted that are not there yet.</summary>
    public static SaysoException Pending() =>
        new(ProblemCodes.ClaimsPending, "The claims of this ledger are still being reckoned. Ask again in a few seconds.");

    /// <summary>Waits for claims that are soon there. Nobody waits for those that have taken long already.</summary>
    private async Task<ClaimState> WaitAsync(CancellationToken cancellationToken)
    {
        // What was written meanwhile need not be in it: whoever writes without a pause would else keep readers waiting.
        var wanted = ledgers.Ask(l => l.LastEntry());
        for (var waited = TimeSpan.Zero; ; waited += _glance)
        {
            _ = Begin(wanted);
            lock (_lock)
            {
                var isFresh = _present.Entries >= wanted;
                if (isFresh || waited >= _longPatience || Stopwatch.GetElapsedTime(_begun) >= _longPatience)
                {
                    return new ClaimState(_present.Views, isFresh, isFresh ? _present.Problem : null) { Entries = _present.Entries };
                }
            }

            await Task.Delay(_glance, cancellationToken);
        }
    }

    /// <summary>Starts reckoning where the ledger has grown.</summary>
    public void Begin() => Begin(ledgers.Ask(l => l.LastEntry()));

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Task? work, meaning;
        lock (_lock)
        {
            work = _work;
        }

        work?.Wait();
        lock (_lock)
        {
            meaning = _meaning;
        }

        meaning.Wait();
        _stop.Dispose();
        _past.Dispose();
    }

    /// <summary>Claims of past days are reckoned one day at a time: each costs as much as all claims do.</summary>
    private async Task<LedgerViews> AskAsync(LocalDate day, CancellationToken cancellationToken)
    {
        await _past.WaitAsync(cancellationToken);
        try
        {
            var entries = ledgers.Ask(l => l.LastEntry());
            if (_days.Find(d => d.Entries == entries && d.Day == day) is { Views: { } known })
            {
                return known;
            }

            var views = await Task.Run(() => new LedgerViews(ledgers.Ask(l => read(l, new ClaimQuery { AsOf = day, MostStatements = mostStatements }, cancellationToken))),
                cancellationToken);
            _days.Add((entries, day, views));
            if (_days.Count > MostDays)
            {
                _days.RemoveAt(0);
            }

            return views;
        }
        finally
        {
            _past.Release();
        }
    }

    private Task? Begin(long entries)
    {
        lock (_lock)
        {
            if (_present.Entries >= entries)
            {
                return null;
            }

            if (_work is null)
            {
                (_begun, _work) = (Stopwatch.GetTimestamp(), Task.Run(() => Reckon(entries)));
            }

            return _work;
        }
    }

    private void Reckon(long entries)
    {
        ShelvedClaims result;
        try
        {
            var claims = ledgers.Ask(l => read(l, new ClaimQuery { MostStatements = mostStatements }, _stop.Token));
            result = new ShelvedClaims(Views(claims), entries, null);
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
            result = new ShelvedClaims(null, entries,
                new Problem(ProblemCodes.Failed, $"A fault of the program: {e.GetType().Name}: {e.Message}"));
        }

        lock (_lock)
        {
            _present = result with { Views = result.Views ?? _present.Views };
            _work = null;
            if (encode is not null && result.Views is not null)
            {
                _meaning = _meaning.ContinueWith(_ => ReadMeanings(), TaskScheduler.Default);
            }
        }
    }

    /// <summary>Statements that come meanwhile are found by their words, and by their meaning after the next reckoning.</summary>
    private void ReadMeanings()
    {
        try
        {
            Volatile.Write(ref _meanings, ledgers.Ask(l => ClaimAnalysis.Meanings(l, _stop.Token)));
            AreMeaningsRead = true;

            // The first one loads the model: nobody who types is to wait for it.
            _ = encode!("warm", _stop.Token);
        }
#pragma warning disable CA1031 // What cannot be read by its meaning is found by its words.
        catch (Exception)
#pragma warning restore CA1031
        {
            AreMeaningsRead = false;
            Volatile.Write(ref _meanings, MeaningIndex.Empty);
        }
    }

    /// <summary>Views are made when they are first asked for: that is now, and no reader waits for it.</summary>
    private static LedgerViews Views(ClaimedLedger claims)
    {
        var views = new LedgerViews(claims);
        _ = views.Stories.Count + views.Figures.Count + views.Positions.Count + views.Timeline.Count + views.Conflicts.Count;
        _ = views.ActorIndex;
        return views;
    }

    private sealed record ShelvedClaims(LedgerViews? Views, long Entries, Problem? Problem);
}

/// <summary>How far the claims are.</summary>
/// <param name="Views">
/// The claims and what is to be seen in them, of the ledger as it was; <c>null</c> while they are reckoned for the first time.
/// </param>
/// <param name="IsFresh">Whether the ledger has not grown since.</param>
/// <param name="Problem">Why there are none; <c>null</c> where nothing went wrong.</param>
public sealed record ClaimState(LedgerViews? Views, bool IsFresh, Problem? Problem)
{
    /// <summary>The claims.</summary>
    public ClaimedLedger? Claims => Views?.Ledger;

    /// <summary>Of which statements they are, in words; <c>null</c> where they are of all, or there are none.</summary>
    public string? Window => Claims?.Window.Words;

    /// <summary>The ledger's last entry when they were reckoned.</summary>
    internal long Entries { get; init; }
}
