using NodaTime;

namespace Sayso.Ingestion.Metadata;

/// <summary>What a page says of itself; what it does not say is <c>null</c>.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Byline { get; init; }

    public OffsetDateTime? Published { get; init; }

    /// <summary>What the page states as its publication, where it is no time that can be read.</summary>
    public string? UnreadTime { get; init; }

    public OffsetDateTime? Modified { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    /// <summary>This, completed field by field by one that is trusted less.</summary>
    public PageMetadata Or(PageMetadata other) => new()
    {
        Title = Title ?? other.Title,
        Outlet = Outlet ?? other.Outlet,
        Byline = Byline ?? other.Byline,
        Published = Published ?? other.Published,
        UnreadTime = UnreadTime ?? other.UnreadTime,
        Modified = Modified ?? other.Modified,
        Url = Url ?? other.Url,
        Language = Language ?? other.Language,
    };
}
