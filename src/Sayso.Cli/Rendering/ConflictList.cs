using Sayso.Cli.Terminals;
using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Conflicts for people: on a terminal the reason with the passages below and what was found of it; otherwise a line each, its fields separated by tabs.
/// </summary>
internal sealed class ConflictList(Terminal terminal, IReadOnlyDictionary<string, Document> documents)
{
    private const int MostColumns = 110;
    private const int MostPassages = 6;
    private const int LongestReason = 400;
    private const int LongestPassage = 160;
    private const int DayColumn = 11;
    private const int OutletColumn = 20;

    private bool _isFirst = true;

    /// <summary>Shows one.</summary>
    public void Add(Conflict conflict)
    {
        if (!terminal.IsTerminal)
        {
            terminal.Out.WriteLine(string.Join('\t', conflict.Id, ClosedSet.NameOf(conflict.Kind), SafeText.Line(conflict.Reason),
                string.Join(' ', conflict.Documents), string.Join(' ', conflict.Statements),
                conflict.IsJudged ? ClosedSet.NameOf(conflict.Judgement!.Verdict) : ClosedSet.NameOf(ConflictState.Open)));
            return;
        }

        if (!_isFirst)
        {
            terminal.Canvas.WriteLine();
        }

        _isFirst = false;
        terminal.Canvas.Write(new Paragraph(ClosedSet.NameOf(conflict.Kind), Styles.Wrong)
            .Append($"  {Wording.Clip(SafeText.Line(conflict.Reason), LongestReason)}  ").Append(Wording.Short(conflict.Id), Styles.Aside));
        terminal.Canvas.WriteLine();
        if (conflict.Judgement is { } found)
        {
            terminal.Canvas.Write(new Paragraph($"  {SafeText.Line(JudgementWords.Of(conflict))}", Styles.Aside)
                .Append($"  sayso undo {found.Entry.Sequence}", Styles.Aside));
            terminal.Canvas.WriteLine();
        }

        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = DayColumn, Padding = new Padding(2, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Width = OutletColumn, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var passage in conflict.Passages.Take(MostPassages))
        {
            var document = documents[passage.DocumentId];
            grid.AddRow(
                new Text(Wording.Day(document.Published), Styles.Aside),
                new Text(SafeText.Line(LedgerDocuments.NameOf(document)), Styles.Aside),
                new Text($"{(conflict.Judgement?.IsWrong(passage) == true ? "wrong: " : string.Empty)}{Wording.Clip(SafeText.Line(Around(document, passage)), LongestPassage)}"));
        }

        terminal.Canvas.Write(grid);
        if (conflict.Passages.Count > MostPassages)
        {
            terminal.Canvas.Write(new Paragraph($"  and {Wording.Count(conflict.Passages.Count - MostPassages, "more passage")}",
                Styles.Aside));
            terminal.Canvas.WriteLine();
        }
    }

    /// <summary>A passage with the words around it, where it is short: a number alone says little.</summary>
    private static string Around(Document document, Passage passage)
    {
        const int Few = 60;
        if (passage.Span.Length >= Few)
        {
            return passage.Span.Slice(document.Text).ToString();
        }

        // Whole words of the passage's own line.
        var text = document.Text;
        var line = passage.Span.Start == 0 ? 0 : text.LastIndexOf('\n', passage.Span.Start - 1) + 1;
        var next = text.IndexOf('\n', passage.Span.End);
        next = next < 0 ? text.Length : next;
        var start = passage.Span.Start - line <= Few ? line : NextWord(text, passage.Span.Start - Few, passage.Span.Start);
        var end = next - passage.Span.End <= Few ? next : Math.Max(passage.Span.End, text.LastIndexOf(' ', passage.Span.End + Few));
        return $"{(start > line ? "…" : string.Empty)}{text[start..end]}{(end < next ? "…" : string.Empty)}";
    }

    private static int NextWord(string text, int from, int limit)
    {
        var at = text.IndexOf(' ', from, limit - from);
        return at < 0 ? limit : at + 1;
    }
}
