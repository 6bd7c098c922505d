using System.Text;
using System.Text.RegularExpressions;

namespace Sayso.Ingestion.Metadata;

/// <summary>Small repairs of what pages write into their metadata.</summary>
internal static class PageText
{
    /// <summary>
    /// White space collapsed, character references in attribute values left over from double escaping decoded; <c>null</c> for
    /// nothing.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var decoded = text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;
        return Collapse(decoded);
    }

    /// <summary>Runs of white space as one space, none at the ends; no-break spaces stay.</summary>
    public static string Collapse(string text)
    {
        var made = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                gap = made.Length > 0;
                continue;
            }

            if (gap)
            {
                made.Append(' ');
                gap = false;
            }

            made.Append(c);
        }

        return made.ToString();
    }

    /// <summary>Letters and digits only, lower case: for telling whether two texts are the same but for their dress.</summary>
    public static string Key(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += IsOfKey(c) ? 1 : 0;
        }

        return string.Create(count, text, static (key, text) =>
        {
            var at = 0;
            foreach (var c in text)
            {
                if (IsOfKey(c))
                {
                    key[at++] = char.ToLowerInvariant(c);
                }
            }
        });
    }

    private static bool IsOfKey(char c) => char.IsLetter(c) || char.IsNumber(c);
}

/// <summary>Addresses that pages name as their own.</summary>
internal static partial class WebAddress
{
    /// <summary>An absolute http or https address without its fragment, or <c>null</c>.</summary>
    public static string? Absolute(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && text!.Length <= 2000
            ? uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped)
            : null;

    /// <summary>The same, but for a site's front page: no article has that address, though careless pages name it.</summary>
    public static string? OfArticle(string? text) => Absolute(text) is { } address && !FrontPage().IsMatch(new Uri(address).PathAndQuery)
        ? address : null;

    /// <summary>Whether two addresses are of one site: one's host is the other's, or within it, <c>www</c> and the like left out.</summary>
    public static bool IsOneSite(string? one, string other)
    {
        if (!Uri.TryCreate(one, UriKind.Absolute, out var first) || !Uri.TryCreate(other, UriKind.Absolute, out var second))
        {
            return false;
        }

        var (a, b) = (HostPrefix().Replace(first.IdnHost, ""), HostPrefix().Replace(second.IdnHost, ""));
        return a.Equals(b, StringComparison.OrdinalIgnoreCase) || Within(a, b) || Within(b, a);

        // “co.uk” holds many sites, and is none.
        static bool Within(string inner, string outer) =>
            outer.Contains('.', StringComparison.Ordinal) && outer.Length > 6
                && inner.EndsWith("." + outer, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?:www\d?|m|mobile|amp)\.", RegexOptions.IgnoreCase)]
    private static partial Regex HostPrefix();

    /// <summary>A site's root, its index file, or the root of one of its languages.</summary>
    [GeneratedRegex(@"^/(?:(?:index|default|home)(?:\.[a-z]{3,5})?|[a-z]{2}(?:-[a-z]{2})?/?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex FrontPage();
}

/// <summary>BCP 47 language tags.</summary>
internal static partial class LanguageTag
{
    /// <summary>The two-letter primary subtag of a tag such as <c>en-GB</c> or <c>en_US</c>, or <c>null</c>.</summary>
    public static string? Primary(string? tag) => tag is not null && Shape().Match(tag.Trim()) is { Success: true } match
        ? match.Groups[1].Value.ToLowerInvariant()
        : null;

    [GeneratedRegex("^([A-Za-z]{2})([-_][A-Za-z0-9]{2,8})*$")]
    private static partial Regex Shape();
}
