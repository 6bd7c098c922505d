namespace Sayso.Ingestion.Forms;

/// <summary>The forms that news comes in. A container holds documents of any form; the others are one document.</summary>
internal enum Form
{
    /// <summary>Text as it is.</summary>
    Plain,

    /// <summary>A page.</summary>
    Html,

    /// <summary>A mail message: a document, and its attachments.</summary>
    Message,

    /// <summary>A mail message without its attachments: one document.</summary>
    MessageBody,

    /// <summary>A container: mail messages one after the other.</summary>
    Mailbox,

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
        Form.MessageBody => "message/rfc822",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "a container is no document"),
    };
}
