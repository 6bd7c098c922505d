using System.Runtime.CompilerServices;

namespace Sayso.Bench;

/// <summary>Where things are.</summary>
/// <param name="Home">The repository.</param>
/// <param name="Data">The corpora: <c>SAYSO_DATA</c>, else beside the repository.</param>
internal sealed record Place(string Home, string Data)
{
    /// <summary>The folder of PolNeAR train's texts.</summary>
    public string Articles => Path.Combine(Data, "polnear", "train", "text");

    /// <summary>The folder of the HTML pages.</summary>
    public string Pages => Path.Combine(Data, "html", "article-extraction-benchmark", "html");

    /// <summary>The model's folder.</summary>
    public string Model => Path.Combine(Home, "models", "attribution");

    /// <summary>The program, as built.</summary>
    public string Program => Path.Combine(Home, "src", "Sayso.Cli", "bin", "Release", "net10.0", "sayso");

    /// <summary>Finds them from where this file was compiled.</summary>
    public static Place Find([CallerFilePath] string here = "")
    {
        var home = Path.GetFullPath(Path.Combine(here, "..", "..", ".."));
        return new Place(home, Environment.GetEnvironmentVariable("SAYSO_DATA") ?? Path.GetFullPath(Path.Combine(home, "..", "shared", "data")));
    }
}
