using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>Runs the real program as a process of its own, as a user's shell would.</summary>
internal static class Program
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    /// <summary>The repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    /// <summary>The sample story.</summary>
    public static string Story { get; } = Path.Combine(Root, "samples", "story");

    /// <summary>The built program.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "sayso");

    /// <summary>Skips a test where the trained model is not in the tree.</summary>
    public static void NeedsModel() => Assert.SkipUnless(
        File.Exists(Path.Combine(Root, "models", "attribution", "model.onnx")),
        "models/attribution has no model.onnx yet: ./build train attribution makes it");

    /// <summary>Runs it to its end.</summary>
    public static Result Run(string folder, params string[] arguments) => RunWith(new RunOptions(folder), arguments);

    /// <summary>Runs it to its end.</summary>
    public static Result RunWith(RunOptions options, params string[] arguments)
    {
        using var process = Start(options, arguments);
        process.StandardInput.BaseStream.Write(options.Input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(_patience), "The program does not end.");
        return new Result(process.ExitCode, output, error.Result);
    }

    /// <summary>Runs a line of shell in which <c>"$SAYSO"</c> is the program.</summary>
    public static Result Shell(string folder, string line) =>
        RunWith(new RunOptions(folder) { Program = "/bin/bash" }, "-c", line);

    /// <summary>Starts it.</summary>
    public static Process Start(RunOptions options, params string[] arguments)
    {
        var start = new ProcessStartInfo(options.Program ?? Executable, arguments)
        {
            WorkingDirectory = options.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.Environment["SAYSO"] = Executable;
        start.Environment["SAYSO_HOME"] = options.Home ?? Root;
        start.Environment["HOME"] = options.Folder;
        start.Environment["XDG_DATA_HOME"] = Path.Combine(options.Folder, "data");
        return Process.Start(start)!;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

/// <summary>How to run it.</summary>
/// <param name="Folder">The current folder, and the user's home.</param>
internal sealed record RunOptions(string Folder)
{
    /// <summary>What is piped in.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>Another program than ours.</summary>
    public string? Program { get; init; }

    /// <summary>Where models and samples are, if not in the repository; empty: beside the program.</summary>
    public string? Home { get; init; }
}

/// <summary>What a run gave.</summary>
/// <param name="Code">Exit status.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Result(int Code, string Output, string Error)
{
    /// <summary>The output's lines.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The output's lines as JSON.</summary>
    public JsonElement[] Json => [.. Lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>The codes on standard error, in order.</summary>
    public string[] Codes => [.. Error.Split('\n').Where(l => l.StartsWith("SAY", StringComparison.Ordinal)).Select(l => l.Split(':')[0])];
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sayso-test-");

    /// <summary>Its path.</summary>
    public string Path => _folder.FullName;

    /// <summary>Writes a file; its path.</summary>
    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file; its path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>Texts that we wrote, which any sensible model finds statements in.</summary>
internal static class Articles
{
    /// <summary>Two plain statements.</summary>
    public const string Plain =
        "Harbour master: the ferry left on time\n\nLotte Quist, the harbour master, said on Thursday that the ferry had left on time.\n\n“Nobody was late,” she added.\n";

    /// <summary>One with characters outside the BMP and combining marks before and inside its spans.</summary>
    public const string Odd =
        "😀 Cafe\u0301 owners worried\n\nThe café owner Zoe\u0301 Amaury 👩\u200d🚒 said that her “cre\u0301puscule 🌇” terrace had been empty for a week.\n";

    /// <summary>A page.</summary>
    public static string Page(string body, string url = "https://post.example/ferry") => $"""
        <!doctype html><html lang="en"><head><title>Ferry left on time | The Valley Post</title>
        <meta property="og:site_name" content="The Valley Post"><link rel="canonical" href="{url}">
        <meta property="article:published_time" content="2031-03-12T07:05:00+02:00"></head>
        <body><article><h1>Ferry left on time</h1>
        <p>{body}</p>
        <p>The ferry runs four times a day between the two ports, and carries lorries, cars and people on foot.</p>
        <p>It was built twenty years ago, and has been in the yard for repairs twice since the summer of last year.</p>
        </article></body></html>
        """;
}
