using System.Text.RegularExpressions;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Mail;

/// <summary>Tells mail (RFC 5322), mailboxes (RFC 4155) and saved pages (RFC 2557) from other texts.</summary>
internal static partial class MailForms
{
    /// <summary>A message begins with its header; that has these among its first fields, one of each kind.</summary>
    private static readonly string[] _senders = ["from", "return-path", "received", "message-id", "delivered-to"];
    private static readonly string[] _others = ["date", "subject", "to", "mime-version", "content-type"];

    /// <summary>
    /// <see cref="Form.Message"/>, <see cref="Form.Mailbox"/>, <see cref="Form.WebPageArchive"/>, or <c>null</c> for none of
    /// them.
    /// </summary>
    public static Form? Of(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart("\r\n").Length;
        var line = Separator().Match(text, start);
        return line.Success ? HasHeader(text, line.Index + line.Length) ? Form.Mailbox : null
            : !HasHeader(text, start) ? null
            : IsSavedPage(text.AsSpan(start)) ? Form.WebPageArchive
            : Form.Message;
    }

    /// <summary>Whether a message is a page with its pictures that nobody sent.</summary>
    private static bool IsSavedPage(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var lf
            ? lf : text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var header = end < 0 ? text : text[..end];
        return header.Contains("multipart/related", StringComparison.OrdinalIgnoreCase) && !Sent().IsMatch(header);
    }

    /// <summary>Whether the lines up to the first empty one are a message's header.</summary>
    private static bool HasHeader(string text, int start)
    {
        var (hasSender, hasOther, hasBadLine) = (false, false, false);
        foreach (var line in text.AsSpan(start).EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].ContainsAnyExceptInRange('!', '~'))
            {
                hasBadLine = true;
                break;
            }

            var name = line[..colon].ToString().ToLowerInvariant();
            hasSender |= _senders.Contains(name);
            hasOther |= _others.Contains(name);
        }

        return hasSender && hasOther && !hasBadLine;
    }

    [GeneratedRegex(@"^(to|cc|bcc|received|delivered-to|return-path):", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Sent();

    /// <summary>The line before each message of a mailbox: who sent it, and a date as asctime writes it.</summary>
    [GeneratedRegex(@"\GFrom \S+ [^\r\n]{0,80}\b\d{1,2}:\d{2}[^\r\n]{0,40}\r?\n")]
    private static partial Regex Separator();
}
