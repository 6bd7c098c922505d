using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Sayso.Core.Errors;

namespace Sayso.Ingestion;

/// <summary>
/// Runs a reader on a thread of its own and looks what it takes. A hostile input may keep a library busy, deep in recursion, or hungry,
/// and nothing can stop it from outside: where it goes beyond the bounds it is left behind, told to stop where it asks, and the rest goes on.
/// What is held in memory can only be told of the whole process, in which a server does other things too: a reading is held responsible for
/// it where its own thread has allocated at least half the bound meanwhile.
/// </summary>
internal static class Guarded
{
    /// <summary>Inputs below are read without: the other bounds keep what they can cost.</summary>
    public const int FewestBytes = 256 << 10;

    private const int StackBytes = 16 << 20;
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    /// <summary>What <paramref name="read"/> returns.</summary>
    /// <exception cref="RefusedException">It takes longer than <see cref="ReaderOptions.MaxTime"/>, or more than <see cref="ReaderOptions.MaxMemory"/>.</exception>
    public static T Run<T>(Func<CancellationToken, T> read, ReaderOptions options)
    {
        T? result = default;
        Exception? failure = null;
        using var stop = new CancellationTokenSource();
        var (token, reader) = (stop.Token, 0L);
        var thread = new Thread(
            () =>
            {
                try
                {
                    Volatile.Write(ref reader, AllocationWatch.Here());
                    result = read(token);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    failure = e;
                }
            },
            StackBytes)
        { IsBackground = true, Name = "Reader" };

        // The least that was seen: at first there may be garbage of others, which goes sooner or later.
        var least = GC.GetTotalMemory(forceFullCollection: false);
        var clock = Stopwatch.StartNew();
        AllocationWatch.Watched? watched = null;
        thread.Start();
        try
        {
            while (!thread.Join(Left() is var left && left < _look ? left : _look))
            {
                if (Left() == TimeSpan.Zero)
                {
                    throw Refused(ProblemCodes.TooSlow, $"reading it took more than {options.MaxTime.TotalSeconds:0} seconds.");
                }

                // Watching a thread costs, and so does collecting garbage, which does not count: each is done only where it may matter.
                var taken = Taken(isExact: false);
                if (taken > options.MaxMemory / 2)
                {
                    watched ??= AllocationWatch.Of(Volatile.Read(ref reader));
                }

                if (taken > options.MaxMemory && MayBeOurs() && Taken(isExact: true) > options.MaxMemory)
                {
                    throw Refused(ProblemCodes.TooLarge, $"reading it took more than {ByteCount.Of(options.MaxMemory)} of memory.");
                }
            }
        }
        finally
        {
            watched?.Dispose();
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return result!;

        TimeSpan Left() => options.MaxTime > clock.Elapsed ? options.MaxTime - clock.Elapsed : TimeSpan.Zero;

        long Taken(bool isExact)
        {
            var now = GC.GetTotalMemory(isExact);
            least = Math.Min(least, now);
            return now - least;
        }

        bool MayBeOurs() => watched is null || watched.Bytes >= options.MaxMemory / 2;

        RefusedException Refused(string code, string message)
        {
            stop.Cancel();
            return new RefusedException(new Problem(code, message));
        }
    }
}
