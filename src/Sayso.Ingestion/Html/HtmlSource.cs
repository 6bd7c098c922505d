using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sayso.Ingestion.Html;

/// <summary>The source of a page → its tree. Scripts are not run, and nothing is loaded.</summary>
internal static class HtmlSource
{
    private static readonly HtmlParserOptions _options = new() { IsScripting = false, IsKeepingSourceReferences = false };

    /// <summary>Parses as the HTML standard asks (WHATWG, 13.2): nothing is an error.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(_options, BrowsingContext.New(Configuration.Default)).ParseDocument(html);
}
