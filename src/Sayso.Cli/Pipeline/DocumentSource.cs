using System.CommandLine;
using Sayso.Cli.Commands;
using Sayso.Cli.Terminals;
using Sayso.Core.Documents;
using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;

namespace Sayso.Cli.Pipeline;

/// <summary>The inputs that paths on the command line stand for.</summary>
internal sealed class DocumentSource(DocumentReader reader, Terminal terminal)
{
    /// <summary>How addresses among the paths are fetched.</summary>
    public FetchPlan Plan { get; init; } = new();

    /// <summary>The argument <c>PATH…</c>.</summary>
    public static Argument<string[]> PathsArgument()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files; folders with all that is in them (docs/forms.md lists the forms); http and https addresses; - for "
                + "standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.RefuseOptions(like => $"‘{like}’ is no option of this command. A file of that name is ./{like}.");
        return paths.IsPath();
    }

    /// <summary>The same with a map of the fields of records, and with bounds.</summary>
    public DocumentSource With(ColumnMap columns, Bounds bounds) =>
        new(new DocumentReader(bounds.Of(new ReaderOptions { Columns = columns })),
            terminal)
        { Plan = Plan with { Options = bounds.Of(Plan.Options) } };

    /// <summary>The same with what a command line says of fetching.</summary>
    public DocumentSource With(FetchPlan plan) => new(reader, terminal) { Plan = plan with { Options = Plan.Options, Time = Plan.Time } };

    /// <summary>Reads inputs one after the other as they are asked for; a container, such as a mailbox, gives many.</summary>
    /// <param name="paths">Files, folders, addresses, <c>-</c>.</param>
    /// <param name="stated">What the user states of all of them.</param>
    /// <param name="isKnown">Tells by an id that a document need not be analysed.</param>
    /// <param name="report">Is told of each folder, on the thread that takes the results.</param>
    public IEnumerable<ReadResult> Read(
        IReadOnlyList<string> paths, StatedMetadata stated, Func<string, bool>? isKnown = null, Action<FolderSum>? report = null)
    {
        using var addresses = new AddressSource(reader, Plan);
        foreach (var path in InputFinder.Find(paths, report))
        {
            var results = path == InputFinder.StandardInput ? reader.ReadStream(terminal.Input, path, stated, isKnown)
                : Fetcher.IsAddress(path) ? addresses.Read(path, stated, isKnown)
                : Plan.Follows && addresses.ReadList(path, isKnown) is { } pages ? pages
                : reader.ReadFile(path, stated, isKnown);
            foreach (var result in results)
            {
                yield return result;
            }
        }
    }

    /// <summary>Counts the inputs on another thread; the result is <c>null</c> until it is done.</summary>
    public static Func<int?> Count(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var count = Task.Run(() => InputFinder.Find(paths).TakeWhile(_ => !cancellationToken.IsCancellationRequested)
            .Count(), CancellationToken.None);
        return () => count.IsCompletedSuccessfully ? count.Result : null;
    }
}
