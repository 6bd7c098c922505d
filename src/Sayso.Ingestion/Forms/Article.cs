using Sayso.Core.Errors;
using Sayso.Ingestion.Feeds;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Mail;
using Sayso.Ingestion.Metadata;
using Sayso.Ingestion.Office;
using Sayso.Ingestion.Pdf;
using Sayso.Ingestion.Records;

namespace Sayso.Ingestion.Forms;

/// <summary>Bytes of one document → text and metadata, by their form.</summary>
internal static class Article
{
    /// <summary>The content, and what is wrong with it; without content the first problem says why.</summary>
    public static (PageContent? Content, IReadOnlyList<Problem> Problems) Read(Form form, ReadOnlyMemory<byte> raw,
        ReaderOptions options) => form switch
        {
            Form.MessageBody => Judged(MessageText.Read(raw, options), options),
            Form.Pdf => Judged(PdfText.Read(raw, options), options),
            Form.Docx => Judged(WordText.Read(raw, options), options),
            Form.Odt => Judged(OpenDocumentText.Read(raw, options), options),
            Form.WebPageArchive => WebPageArchive.Read(raw, options) is var (content, problem) && content is null
                ? (null, [problem!]) : (content, []),
            Form.SitemapItem => Judged(Sitemap.Read(raw, options), options),
            Form.JsonRecord => Judged(JsonRecords.Read(raw, options), options),
            Form.CsvRecord => Judged(CsvRecords.Read(raw, options), options),
            Form.FeedItem => Judged(FeedItem.Read(raw, options), options),
            Form.JsonFeedItem => Judged(JsonFeed.Read(raw, options), options),
            _ => Decoded(form, raw.Span, options),
        };

    /// <summary>Forms that are text in some encoding.</summary>
    private static (PageContent? Content, IReadOnlyList<Problem> Problems) Decoded(Form form, ReadOnlySpan<byte> raw, ReaderOptions options)
    {
        var decoded = TextDecoder.Decode(raw, form == Form.Html, options.Charset);
        var most = form == Form.Plain ? options.MaxCharacters : 2L * options.MaxCharacters;
        if (decoded.Text.Length > most)
        {
            return Failed(ProblemCodes.TooLarge,
                $"it holds {decoded.Text.Length / 1_000_000} million characters, more than an article can.");
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return Failed(ProblemCodes.Empty, "it holds nothing but white space.");
        }

        var (content, problem) = form switch
        {
            Form.Html => HtmlPage.Read(decoded.Text, options),
            Form.Markdown => (MarkdownText.Read(decoded.Text, options), null),
            _ => (new PageContent(decoded.Text, new PageMetadata()), null),
        };
        if (content is null)
        {
            return (null, [problem!]);
        }

        // What is nothing but marks leaves none: links that no sentence refers to, say.
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            return Failed(ProblemCodes.NoText, "it holds no text.");
        }

        List<Problem> problems = [];
        if (decoded.HadInvalidBytes)
        {
            problems.Add(new Problem(ProblemCodes.InvalidEncoding, decoded.Text.Contains('\uFFFD', StringComparison.Ordinal)
                ? $"Some bytes are not valid {decoded.Encoding}; each was replaced by U+FFFD. Save it as UTF-8 if the words matter."
                : $"The page says that it is UTF-8 and is not; it was read as {decoded.Encoding}. Save it as UTF-8 if letters are wrong."));
        }

        if (problem is not null)
        {
            problems.Add(problem);
        }

        return (content, problems);
    }

    /// <summary>Refuses a text that is too long, or none.</summary>
    private static (PageContent? Content, IReadOnlyList<Problem> Problems) Judged(PageContent content, ReaderOptions options) =>
        content.Text.Length > options.MaxCharacters
            ? Failed(ProblemCodes.TooLarge, $"it holds {content.Text.Length / 1_000_000} million characters, more than an article can.")
        : string.IsNullOrWhiteSpace(content.Text) ? Failed(ProblemCodes.NoText, "it holds no text.")
        : (content, []);

    private static (PageContent? Content, IReadOnlyList<Problem> Problems) Failed(string code, string message) =>
        (null, [new Problem(code, message)]);
}
