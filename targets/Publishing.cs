namespace Sayso.Targets;

/// <summary>The program as one folder that needs no SDK and no runtime.</summary>
internal static class Publishing
{
    private const string Folder = "artifacts/publish";

    /// <summary>The ONNX package brings a Windows library along; symbols and API pages are for developers.</summary>
    private static readonly string[] Unwanted = ["*.dll", "*.pdb", "*.xml"];

    private static readonly string[] Papers = ["LICENSE", "NOTICE", "src/Sayso.Web/Assets/fonts/OFL.txt"];

    public static int Run()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        var code = Shell.Run("dotnet", "publish", "src/Sayso.Cli", "-c", "Release", "-r", "linux-x64", "--self-contained",
            "-p:PublishSingleFile=true", "-p:IncludeNativeLibrariesForSelfExtract=false",
            "--artifacts-path", "artifacts/publishing", "-o", Folder, "-nologo", "-v", "quiet", "--tl:off");
        if (code != 0)
        {
            return code;
        }

        foreach (var file in Unwanted.SelectMany(kind => Directory.GetFiles(Folder, kind)))
        {
            File.Delete(file);
        }

        Copy("models", Path.Combine(Folder, "models"));
        Copy("samples", Path.Combine(Folder, "samples"));
        foreach (var file in Papers)
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        Console.WriteLine($"{Folder}/sayso");
        return 0;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
