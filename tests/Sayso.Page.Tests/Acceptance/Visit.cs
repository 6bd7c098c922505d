using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sayso.Page.Tests.Acceptance;

/// <summary>
/// A browser window. Errors of the console, failed or outside requests and layout that shifts are kept, and fail the test at
/// its end.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>What the web's own measure calls good is .1: text that stays where it is has none.</summary>
    private const double MostShift = 0.02;

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];
    private readonly List<string> _allowed = [];

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Opens a window.</summary>
    public static async Task<Visit> OpenAsync(IBrowserContext context, string address)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !visit._allowed.Contains(message.Text, StringComparer.Ordinal))
            {
                visit._faults.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => visit._faults.Add($"script: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
            {
                visit._faults.Add($"outside: {request.Url}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                visit._faults.Add($"{response.Status}: {response.Url}");
            }
        };
        return visit;
    }

    /// <summary>Lets a message of the console pass: one of a library's that we cannot mend and that hurts nobody.</summary>
    public void Allow(string message) => _allowed.Add(message);

    /// <summary>Goes to an address of the page. While claims are reckoned a page loads itself anew: what it then shows is waited for.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Assertions.Expect(Page.Locator(".working")).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 120_000 });
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await Page.EvaluateAsync("() => document.fonts.ready");
    }

    /// <summary>Waits until the claims are reckoned.</summary>
    public async Task GoToClaimsAsync()
    {
        await GoAsync("/claims");
        await Page.Locator(".claims li").First.WaitForAsync(new LocatorWaitForOptions { Timeout = 120_000 });
    }

    /// <summary>Looks for what keeps people out (axe-core, all rules), for text that runs off the side, and for layout that shifted.</summary>
    public async Task LookAsync()
    {
        var found = await Page.RunAxe();
        _faults.AddRange(found.Violations.Select(v => $"axe {v.Id} at {Page.Url}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        var over = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
        {
            _faults.Add($"{Page.Url} is {over} pixels wider than the window");
        }

        await LookForShiftsAsync();
    }

    /// <summary>Gives the window's page a part of the processor only: one of <paramref name="times"/>.</summary>
    public async Task SlowDownAsync(int times)
    {
        var session = await _context.NewCDPSessionAsync(Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = times });
    }

    /// <summary>Looks for layout that shifted since the page was opened, by more than <paramref name="most"/>.</summary>
    public async Task LookForShiftsAsync(double most = MostShift)
    {
        var shift = await Page.EvaluateAsync<double>(
            """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(sum), 60);
            })
            """);
        if (shift > most)
        {
            _faults.Add($"{Page.Url} shifts by {shift:0.000}");
        }
    }

    /// <summary>Fails where anything went wrong.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_faults.Count == 0, string.Join('\n', _faults.Distinct(StringComparer.Ordinal)));
    }
}
