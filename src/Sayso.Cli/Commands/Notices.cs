using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Commands;

/// <summary>What whoever asks for one document or statement by its id has to know of it, on standard error.</summary>
internal static class Notices
{
    /// <summary>That a document is hidden from lists, by whom and why; nothing of one that is not.</summary>
    public static void Retracted(Terminal terminal, ILedger ledger, LedgerDocument entry)
    {
        if (!entry.IsRetracted || entry.IsPurged)
        {
            return;
        }

        var last = ledger.Entries(entry.Document.Id).LastOrDefault(e => e.Kind == EntryKind.Retract);
        var by = last?.Provenance.Author is { } author ? $" by {SafeText.Line(author)}" : string.Empty;
        var why = last?.Reason is { } reason ? $": {SafeText.Line(reason)}" : string.Empty;
        terminal.Flush();
        terminal.Error.WriteLine($"This document was retracted{by}{why}. Lists do not show it; `sayso restore {Wording.Short(entry.Document.Id)}` shows it again.");
    }
}
