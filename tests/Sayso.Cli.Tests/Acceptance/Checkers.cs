namespace Sayso.Cli.Tests.Acceptance;

/// <summary>
/// Other programs that read what is exported, as <c>tests/checkers</c> names them: npm installs them at their first use, outside of what git
/// keeps. The program itself needs none.
/// </summary>
internal static class Checkers
{
    private static readonly Lazy<string?> _whyNot = new(Install);

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Program.Root, "artifacts", "checkers");

    /// <summary>Skips the test where they cannot be had, with the reason.</summary>
    public static void Need() => Assert.SkipWhen(_whyNot.Value is not null, $"npm cannot install tests/checkers here, so that nothing but our own rules looked: {_whyNot.Value}");

    /// <summary>Runs one with Node; its modules are found.</summary>
    public static Result Node(string folder, string arguments) => Program.Shell(folder, $"NODE_PATH='{Folder}/node_modules' node {arguments}");

    /// <summary>What one of the scripts in <c>tests/checkers</c> prints; it stands beside its modules, since those of ECMAScript are looked for there.</summary>
    public static Result Script(string name, params IEnumerable<string> files)
    {
        File.Copy(Path.Combine(Program.Root, "tests", "checkers", name), Path.Combine(Folder, name), overwrite: true);
        return Node(Folder, $"{name} {string.Join(' ', files.Select(f => $"'{f}'"))}");
    }

    /// <summary>What TypeScript's compiler has to say of a module; nothing where it fits the types that it names.</summary>
    public static string Types(string name, string module)
    {
        File.WriteAllText(Path.Combine(Folder, $"{name}.ts"), module);
        return Node(Folder, $"node_modules/typescript/bin/tsc --noEmit --strict --skipLibCheck --module nodenext {name}.ts").Output;
    }

    private static string? Install()
    {
        Directory.CreateDirectory(Folder);
        var lockFile = Path.Combine(Program.Root, "tests", "checkers", "package-lock.json");
        var wanted = File.ReadAllText(lockFile);
        if (File.Exists(Installed) && File.ReadAllText(Installed) == wanted)
        {
            return null;
        }

        File.Copy(lockFile, Path.Combine(Folder, "package-lock.json"), overwrite: true);
        File.Copy(Path.Combine(Program.Root, "tests", "checkers", "package.json"), Path.Combine(Folder, "package.json"), overwrite: true);
        var result = Program.Shell(Folder, "timeout 300 npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1 || { tail -n 5 npm.log; exit 1; }");
        if (result.Code != 0)
        {
            return result.Output.Trim() is { Length: > 0 } said ? said : result.Error.Trim();
        }

        File.WriteAllText(Installed, wanted);
        return null;
    }

    private static string Installed => Path.Combine(Folder, "installed.json");
}
