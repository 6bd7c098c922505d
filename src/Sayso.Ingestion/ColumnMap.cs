namespace Sayso.Ingestion;

/// <summary>
/// Which field of a record (a column of CSV, a member of a JSON object) holds what. What is not given is found by the
/// names that such files use. A name with dots leads into objects: <c>article.body</c>.
/// </summary>
public sealed record ColumnMap
{
    /// <summary>Nothing given.</summary>
    public static ColumnMap None { get; } = new();

    /// <summary>The article's text, or its markup.</summary>
    public string? Text { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }

    /// <summary>The time of publication.</summary>
    public string? Published { get; init; }

    /// <summary>The time of the last change.</summary>
    public string? Modified { get; init; }

    /// <summary>The publisher's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The authors' names.</summary>
    public string? Byline { get; init; }

    /// <summary>The language.</summary>
    public string? Language { get; init; }
}
