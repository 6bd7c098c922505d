using MimeKit;
using Sayso.Core.Errors;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Mail;

/// <summary>
/// A page that a browser saved as one file (MHTML, RFC 2557) → the article in it. The file's date is that of saving, and
/// no publication.
/// </summary>
internal static class WebPageArchive
{
    /// <summary>The page's content, or why there is none.</summary>
    public static (PageContent? Content, Problem? Problem) Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var message = MessageText.Load(raw);
        if (MessageText.Leaves(message.Body).OfType<TextPart>().FirstOrDefault(part => part.IsHtml) is not { } page)
        {
            return (null, new Problem(ProblemCodes.NoArticle, "the saved file holds no page."));
        }

        var (content, problem) = HtmlPage.Read(MessageText.TextOf(page), options);
        var address = message.Headers["Snapshot-Content-Location"] ?? page.ContentLocation?.OriginalString;
        return content is null ? (null,
            problem) : (content with { Metadata = content.Metadata.Or(new PageMetadata { Url = WebAddress.OfArticle(address) }) }, problem);
    }
}
