using System.Diagnostics;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>
/// The launcher in a small checkout of its own, with a stand-in for <c>dotnet</c> whose build is a script that prints
/// where it was started and with what: what is tested is when it builds, and what it then runs.
/// </summary>
[Trait("needs", "process")]
public sealed class LauncherTests : IDisposable
{
    private const string Words = "one";

    /// <summary><c>dotnet build PROJECT -c Release --artifacts-path OUT …</c></summary>
    private const string Sdk = """
        #!/bin/bash
        out=$6
        echo build >>"$out/builds"
        sleep 0.2
        words=$(<"$2/a.cs")
        [ "$words" != broken ] || { echo "a.cs: error: broken"; exit 1; }
        made=$out/bin/Sayso.Cli/release
        mkdir -p "$made"
        rm -f "$made"/*
        echo "$words" >"$made/words"
        cat >"$made/sayso" <<'END'
        #!/bin/bash
        own=$(readlink -f "${0%/*}")
        [ -n "$DOTNET_ROOT" ] || exit 9
        if [ "${1:-}" = wait ]; then
          touch here/started
          until [ -e here/go ]; do sleep 0.05; done
        fi
        echo "$(<"$own/words")|$PWD|$SAYSO_HOME|$*"
        END
        chmod +x "$made/sayso"
        """;

    private readonly Workplace _place = new();

    [Theory]
    [InlineData("plain")]
    [InlineData("with two  spaces")]
    [InlineData("naïve – 新聞 🌇")]
    [InlineData("quotes'and\"dollar$HOME*")]
    [InlineData("-dash")]
    public void Starts_FromAnyFolder_WhateverItsName(string name)
    {
        var checkout = Checkout(name);
        var elsewhere = Directory.CreateDirectory(Path.Combine(_place.Path, "else where")).FullName;
        Assert.Equal($"{Words}|{elsewhere}|{checkout}|read a b.txt *", Start(checkout, elsewhere, "read", "a b.txt", "*"));
        Assert.Equal($"{Words}|{checkout}|{checkout}|", Start(checkout, checkout));
        Assert.Equal(1, Builds(checkout));
    }

    [Fact]
    public void Starts_ThroughLinks()
    {
        var checkout = Checkout("the checkout");
        var bin = Directory.CreateDirectory(Path.Combine(_place.Path, "bin dir")).FullName;
        File.CreateSymbolicLink(Path.Combine(bin, "first"), "../the checkout/sayso");
        File.CreateSymbolicLink(Path.Combine(bin, "sayso"), "first");
        File.CreateSymbolicLink(Path.Combine(_place.Path, "linked"), checkout);
        foreach (var line in new[] { "\"$PWD/bin dir/sayso\"", "PATH=\"$PWD/bin dir:$PATH\"; sayso", "linked/sayso", "cd linked; ./sayso", "cd 'bin dir'; ./sayso" })
        {
            var result = Shell(line);
            Assert.Equal((0, checkout), (result.Code, result.Lines.Single().Split('|')[2]));
        }

        Assert.Equal(1, Builds(checkout));
    }

    [Theory]
    [InlineData("echo more >>src/Sayso.Cli/a.cs")]
    [InlineData("touch -d 2001-01-01 src/Sayso.Cli/a.cs")]
    [InlineData("rm src/Sayso.Cli/b.cs")]
    [InlineData("echo new >src/Sayso.Cli/c.cs")]
    [InlineData("echo {} >global.json")]
    [InlineData("echo '<P/>' >Directory.Build.props")]
    [InlineData("rm -r artifacts/cli/run.*")]
    public void BuildsAgain_WhereAnInputChanged(string change)
    {
        var checkout = Checkout("here");
        Start(checkout, checkout);
        Assert.Equal(0, Shell($"cd here && {change}").Code);
        Start(checkout, checkout);
        Start(checkout, checkout);
        Assert.Equal(2, Builds(checkout));
    }

