using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Core.Changes;
using Sayso.Core.Documents;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// Changes of pages for people: on a terminal the page with before and after below each other; otherwise a line each edit, its
/// fields separated by tabs.
/// </summary>
internal sealed class ChangeList(Terminal terminal, IReadOnlyDictionary<string, Document> documents)
{
    private const int MostColumns = 110;
    private const int LongestWords = 260;

    private bool _isFirst = true;

    /// <summary>Shows one.</summary>
    public void Add(PageChange change)
    {
        if (!terminal.IsTerminal)
        {
            foreach (var edit in change.Edits)
            {
                string[] fields =
                [
                    change.Url, ClosedSet.NameOf(edit.Kind), Parts(edit), SafeText.Line(Words(edit.Before)),
                    SafeText.Line(Words(edit.After)),
                    change.From, change.To, change.IsSilent ? "silent" : string.Empty,
                ];
                terminal.Out.WriteLine(string.Join('\t', fields));
            }

            return;
        }

        if (!_isFirst)
        {
            terminal.Canvas.WriteLine();
        }

        _isFirst = false;
        terminal.Canvas.Write(new Paragraph(SafeText.Line(documents[change.To].Outlet ?? change.Url), Styles.Heading)
            .Append($"  {SafeText.Line(change.Url)} · {Wording.Short(change.From)} → {Wording.Short(change.To)}{(change.IsSilent ? " · the page does not say that it was changed" : string.Empty)}", Styles.Aside));
        terminal.Canvas.WriteLine();
        var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
        grid.AddColumn(new GridColumn { Width = 9, Padding = new Padding(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        if (change.TitleBefore != change.TitleAfter)
        {
            Row(grid, "headline", change.TitleBefore, change.TitleAfter);
        }

        foreach (var edit in change.Edits)
        {
            Row(grid, ClosedSet.NameOf(edit.Kind), Words(edit.Before), Words(edit.After));
            if (edit.Parts.Count > 0)
            {
                grid.AddRow(Text.Empty, new Text(Parts(edit), Styles.Aside));
            }
        }

        terminal.Canvas.Write(grid);
    }

    /// <summary>What is another: <c>source, figures</c>.</summary>
    public static string Parts(StatementEdit edit) => string.Join(", ", edit.Parts.Select(ClosedSet.NameOf));

    private static void Row(Grid grid, string what, string? before, string? after)
    {
        if (before is not null)
        {
            grid.AddRow(new Text(what), new Text($"− {Wording.Clip(SafeText.Line(before), LongestWords)}", Styles.Wrong));
        }

        if (after is not null)
        {
            grid.AddRow(new Text(before is null ? what : string.Empty),
                new Text($"+ {Wording.Clip(SafeText.Line(after), LongestWords)}", Styles.Content));
        }
    }

    /// <summary>Source, cue and content in the order of the text.</summary>
    private string? Words(Statement? statement) => statement is null ? null
        : SpanList.Of(Merged(statement.Source.Concat(statement.Cue).Concat(statement.Content)))
            .TextOf(documents[statement.DocumentId].Text);

    private static IEnumerable<TextSpan> Merged(IEnumerable<TextSpan> spans)
    {
        TextSpan? last = null;
        foreach (var span in spans.Order())
        {
            if (last is { } before && span.Start < before.End)
            {
                last = new TextSpan(before.Start, Math.Max(before.End, span.End));
                continue;
            }

            if (last is { } done)
            {
                yield return done;
            }

            last = span;
        }

        if (last is { } end)
        {
            yield return end;
        }
    }
}
