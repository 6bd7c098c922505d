using MimeKit;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Mail;

/// <summary>
/// A mail message as a container: itself, then what is attached to it, each in its own form: a press release as PDF, a
/// forwarded message. Pictures and signatures are passed over.
/// </summary>
internal static class MessageParts
{
    /// <summary>Passed over unseen: what no article comes in, and what nests so deeply that it was not taken apart.</summary>
    private static readonly string[] _neverArticles = ["image", "audio", "video", "font", "multipart"];

    /// <summary>The message without its attachments, then these, numbered from 1.</summary>
    public static IEnumerable<Part> Of(OpenContainer container)
    {
        var raw = container.Drain();
        var whole = container.Whole;
        using var message = MessageText.Load(raw);
        yield return whole with { Content = Part.Bytes(raw), Form = Form.MessageBody, Depth = whole.Depth + 1 };

        var number = 0;
        foreach (var attachment in MessageText.Attachments(message))
        {
            number++;
            if (!_neverArticles.Contains(attachment.ContentType.MediaType, StringComparer.OrdinalIgnoreCase))
            {
                var name = Name(attachment, number);
                yield return whole.Inner(name, Bytes(attachment)) with { MayBeOther = ArticleNames.IsArticle(name) != true };
            }
        }
    }

    private static string Name(MimeEntity attachment, int number) =>
        attachment.ContentDisposition?.FileName ?? attachment.ContentType.Name
            ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Bytes(MimeEntity attachment)
    {
        using var bytes = new MemoryStream();
        if (attachment is MessagePart { Message: { } inner })
        {
            inner.WriteTo(bytes);
        }
        else if (attachment is MimePart { Content: { } content })
        {
            content.DecodeTo(bytes);
        }

        return bytes.ToArray();
    }
}
