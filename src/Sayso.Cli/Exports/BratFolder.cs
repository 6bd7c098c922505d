using Sayso.Core.Errors;
using Sayso.Core.Export;

namespace Sayso.Cli.Exports;

/// <summary>A text file and an annotation file for each document, named by its id, and the configuration that brat needs.</summary>
internal static class BratFolder
{
    /// <summary>Makes the folder and writes the files.</summary>
    /// <exception cref="SaysoException">It holds files, or cannot be made or written (<c>SAY4003</c>).</exception>
    public static void Write(string folder, IEnumerable<ExportedDocument> documents)
    {
        Guarded(folder, () =>
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                // Files of an earlier export would pass for documents that the ledger shows.
                throw new SaysoException(ProblemCodes.OutputFailed, $"{folder} is not empty. Choose a new folder with --output.");
            }

            Directory.CreateDirectory(folder);
            Save("annotation.conf", BratStandoff.Configuration);
        });
        foreach (var read in documents)
        {
            Guarded(folder, () =>
            {
                Save(read.Document.Id + ".txt", read.Document.Text);
                Save(read.Document.Id + ".ann", BratStandoff.Annotation(read.Document, read.Statements));
            });
        }

        void Save(string name, string content) => File.WriteAllText(Path.Combine(folder, name), content);
    }

    private static void Guarded(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SaysoException(ProblemCodes.OutputFailed, $"{folder} cannot be written: {e.Message} Choose another place with --output.", e);
        }
    }
}
