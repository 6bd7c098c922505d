using Sayso.Cli.Terminals;
using Sayso.Core.Ledger;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>What is known of a document, above its text.</summary>
internal static class DocumentHeader
{
    /// <summary>Shows it.</summary>
    public static void Show(Terminal terminal, LedgerDocument entry)
    {
        foreach (var (name, value) in Fields(entry).Where(f => !string.IsNullOrEmpty(f.Value)))
        {
            if (terminal.IsTerminal)
            {
                terminal.Canvas.Write(new Paragraph($"{name,-10}", Styles.Aside).Append(SafeText.Line(value)));
                terminal.Canvas.WriteLine();
            }
            else
            {
                terminal.Out.WriteLine($"{name}\t{SafeText.Line(value)}");
            }
        }

        terminal.Out.WriteLine();
    }

    private static IEnumerable<(string Name, string? Value)> Fields(LedgerDocument entry)
    {
        var document = entry.Document;
        yield return ("document", document.Id + (entry.Version > 1 ? $", version {entry.Version}" : string.Empty)
            + (entry.IsRetracted ? ", retracted" : string.Empty));
        yield return ("outlet", document.Outlet);
        yield return ("title", document.Title);
        yield return ("byline", document.Byline);
        yield return ("published", Wording.Minute(document.Published));
        yield return ("modified", Wording.Minute(document.Modified));
        yield return ("url", document.Url);
        yield return ("path", document.Path);
    }
}
