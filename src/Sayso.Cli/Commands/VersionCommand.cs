using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;
using Sayso.Inference.Models;
using Sayso.Storage;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso version</c>: program, model, schema.</summary>
internal sealed class VersionCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Installation _installation;
    private readonly Option<string> _format = CommonOptions.Format();

    public VersionCommand(Terminal terminal, Installation installation)
        : base("version", "Say which program, which model and which ledger schema this is.")
    {
        _terminal = terminal;
        _installation = installation;
        Add(_format);
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (model, problem) = Model();
        if (arguments.GetValue(_format) == CommonOptions.Jsonl)
        {
            var line = new VersionLine(_installation.Version, model, SqliteLedger.SchemaVersion);
            _terminal.Out.WriteLine(JsonSerializer.Serialize(line, CliJson.Lines.VersionLine));
        }
        else
        {
            _terminal.Out.WriteLine($"sayso   {_installation.Version}");
            _terminal.Out.WriteLine($"model   {model ?? "none that can be used"}");
            _terminal.Out.WriteLine($"schema  {SqliteLedger.SchemaVersion}");
        }

        if (problem is not null)
        {
            Complaints.Show(_terminal, problem);
        }

        return problem is null ? ExitCode.Done : ExitCode.Failed;
    }

    private (string? Model, Problem? Problem) Model()
    {
        try
        {
            return (AttributionModel.Load(_installation.Model).Version, null);
        }
        catch (SaysoException e)
        {
            return (null, e.Problem);
        }
    }
}
