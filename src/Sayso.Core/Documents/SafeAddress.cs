namespace Sayso.Core.Documents;

/// <summary>Addresses of the web that a document states of itself.</summary>
public static class SafeAddress
{
    /// <summary>The address, escaped, where it may be followed: http or https; <c>null</c> for any other, such as one that is a script.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;
}
