using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Sayso.Core.Documents;
using Sayso.Core.Linguistics;
using Sayso.Inference.Encoders;
using Sayso.Inference.Models;
using Sayso.Inference.Tokenizing;

namespace Sayso.Inference.Analysis;

/// <summary>
/// One pass over a sequence of items: a thread reads and cuts them into windows, several run the windows, and the
/// caller's takes the results in order. Two bounded queues between them keep the memory flat.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The reader may outlive the pass, and the queues hold no handle of the system.")]
internal sealed class AnalysisPass<TItem, TResult>(AttributionModel model, EncoderSession session, AnalyzerOptions options)
{
    private const int WindowsAhead = 64;

    private readonly BlockingCollection<Job> _jobs = new(WindowsAhead);
    private readonly BlockingCollection<Slot> _slots = [];
    private readonly LookAhead _lookAhead = new(options.MaxDocuments, options.MaxCharacters);

    /// <summary>An item's document.</summary>
    public required Func<TItem, Document?> DocumentOf { get; init; }

    /// <summary>Makes an item's result.</summary>
    public required Func<TItem, AnalyzedDocument?, TResult> Finish { get; init; }

    /// <summary>The results in order. Stopping early leaves at most the reading of one item going on.</summary>
    public IEnumerable<TResult> Run(IEnumerable<TItem> items, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = stop.Token;
        Start(() => Read(items, token), "reader");
        Thread[] encoders = [.. Enumerable.Range(0, options.Threads).Select(i => Start(() => Encode(token), $"encoder {i}"))];
        try
        {
            foreach (var slot in _slots.GetConsumingEnumerable(token))
            {
                slot.Outcome.Task.Wait(token);
                _lookAhead.Leave(slot.Weight);
                yield return slot.Outcome.Task.Result();
            }
        }
        finally
        {
            stop.Cancel();
            _lookAhead.Close();

            // The encoders use the session, so they must have left it. The reader may wait for its input for ever.
            foreach (var encoder in encoders)
            {
                encoder.Join();
            }
        }
    }

    private static Thread Start(Action work, string name)
    {
        var thread = new Thread(() => UnlessStopped(work)) { IsBackground = true, Name = $"sayso {name}" };
        thread.Start();
        return thread;
    }

    private static void UnlessStopped(Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException)
        {
            // Whoever stopped it knows.
        }
    }

    private void Read(IEnumerable<TItem> items, CancellationToken token)
    {
        try
        {
            var encoder = new TextEncoder(model.Vocabulary);
            using var item = items.GetEnumerator();
            while (_lookAhead.WaitForRoom() && item.MoveNext())
            {
                Take(item.Current, encoder, token);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !token.IsCancellationRequested)
        {
            NewSlot(0, token).Fail(e);
        }
        finally
        {
            _slots.CompleteAdding();
            _jobs.CompleteAdding();
        }
    }

    private void Take(TItem item, TextEncoder encoder, CancellationToken token)
    {
        var document = DocumentOf(item);
        var slot = NewSlot(document is null ? 0 : document.Text.Length + (document.Raw.Length / sizeof(char)), token);
        if (document is null)
        {
            slot.Complete(() => Finish(item, null));
            return;
        }

        var analysis = new DocumentAnalysis(model, document, encoder.Encode(document.Text));
        if (analysis.Windows.Length == 0)
        {
            slot.Complete(() => Finish(item, analysis.Complete()));
            return;
        }

        for (var i = 0; i < analysis.Windows.Length; i++)
        {
            _jobs.Add(new Job(item, slot, analysis, i), token);
        }
    }

    private Slot NewSlot(long weight, CancellationToken token)
    {
        var slot = new Slot(weight);
        _lookAhead.Enter(weight);
        _slots.Add(slot, token);
        return slot;
    }

    private void Encode(CancellationToken token)
    {
        var input = new WindowInput();
        foreach (var job in _jobs.GetConsumingEnumerable(token))
        {
            try
            {
                if (job.Analysis.Add(job.Index, RunWindow(job, input)))
                {
                    job.Slot.Complete(() => Finish(job.Item, job.Analysis.Complete()));
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                job.Slot.Fail(e);
            }
        }
    }

    private float[] RunWindow(Job job, WindowInput input)
    {
        var text = job.Analysis.Text;
        var window = job.Analysis.Windows[job.Index];
        input.Begin(1, text.CountPieces(window.First, window.End) + WindowInput.SpecialPieces, window.Count, options.Convention);
        input.Write(0, text, window, model.Vocabulary);
        var output = DocumentAnalysis.RentOutput(window);
        session.Run(input, output);
        return output;
    }

    private readonly record struct Job(TItem Item, Slot Slot, DocumentAnalysis Analysis, int Index);

    /// <summary>The place of an item's result in their order.</summary>
    private sealed class Slot(long weight)
    {
        public long Weight { get; } = weight;

        /// <summary>Gives the result, or throws what went wrong.</summary>
        public TaskCompletionSource<Func<TResult>> Outcome { get; } = new();

        public void Complete(Func<TResult> make)
        {
            try
            {
                var result = make();
                Outcome.TrySetResult(() => result);
            }
            catch (Exception e)
            {
                Fail(e);
            }
        }

        public void Fail(Exception exception)
        {
            var captured = ExceptionDispatchInfo.Capture(exception);
            Outcome.TrySetResult(() =>
            {
                captured.Throw();
                return default!;
            });
        }
    }
}
