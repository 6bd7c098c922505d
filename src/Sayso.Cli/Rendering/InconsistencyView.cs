using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Inconsistencies;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>What does not add up in a document: a line each, with the reason and the words.</summary>
internal static class InconsistencyView
{
    private const string Label = "does not add up";

    /// <summary>Shows those of a document; nothing where there are none.</summary>
    public static void Show(Terminal terminal, Document document, IEnumerable<Statement> statements)
    {
        foreach (var found in DocumentValues.Of(document).InconsistenciesOf(document, statements))
        {
            if (terminal.IsTerminal)
            {
                terminal.Canvas.Write(new Paragraph($"  {Label}: ", Styles.Wrong).Append(SafeText.Line(found.Reason))
                    .Append($" {Words(document, found)}", Styles.Aside));
                terminal.Canvas.WriteLine();
            }
            else
            {
                terminal.Out.WriteLine($"{Label}\t{SafeText.Line(found.Reason)}\t{Words(document, found)}");
            }
        }
    }

    /// <summary>Its words, each in quotation marks.</summary>
    public static string Words(Document document, Inconsistency found) =>
        string.Join(" … ", found.Spans.Select(span => $"“{SafeText.Line(span.Slice(document.Text).ToString())}”"));
}
