using Sayso.Core.Documents;
using Sayso.Web.Reading;

namespace Sayso.Web.Hosting;

/// <summary>Addresses of the page: stable, and short enough to be read out.</summary>
public static class Links
{
    private const int LongestPath = 2000;

    /// <summary>A document.</summary>
    public static string Document(string id) => $"/documents/{Wording.Brief(id)}";

    /// <summary>A statement.</summary>
    public static string Statement(string id) => $"/statements/{Wording.Brief(id)}";

    /// <summary>A claim.</summary>
    public static string Claim(string id) => $"/claims/{Wording.Brief(id)}";

    /// <summary>A figure.</summary>
    public static string Figure(string id) => $"/figures/{Wording.Brief(id)}";

    /// <summary>A conflict.</summary>
    public static string Conflict(string id) => $"/conflicts/{Wording.Brief(id)}";

    /// <summary>A watchlist.</summary>
    public static string Watchlist(string id) => $"/watchlists/{Wording.Brief(id)}";

    /// <summary>A story.</summary>
    public static string Story(string id) => $"/stories/{Wording.Brief(id)}";

    /// <summary>All that somebody said.</summary>
    public static string Actor(string name) => With("/actors", ("name", name));

    /// <summary>A path with a query; values that are empty are left out.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parts = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}");
        var joined = string.Join('&', parts);
        return joined.Length > 0 ? $"{path}?{joined}" : path;
    }

    /// <summary>A path of this server that a request may be led back to; <c>null</c> where it leads elsewhere, or in circles.</summary>
    /// <param name="path">What was asked for.</param>
    public static string? Local(string? path) =>
        path is { Length: > 0 and < LongestPath } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl) && !path.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase)
            ? path
            : null;

    /// <summary>An address of the web that may be followed: http or https; <c>null</c> for any other, such as one that is a script.</summary>
    public static string? Web(string? url) => SafeAddress.Of(url);
}
