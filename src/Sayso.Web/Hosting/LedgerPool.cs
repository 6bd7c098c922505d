using System.Collections.Concurrent;
using Sayso.Core.Ledger;

namespace Sayso.Web.Hosting;

/// <summary>Ledgers that stay open between requests; each is used by one request at a time. Safe for use by several threads.</summary>
internal sealed class LedgerPool(Func<ILedger> open) : IDisposable
{
    private readonly ConcurrentBag<ILedger> _idle = [];
    private volatile bool _isClosed;

    /// <summary>Asks a ledger. The answer must not depend on the ledger any more: lists are to be complete.</summary>
    public T Ask<T>(Func<ILedger, T> question)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var ledger = _idle.TryTake(out var idle) ? idle : open();
        try
        {
            return question(ledger);
        }
        finally
        {
            _idle.Add(ledger);
            if (_isClosed)
            {
                Drain();
            }
        }
    }

    /// <summary>Does something with a ledger that takes a while, such as writing a long answer.</summary>
    public async Task UseAsync(Func<ILedger, Task> use)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var ledger = _idle.TryTake(out var idle) ? idle : open();
        try
        {
            await use(ledger);
        }
        finally
        {
            _idle.Add(ledger);
            if (_isClosed)
            {
                Drain();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isClosed = true;
        Drain();
    }

    private void Drain()
    {
        while (_idle.TryTake(out var ledger))
        {
            ledger.Dispose();
        }
    }
}
