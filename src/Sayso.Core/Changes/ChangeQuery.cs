namespace Sayso.Core.Changes;

/// <summary>Which changes of pages to show; absent conditions hold for all.</summary>
public sealed record ChangeQuery
{
    /// <summary>The page's address holds this, in any letter case.</summary>
    public string? Url { get; init; }

    /// <summary>Whether a change answers it.</summary>
    public bool Holds(PageChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Url is null || change.Url.Contains(Url, StringComparison.OrdinalIgnoreCase);
    }
}
