using NodaTime;
using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Core.Documents;

/// <summary>
/// One article version as read. <see cref="Id"/> is the hash of the raw bytes and of what the user stated beside them,
/// so that reading the same again gives the same document, whatever the reader's version finds in it.
/// </summary>
public sealed record Document
{
    /// <summary>32 hexadecimal digits: see <see cref="DocumentId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The bytes as read.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>SHA-256 of <see cref="Raw"/>, 64 hexadecimal digits.</summary>
    public required string RawHash { get; init; }

    /// <summary>IANA media type of the raw bytes: <c>text/plain</c>, <c>text/html</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The plain text, paragraphs at line ends; quotation marks and apostrophes as the author wrote them.</summary>
    public required string Text { get; init; }

    /// <summary>The path it was read from, or <c>null</c>; not part of the identity.</summary>
    public string? Path { get; init; }

    /// <summary>Canonical address: stated, else the page's own; <c>null</c> where neither is there.</summary>
    public string? Url { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The authors as the page names them.</summary>
    public string? Byline { get; init; }

    /// <summary>When it was published, with the zone's offset as stated (UTC where the page states none).</summary>
    public OffsetDateTime? Published { get; init; }

    /// <summary>When it was last modified by its own account.</summary>
    public OffsetDateTime? Modified { get; init; }

    /// <summary>ISO 639-1 code of the text's language, or <c>null</c> where it could not be told.</summary>
    public string? Language { get; init; }

    /// <summary>What was wrong with the input but did not keep it from being read.</summary>
    public ValueList<Problem> Problems { get; init; } = ValueList<Problem>.Empty;
}
