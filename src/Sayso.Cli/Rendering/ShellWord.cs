namespace Sayso.Cli.Rendering;

/// <summary>Paths in commands that a user may copy into a shell.</summary>
internal static class ShellWord
{
    /// <summary>A path as a shell takes it; from the user's home on, with a tilde.</summary>
    public static string Of(string path)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 1 && path.StartsWith(home + "/", StringComparison.Ordinal)
            ? "~/" + Quoted(path[(home.Length + 1)..])
            : Quoted(path);
    }

    private static string Quoted(string path) => path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
        ? path
        : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
