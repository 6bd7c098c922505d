namespace Sayso.Inference.Windowing;

/// <summary>The words that one encoder pass reads: a half-open range.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">The index after the last word.</param>
internal readonly record struct Window(int First, int End)
{
    /// <summary>Number of words.</summary>
    public int Count => End - First;
}

/// <summary>How a document is cut; the numbers come with the model. Sizes are in word pieces, [CLS] and [SEP] left out.</summary>
internal sealed record WindowOptions
{
    /// <summary>A window holds no more.</summary>
    public required int MaxPieces { get; init; }

    /// <summary>A line of more is cut into segments.</summary>
    public required int MaxSegment { get; init; }

    /// <summary>A segment that is cut after a sentence holds no fewer.</summary>
    public required int MinSegment { get; init; }

    /// <summary>What neighbouring windows may share.</summary>
    public required int Overlap { get; init; }

    /// <summary>In words: from this distance to its window's edge on, a word counts fully.</summary>
    public required int Edge { get; init; }

    /// <summary>
    /// How much a window's opinion on its word <paramref name="word"/> counts, above 0 and at most 1: less towards an edge
    /// that is not the document's.
    /// </summary>
    public float WeightOf(int word, Window window, int wordsInDocument)
    {
        var left = window.First > 0 ? word - window.First + 1 : Edge;
        var right = window.End < wordsInDocument ? window.End - word : Edge;
        return (float)((double)Math.Min(Math.Min(left, right), Edge) / Edge);
    }
}
