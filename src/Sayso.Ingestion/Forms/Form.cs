namespace Sayso.Ingestion.Forms;

/// <summary>The forms that news comes in. A container holds documents of any form; the others are one document.</summary>
internal enum Form
{
    /// <summary>Text as it is.</summary>
    Plain,

    /// <summary>A page.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A page that a browser saved as one file.</summary>
    WebPageArchive,

    /// <summary>Pages as they are printed.</summary>
    Pdf,

    /// <summary>A Word document.</summary>
    Docx,

    /// <summary>An OpenDocument text.</summary>
    Odt,

    /// <summary>A mail message: a document, and its attachments.</summary>
    Message,

    /// <summary>A mail message without its attachments: one document.</summary>
    MessageBody,

    /// <summary>A container: mail messages one after the other.</summary>
    Mailbox,

    /// <summary>A container: RSS or Atom.</summary>
    Feed,

    /// <summary>A feed of one item: one document.</summary>
    FeedItem,

    /// <summary>A container: a JSON Feed.</summary>
    JsonFeed,

    /// <summary>A JSON Feed of one item: one document.</summary>
    JsonFeedItem,

    /// <summary>A container: a sitemap.</summary>
    Sitemap,

    /// <summary>A news sitemap of one article: one document.</summary>
    SitemapItem,

    /// <summary>A container: one JSON value of one object or several.</summary>
    Json,

    /// <summary>A container: a JSON object a line.</summary>
    JsonLines,

    /// <summary>A JSON object: one document.</summary>
    JsonRecord,

    /// <summary>A container: records with a header.</summary>
    Csv,

    /// <summary>A header and one record: one document.</summary>
    CsvRecord,

    /// <summary>A container: a web archive.</summary>
    Warc,

    /// <summary>A container: a ZIP archive; or one of the forms that are one.</summary>
    Zip,

    /// <summary>A container: a stream that is one other input, compressed.</summary>
    Gzip,
}

/// <summary>IANA media types of documents.</summary>
internal static class MediaTypes
{
    /// <summary>The media type of a document of a form.</summary>
    public static string Of(Form form) => form switch
    {
        Form.Plain => "text/plain",
        Form.Html => "text/html",
        Form.Markdown => "text/markdown",
        Form.WebPageArchive => "multipart/related",
        Form.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Form.Odt => "application/vnd.oasis.opendocument.text",
        Form.Pdf => "application/pdf",
        Form.SitemapItem => "application/xml",
        Form.JsonRecord => "application/json",
        Form.CsvRecord => "text/csv",
        Form.MessageBody => "message/rfc822",
        Form.FeedItem => "application/xml",
        Form.JsonFeedItem => "application/feed+json",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "a container is no document"),
    };
}
