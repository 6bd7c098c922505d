namespace Sayso.Cli;

/// <summary>Where the program's own files are, and which program it is.</summary>
/// <param name="Home">The folder that holds <c>models</c> and <c>samples</c>.</param>
/// <param name="Version">The program's version: three numbers.</param>
/// <param name="Command">What a user types to run it.</param>
internal sealed record Installation(string Home, string Version, string Command)
{
    private const string Name = "sayso";

    /// <summary>The folder of the attribution model.</summary>
    public string Model => Path.Combine(Home, "models", "attribution");

    /// <summary>The folder of the model of sentence vectors.</summary>
    public string SentenceModel => Path.Combine(Home, "models", "sentence");

    /// <summary>The folder of the demo's story.</summary>
    public string Story => Path.Combine(Home, "samples", "story");

    /// <summary>The launcher says where the files are (SAYSO_HOME); a published program has them beside itself.</summary>
    public static Installation OfProcess()
    {
        var version = typeof(Installation).Assembly.GetName().Version!.ToString(fieldCount: 3);
        var home = Environment.GetEnvironmentVariable("SAYSO_HOME") is { Length: > 0 } stated ? stated : AppContext.BaseDirectory;
        return new Installation(home, version, Typed(Path.Combine(home, Name)));
    }

    /// <summary>The shortest words that start a program from where the user is: <c>sayso</c> where the PATH leads to it.</summary>
    private static string Typed(string program)
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return places.Select(place => new FileInfo(Path.Combine(place, Name))).FirstOrDefault(file => file.Exists) is { } first
            && Target(first) == program ? Name
            : Path.GetDirectoryName(program) == CurrentFolder() ? $"./{Name}"
            : program;
    }

    private static string? CurrentFolder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            // Somebody deleted it: whole paths lead somewhere all the same.
            return null;
        }
    }

    private static string? Target(FileInfo file)
    {
        try
        {
            return (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;
        }
        catch (IOException)
        {
            // Links that go round in a circle lead nowhere.
            return null;
        }
    }
}
