using Sayso.Core.Errors;
using Sayso.Web.Hosting;

namespace Sayso.Web.Pages;

/// <summary>What was handed in, and what became of each input so far.</summary>
/// <param name="Id">The batch's name in addresses.</param>
/// <param name="Lines">The inputs, in their order.</param>
public sealed record BatchView(string Id, IReadOnlyList<BatchLine> Lines)
{
    /// <summary>Whether nothing more comes.</summary>
    public bool HasEnded { get; private init; }

    /// <summary>Why it ended before all was read.</summary>
    public Problem? Problem { get; private init; }

    /// <summary>Inputs dealt with.</summary>
    public int Done => Lines.Count(l => l.State != LineState.Waiting && l.State != LineState.Reading);

    /// <summary>Statements added.</summary>
    public int Statements => Lines.Sum(l => l.Statements);

    /// <summary>Documents that are in the ledger now, and were not before.</summary>
    public int Documents => Lines.Count(l => l.State == LineState.Added);

    /// <summary>Inputs that could not be read.</summary>
    public int Failed => Lines.Count(l => l.State == LineState.Failed);

    /// <summary>Reads it.</summary>
    internal static BatchView Of(Batch batch)
    {
        var progress = batch.Progress;
        List<BatchLine> lines = [.. progress.Results.Select(BatchLine.Of)];
        var read = progress.Results.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var left = batch.Names.Where(n => !read.Contains(n)).ToList();
        lines.AddRange(left.Select((name, i) => new BatchLine(name, progress switch
        {
            { HasEnded: true } => LineState.LeftOut,
            { HasBegun: true } when i == 0 => LineState.Reading,
            _ => LineState.Waiting,
        })));
        return new BatchView(batch.Id, lines) { HasEnded = progress.HasEnded, Problem = progress.Problem };
    }
}

/// <summary>How far an input is: a closed set.</summary>
public enum LineState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>It is being read.</summary>
    Reading,

    /// <summary>It is in the ledger now.</summary>
    Added,

    /// <summary>It was there already.</summary>
    Known,

    /// <summary>It could not be read.</summary>
    Failed,

    /// <summary>Reading ended before its turn.</summary>
    LeftOut,
}

/// <summary>An input.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="State">How far it is.</param>
public sealed record BatchLine(string Name, LineState State)
{
    /// <summary>Its document.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Statements added.</summary>
    public int Statements { get; init; }

    /// <summary>What is to be said of it.</summary>
    public string? Remark { get; init; }

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What became of an input.</summary>
    public static BatchLine Of(IntakeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var state = result.Outcome switch
        {
            null => LineState.Failed,
            Core.Ledger.AddOutcome.Added or Core.Ledger.AddOutcome.NewVersion => LineState.Added,
            _ => LineState.Known,
        };
        return new BatchLine(result.Name, state)
        {
            DocumentId = result.DocumentId,
            Statements = result.Statements,
            Problems = result.Problems,
            Remark = result.Outcome switch
            {
                Core.Ledger.AddOutcome.NewVersion => "a new version of a page that was there",
                Core.Ledger.AddOutcome.AlreadyThere => "was there already; nothing changed",
                Core.Ledger.AddOutcome.Retracted => "was there already, and is retracted; nothing changed",
                _ => null,
            },
        };
    }
}
