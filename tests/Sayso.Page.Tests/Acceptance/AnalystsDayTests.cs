using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sayso.Page.Tests.Acceptance;

/// <summary>A day at the page: what an analyst does, with mouse and keyboard, in a real browser on the real program.</summary>
public sealed partial class AnalystsDayTests(ServedDemo demo)
{
    private const string Pasted = "Harbour office: no list was lost\n\nThe harbour office said on Friday that it had lost no list of passengers. “We kept all 12 of them,” said Ines Brandel, who runs it.";

    /// <summary>Every kind of page, where it is before anything is looked for.</summary>
    public static TheoryData<string> Paths => ["/", "/documents", "/claims", "/figures", "/positions", "/timeline", "/conflicts", "/changes", "/actors", "/search", "/search?q=ferry", "/add", "/history", "/settings", "/health", "/health?verify=yes"];

    [Fact]
    public async Task NumberLeadsToItsSentence_InThreeClicks()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoToClaimsAsync();
        var page = visit.Page;
        await Expect(page.Locator(".claims li").First).ToContainTextAsync(Articles());

        // “9 articles, 3–4 origins” → the claim → an origin's statement → its passage, with the words marked.
        await page.Locator(".claims li .proposition").First.ClickAsync();
        await Expect(page.Locator("h1.claim")).ToBeVisibleAsync();
        await visit.LookAsync();
        await page.Locator(".origin .say-what a").First.ClickAsync();
        await Expect(page.Locator(".passage .w1").First).ToBeVisibleAsync();
        await visit.LookAsync();
        await page.Locator(".from a").ClickAsync();
        await Expect(page.Locator(".note.at")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("h1.claim")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PastedText_IsReadBeforeOnesEyes_AndFound()
    {
        await using var visit = await demo.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/documents");
        await page.Locator(".tools a", new PageLocatorOptions { HasText = "Add" }).ClickAsync();
        await page.Locator("textarea[name=text]").FillAsync(Pasted);
        await page.Locator("summary").ClickAsync();
        await page.Locator("input[name=outlet]").FillAsync("The Quay Notice");
        await page.Locator("form.add button").ClickAsync();
        await Expect(page.Locator(".line a")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });
        await Expect(page.Locator("#batch .lead")).ToContainTextAsync("1 document added");
        await visit.LookAsync();
        await page.Locator(".line a").ClickAsync();
        await Expect(page.Locator(".kicker")).ToContainTextAsync("The Quay Notice");
        await Expect(page.Locator(".src", new PageLocatorOptions { HasText = "Ines Brandel" }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("Brandel");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".say").First).ToContainTextAsync("Brandel");
    }

