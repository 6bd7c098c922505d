using System.Globalization;
using NodaTime.Text;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>Statements as comma-separated values (RFC 4180): a header, then one statement a record, CRLF line ends.</summary>
public static class StatementCsv
{
    /// <summary>The column names, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "document", "path", "url", "outlet", "title", "published",
        "source", "cue", "content", "chain", "stance", "certainty", "polarity", "saidAt", "eventAt", "sourceSpans", "cueSpans",
        "contentSpans",
        "parent", "quantities", "confidence", "times",
    ];

    /// <summary>The header record.</summary>
    public static string Header => Record(Columns);

    /// <summary>
    /// The record of one statement. Spans are <c>start-end</c> code points, fragments after a space. Quantities stand one
    /// after the other behind <c>; </c>, each as its value, unit and what is counted: <c>~10000 USD</c>, <c>&gt;=3 [troops]</c>,
    /// <c>5..7 percent</c>, <c>30 [people] per 1 day</c>, <c>10000 [troops] up from 3000 to 10000</c>; times as their words and TIMEX3
    /// value, <c>last month = 2031-02</c>. JSON Lines have all of them.
    /// </summary>
    /// <param name="document">The document it stands in.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="map">The map of the document's text: one serves all its statements.</param>
    public static string Record(Document document, Statement statement, CodePointMap map)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(map);
        return Record(
        [
            statement.Id,
            document.Id,
            document.Path,
            document.Url,
            document.Outlet,
            document.Title,
            document.Published is { } time ? OffsetDateTimePattern.Rfc3339.Format(time) : null,
            statement.Source.TextOf(document.Text),
            statement.Cue.TextOf(document.Text),
            statement.Content.TextOf(document.Text),
            string.Join(" > ", statement.Chain.Select(h => h.Name)),
            statement.Attitude is { } a ? ClosedSet.NameOf(a.Stance) : null,
            statement.Attitude is { } b ? ClosedSet.NameOf(b.Certainty) : null,
            statement.Attitude is { } c ? ClosedSet.NameOf(c.Polarity) : null,
            statement.SaidAt,
            statement.EventAt,
            Spans(statement.Source, map),
            Spans(statement.Cue, map),
            Spans(statement.Content, map),
            statement.Parent,
            string.Join("; ", statement.Quantities.Select(q => Written(q, document.Text))),
            statement.Confidence?.ToString("0.00", CultureInfo.InvariantCulture),
            string.Join("; ", statement.Times.Select(t => $"{t.Span.Slice(document.Text)} = {t.Value}")),
        ]);
    }

    private static string Record(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string? value)
    {
        var safe = Defused(value ?? string.Empty);
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>
    /// Spreadsheets run a cell that begins like a formula, and the words here are other people's: an apostrophe before
    /// them, which a spreadsheet does not show, keeps them text (OWASP, CSV injection).
    /// </summary>
    private static string Defused(string value) => value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;

    private static string Written(Quantity quantity, string text)
    {
        var comparator = quantity.Comparator == Comparator.Equal ? string.Empty : QuantityJson.Sign(quantity.Comparator);
        var number = quantity.Value is { } value ? Number(value)
            : quantity.Low is null && quantity.High is null ? quantity.Span.Slice(text).ToString()
            : $"{(quantity.Low is { } low ? Number(low) : string.Empty)}..{(quantity.High is { } high ? Number(high) : string.Empty)}";
        string?[] parts =
        [
            $"{comparator}{(quantity.IsApproximate ? "~" : string.Empty)}{number}",
            quantity.Unit,
            quantity.Of is { } of ? $"[{of.Slice(text)}]" : null,
            quantity.Per is { } rate ? $"per {Number(rate.Value)} {rate.Of}".TrimEnd() : null,
            quantity.Change is { } change ? Written(change) : null,
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }

    private static string Written(Change change) => string.Join(' ', new[]
    {
        ClosedSet.NameOf(change.Direction),
        change.From is { } from ? $"from {Number(from)}" : null,
        change.To is { } to ? $"to {Number(to)}" : null,
        change.By is { } by ? $"by {Number(by)}" : null,
    }.OfType<string>());

    private static string Number(double value) => value.ToString("0.###############", CultureInfo.InvariantCulture);

    private static string Spans(SpanList spans, CodePointMap map) =>
        string.Join(' ', spans.Select(s => $"{map.ToCodePoint(s.Start)}-{map.ToCodePoint(s.End)}"));
}
