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
/// A document's text with its statements marked: by style on a terminal, each cue with its statement's number; by
/// brackets elsewhere. The ids follow.
/// </summary>
internal static partial class ArticleView
{
    private const int MostColumns = 88;
    private const int LongestWords = 60;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Shows it.</summary>
    public static void Show(Terminal terminal, Document document, IReadOnlyList<Statement> statements)
    {
        if (!terminal.IsTerminal)
        {
            terminal.Out.WriteLine(SafeText.Of(MarkedText.Bracketed(document.Text, statements)));
            terminal.Out.WriteLine();
            foreach (var (statement, number) in Numbered(statements))
            {
                terminal.Out.WriteLine($"{number}\t{statement.Id}\t{SafeText.Line(Wording.Chain(statement.Chain))}\t{Wording.Attitude(statement.Attitude)}\t{SafeText.Line(Wording.Values(statement, document.Text))}");
            }

            return;
        }

        terminal.Canvas.Write(Column(terminal.Width).AddRow(Draw(document.Text, statements)));
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
                .Append(Wording.Values(statement, document.Text) is { Length: > 0 } values
                    ? $" · {Wording.Clip(SafeText.Line(values), LongestWords)}" : string.Empty, Styles.Aside));
            terminal.Canvas.WriteLine();
        }
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

    private static IEnumerable<(Statement Statement, int Number)> Numbered(IReadOnlyList<Statement> statements) =>
        statements.Select((s, i) => (s, i + 1));

    private static Grid Column(int width) => new Grid { Width = Math.Min(width, MostColumns) }
        .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });

    private static string Words(string text) => Wording.Clip(SafeText.Line(text), LongestWords);

    /// <summary>White space around line ends: a reader wants a gap between paragraphs, however the text has them.</summary>
    [GeneratedRegex(@"[ \t]*\n\s*")]
    private static partial Regex LineEnds();

    private static Paragraph Draw(string text, IReadOnlyList<Statement> statements)
    {
        var paragraph = new Paragraph();
        var named = new HashSet<int>();
        foreach (var piece in MarkedText.Cut(text, statements))
        {
            paragraph.Append(LineEnds().Replace(SafeText.Of(piece.Span.Slice(text).ToString()), "\n\n"), StyleOf(piece));
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
