namespace Sayso.Targets;

/// <summary>The program as one folder that needs no SDK.</summary>
internal static class Publishing
{
    private const string Folder = "artifacts/publish";

    public static int Run()
    {
        var code = Shell.Run("dotnet", "publish", "src/Sayso.Cli", "-c", "Release", "-r", "linux-x64", "--self-contained",
            "-p:PublishSingleFile=true", "-p:IncludeNativeLibrariesForSelfExtract=false", "-o", Folder, "-nologo", "-v", "quiet");
        if (code != 0)
        {
            return code;
        }

        // The ONNX package brings the libraries of every system along.
        foreach (var foreign in Directory.GetFiles(Folder, "*.dll").Concat(Directory.GetFiles(Folder, "*.pdb")))
        {
            File.Delete(foreign);
        }

        foreach (var part in new[] { "models", "samples" })
        {
            Copy(part, Path.Combine(Folder, part));
        }

        Console.WriteLine($"{Folder}/sayso");
        return 0;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
