namespace Sayso.Evaluation.Tests;

/// <summary>The corpora that must not be copied into the repository; tests that need one are skipped without it.</summary>
internal static class Corpora
{
    public static string Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Sayso.slnx")))
        {
            root = root.Parent;
        }

        var folder = Path.Combine(root?.FullName ?? ".", "..", "shared", "data", name);
        Assert.SkipUnless(Directory.Exists(folder), $"The corpus ../shared/data/{name} is not here.");
        return folder;
    }
}
