using System.Globalization;
using System.Text;
using Sayso.Core.Errors;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Html;

namespace Sayso.Ingestion.Records;

/// <summary>
/// Records as CSV (RFC 4180), parted by commas, semicolons or tabs; the first names the fields. A record's bytes are the
/// file with this one record, in UTF-8.
/// </summary>
internal static class CsvRecords
{
    private const int MostFields = 2_000;
    private static readonly char[] _separators = ['\t', ';', ','];

    /// <summary>The records in order, numbered from 1. One is in memory at a time.</summary>
    public static IEnumerable<Part> Of(OpenContainer container)
    {
        var encoding = TextDecoder.EncodingOf(container.Bytes.Beginning);
        using var reader = new StreamReader(container.Bytes, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var most = container.Options.MaxBytes / 2;
        var header = Next(reader, most);
        for (var number = 1; header is not null && Next(reader, most) is { } record; number++)
        {
            if (!string.IsNullOrWhiteSpace(record))
            {
                yield return container.Whole.Inner(number.ToString(CultureInfo.InvariantCulture),
                    Encoding.UTF8.GetBytes($"{header}\n{record}")) with
                { Form = Form.CsvRecord };
            }
        }
    }

    /// <summary>Text and metadata of a file with one record.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        using var reader = new StringReader(Encoding.UTF8.GetString(raw.Span));
        var header = Next(reader, long.MaxValue) ?? "";
        var record = Next(reader, long.MaxValue) ?? "";
        var separator = Separator(header);
        var names = Fields(header, separator);
        var values = Fields(record, separator);
        return RecordText.Read([.. names.Zip(values)], options);
    }

    /// <summary>The names that a header gives.</summary>
    public static IReadOnlyList<string> Names(string header) => Fields(header, Separator(header));

    private static char Separator(string header) => _separators.MaxBy(c => header.Count(h => h == c));

    /// <summary>One record without its line's end; a line's end inside quotation marks is a part of it.</summary>
    private static string? Next(TextReader reader, long most)
    {
        var record = new StringBuilder();
        var quotes = 0;
        int c;
        while ((c = reader.Read()) >= 0)
        {
            quotes += c == '"' ? 1 : 0;
            if (c == '\n' && quotes % 2 == 0)
            {
                return record.ToString().TrimEnd('\r');
            }

            if (record.Length >= most)
            {
                throw new RefusedException(new Problem(ProblemCodes.TooLarge, "a record of it is larger than an article can be, or a "
                    + "quotation mark in it is never closed; the rest was not read."));
            }

            record.Append((char)c);
        }

        return record.Length == 0 ? null : record.ToString().TrimEnd('\r');
    }

    private static List<string> Fields(string record, char separator)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < record.Length && fields.Count < MostFields; i++)
        {
            var c = record[i];
            if (c == '"' && isQuoted && i + 1 < record.Length && record[i + 1] == '"')
            {
                field.Append(record[++i]);
            }
            else if (c == '"' && (isQuoted || field.Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (c == separator && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
