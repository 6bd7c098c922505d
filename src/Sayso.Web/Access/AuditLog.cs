using NodaTime;
using Sayso.Core.Access;

namespace Sayso.Web.Access;

/// <summary>
/// Keeps who did what. Refusals that are alike are one entry a minute with their number, so that nobody fills the disk by being
/// refused. Safe for use by several threads.
/// </summary>
internal sealed class AuditLog(IAccessStore store, TimeProvider time) : IDisposable
{
    private const int LongestDetail = 300;

    /// <summary>Kinds of refusals that are remembered; beyond them all is written down and forgotten.</summary>
    private const int MostKinds = 1000;

    private static readonly Duration _fold = Duration.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(AuditAction Action, string? User, string? From, string? Detail), (Instant Until, long More)> _folded = [];

    /// <summary>Keeps an entry.</summary>
    public void Note(AuditAction action, string? user, string? from, string? detail = null) =>
        store.Append(Entry((action, user, from, Clipped(detail)), 1));

    /// <summary>Keeps an entry of which there may be thousands.</summary>
    public void NoteRefusal(AuditAction action, string? user, string? from, string detail)
    {
        var key = (action, user, from, Clipped(detail));
        lock (_lock)
        {
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            if (_folded.TryGetValue(key, out var known) && now < known.Until)
            {
                _folded[key] = (known.Until, known.More + 1);
                return;
            }

            if (_folded.Count >= MostKinds)
            {
                Flush();
            }

            store.Append(Entry(key, known.More + 1));
            _folded[key] = (now + _fold, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            Flush();
        }
    }

    private static string? Clipped(string? detail) => detail is { Length: > LongestDetail } ? $"{detail[..LongestDetail]}…" : detail;

    /// <summary>Writes down what was only counted.</summary>
    private void Flush()
    {
        foreach (var (key, (_, more)) in _folded.Where(f => f.Value.More > 0))
        {
            store.Append(Entry(key, more));
        }

        _folded.Clear();
    }

    private AuditEntry Entry((AuditAction Action, string? User, string? From, string? Detail) what, long count) =>
        new(0, Instant.FromDateTimeOffset(time.GetUtcNow()), what.Action) { User = what.User, From = what.From, Detail = what.Detail, Count = count };
}
