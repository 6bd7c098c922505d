namespace Sayso.Cli;

/// <summary>Where the program's own files are, and which program it is.</summary>
/// <param name="Home">The folder that holds <c>models</c> and <c>samples</c>.</param>
/// <param name="Version">The program's version: three numbers.</param>
/// <param name="Command">What a user types to run it.</param>
internal sealed record Installation(string Home, string Version, string Command)
{
    /// <summary>The folder of the attribution model.</summary>
    public string Model => Path.Combine(Home, "models", "attribution");

    /// <summary>The folder of the demo's story.</summary>
    public string Story => Path.Combine(Home, "samples", "story");

    /// <summary>The launcher says where the files are (SAYSO_HOME); a published program has them beside itself.</summary>
    public static Installation OfProcess()
    {
        var version = typeof(Installation).Assembly.GetName().Version!.ToString(fieldCount: 3);
        return Environment.GetEnvironmentVariable("SAYSO_HOME") is { Length: > 0 } home
            ? new Installation(home, version, Environment.CurrentDirectory == home ? "./sayso" : Path.Combine(home, "sayso"))
            : new Installation(AppContext.BaseDirectory, version, "sayso");
    }
}
