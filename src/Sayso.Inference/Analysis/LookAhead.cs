namespace Sayso.Inference.Analysis;

/// <summary>Holds the reading back while too much is under way. Safe for use by several threads.</summary>
/// <param name="maxItems">Items that may be under way.</param>
/// <param name="maxWeight">Sum of weights from which on no further item may come.</param>
internal sealed class LookAhead(int maxItems, long maxWeight)
{
    private readonly object _lock = new();
    private int _items;
    private long _weight;
    private bool _isClosed;

    /// <summary>Waits until another item may come. False when the gate was closed meanwhile.</summary>
    public bool WaitForRoom()
    {
        lock (_lock)
        {
            while (!_isClosed && _items > 0 && (_items >= maxItems || _weight >= maxWeight))
            {
                Monitor.Wait(_lock);
            }

            return !_isClosed;
        }
    }

    /// <summary>An item comes.</summary>
    public void Enter(long weight)
    {
        lock (_lock)
        {
            _items++;
            _weight += weight;
        }
    }

    /// <summary>An item is done with.</summary>
    public void Leave(long weight)
    {
        lock (_lock)
        {
            _items--;
            _weight -= weight;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Lets those who wait go home.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            Monitor.PulseAll(_lock);
        }
    }
}
