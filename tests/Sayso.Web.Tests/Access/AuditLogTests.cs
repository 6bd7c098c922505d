using Sayso.Core.Access;
using Sayso.Storage.Access;
using Sayso.Web.Access;

namespace Sayso.Web.Tests.Access;

public sealed class AuditLogTests
{
    [Fact]
    public void Refusals_ThatAreAlike_AreTwoEntriesAMinute()
    {
        using var ledger = new TemporaryLedger([]);
        using var store = SqliteAccess.OpenOrCreate(ledger.Path);
        var clock = new MovableClock();
        using (var log = new AuditLog(store, clock))
        {
            for (var i = 0; i < 100; i++)
            {
                log.NoteRefusal(AuditAction.Refused, null, i % 10 == 0 ? "192.0.2.8" : "192.0.2.7", "no token");
            }

            log.Note(AuditAction.SignIn, "rosa", "192.0.2.7");
            clock.Move(TimeSpan.FromMinutes(2));
            log.NoteRefusal(AuditAction.Refused, null, "192.0.2.7", new string('x', 5000));
            log.NoteRefusal(AuditAction.Refused, null, "192.0.2.7", "no token");
        }

        var kept = store.Audit(new AuditQuery());
        Assert.Equal(102, kept.Where(e => e.Action is AuditAction.Refused).Sum(e => e.Count));
        Assert.Equal([1, 1, 1, 1, 9, 89], kept.Where(e => e.Action is AuditAction.Refused).Select(e => e.Count).Order());
        Assert.InRange(kept.Max(e => e.Detail?.Length ?? 0), 1, 301);
    }
}
