using System.Globalization;
using Sayso.Cli.Commands;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Terminals;
using Sayso.Core.Export;

namespace Sayso.Cli.Rendering;

/// <summary>What an <c>add</c> says: a line a document where no person looks or where they asked for JSON, and a sum.</summary>
internal sealed class AddReport(Terminal terminal, bool asJson)
{
    /// <summary>Shows one input's fate.</summary>
    public void Show(AddedItem item)
    {
        foreach (var problem in item.Problems)
        {
            Complaints.Show(terminal, problem, item.Path);
        }

        if (asJson)
        {
            using var lines = new AddedLines();
            terminal.WriteBytes(lines.Added(Line(item)));
            terminal.Flush();
        }
        else if (!terminal.IsTerminal && item.Id is { } id)
        {
            terminal.Out.WriteLine($"{Line(item).Word}\t{id}\t{item.Statements.ToString(CultureInfo.InvariantCulture)}\t{SafeText.Line(item.Path)}");
            terminal.Flush();
        }
    }

    /// <summary>Shows the sum.</summary>
    public void Close(AddSum sum, string ledger)
    {
        if (asJson)
        {
            return;
        }

        string[] parts =
        [
            Wording.Count(sum.Added, "document") + " added",
            sum.Versions > 0 ? Wording.Count(sum.Versions, "new version") : string.Empty,
            sum.Known > 0 ? $"{sum.Known.ToString("N0", CultureInfo.InvariantCulture)} there already" : string.Empty,
            sum.Failed > 0 ? $"{sum.Failed.ToString("N0", CultureInfo.InvariantCulture)} failed" : string.Empty,
            Wording.Count(sum.Statements, "statement"),
        ];
        terminal.Say($"{ledger}: {string.Join(", ", parts.Where(p => p.Length > 0))}.");
        terminal.Flush();
    }

    private static AddedLine Line(AddedItem item) => new(item.Path, item.Id, item.Outcome, item.Statements, item.Problems);
}
