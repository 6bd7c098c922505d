using NodaTime;
using NodaTime.Text;
using Sayso.Core.Text;

namespace Sayso.Core.Documents;

/// <summary>
/// The identity of a document: its bytes, and what the user states that the bytes do not say; where a page has the bytes of an
/// earlier version again, also what stood between.
/// </summary>
public static class DocumentId
{
    /// <summary>The id: 32 hexadecimal digits. Absent statements differ from empty ones.</summary>
    /// <param name="rawHash">SHA-256 of the raw bytes, hexadecimal.</param>
    /// <param name="stated">What the user stated.</param>
    public static string Of(string rawHash, StatedMetadata stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        using var hash = new ContentHash("document");
        return hash.Add(rawHash)
            .Add(stated.Url)
            .Add(stated.Outlet)
            .Add(stated.Published is { } time ? OffsetDateTimePattern.ExtendedIso.Format(time) : null)
            .ToId();
    }

    /// <summary>The id of a page's version that has the bytes of an earlier one again: the page was edited back.</summary>
    /// <param name="id">The earlier version's id.</param>
    /// <param name="replaced">The id of the version that stood between.</param>
    public static string OfReturn(string id, string replaced)
    {
        using var hash = new ContentHash("document again");
        return hash.Add(id).Add(replaced).ToId();
    }
}

/// <summary>What the user states of an input beside its bytes: it stands for what they do not say.</summary>
public sealed record StatedMetadata
{
    /// <summary>Nothing stated.</summary>
    public static StatedMetadata None { get; } = new();

    /// <summary>The address it was fetched from.</summary>
    public string? Url { get; init; }

    /// <summary>The publisher's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The publication time.</summary>
    public OffsetDateTime? Published { get; init; }
}
