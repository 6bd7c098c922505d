namespace Sayso.Ingestion;

/// <summary>
/// The inputs that paths stand for: a file is itself, a folder is its articles, folders within included, in ordinal
/// order, <c>-</c> is standard input. Lazy: one folder's names are held at a time.
/// </summary>
public static class InputFinder
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>
    /// The extensions of the files that are taken from folders whatever is in them, in the order in which help names them.
    /// </summary>
    public static IReadOnlyList<string> Extensions => ArticleNames.Read;

    /// <summary>
    /// Paths to read, in order. What does not exist is given back as it is: reading it tells why. In folders, hidden
    /// files are passed over, those with another extension than <see cref="Extensions"/> unless their content is a form
    /// that articles come in and more than text, what is no file (pipes, sockets), and links to folders, which could
    /// lead in circles.
    /// </summary>
    /// <param name="paths">Files, folders, <c>-</c>.</param>
    /// <param name="report">Is told of each folder of <paramref name="paths"/>, when all that is in it was found.</param>
    public static IEnumerable<string> Find(IEnumerable<string> paths, Action<FolderSum>? report = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (path == StandardInput || !Directory.Exists(path))
            {
                yield return path;
                continue;
            }

            var sum = new FolderSum(path, 0, 0);
            foreach (var file in Within(path))
            {
                sum = file is null ? sum with { PassedOver = sum.PassedOver + 1 } : sum with { Found = sum.Found + 1 };
                if (file is not null)
                {
                    yield return file;
                }
            }

            report?.Invoke(sum);
        }
    }

    /// <summary>A folder's articles; <c>null</c> for each entry that was passed over and not hidden.</summary>
    private static IEnumerable<string?> Within(string folder)
    {
        string[]? names;
        try
        {
            names = [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))
                .Where(name => !name.StartsWith('.'))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            names = null;
        }

        if (names is null)
        {
            // Reading the folder itself tells the user what is wrong with it.
            yield return folder;
            yield break;
        }

        Array.Sort(names, StringComparer.Ordinal);
        foreach (var name in names)
        {
            var entry = Path.Combine(folder, name);
            if (!Directory.Exists(entry))
            {
                yield return IsArticle(entry) ? entry : null;
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

    private static bool IsArticle(string path)
    {
        var isNamed = ArticleNames.IsArticle(path);
        if (isNamed == false)
        {
            return false;
        }

        try
        {
            if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                return (isNamed == true || Path.GetExtension(path).Length == 0) && IsFile(path);
            }

            return isNamed == true || HoldsArticle(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it tells why, where its name says that it is an article.
            return isNamed == true;
        }
    }

    /// <summary>
    /// Whether an entry that seems to be empty is a file. A pipe would keep whoever opens it for reading until somebody
    /// writes; opened for both it does not (Linux, fifo(7)), and it cannot be sought in.
    /// </summary>
    private static bool IsFile(string path)
    {
        try
        {
            using var handle = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return handle.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool HoldsArticle(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var beginning = new byte[4096];
        return ArticleNames.IsArticle(path,
            beginning.AsSpan(0, stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)));
    }
}

/// <summary>What was found in a folder and the folders within.</summary>
/// <param name="Path">The folder, as the user gave it.</param>
/// <param name="Found">How many inputs it gave.</param>
/// <param name="PassedOver">How many entries are no articles; hidden ones and links to folders are not counted.</param>
public sealed record FolderSum(string Path, int Found, int PassedOver);
