using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso backup FILE</c>: a copy of the ledger and its web archive, while others use them.</summary>
internal sealed class BackupCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Argument<string> _file =
        new Argument<string>("FILE") { Description = "The copy: a ledger itself. There must be no file of that name." }.IsPath();

    public BackupCommand(Terminal terminal, Ledgers ledgers)
        : base("backup", "Copy the ledger as it is now, whoever uses it meanwhile. A copy put back in its place restores it.")
    {
        _terminal = terminal;
        _ledgers = ledgers;
        Add(_file);
        Add(_ledger);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (path, copy) = (arguments.GetRequiredValue(_ledger), arguments.GetRequiredValue(_file));
        _ledgers.BackUp(path, copy);
        var archived = CopyArchive(ArchiveFolder.Of(path), ArchiveFolder.Of(copy), cancellationToken);
        using var ledger = _ledgers.Open(copy);
        var counts = ledger.Count();
        _terminal.Say($"{copy}: {Wording.Count(counts.Documents, "document")}, {Wording.Count(counts.Statements, "statement")}{(archived > 0 ? $", {Wording.Count(archived, "web archive")}" : "")}. `sayso verify --ledger {copy}` checks it.");
        return ExitCode.Done;
    }

    private static int CopyArchive(string from, string to, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(from))
        {
            return 0;
        }

        Directory.CreateDirectory(to);
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(from))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // One that is being written ends in a whole record, or one that readers pass over.
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
            count++;
        }

        return count;
    }
}
