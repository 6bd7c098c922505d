using Sayso.Core.Errors;

namespace Sayso.Ingestion.Fetching;

/// <summary>What to fetch.</summary>
/// <param name="Address">An http or https address.</param>
public sealed record FetchRequest(string Address)
{
    /// <summary>The mark that the server gave the content when it was last fetched (RFC 9110, 8.8.3).</summary>
    public string? ETag { get; init; }

    /// <summary>When the content last changed, as the server wrote it.</summary>
    public string? LastModified { get; init; }
}

/// <summary>What came of fetching an address.</summary>
/// <param name="Address">The address that was asked for.</param>
public sealed record FetchResult(string Address)
{
    /// <summary>Why there is no content; <c>null</c> where there is, or where it is as it was.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Whether the server says that the content is what it was when the request's marks were given.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The content, unpacked.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The address that the content came from, behind all redirects, without a fragment.</summary>
    public string FinalAddress { get; init; } = Address;

    /// <summary>The character encoding that the server states.</summary>
    public string? Charset { get; init; }

    /// <summary>The mark of this content, for the next request.</summary>
    public string? ETag { get; init; }

    /// <summary>When the content last changed, for the next request.</summary>
    public string? LastModified { get; init; }

    /// <summary>The result of an address that could not be had.</summary>
    internal static FetchResult Failed(string address, string code, string message) =>
        new(address) { Problem = new Problem(code, message) };
}
