namespace Sayso.Targets;

/// <summary>Restores exactly what the lock files say and builds the solution, Release.</summary>
internal static class Compilation
{
    public static int Run()
    {
        // NuGet takes a missing lock file for a wish to write one.
        foreach (var project in Directory.EnumerateFiles(".", "*.csproj", SearchOption.AllDirectories))
        {
            if (!File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")))
            {
                Console.Error.WriteLine($"{project} has no packages.lock.json: `dotnet restore` writes it; commit it");
                return 1;
            }
        }

        // Without the lock, another version than the reviewed one could be restored where a registry lacks ours.
        var code = Shell.Run("dotnet", "restore", "Sayso.slnx", "--locked-mode", "-v", "quiet", "-nologo", "--tl:off");
        if (code != 0)
        {
            Console.Error.WriteLine("after a change of packages or references, `dotnet restore` writes the lock files anew: commit them");
            return code;
        }

        return Shell.Run("dotnet", "build", "Sayso.slnx", "--no-restore", "-c", "Release", "-nologo", "-v", "quiet", "--tl:off", "-clp:NoSummary");
    }
}
