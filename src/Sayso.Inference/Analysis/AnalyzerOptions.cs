namespace Sayso.Inference.Analysis;

/// <summary>How much is done at once. None of it changes a result.</summary>
public sealed record AnalyzerOptions
{
    /// <summary>Encoder passes that run at the same time, each on a core of its own; 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Documents that may be read ahead of the one whose result is waited for; 1 or more.</summary>
    public int MaxDocuments { get; init; } = 32;

    /// <summary>
    /// Characters of text that may be read ahead, so that a few huge documents do not fill the memory. One document more
    /// than that is always taken.
    /// </summary>
    public int MaxCharacters { get; init; } = 2_000_000;

    /// <summary>Whose way of marking the network follows.</summary>
    public Convention Convention { get; init; } = Convention.Sayso;
}
