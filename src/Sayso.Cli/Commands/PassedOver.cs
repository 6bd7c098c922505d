using System.Collections.Concurrent;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Errors;
using Sayso.Ingestion;

namespace Sayso.Cli.Commands;

/// <summary>
/// What was not read of the folders on the command line. Folders are looked through on another thread than the terminal's,
/// so they are shown when all is read.
/// </summary>
internal sealed class PassedOver(Terminal terminal)
{
    private readonly ConcurrentQueue<FolderSum> _folders = new();

    /// <summary>Notes a folder. Safe for use by several threads.</summary>
    public void Note(FolderSum folder) => _folders.Enqueue(folder);

    /// <summary>A line for each folder that files were passed over in, or that is empty.</summary>
    public void Show()
    {
        foreach (var folder in _folders.Where(f => f.PassedOver > 0 || f.Found == 0))
        {
            var files = Wording.Count(folder.PassedOver, "file");
            Complaints.Show(terminal, new Problem(ProblemCodes.PassedOver, (folder.Found, folder.PassedOver) switch
            {
                (0, 0) => $"The folder “{folder.Path}” holds no files, so that nothing was read.",
                (0, _) => $"The folder “{folder.Path}” holds no articles, so that nothing was read: {files} passed over.",
                _ => $"In the folder “{folder.Path}” {files} that {(folder.PassedOver == 1 ? "is no article was" : "are no articles were")} passed over.",
            }));
        }
    }
}
