using Sayso.Core.Ledger;

namespace Sayso.Cli.Pipeline;

/// <summary>
/// A ledger that another thread reads while inputs are wanted. That thread may still be at it when the command ends, so
/// closing waits for the question under way, and later questions are refused. Safe for use by several threads.
/// </summary>
internal sealed class SharedReader(ILedger ledger) : IDisposable
{
    private readonly Lock _lock = new();
    private bool _isClosed;

    /// <summary>Asks the ledger.</summary>
    /// <exception cref="OperationCanceledException">It is closed: nobody waits for the answer.</exception>
    public T Ask<T>(Func<ILedger, T> question)
    {
        lock (_lock)
        {
            return _isClosed ? throw new OperationCanceledException() : question(ledger);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            ledger.Dispose();
        }
    }
}
