namespace Sayso.Ingestion;

/// <summary>Bounds of what is read; beyond them an input is refused with a code, before it can cost memory or time.</summary>
public sealed record ReaderOptions
{
    /// <summary>Most bytes of one input: 64 MiB.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    /// <summary>Most UTF-16 units of a decoded text: 16 million, as much as the scores of one document may cost in memory.</summary>
    public int MaxCharacters { get; init; } = 16_000_000;

    /// <summary>Most containers inside each other: a compressed mailbox with an archive attached to a message is four.</summary>
    public int MaxContainers { get; init; } = 6;

    /// <summary>Most parts of one input, those of containers inside it included.</summary>
    public long MaxEntries { get; init; } = 10_000_000;

    /// <summary>Most bytes that one input may unpack to, all levels together: 64 GiB.</summary>
    public long MaxExpandedBytes { get; init; } = 64L << 30;

    /// <summary>How many times its size a packed part may become, where it becomes larger than <see cref="MaxBytes"/>.</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Which fields of records hold what.</summary>
    public ColumnMap Columns { get; init; } = ColumnMap.None;

    /// <summary>The encoding that the server of an input states.</summary>
    internal string? Charset { get; init; }

    /// <summary>Most pages of a PDF.</summary>
    public int MaxPages { get; init; } = 2_000;

    /// <summary>Longest time for a PDF, or for another document of 256 KiB or more: 2 minutes, where a page of a newspaper takes some milliseconds.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most managed memory, in bytes, that the program may take while such a document is read, and for which the reading is responsible: 4 GiB.</summary>
    public long MaxMemory { get; init; } = 4L << 30;

    /// <summary>Most tags of a page, which bound the memory that its tree takes.</summary>
    public int MaxTags { get; init; } = 600_000;

    /// <summary>Most elements inside each other in a page: real pages stay under 100.</summary>
    public int MaxDepth { get; init; } = 400;

    /// <summary>Most elements of a page that the article finder weighs; larger pages are read by their markup alone.</summary>
    public int MaxElements { get; init; } = 12_000;

    /// <summary>Most elements inside each other in a page that the article finder weighs.</summary>
    public int MaxWeighedDepth { get; init; } = 120;

    /// <summary>Most characters of a page that the article finder weighs.</summary>
    public int MaxWeighedCharacters { get; init; } = 4_000_000;

    /// <summary>Most children of one element that the article finder weighs.</summary>
    public int MaxChildren { get; init; } = 1_500;

    /// <summary>Fewest words of a page's article.</summary>
    public int MinArticleWords { get; init; } = 20;
}
