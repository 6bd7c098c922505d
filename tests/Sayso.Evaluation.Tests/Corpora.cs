namespace Sayso.Evaluation.Tests;

/// <summary>Where corpora are: our own in the repository; those that must not be copied into it beside it, and tests that need one are skipped without it.</summary>
internal static class Corpora
{
    /// <summary>The corpus that we wrote.</summary>
    public static string Own => Path.Combine(Root, "corpus");

    /// <summary>Our own stories with gold.</summary>
    public static string Stories => Path.Combine(Root, "tests", "data", "stories");

    private static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Sayso.slnx")))
            {
                root = root.Parent;
            }

            return root?.FullName ?? ".";
        }
    }

    /// <summary>A corpus of somebody else's.</summary>
    public static string Folder(string name)
    {
        var folder = Path.Combine(Root, "..", "shared", "data", name);
        Assert.SkipUnless(Directory.Exists(folder), $"The corpus ../shared/data/{name} is not here.");
        return folder;
    }
}
