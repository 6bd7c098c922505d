using System.Globalization;
using System.Text.RegularExpressions;
using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// A document's text with its statements marked: by style on a terminal, each cue with its statement's number, and figures and
/// times; by brackets elsewhere. The ids follow, each with its figures and times, and then the readings of those in no statement.
/// </summary>
internal static partial class ArticleView
{
    private const int MostColumns = 88;
    private const int LongestWords = 60;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Shows it.</summary>
    public static void Show(Terminal terminal, Document document, IReadOnlyList<Statement> statements)
    {
        var values = Values(document);
        var elsewhere = values.Where(v => !statements.Any(s => Holds(s, v.Span))).ToList();
        if (!terminal.IsTerminal)
        {
            terminal.Out.WriteLine(SafeText.Of(MarkedText.Bracketed(document.Text, statements)));
            terminal.Out.WriteLine();
            foreach (var (statement, number) in Numbered(statements))
            {
                terminal.Out.WriteLine($"{number}\t{statement.Id}\t{SafeText.Line(Wording.Chain(statement.Chain))}\t{Wording.Attitude(statement.Attitude)}\t{SafeText.Line(Wording.Values(statement, document.Text))}");
            }

            foreach (var value in elsewhere)
            {
                terminal.Out.WriteLine($"\t\t\t\t{Reading(value)}");
            }

            return;
        }

        terminal.Canvas.Write(Column(terminal.Width).AddRow(Draw(document.Text, statements, values)));
        terminal.Canvas.WriteLine();
        foreach (var (statement, number) in Numbered(statements))
        {
            terminal.Canvas.Write(new Paragraph($"{number,4}  {Wording.Short(statement.Id)}  ", Styles.Aside)
                .Append(statement.IsOwnVoice ? Wording.OwnVoice : Words(statement.Source.TextOf(document.Text)), statement.IsOwnVoice
                    ? Styles.Aside : Styles.Source)
                .Append(" ")
                .Append(Words(statement.Cue.TextOf(document.Text)), Styles.Cue)
                .Append($"  {Words(Wording.Chain(statement.Chain))}", Styles.Aside)
                .Append(Wording.Attitude(statement.Attitude) is { Length: > 0 } attitude ? $" · {attitude}" : string.Empty, Styles.Aside)
                .Append(Wording.Values(statement, document.Text) is { Length: > 0 } readings
                    ? $" · {Wording.Clip(SafeText.Line(readings), LongestWords)}" : string.Empty, Styles.Aside));
            terminal.Canvas.WriteLine();
        }

        foreach (var value in elsewhere)
        {
            terminal.Canvas.Write(new Paragraph("      in no statement  ", Styles.Aside).Append(Reading(value), Styles.Plain));
            terminal.Canvas.WriteLine();
        }

        string Reading((TextSpan Span, string Reading) value) => SafeText.Line($"{value.Span.Slice(document.Text)} = {value.Reading}");
    }

    /// <summary>A passage with the marks of one statement.</summary>
    public static Paragraph Passage(string text, Statement statement, TextSpan part)
    {
        var paragraph = new Paragraph();
        foreach (var piece in MarkedText.Cut(text, [statement], part))
        {
            paragraph.Append(SafeText.Spaced(piece.Span.Slice(text).ToString()), StyleOf(piece));
        }

        return paragraph;
    }

    /// <summary>All figures and times of a text with what they mean, in order.</summary>
    private static List<(TextSpan Span, string Reading)> Values(Document document)
    {
        var values = DocumentValues.Of(document);
        return
        [
            .. values.Quantities.Select(q => (q.Span, Wording.Quantity(q, document.Text)))
                .Concat(values.Times.Select(t => (t.Span, Wording.Time(t)))).OrderBy(v => v.Span),
        ];
    }

    private static bool Holds(Statement statement, TextSpan span) =>
        statement.Quantities.Any(q => q.Span.Overlaps(span)) || statement.Times.Any(t => t.Span.Overlaps(span));

    private static IEnumerable<(Statement Statement, int Number)> Numbered(IReadOnlyList<Statement> statements) =>
        statements.Select((s, i) => (s, i + 1));

    private static Grid Column(int width) => new Grid { Width = Math.Min(width, MostColumns) }
        .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });

    private static string Words(string text) => Wording.Clip(SafeText.Line(text), LongestWords);

    /// <summary>White space around line ends: a reader wants a gap between paragraphs, however the text has them.</summary>
    [GeneratedRegex(@"[ \t]*\n\s*")]
    private static partial Regex LineEnds();

    private static Paragraph Draw(string text, IReadOnlyList<Statement> statements, List<(TextSpan Span, string Reading)> values)
    {
        var paragraph = new Paragraph();
        var named = new HashSet<int>();
        var next = 0;
        foreach (var piece in MarkedText.Cut(text, statements))
        {
            for (var at = piece.Span.Start; at < piece.Span.End;)
            {
                while (next < values.Count && values[next].Span.End <= at)
                {
                    next++;
                }

                var isValue = next < values.Count && values[next].Span.Start <= at;
                var bound = next == values.Count ? piece.Span.End : isValue ? values[next].Span.End : values[next].Span.Start;
                var end = Math.Min(bound, piece.Span.End);
                paragraph.Append(
                    LineEnds().Replace(SafeText.Of(text[at..end]), "\n\n"),
                    isValue ? StyleOf(piece).Combine(Styles.Value) : StyleOf(piece));
                at = end;
            }

            foreach (var mark in piece.Marks.Where(m => (m.Role == Role.Cue || statements[m.Number - 1].IsOwnVoice)
                && m.Span.End == piece.Span.End && named.Add(m.Number)))
            {
                paragraph.Append(Superscript(mark.Number), Styles.Aside);
            }
        }

        return paragraph;
    }

    /// <summary>A cue inside a content is a cue, a source inside it underlined in the content's colour.</summary>
    private static Style StyleOf(MarkedPiece piece) => piece.Marks
        .Select(m => m.Role)
        .Distinct()
        .OrderBy(role => role switch { Role.Content => 0, Role.Source => 1, _ => 2 })
        .Aggregate(Styles.Plain, (style, role) => style.Combine(Styles.Of(role)));

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));
}
