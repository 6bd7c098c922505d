namespace Sayso.Core.Entities;

/// <summary>The lists of this folder, embedded in the program.</summary>
internal static class EntityLists
{
    /// <summary>A list's lines, without comments and empty ones.</summary>
    public static IReadOnlyList<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(EntityLists).Assembly.GetManifestResourceStream(file)!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#')];
    }
}
