using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Export;

namespace Sayso.Cli.Exports;

/// <summary>A text file and an annotation file for each document, named by its id, and the configuration that brat needs.</summary>
internal sealed class BratFolder : IExport
{
    private readonly string _folder;

    /// <summary>Makes the folder.</summary>
    /// <exception cref="SaysoException">It holds files, or cannot be made (<c>SAY4003</c>).</exception>
    public BratFolder(string folder)
    {
        _folder = folder;
        Guarded(() =>
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                // Files of an earlier export would pass for documents that the ledger shows.
                throw new SaysoException(ProblemCodes.OutputFailed, $"{folder} is not empty. Choose a new folder with --output.");
            }

            Directory.CreateDirectory(folder);
            Save("annotation.conf", BratStandoff.Configuration);
        });
    }

    /// <inheritdoc/>
    public void Write(Document document, IReadOnlyList<Statement> statements) => Guarded(() =>
    {
        Save(document.Id + ".txt", document.Text);
        Save(document.Id + ".ann", BratStandoff.Annotation(document, statements));
    });

    /// <inheritdoc/>
    public void Finish()
    {
        // Each file is whole as soon as it is written.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // No file stays open.
    }

    private void Save(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SaysoException(ProblemCodes.OutputFailed, $"{_folder} cannot be written: {e.Message} Choose another place with --output.", e);
        }
    }
}
