using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Sayso.Architecture.Tests;

/// <summary>The files of this repository, as they lie in the working tree.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    /// <summary>Files under some top folders with some extension, built ones left out; paths from the root, with '/'.</summary>
    public static IEnumerable<string> Files(string extension, params string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + extension, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "obj" or "bin" or "out"));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static XDocument ReadXml(string file) => XDocument.Load(Path.Combine(Root, file));

    private static string Here([CallerFilePath] string here = "") => here;
}