    [Theory]
    [InlineData("mkdir src/Sayso.Cli/obj; echo 1 >src/Sayso.Cli/obj/x; echo 1 >samples.txt")]
    [InlineData("mv ../here ../there; ln -s there ../here")]
    public void BuildsOnce_WhereNoInputChanged(string change)
    {
        var checkout = Checkout("here");
        Start(checkout, checkout);
        Assert.Equal(0, Shell($"cd here && {change}").Code);
        Assert.Equal(0, Shell("here/sayso").Code);
        Assert.Equal(1, Builds(checkout));
    }

    [Fact]
    public void FirstStarts_AtTheSameTime_BuildOnce()
    {
        var checkout = Checkout("here");
        var result = Shell("for i in 1 2 3 4; do here/sayso $i & done; wait");
        Assert.Equal((0, 4), (result.Code, result.Lines.Length));
        Assert.All(result.Lines, line => Assert.StartsWith($"{Words}|", line));
        Assert.Equal(1, Builds(checkout));
        Assert.Contains("this one waits for it", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RunningProgram_KeepsItsFiles_WhileAnotherStartBuilds()
    {
        var checkout = Checkout("here");
        Start(checkout, checkout);
        var result = Shell("here/sayso wait & until [ -e here/started ]; do sleep 0.05; done; echo two >here/src/Sayso.Cli/a.cs; here/sayso; touch here/go; wait");
        Assert.Equal(["two", Words], result.Lines.Select(line => line.Split('|')[0]));
    }

    [Fact]
    public void FailedBuild_IsShown_AndTriedAgain()
    {
        var checkout = Checkout("here");
        _place.Write("here/src/Sayso.Cli/a.cs", "broken");
        var result = Shell("here/sayso");
        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains("error: broken", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, Shell("here/sayso").Code);
        _place.Write("here/src/Sayso.Cli/a.cs", Words);
        Assert.Equal(0, Shell("here/sayso").Code);
        Assert.Equal(3, Builds(checkout));
    }

    [Fact]
    public void MissingSdk_IsSaid()
    {
        Checkout("here");
        var result = Shell("mkdir tools; for t in bash find readlink; do ln -s $(command -v $t) tools/; done; PATH=$PWD/tools here/sayso");
        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains(".NET SDK 10", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadOnlyCheckout_RunsWhatIsBuilt_AndSaysWhatIsMissing()
    {
        var checkout = Checkout("here");
        const string Protected = "unshare --user --map-root-user --mount bash -c 'mount --bind here here && mount -o remount,ro,bind here && here/sayso x'";
        Assert.SkipUnless(Shell("unshare --user --map-root-user --mount true").Code == 0, "This system lets nobody protect a folder for a test.");
        var refused = Shell(Protected);
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains("has to be built first", refused.Error, StringComparison.Ordinal);
        Start(checkout, checkout);
        var result = Shell(Protected);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal($"{Words}|{_place.Path}|{checkout}|x", result.Lines.Single());
    }

    public void Dispose() => _place.Dispose();

    /// <summary>A checkout with the real launcher, and <c>dotnet</c> on the PATH; the program prints the text of <c>a.cs</c>.</summary>
    private string Checkout(string name)
    {
        var root = Directory.CreateDirectory(Path.Combine(_place.Path, name)).FullName;
        _place.Write(Path.Combine(name, "src", "Sayso.Cli", "a.cs"), Words);
        _place.Write(Path.Combine(name, "src", "Sayso.Cli", "b.cs"), "b");
        _place.Write(Path.Combine(name, "Directory.Build.props"), "<Project/>");
        _place.Write(Path.Combine(name, "global.json"), "{ }");
        File.Copy(Path.Combine(Program.Root, "sayso"), Path.Combine(root, "sayso"));
        _place.Write("bin/dotnet", Sdk);
        Assert.Equal(0, Shell("chmod +x bin/dotnet").Code);
        return root;
    }

    private static int Builds(string checkout) => File.ReadLines(Path.Combine(checkout, "artifacts", "cli", "builds")).Count();

    private string Start(string checkout, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(checkout, "sayso"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{Path.Combine(_place.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.TrimEnd('\n');
    }

    private Result Shell(string line) => Program.Shell(_place.Path, $"export PATH=\"$PWD/bin:$PATH\"; {line}");
}
