using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The real program serving a ledger of the sample story, once for all tests of a class.</summary>
public sealed partial class ServedProgram : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    private readonly Workplace _place = new();
    private Process? _program;

    /// <summary>A client at its address.</summary>
    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = _patience };

    /// <summary>Where it is.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The folder of the ledger, <c>demo.db</c>.</summary>
    internal string Folder => _place.Path;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path.Combine(Program.Root, "models", "attribution", "model.onnx")))
        {
            return;
        }

        Assert.Equal(0, Program.Run(Folder, "demo", "--ledger", "demo.db").Code);
        _program = Program.Start(new RunOptions(Folder), "serve", "--ledger", "demo.db", "--port", "0");
        var said = await _program.StandardOutput.ReadLineAsync().WaitAsync(_patience);
        Address = Place().Match(said ?? string.Empty) is { Success: true } place ? place.Value : throw new InvalidOperationException($"The program says no address: {said}");
        Client.BaseAddress = new Uri(Address);

        // Claims are reckoned first; until then the answer is to come again.
        for (var i = 0; i < 20 && !(await Client.GetAsync(new Uri("/api/v1/claims?limit=1", UriKind.Relative))).IsSuccessStatusCode; i++)
        {
        }
    }

    /// <summary>What a path answers, as text; the test fails where that is a failure.</summary>
    public async Task<string> GetAsync(string path, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Accept", accept);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_program is not null)
        {
            _program.Kill();
            await _program.WaitForExitAsync();
            _program.Dispose();
        }

        _place.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Place();
}
