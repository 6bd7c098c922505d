using Sayso.Cli.Pipeline;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Cli.Demo;

/// <summary>A fresh ledger with the sample story in it.</summary>
internal sealed class StoryLedger(DocumentSource source, LedgerWriter writer, Installation installation)
{
    /// <summary>
    /// Where the demo keeps its ledger without another wish: the user's data folder, or the folder for temporary files
    /// where there is none.
    /// </summary>
    public static string UsualPath
    {
        get
        {
            var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
            return data.Length > 0 ? Path.Combine(data, "sayso", "demo.db") : Path.Combine(Path.GetTempPath(), $"sayso-demo-{Environment.UserName}.db");
        }
    }

    /// <summary>
    /// Reads the story into a new ledger, which is at its path when all is read: two demos at once do not meet. It takes
    /// the place of an earlier demo's at <see cref="UsualPath"/>, and of nothing anywhere else, which might be the user's own.
    /// </summary>
    /// <param name="path">The ledger's file.</param>
    /// <param name="progress">Is told how many of how many are read.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    /// <exception cref="SaysoException">The story is missing, or the ledger cannot be written, or something is there.</exception>
    public AddSum Build(string path, Action<int> progress, CancellationToken cancellationToken)
    {
        var replaces = Path.GetFullPath(path) == UsualPath;
        if (!replaces && Path.Exists(path))
        {
            throw new SaysoException(ProblemCodes.OutputFailed, $"{path} is there already, and the demo replaces nothing of yours. Choose a new file with --ledger.");
        }

        string[] story = [.. Files()];
        var unfinished = $"{path}.{Environment.ProcessId}";
        var sum = default(AddSum);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            foreach (var item in writer.Add(unfinished, known => source.Read(story, StatedMetadata.None, known).Select(WithoutPlace), cancellationToken))
            {
                sum += item;
                progress(sum.Inputs);
            }

            foreach (var part in replaces ? Parts(path) : [])
            {
                File.Delete(part);
            }

            File.Move(unfinished, path);
            return sum;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SaysoException(ProblemCodes.OutputFailed, $"{path} cannot be written: {e.Message} Choose another place with --ledger.", e);
        }
        finally
        {
            foreach (var part in Parts(unfinished))
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>Where the program is installed is no part of the story: its ledger is the same on every machine.</summary>
    private static ReadResult WithoutPlace(ReadResult result) => result.Document is { } document
        ? ReadResult.Of(result.Path, document with { Path = Path.GetFileName(result.Path) })
        : result;

    /// <summary>The story's pages in the order of their names; its guide is no article.</summary>
    private IEnumerable<string> Files()
    {
        if (!Directory.Exists(installation.Story))
        {
            throw new SaysoException(ProblemCodes.Missing, $"The sample story is not at {installation.Story}. Restore the folder from the release that you installed.");
        }

        return Directory.EnumerateFiles(installation.Story)
            .Where(f => Path.GetExtension(f) is ".html" or ".txt")
            .Order(StringComparer.Ordinal);
    }

    /// <summary>A SQLite database and what lies beside it while it is open.</summary>
    private static IEnumerable<string> Parts(string path) => [path, path + "-wal", path + "-shm"];
}
