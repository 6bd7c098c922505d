using NodaTime;
using Sayso.Core.Access;
using Sayso.Core.Errors;

namespace Sayso.Web.Access;

/// <summary>
/// Keeps who did what. Refusals that are alike are one entry a minute with their number, so that nobody fills the disk by being
/// refused. Safe for use by several threads.
/// </summary>
internal sealed class AuditLog : IDisposable
{
    private const int LongestDetail = 300;

    /// <summary>Kinds of refusals that are remembered; beyond them all is written down and forgotten.</summary>
    private const int MostKinds = 1000;

    private static readonly Duration _fold = Duration.FromMinutes(1);

    private readonly IAccessStore _store;
    private readonly TimeProvider _time;
    private readonly ITimer _settling;
    private readonly Lock _lock = new();
    private readonly Dictionary<What, Fold> _folded = [];

    public AuditLog(IAccessStore store, TimeProvider time)
    {
        (_store, _time) = (store, time);
        _settling = time.CreateTimer(_ => Settle(), null, _fold.ToTimeSpan(), _fold.ToTimeSpan());
    }

    /// <summary>Keeps an entry.</summary>
    public void Note(AuditAction action, string? user, string? from, string? detail = null) =>
        _store.Append(Entry(new What(action, user, from, Clipped(detail)), Now(), 1));

    /// <summary>Keeps an entry of which there may be thousands.</summary>
    public void NoteRefusal(AuditAction action, string? user, string? from, string detail)
    {
        var what = new What(action, user, from, Clipped(detail));
        lock (_lock)
        {
            var now = Now();
            if (_folded.TryGetValue(what, out var known) && now < known.Until)
            {
                _folded[what] = known with { Last = now, More = known.More + 1 };
                return;
            }

            Write(what, known);
            if (_folded.Count >= MostKinds)
            {
                WriteAll(_ => true);
            }

            _store.Append(Entry(what, now, 1));
            _folded[what] = new Fold(now + _fold, now, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _settling.Dispose();
        lock (_lock)
        {
            WriteAll(_ => true);
        }
    }

    private static string? Clipped(string? detail) => detail is { Length: > LongestDetail } ? $"{detail[..LongestDetail]}…" : detail;

    private static AuditEntry Entry(What what, Instant at, long count) =>
        new(0, at, what.Action) { User = what.User, From = what.From, Detail = what.Detail, Count = count };

    /// <summary>Writes down what was only counted, once its minute is over.</summary>
    private void Settle()
    {
        lock (_lock)
        {
            try
            {
                var now = Now();
                WriteAll(fold => fold.Until <= now);
            }
            catch (SaysoException)
            {
                // The file is held for longer than is waited: the next minute writes it.
            }
        }
    }

    private void WriteAll(Func<Fold, bool> which)
    {
        foreach (var (what, fold) in _folded.Where(f => which(f.Value)).ToList())
        {
            Write(what, fold);
            _folded.Remove(what);
        }
    }

    private void Write(What what, Fold fold)
    {
        if (fold.More > 0)
        {
            _store.Append(Entry(what, fold.Last, fold.More));
        }
    }

    private Instant Now() => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>What refusals that are alike have in common.</summary>
    private readonly record struct What(AuditAction Action, string? User, string? From, string? Detail);

    /// <summary>Refusals that are only counted so far.</summary>
    private readonly record struct Fold(Instant Until, Instant Last, long More);
}
