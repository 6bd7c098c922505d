using System.CommandLine;
using Sayso.Cli.Pipeline;

namespace Sayso.Cli.Commands;

/// <summary>How addresses are fetched: <c>--follow</c>, <c>--archive</c>.</summary>
internal sealed class FetchingOptions
{
    private readonly Option<bool> _follow =
        new("--follow") { Description = "Fetch what feeds and sitemaps link to, in the place of their items." };

    private readonly Option<string?> _archive = new Option<string?>("--archive")
    {
        Description = "The folder for a web archive (WARC) of all that is fetched; add has one beside its ledger without it.",
        HelpName = "DIR",
    }.IsPath();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_follow);
        command.Add(_archive);
    }

    /// <summary>What was given.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="archive">The usual archive; <c>null</c> for none.</param>
    /// <param name="stop">Ends fetching.</param>
    public FetchPlan Of(ParseResult arguments, string? archive, CancellationToken stop) =>
        new() { Follows = arguments.GetValue(_follow), Archive = arguments.GetValue(_archive) ?? archive, Stop = stop };
}
