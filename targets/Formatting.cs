namespace Sayso.Targets;

/// <summary>The formatting that .editorconfig asks for.</summary>
internal static class Formatting
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        string[] check = arguments.Contains("--write") ? [] : ["--verify-no-changes"];
        return Shell.Run("dotnet", ["format", "whitespace", "Sayso.slnx", "--no-restore", .. check]);
    }
}
