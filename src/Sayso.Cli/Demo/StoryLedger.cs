using System.Globalization;
using Sayso.Cli.Pipeline;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Web;

namespace Sayso.Cli.Demo;

/// <summary>A fresh ledger with the sample story in it.</summary>
internal sealed class StoryLedger(DocumentSource source, LedgerWriter writer, Ledgers ledgers, Installation installation)
{
    private const int MostBeside = 100;

    /// <summary>
    /// Reads the story into a new ledger, which is at its path when all is read: two demos at once do not meet. Where no
    /// path is asked for, it takes the place of an earlier demo's ledger that holds nothing but the story; where the user
    /// has used that one, it goes beside it. At a path that is asked for it replaces nothing.
    /// </summary>
    /// <param name="asked">
    /// The ledger's file; <c>null</c>: in the user's data folder, or in the folder for temporary files where that cannot be
    /// written.
    /// </param>
    /// <param name="progress">Is told how many of how many are read.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    /// <returns>The ledger's file.</returns>
    /// <exception cref="SaysoException">The story is missing, or the ledger cannot be written, or something is there.</exception>
    public string Build(string? asked, Action<int> progress, CancellationToken cancellationToken)
    {
        if (asked is not null && Path.Exists(asked))
        {
            throw new SaysoException(ProblemCodes.OutputFailed,
                $"{asked} is there already, and the demo replaces nothing of yours. Choose a new file with --ledger.");
        }

        string[] story = [.. Files()];
        var path = asked ?? UsualPath();
        var unfinished = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var done = 0;
            foreach (var _ in writer.Add(unfinished, known => source.Read(story, StatedMetadata.None, known)
                .Select(WithoutPlace), cancellationToken))
            {
                progress(++done);
            }

            path = asked ?? Cleared(path, unfinished);
            File.Move(unfinished, path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SaysoException(ProblemCodes.OutputFailed,
                $"{path} cannot be written: {e.Message} Choose another place with --ledger.", e);
        }
        finally
        {
            Delete(unfinished);
        }
    }

    /// <summary>Whether the story is installed.</summary>
    public bool IsThere => Directory.Exists(installation.Story);

    /// <summary>The ledger of an earlier demo, where the present model read it; <c>null</c> where there is none.</summary>
    public string? Present()
    {
        var path = UsualPath();
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using var ledger = ledgers.Open(path);
            return ledger.Entries(null).All(e => e.Provenance.ModelVersion is null || e.Provenance.ModelVersion == writer.ModelVersion)
                && ledger.Count().Documents > 0 ? path : null;
        }
        catch (SaysoException)
        {
            return null;
        }
    }

    /// <summary>The story's pages, to be handed in.</summary>
    public IEnumerable<IntakeInput> Inputs() => Files()
        .Select(file => new IntakeInput(Path.GetFileName(file), File.ReadAllBytes(file), StatedMetadata.None));

    /// <summary>Where the demo keeps its ledger without another wish.</summary>
    private static string UsualPath()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var folder = data.Length > 0 ? Path.Combine(data, "sayso") : string.Empty;
        return folder.Length > 0 && CanWrite(folder)
            ? Path.Combine(folder, "demo.db") : Path.Combine(Path.GetTempPath(), $"sayso-demo-{Environment.UserName}.db");
    }

    /// <summary>Whether files can be made in a folder, which is made where it is not there.</summary>
    private static bool CanWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var trial = new FileStream(
                Path.Combine(folder, $".{Environment.ProcessId}"),
                new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The first of <c>demo.db</c>, <c>demo-2.db</c>, … where nothing is, or nothing but the story: that is deleted.</summary>
    private string Cleared(string path, string unfinished)
    {
        var fresh = StoryOf(unfinished);
        for (var number = 1; number <= MostBeside; number++)
        {
            var candidate = number == 1 ? path : $"{path[..^".db".Length]}-{number.ToString(CultureInfo.InvariantCulture)}.db";
            if (Path.Exists(candidate) && !HoldsOnly(candidate, fresh))
            {
                continue;
            }

            Delete(candidate);
            return candidate;
        }

        throw new SaysoException(ProblemCodes.OutputFailed,
            $"{path} and those beside it hold entries of yours, and the demo replaces nothing of yours. Choose a new file with --ledger.");
    }

    private HashSet<string> StoryOf(string path)
    {
        using var ledger = ledgers.Open(path);
        return [.. ledger.DocumentIds()];
    }

    /// <summary>Whether a file is a ledger to which nothing was done but adding the story.</summary>
    private bool HoldsOnly(string path, HashSet<string> story)
    {
        try
        {
            using var ledger = ledgers.Open(path);
            return ledger.Entries(null).All(e => e.Kind == EntryKind.Add && story.Contains(e.DocumentId));
        }
        catch (SaysoException)
        {
            // No ledger, or one that cannot be read: whatever it is, the demo did not leave it so.
            return false;
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
            throw new SaysoException(ProblemCodes.Missing,
                $"The sample story is not at {installation.Story}. Restore the folder from the release that you installed.");
        }

        return Directory.EnumerateFiles(installation.Story)
            .Where(f => Path.GetExtension(f) is ".html" or ".txt")
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Deletes a SQLite database and what lies beside it while it is open.</summary>
    private static void Delete(string path)
    {
        foreach (var part in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
        {
            File.Delete(part);
        }
    }
}
