using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;
using NodaTime;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Mail;

/// <summary>
/// The body of a mail message → text: the subject, then a paragraph a line. HTML is taken where there is some, since its
/// paragraphs are whole; plain text is put together again where the sender broke its lines (RFC 3676, or by their length).
/// </summary>
internal static partial class MessageText
{
    /// <summary>Multiparts inside each other; real ones stay under 10.</summary>
    private const int MostDepth = 50;

    /// <summary>Lines that were broken are nearly as long as the line that was broken at: 65 to 79 characters by custom.</summary>
    private const int FewestOfABrokenLine = 50;
    private const int MostOfABrokenLine = 82;

    /// <summary>Reads a message.</summary>
    public static MimeMessage Load(ReadOnlyMemory<byte> raw)
    {
        using var stream = Containers.Part.Bytes(raw);
        return MimeMessage.Load(new ParserOptions { MaxMimeDepth = MostDepth }, stream);
    }

    /// <summary>What is attached, in order; the two forms of the body are not.</summary>
    public static IEnumerable<MimeEntity> Attachments(MimeMessage message) => Leaves(message.Body).Where(IsAttached);

    /// <summary>Text and metadata.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var message = Load(raw);
        var bodies = Leaves(message.Body).OfType<TextPart>().Where(part => !IsAttached(part)).ToList();
        var title = PageText.Clean(message.Subject);
        var paragraphs = bodies.Where(part => part.IsHtml).SelectMany(part => HtmlText.Paragraphs(TextOf(part), title, options)).ToList();
        if (paragraphs.Count == 0)
        {
            paragraphs = [.. bodies.Where(part => !part.IsHtml).SelectMany(part => Lines(part, TextOf(part)))];
        }

        var letter = paragraphs.Where(p => !Furniture().IsMatch(p)).ToList();
        return new PageContent(letter.Count == 0
            ? "" : string.Join('\n', title is null ? letter : [title, .. letter]), Metadata(message, title));
    }

    private static PageMetadata Metadata(MimeMessage message, string? title)
    {
        var from = message.From.Mailboxes.FirstOrDefault();
        var name = PageText.Clean(from?.Name);
        // A list's letters come from an outlet; a person's letters from that person.
        var isList = message.Headers.Contains(HeaderId.ListUnsubscribe) || message.Headers.Contains(HeaderId.ListId);
        return new PageMetadata
        {
            Title = title,
            Outlet = isList ? name ?? from?.Domain : null,
            Byline = isList ? null : name,
            Published = message.Headers[HeaderId.Date] is { } date && DateUtils.TryParse(date, out var time) && time.Year > 1970
                ? OffsetDateTime.FromDateTimeOffset(time) : null,
            UnreadTime = message.Headers[HeaderId.Date],
            Url = WebAddress.OfArticle(message.Headers["Archived-At"]?.Trim(' ', '<', '>')),
            Language = LanguageTag.Primary(message.Headers[HeaderId.ContentLanguage]),
        };
    }

    private static bool IsAttached(MimeEntity entity) => entity is not TextPart || entity.IsAttachment
        || entity.ContentDisposition?.FileName is not null;

    /// <summary>The parts that hold no others, in order; a forwarded message is one.</summary>
    public static IEnumerable<MimeEntity> Leaves(MimeEntity? root)
    {
        Stack<MimeEntity> open = new();
        if (root is not null)
        {
            open.Push(root);
        }

        while (open.TryPop(out var entity))
        {
            if (entity is not Multipart several)
            {
                yield return entity;
                continue;
            }

            foreach (var part in several.Reverse())
            {
                open.Push(part);
            }
        }
    }

    /// <summary>A part's text, by its charset where it names one.</summary>
    public static string TextOf(TextPart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        var declared = part.ContentType.CharsetEncoding;
        return declared is null ? TextDecoder.Decode(bytes.ToArray(), part.IsHtml).Text : declared.GetString(bytes.ToArray());
    }

    private static IEnumerable<string> Lines(TextPart part, string text)
    {
        if (part.IsFlowed)
        {
            text = new FlowedToText
            {
                DeleteSpace =
                string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase)
            }.Convert(text);
        }

        return Joined(text.ReplaceLineEndings("\n").Split('\n').Select(line => Quote().Replace(line, "").TrimEnd()));
    }

    /// <summary>Puts lines that were broken for their length together again.</summary>
    internal static IEnumerable<string> Joined(IEnumerable<string> lines)
    {
        var paragraph = new StringBuilder();
        var last = 0;
        foreach (var line in lines)
        {
            // The line before was full, or this one goes on in the middle of a sentence.
            var isSame = last is >= FewestOfABrokenLine and <= MostOfABrokenLine && line.Length > 0 && !StartsNew().IsMatch(line);
            if (!isSame && paragraph.Length > 0)
            {
                yield return PageText.Collapse(paragraph.ToString());
                paragraph.Clear();
            }

            paragraph.Append(paragraph.Length > 0 ? " " : "").Append(line);
            last = line.Length;
            if (line.Length == 0)
            {
                paragraph.Clear();
            }
        }

        if (paragraph.Length > 0)
        {
            yield return PageText.Collapse(paragraph.ToString());
        }
    }

    /// <summary>What a letter says about itself rather than about the world.</summary>
    [GeneratedRegex(@"^\W{0,4}(view (this|it|the) (e-?mail|newsletter|message|letter|page|post)?.{0,30}\b(browser|online)\b|(click here to )?unsubscribe\b.{0,80}$|to unsubscribe\b|you('re| are)? (receiv|getting|subscribed).{0,200}$|this (e-?mail|message|newsletter) was sent (to|by)\b|(manage|update|change) (your )?(e-?mail |subscription |newsletter )?preferences\b|forward(ed)? (this|to a friend)\b|was this (e-?mail|newsletter) forwarded\b|add us to your address book|https?://\S+$|[-_=*~]{3,}$)", RegexOptions.IgnoreCase)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"^(> ?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^(\s|[-*•–—=_]|\d{1,2}[.)] )")]
    private static partial Regex StartsNew();
}
