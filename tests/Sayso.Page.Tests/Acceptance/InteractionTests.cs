using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sayso.Page.Tests.Acceptance;

/// <summary>What each page answers to a hand: clicks, hovers, drops and keys, in a real browser on the real program.</summary>
public sealed partial class InteractionTests(ServedDemo demo)
{
    [Fact]
    public async Task EveryOrigin_IsThreeClicksFromItsNumber()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoToClaimsAsync();
        await visit.GoAsync("/");
        var page = visit.Page;
        await Expect(page.Locator(".claims li").First).ToContainTextAsync(Articles());
        await page.Locator(".claims li .proposition").First.ClickAsync();
        var origins = page.Locator(".origin:has(.side)");
        await Expect(origins.First).ToBeVisibleAsync();
        var count = await origins.CountAsync();
        Assert.InRange(count, 2, 20);
        for (var i = 0; i < count; i++)
        {
            await origins.Nth(i).Locator(".say-what a").First.ClickAsync();
            await Expect(page.Locator(".passage .w1").First).ToBeVisibleAsync();
            await page.GoBackAsync();
            await Expect(origins).ToHaveCountAsync(count);
        }
    }

    [Fact]
    public async Task PointOfAFigure_LeadsToItsSentence()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoToClaimsAsync();
        await visit.GoAsync("/figures");
        var page = visit.Page;
        await page.Locator(".list tbody a").First.ClickAsync();
        var points = page.Locator(".chart a");
        var count = await points.CountAsync();
        Assert.True(count > 3);
        for (var i = 0; i < count; i++)
        {
            // None lies under another.
            await points.Nth(i).Locator("circle, .range").First.ClickAsync(new LocatorClickOptions { Trial = true });
        }

        var link = await points.First.GetAttributeAsync("href");
        await points.First.Locator("circle, .range").First.ClickAsync();
        await Expect(page.Locator(".passage")).ToBeVisibleAsync();
        Assert.EndsWith(link!, page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await page.Locator(".chart a").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".passage")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Table_IsSorted_AndTakenAwayAsItStands()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoToClaimsAsync();
        await visit.GoAsync("/figures");
        var page = visit.Page;
        await page.Locator("th button", new PageLocatorOptions { HasText = "Readings" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Readings");
        var first = await page.Locator(".list tbody th a").First.InnerTextAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".taken button", new PageLocatorOptions { HasText = "CSV" }).ClickAsync());
        Assert.Equal("Figures.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("What is counted,", lines[0], StringComparison.Ordinal);
        Assert.Contains(first, lines[1], StringComparison.Ordinal);
        await visit.LookAsync();
    }

    [Fact]
    public async Task FilesDropped_AreNamed_AndReadBeforeOnesEyes()
    {
        await using var visit = await demo.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/add");
        await page.EvaluateAsync(
            """
            () => {
              const files = new DataTransfer();
              files.items.add(new File(['Pilots want lights\n\nThe pilots said on Monday that the channel was dark.'], 'pilots.txt', { type: 'text/plain' }));
              const drop = document.querySelector('[data-drop]');
              drop.dispatchEvent(new DragEvent('dragover', { dataTransfer: files, bubbles: true, cancelable: true }));
              drop.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(page.Locator(".drop output")).ToHaveTextAsync("pilots.txt");
        await page.Locator("form.add button").ClickAsync();
        await Expect(page.Locator("#batch .lead")).ToContainTextAsync("1 document added", new LocatorAssertionsToContainTextOptions { Timeout = 120_000 });
        await page.Locator(".line a").ClickAsync();
        await Expect(page.Locator(".text .src").First).ToContainTextAsync("Pilots", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
        await Expect(page.Locator(".foot time")).ToHaveAttributeAsync("title", Exact());
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(900)]
    public async Task Words_ThatAreCredited_TellByWhom_WherePointedAt(int width)
    {
        await using var visit = await demo.VisitAsync(width);
        var page = visit.Page;
        await visit.GoAsync("/documents");
        await page.Locator(".docs .title").Nth(3).ClickAsync();
        var words = page.Locator(".text .cue").First;
        await words.HoverAsync();
        await Expect(page.Locator(".note.lit .note-who").First).ToBeVisibleAsync();
        await Expect(page.Locator(".note.lit .stance").First).ToBeVisibleAsync();
        if (width == 900)
        {
            await Expect(page.Locator(".note.peek")).ToHaveCountAsync(1);
            await visit.LookAsync();
            await page.Mouse.MoveAsync(2, 2);
            await Expect(page.Locator(".note.peek")).ToHaveCountAsync(0);
            await page.Locator(".headline").ClickAsync();
            for (var tabs = 0; tabs < 40 && await page.Locator(".text .ref:focus").CountAsync() == 0; tabs++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            await Expect(page.Locator(".note.peek .stance")).ToBeVisibleAsync();
        }

        await visit.LookAsync();
    }

    [Fact]
    public async Task EditedArticle_ShowsBothVersions_WordByWord()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoAsync("/changes");
        var page = visit.Page;
        await page.Locator("a", new PageLocatorOptions { HasText = "word by word" }).First.ClickAsync();
        await Expect(page.Locator("#edited")).ToBeInViewportAsync();
        await Expect(page.Locator("#edited blockquote mark", new PageLocatorOptions { HasText = "1,480" }).First).ToBeVisibleAsync();
        await Expect(page.Locator("#edited .same").First).ToContainTextAsync("the same");
        await visit.LookAsync();
    }

    [Fact]
    public async Task Stories_TellWhatMoved_AndWhatWasEditedSilently()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoToClaimsAsync();
        await visit.GoAsync("/");
        var page = visit.Page;
        await Expect(page.Locator(".moved").First).ToContainTextAsync(Moved());
        await page.Locator(".alerts a", new PageLocatorOptions { HasText = "edited silently" }).ClickAsync();
        await Expect(page.Locator("#edited")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Actor_HasHisPositions_WithTheirMoves()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoToClaimsAsync();
        await visit.GoAsync("/actors?name=Anton%20Reve");
        var page = visit.Page;
        await Expect(page.Locator(".position .way").First).ToBeVisibleAsync();
        await page.Locator(".move summary").First.ClickAsync();
        await Expect(page.Locator(".move .say-what")).ToHaveCountAsync(4);
        await Expect(page.Locator(".move[open] .say-what")).ToHaveCountAsync(2);
        await Expect(page.Locator(".head .lead")).ToContainTextAsync("quoted by");
        await visit.LookAsync();
    }

    [Fact]
    public async Task RailOfAPhone_HasTheOpenViewInSight()
    {
        await using var visit = await demo.VisitAsync(390);
        await visit.GoAsync("/health");
        await Expect(visit.Page.Locator(".rail nav a[aria-current]")).ToBeInViewportAsync();
        await visit.LookAsync();
    }

    [Fact]
    public async Task Paper_HasTheMatter_AndNoFurniture()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoAsync("/documents");
        var page = visit.Page;
        await page.Locator(".docs .title").Nth(3).ClickAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(page.Locator(".rail")).ToBeHiddenAsync();
        await Expect(page.Locator(".note").First).ToBeVisibleAsync();
        await Expect(page.Locator(".actions, .hand details").First).ToBeHiddenAsync();
    }

    [GeneratedRegex(@"\d+ articles?, ")]
    private static partial Regex Articles();

    [GeneratedRegex(@"^\d+ \w+ \d{4}, \d\d:\d\d")]
    private static partial Regex Exact();

    [GeneratedRegex(@"(Since yesterday|On its last day, \d+ \w+ \d{4}):\s*\d+ article")]
    private static partial Regex Moved();
}
