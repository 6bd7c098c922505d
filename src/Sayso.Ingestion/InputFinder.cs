namespace Sayso.Ingestion;

/// <summary>
/// The inputs that paths stand for: a file is itself, a folder is its articles, folders within included, in ordinal
/// order, <c>-</c> is standard input. Lazy: one folder's names are held at a time.
/// </summary>
public static class InputFinder
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".html", ".htm", ".xhtml", ".txt", ".text" };

    /// <summary>
    /// Paths to read, in order. What does not exist is given back as it is: reading it tells why. In folders, hidden
    /// files and names without one of the known extensions (.html .htm .xhtml .txt .text) are passed over, and so are
    /// links to folders, which could lead in circles.
    /// </summary>
    public static IEnumerable<string> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (path == StandardInput || !Directory.Exists(path))
            {
                yield return path;
                continue;
            }

            foreach (var file in Within(path))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<string> Within(string folder)
    {
        string[]? entries;
        try
        {
            entries = Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            entries = null;
        }

        if (entries is null)
        {
            // Reading the folder itself tells the user what is wrong with it.
            yield return folder;
            yield break;
        }

        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (Path.GetFileName(entry).StartsWith('.'))
            {
                continue;
            }

            if (!Directory.Exists(entry))
            {
                if (Extensions.Contains(Path.GetExtension(entry)))
                {
                    yield return entry;
                }
            }
            else if (new DirectoryInfo(entry).LinkTarget is null)
            {
                foreach (var file in Within(entry))
                {
                    yield return file;
                }
            }
        }
    }
}
