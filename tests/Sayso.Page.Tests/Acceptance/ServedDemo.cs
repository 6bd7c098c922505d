using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Sayso.Page.Tests.Acceptance.ServedDemo))]

namespace Sayso.Page.Tests.Acceptance;

/// <summary>The real program serving the sample story, and a real browser: both once for all tests.</summary>
public sealed partial class ServedDemo : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sayso-page-");
    private Process? _program;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the page is.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Why there is no browser; <c>null</c> where there is one.</summary>
    public string? Missing { get; private set; }

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public async ValueTask InitializeAsync()
    {
        Missing = Install();
        if (Missing is not null)
        {
            return;
        }

        Address = await StartAsync();
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();

        // As root, as in a container, chromium has no sandbox of its own to offer; the page is ours.
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>A browser window that remembers what went wrong in it.</summary>
    public async Task<Visit> VisitAsync(int width = 1280, string theme = "light")
    {
        Assert.SkipWhen(Missing is not null, Missing ?? string.Empty);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 844 : 900 },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            AcceptDownloads = true,
        });
        return await Visit.OpenAsync(context, Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_program is not null)
        {
            _program.Kill();
            await _program.WaitForExitAsync();
            _program.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Installs Debian's chromium where it is missing; says why not where that does not work.</summary>
    private static string? Install()
    {
        if (!File.Exists(Path.Combine(Root, "models", "attribution", "model.onnx")))
        {
            return "models/attribution has no model.onnx yet: ./build train attribution makes it";
        }

        if (File.Exists(Chromium))
        {
            return null;
        }

        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Root, "targets", "apt.sh"), "page"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = script.StandardOutput.ReadToEndAsync();
        var error = script.StandardError.ReadToEnd();
        script.WaitForExit(_patience);
        _ = output.Result;
        return File.Exists(Chromium) ? null : $"chromium cannot be installed here: {error.Trim().Split('\n')[^1]}";
    }

    private async Task<string> StartAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "sayso"), ["serve", "--demo", "--port", "0"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        start.Environment["SAYSO_HOME"] = Root;
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["XDG_DATA_HOME"] = Path.Combine(_folder.FullName, "data");
        _program = Process.Start(start)!;
        var said = await _program.StandardOutput.ReadLineAsync().WaitAsync(_patience);
        return Place().Match(said ?? string.Empty) is { Success: true } place ? place.Value : throw new InvalidOperationException($"The program says no address: {said}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Place();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
