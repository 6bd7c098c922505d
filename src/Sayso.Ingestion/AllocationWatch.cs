using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Sayso.Ingestion;

/// <summary>
/// How much threads allocate, told from outside: the runtime reports each 100 KB or so, and the thread that it came to. That costs
/// something, and so is asked for only while somebody watches. Safe for use by several threads.
/// </summary>
internal sealed class AllocationWatch : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    /// <summary>The keyword of the garbage collector's events.</summary>
    private const EventKeywords Collector = (EventKeywords)1;

    private static readonly Lazy<AllocationWatch> _shared = new(() => new AllocationWatch());

    private readonly ConcurrentDictionary<long, Watched> _watched = new();
    private readonly Lock _lock = new();
    private EventSource? _runtime;

    private AllocationWatch()
    {
    }

    /// <summary>Watches a thread from now on, until that is disposed; <c>null</c> where the runtime reports nothing.</summary>
    /// <param name="thread">The system's id of it, as <see cref="Here"/> tells it; 0 where that is not known.</param>
    public static Watched? Of(long thread) => thread != 0 ? _shared.Value.Begin(thread) : null;

    /// <summary>The system's id of the thread that asks; 0 where that is not known.</summary>
    public static long Here() => ThreadSource.Here();

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            _runtime = eventSource;
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // Begin of “GCAllocationTick_V4”: the fourth of its values is the number of bytes since the last one.
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) is true && _watched.TryGetValue(eventData.OSThreadId, out var watched)
            && eventData.PayloadNames?.IndexOf("AllocationAmount64") is >= 0 and var index && eventData.Payload?[index] is ulong bytes)
        {
            watched.Add((long)bytes);
        }
    }

    private Watched? Begin(long thread)
    {
        lock (_lock)
        {
            if (_runtime is null)
            {
                return null;
            }

            if (_watched.IsEmpty)
            {
                EnableEvents(_runtime, EventLevel.Verbose, Collector);
            }

            return _watched.GetOrAdd(thread, id => new Watched(this, id));
        }
    }

    private void End(long thread)
    {
        lock (_lock)
        {
            if (_watched.TryRemove(thread, out _) && _watched.IsEmpty)
            {
                DisableEvents(_runtime!);
            }
        }
    }

    /// <summary>A thread that is watched.</summary>
    internal sealed class Watched(AllocationWatch watch, long thread) : IDisposable
    {
        private long _bytes;

        /// <summary>Bytes that it allocated since it is watched, within 100 KB or so, what is garbage by now included.</summary>
        public long Bytes => Interlocked.Read(ref _bytes);

        /// <inheritdoc/>
        public void Dispose() => watch.End(thread);

        internal void Add(long bytes) => Interlocked.Add(ref _bytes, bytes);
    }

    /// <summary>
    /// Tells a thread its id: a listener is told of an event on the thread that writes it, with the id that the runtime has for the
    /// thread in its own events.
    /// </summary>
    [EventSource(Name = "Sayso-Reader")]
    private sealed class ThreadSource : EventSource
    {
        private static readonly Listener _listener = new();
        private static readonly ThreadSource _source = new();

        [ThreadStatic]
        private static long _here;

        public static long Here()
        {
            _source.Begin();
            return _here;
        }

        [Event(1)]
        private void Begin() => WriteEvent(1);

        private sealed class Listener : EventListener
        {
            protected override void OnEventSourceCreated(EventSource eventSource)
            {
                if (eventSource is ThreadSource)
                {
                    EnableEvents(eventSource, EventLevel.LogAlways);
                }
            }

            protected override void OnEventWritten(EventWrittenEventArgs eventData) => _here = eventData.OSThreadId;
        }
    }
}
