using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Sayso.Core.Errors;

namespace Sayso.Web.Hosting;

/// <summary>
/// Reads what was handed in, one batch after the other, on a thread of its own, and says how far it is. What was read is in
/// the ledger, whatever happens after. Safe for use by several threads.
/// </summary>
internal sealed class ReadingRoom : IDisposable
{
    /// <summary>Batches that are remembered; their documents stay in the ledger.</summary>
    private const int MostBatches = 100;

    private readonly Intake _intake;
    private readonly Channel<Batch> _queue = Channel.CreateUnbounded<Batch>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, Batch> _batches = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<Task> _work;
    private int _last;

    public ReadingRoom(Intake intake)
    {
        _intake = intake;
        _work = new Lazy<Task>(() => Task.Run(WorkAsync));
    }

    /// <summary>The batches, the newest first.</summary>
    public IReadOnlyList<Batch> Batches => [.. _batches.Values.OrderByDescending(b => b.Number)];

    /// <summary>Hands inputs in.</summary>
    public Batch Add(IReadOnlyList<IntakeInput> inputs)
    {
        var batch = new Batch(Interlocked.Increment(ref _last), inputs);
        _batches[batch.Id] = batch;
        if (batch.Number > MostBatches)
        {
            _batches.TryRemove((batch.Number - MostBatches).ToString(CultureInfo.InvariantCulture), out _);
        }

        _queue.Writer.TryWrite(batch);
        _ = _work.Value;
        return batch;
    }

    /// <summary>A batch; <c>null</c> where there is none of that id, or no more.</summary>
    public Batch? Find(string id) => _batches.GetValueOrDefault(id);

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _stop.Cancel();
        if (_work.IsValueCreated)
        {
            // The document under way is finished or left out as a whole.
            _work.Value.Wait();
        }

        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (var batch in _queue.Reader.ReadAllAsync())
        {
            Read(batch);
        }
    }

    private void Read(Batch batch)
    {
        try
        {
            batch.Begin();
            foreach (var result in _intake(batch.Inputs, _stop.Token))
            {
                batch.Add(result);
            }

            batch.End(null);
        }
        catch (SaysoException e)
        {
            batch.End(e.Problem);
        }
        catch (OperationCanceledException)
        {
            batch.End(new Problem(ProblemCodes.Stopped, "The page was stopped; what stands here is in the ledger."));
        }
#pragma warning disable CA1031 // A batch that fails must not end the reading of those behind it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            batch.End(new Problem(ProblemCodes.Failed, $"A fault of the program: {e.GetType().Name}: {e.Message}"));
        }
    }
}

/// <summary>What was handed in at once, and what became of it so far. Safe for use by several threads.</summary>
internal sealed class Batch(int number, IReadOnlyList<IntakeInput> inputs)
{
    private readonly Lock _lock = new();
    private readonly List<IntakeResult> _results = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasBegun;
    private bool _hasEnded;
    private Problem? _problem;

    /// <summary>The how manieth.</summary>
    public int Number { get; } = number;

    /// <summary>Its name in addresses.</summary>
    public string Id => Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The inputs; empty once they are read, so that their bytes are let go.</summary>
    public IReadOnlyList<IntakeInput> Inputs { get; private set; } = inputs;

    /// <summary>The inputs' names.</summary>
    public IReadOnlyList<string> Names { get; } = [.. inputs.Select(i => i.Name)];

    /// <summary>Is done when nothing more comes.</summary>
    public Task Ended => _ended.Task;

    /// <summary>How far it is.</summary>
    public BatchProgress Progress
    {
        get
        {
            lock (_lock)
            {
                return new BatchProgress(_hasBegun, _hasEnded, [.. _results], _problem);
            }
        }
    }

    /// <summary>Reading begins.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _hasBegun = true;
        }
    }

    /// <summary>One more result.</summary>
    public void Add(IntakeResult result)
    {
        lock (_lock)
        {
            _results.Add(result);
        }
    }

    /// <summary>Nothing more comes.</summary>
    /// <param name="problem">Why it ended before all was read; <c>null</c> where all was.</param>
    public void End(Problem? problem)
    {
        lock (_lock)
        {
            _hasEnded = true;
            _problem = problem;
            Inputs = [];
        }

        _ended.TrySetResult();
    }
}

/// <summary>How far a batch is.</summary>
/// <param name="HasBegun">Whether reading began.</param>
/// <param name="HasEnded">Whether nothing more comes.</param>
/// <param name="Results">What became of inputs so far, in order.</param>
/// <param name="Problem">Why it ended early; <c>null</c> where it did not.</param>
internal sealed record BatchProgress(bool HasBegun, bool HasEnded, IReadOnlyList<IntakeResult> Results, Problem? Problem);
