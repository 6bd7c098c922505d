using System.Text.RegularExpressions;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Feeds;

/// <summary>Tells the forms that are XML by their root element.</summary>
internal static partial class XmlForms
{
    /// <summary>The form, or <c>null</c> for other XML and what is none.</summary>
    public static Form? Of(string text)
    {
        var prolog = Prolog().Match(text);
        return Root().Match(text, prolog.Length) is { Success: true } root
            ? root.Groups["name"].Value.ToLowerInvariant() switch
            {
                "rss" or "feed" or "rdf" => Form.Feed,
                "urlset" or "sitemapindex" => Form.Sitemap,
                _ => null,
            }
            : null;
    }

    /// <summary>What may stand before the root: declarations, instructions, comments, a document type.</summary>
    [GeneratedRegex(@"\A(?>\s+|<\?(?>[^?]+|\?(?!>))*\?>|<!--(?>[^-]+|-(?!->))*-->|<!DOCTYPE[^\[>]*(?:\[(?>[^\]]*)\]\s*)?>)*", RegexOptions.IgnoreCase)]
    private static partial Regex Prolog();

    [GeneratedRegex(@"\G<(?:[A-Za-z][\w.-]{0,30}:)?(?<name>[A-Za-z]\w{0,30})(?=[\s>/])")]
    private static partial Regex Root();
}
