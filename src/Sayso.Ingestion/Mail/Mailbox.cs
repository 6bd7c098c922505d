using System.Buffers;
using Sayso.Core.Errors;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Mail;

/// <summary>
/// A mailbox (RFC 4155): messages one after the other, each behind a line that begins with <c>From </c> and follows an
/// empty one. One message is in memory at a time; one that is too large is passed over with a problem.
/// </summary>
internal static class Mailbox
{
    /// <summary>The messages in order, numbered from 1.</summary>
    public static IEnumerable<Part> Messages(OpenContainer container)
    {
        var number = 0;
        var isAfterEmpty = true;
        var isTooLarge = false;
        using var message = new MemoryStream();
        var lines = new ByteLines(container.Bytes, container.Options.MaxBytes);
        while (lines.Next() is { } line)
        {
            if (isAfterEmpty && line.AsSpan().StartsWith("From "u8))
            {
                if (number > 0)
                {
                    yield return Message(container, number, isTooLarge ? null : message.ToArray());
                }

                number++;
                message.SetLength(0);
                isTooLarge = false;
                isAfterEmpty = false;
                continue;
            }

            isAfterEmpty = line.AsSpan().TrimEnd("\r\n"u8).IsEmpty;
            isTooLarge |= message.Length + line.Count > container.Options.MaxBytes;
            if (!isTooLarge)
            {
                message.Write(line);
            }
        }

        yield return Message(container, number, isTooLarge ? null : message.ToArray());
    }

    private static Part Message(OpenContainer container, int number, byte[]? raw)
    {
        var name = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return raw is null
            ? container.Whole.Failed(name, ProblemCodes.TooLarge,
                $"The message {number} of “{container.Whole.Path}” is larger than {ByteCount.Of(container.Options.MaxBytes)}.")
            : container.Whole.Inner(name, raw) with { Form = Form.Message };
    }
}