    [Fact]
    public async Task Correction_IsMade_ShownAndUndone()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoToClaimsAsync();
        var page = visit.Page;
        await page.Locator(".claims li .proposition").First.ClickAsync();
        await page.Locator(".hand summary", new PageLocatorOptions { HasText = "Grade it" }).ClickAsync();
        var form = page.Locator(".hand-form", new PageLocatorOptions { HasText = "Credibility" });
        await form.Locator("select").SelectOptionAsync("6");
        await form.Locator("input[name=reason]").FillAsync("nothing is known yet");
        await form.Locator("input[name=author]").FillAsync("Rosa");
        await form.Locator("button").ClickAsync();
        await Expect(page.Locator(".made")).ToContainTextAsync("Rosa graded the claim 6");
        await Expect(page.Locator(".grade")).ToContainTextAsync("6 of 6");
        await visit.LookAsync();
        await page.Locator(".made button").ClickAsync();
        await Expect(page.Locator(".made")).ToContainTextAsync("took back");
        await Expect(page.Locator(".grade")).Not.ToContainTextAsync("6 of 6");
        await visit.GoAsync("/history");
        await Expect(page.Locator(".hand-list .is-undone", new PageLocatorOptions { HasText = "graded the claim 6" })).ToHaveCountAsync(1);
        await visit.LookAsync();
    }

    [Fact]
    public async Task Conflicts_AreJudged_ByKeyboard_AndUndone()
    {
        await using var visit = await demo.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/conflicts");
        var open = await page.Locator(".conflict").CountAsync();
        await page.Keyboard.PressAsync("j");
        var reason = await page.Locator(".conflict.at h2").InnerTextAsync();
        await page.Locator(".conflict.at .judge input[name=author]").FillAsync("Rosa");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator(".made")).ToContainTextAsync("Rosa found no conflict");
        await Expect(page.Locator(".conflict")).ToHaveCountAsync(open - 1);
        await visit.LookAsync();

        // The name is known now: two keys are a verdict.
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator(".made")).ToContainTextAsync("of a conflict wrong");
        await page.Locator(".clocks a", new PageLocatorOptions { HasText = "judged" }).ClickAsync();
        await Expect(page.Locator(".conflict")).ToHaveCountAsync(2);
        await Expect(page.Locator("blockquote.is-wrong")).ToHaveCountAsync(1);
        await Expect(page.Locator(".conflict", new PageLocatorOptions { HasText = reason }).Locator(".verdict")).ToContainTextAsync("no conflict, different things – Rosa");
        await visit.LookAsync();
        for (var left = 1; left >= 0; left--)
        {
            await page.Locator(".hand summary", new PageLocatorOptions { HasText = "What was said" }).First.ClickAsync();
            await page.Locator(".conflict .undo button").First.ClickAsync();
            await Expect(page.Locator(".conflict")).ToHaveCountAsync(left);
        }

        await visit.GoAsync("/conflicts");
        await Expect(page.Locator(".conflict")).ToHaveCountAsync(open);
    }

    [Fact]
    public async Task Timeline_GoesBackDayByDay_ByKeyboard()
    {
        await using var visit = await demo.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/timeline");
        await Expect(page.Locator("output")).ToHaveTextAsync("now");
        var now = await page.Locator(".events li").CountAsync();
        await page.Locator("#as-of").PressAsync("Home");
        await Expect(page).ToHaveURLAsync(AsOf());
        await Expect(page.Locator("#timeline [role=status]")).ToContainTextAsync("published by the end of");
        var first = await page.Locator(".events li").CountAsync();
        Assert.InRange(first, 0, now - 1);
        await page.Locator("#as-of").PressAsync("ArrowRight");
        await Expect(page.Locator("output")).ToHaveTextAsync(DayInWords());
        Assert.Equal(await page.Locator("output").InnerTextAsync(), await page.Locator("#as-of").GetAttributeAsync("aria-valuetext"));
        await visit.LookAsync();

        // The address alone shows the same.
        await visit.GoAsync(new Uri(page.Url).PathAndQuery);
        await Expect(page.Locator("output")).Not.ToHaveTextAsync("now");
        await page.Locator("#as-of").PressAsync("End");
        await Expect(page.Locator("output")).ToHaveTextAsync("now");
        await Expect(page.Locator(".events li")).ToHaveCountAsync(now);
        await Expect(page).ToHaveURLAsync($"{demo.Address}/timeline");
    }

    [Fact]
    public async Task Links_AreWatched_AndThoseThatMayNotBeFetched_SayWhy()
    {
        await using var visit = await demo.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/add");
        await page.Locator("textarea[name=links]").FillAsync("http://127.0.0.1:9/private\nferry\nhttp://127.0.0.1:9/private");
        await visit.LookAsync();
        await page.Locator("form.add button").ClickAsync();
        await Expect(page.Locator(".line")).ToHaveCountAsync(2);
        await Expect(page.Locator(".is-failed .code")).ToHaveTextAsync(["SAY1020", "SAY1022"], new LocatorAssertionsToHaveTextOptions { Timeout = 120_000 });
        await visit.LookAsync();
    }

    [Fact]
    public async Task Files_ThatCannotBeRead_SayWhy()
    {
        await using var visit = await demo.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/add");
        await page.Locator("input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "empty.txt", MimeType = "text/plain", Buffer = " "u8.ToArray() },
            new FilePayload { Name = "noise.bin", MimeType = "application/octet-stream", Buffer = [0, 1, 2, 3, 0, 255, 254, 0, 7] },
        ]);
        await page.Locator("form.add button").ClickAsync();
        await Expect(page.Locator(".is-failed")).ToHaveCountAsync(2, new LocatorAssertionsToHaveCountOptions { Timeout = 120_000 });
        await Expect(page.Locator(".is-failed .code").First).ToHaveTextAsync(Code());
        await visit.LookAsync();
    }

    [Fact]
    public async Task Search_AnswersWhileTyped_AndIsNarrowed()
    {
        await using var visit = await demo.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search");
        await page.Locator("#q").PressSequentiallyAsync("passen", new LocatorPressSequentiallyOptions { Delay = 30 });
        await Expect(page.Locator(".say mark").First).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(Searched());

        // What was typed on the way is still being answered: the address has what is asked for now.
        await visit.GoAsync(new Uri(page.Url).PathAndQuery);
        var all = await page.Locator(".say").CountAsync();
        await page.Locator(".facets a").First.ClickAsync();
        await Expect(page.Locator(".facets a[aria-current]")).ToHaveCountAsync(1);
        Assert.InRange(await page.Locator(".say").CountAsync(), 1, all - 1);
        await visit.LookAsync();
        await page.GoBackAsync();
        await Expect(page.Locator(".say")).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task Search_FindsPeople_AndWhatIsSaidInOtherWords()
    {
        await using var visit = await demo.VisitAsync();
        var page = visit.Page;
        await visit.GoToClaimsAsync();
        await visit.GoAsync("/search?q=Reve");
        await Expect(page.Locator(".actors-found a").First).ToContainTextAsync("Reve");
        await visit.LookAsync();
        await page.Locator(".actors-found a").First.ClickAsync();
        await Expect(page.Locator(".say").First).ToBeVisibleAsync();

        // The meanings are read once the claims are.
        var inOtherWords = page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Statements in other words" }).Locator(".say");
        for (var tries = 0; tries < 60; tries++)
        {
            await visit.GoAsync("/search?q=too many people on the ship");
            if (await inOtherWords.CountAsync() > 0)
            {
                break;
            }

            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        await Expect(inOtherWords.First).ToBeVisibleAsync();
        await visit.LookAsync();
    }

    [Fact]
    public async Task Keys_LeadThroughListsAndArticles()
    {
        await using var visit = await demo.VisitAsync(1440);
        var page = visit.Page;
        await visit.GoAsync("/documents");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var title = await page.Locator("[data-item].at .title").InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync(title[..12]);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".note.at .num")).ToHaveTextAsync("2");
        Assert.True(await page.Locator(".text .lit, .headline .lit").CountAsync() > 0);
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".note.at .num")).ToHaveTextAsync("1");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("dialog")).ToBeVisibleAsync();
        await visit.LookAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("a");
        await Expect(page).ToHaveURLAsync($"{demo.Address}/actors");
    }

    [Fact]
    public async Task Export_IsAFileToTakeAway()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoAsync("/documents");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(".downloads a", new PageLocatorOptions { HasText = "Statements, CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("id,", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 200);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task EveryPage_IsSoundToLookAt(string path)
    {
        foreach (var (width, theme) in ((int, string)[])[(390, "light"), (1280, "dark"), (1720, "light")])
        {
            await using var visit = await demo.VisitAsync(width, theme);
            await visit.GoAsync(path);
            await visit.LookAsync();
        }
    }

    /// <summary>A browser that has little of the processor draws what it has, if it may: a table's first rows, an article without its notes.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public async Task EveryPage_OnASlowMachine_MovesNothing(string path)
    {
        await using var visit = await demo.VisitAsync(1720, "light");
        await visit.SlowDownAsync(20);
        await visit.GoAsync(path);
        await visit.LookForShiftsAsync(most: 0.001);
    }

    [Fact]
    public async Task Notes_OfAScriptThatComesLate_AreDrawnInTheirPlaces()
    {
        await using var visit = await demo.VisitAsync(1280, "dark");
        await visit.GoAsync("/documents");
        var article = await visit.Page.Locator(".docs a").First.GetAttributeAsync("href");
        await visit.Page.RouteAsync("**/site.js*", async route =>
        {
            await Task.Delay(700);
            await route.ContinueAsync();
        });
        await visit.GoAsync(article!);
        Assert.True(await visit.Page.Locator(".note").CountAsync() > 0);
        await visit.LookForShiftsAsync(most: 0.001);
    }

    [Fact]
    public async Task Typefaces_ThatComeLate_MoveNothing()
    {
        await using var visit = await demo.VisitAsync(390, "light");
        await visit.Page.RouteAsync("**/*.woff2*", async route =>
        {
            await Task.Delay(700);
            await route.ContinueAsync();
        });
        await visit.GoAsync("/conflicts");
        await visit.LookAsync();
    }

    [Fact]
    public async Task Articles_AreSoundToLookAt_AtEveryWidth()
    {
        foreach (var (width, theme) in ((int, string)[])[(390, "dark"), (1024, "light"), (1440, "light"), (1720, "dark")])
        {
            await using var visit = await demo.VisitAsync(width, theme);
            await visit.GoAsync("/documents");
            await visit.Page.Locator(".docs .title").Nth(3).ClickAsync();
            await Expect(visit.Page.Locator(".note").First).ToBeAttachedAsync();
            await visit.LookAsync();
            await visit.Page.Locator(".ref").First.ClickAsync();
            await Expect(visit.Page.Locator(".note.at")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Links_AllLeadSomewhere()
    {
        await using var visit = await demo.VisitAsync();
        await visit.GoToClaimsAsync();
        HashSet<string> seen = new(StringComparer.Ordinal) { "/", "/documents", "/claims", "/figures", "/positions", "/timeline", "/conflicts", "/actors" };
        Queue<(string Path, int Depth)> open = new(seen.Select(p => (p, 0)));
        while (open.TryDequeue(out var next) && seen.Count < 400)
        {
            var answer = await visit.Page.APIRequest.GetAsync(next.Path);
            Assert.True(answer.Ok, $"{next.Path} answers {answer.Status}");
            if (next.Depth > 1 || !answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (Match link in Link().Matches(await answer.TextAsync()))
            {
                var path = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
                if (seen.Add(path))
                {
                    open.Enqueue((path, next.Depth + 1));
                }
            }
        }

        Assert.True(seen.Count > 60);
    }

    [GeneratedRegex(@"\d+ articles?, ")]
    private static partial Regex Articles();

    [GeneratedRegex("^SAY1\\d{3}$")]
    private static partial Regex Code();

    [GeneratedRegex("/search\\?q=passen$")]
    private static partial Regex Searched();

    [GeneratedRegex("asOf=\\d{4}-\\d\\d-\\d\\d$")]
    private static partial Regex AsOf();

    [GeneratedRegex("^\\d+ \\w+ \\d{4}$")]
    private static partial Regex DayInWords();

    [GeneratedRegex("href=\"(/[^\"#]*)")]
    private static partial Regex Link();
}
