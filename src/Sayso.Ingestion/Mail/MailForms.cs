using System.Text.RegularExpressions;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Mail;

/// <summary>Tells mail (RFC 5322) and mailboxes (RFC 4155) from other texts.</summary>
internal static partial class MailForms
{
    /// <summary>A message begins with its header; that has these among its first fields, one of each kind.</summary>
    private static readonly string[] _senders = ["from", "return-path", "received", "message-id", "delivered-to"];
    private static readonly string[] _others = ["date", "subject", "to", "mime-version", "content-type"];

    /// <summary><see cref="Form.Message"/>, <see cref="Form.Mailbox"/>, or <c>null</c> for neither.</summary>
    public static Form? Of(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart("\r\n").Length;
        var line = Separator().Match(text, start);
        return line.Success ? HasHeader(text, line.Index + line.Length) ? Form.Mailbox : null
            : HasHeader(text, start) ? Form.Message
            : null;
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

    /// <summary>The line before each message of a mailbox: who sent it, and a date as asctime writes it.</summary>
    [GeneratedRegex(@"\GFrom \S+ [^\r\n]{0,80}\b\d{1,2}:\d{2}[^\r\n]{0,40}\r?\n")]
    private static partial Regex Separator();
}
