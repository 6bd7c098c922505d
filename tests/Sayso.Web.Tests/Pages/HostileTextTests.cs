using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Documents;
using Sayso.Web.Hosting;
using Sayso.Web.Pages;

namespace Sayso.Web.Tests.Pages;

/// <summary>Whatever a document says stays words: in its title, byline, text, address, outlet, and in the name that it was given.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>";

    private readonly BunitContext _browser = new();

    /// <summary>Fields that a document can fill, each hostile.</summary>
    public static TheoryData<string> Fields => ["title", "byline", "text", "url", "url-script", "outlet", "path", "language"];

    public void Dispose() => _browser.Dispose();

    [Theory]
    [MemberData(nameof(Fields))]
    public void Document_StaysWords_InEveryView(string field)
    {
        var document = Hostile(field);
        var statement = Made.Statement(document, "engineer Ada Lorn", "said", field == "text" ? Script : "The bridge");
        using var ledger = new TemporaryLedger([(document, [statement])]);
        _browser.Services.AddSingleton(Made.Site(ledger));
        var now = Instant.FromUtc(2031, 4, 1, 0, 0);
        Check<DocumentPage>(("View", ledger.Ask(l => DocumentView.Of(l, document.Id, now))));
        Check<StatementPage>(("View", ledger.Ask(l => StatementView.Of(l, statement.Id))));
        Check<DocumentsPage>(("View", ledger.Ask(l => DocumentsView.Of(l, new DocumentFilter(), []))), ("Token", "t"));
        Check<SearchPage>(("View", ledger.Ask(l => SearchView.Of(l, new SearchFilter { Text = "bridge" }))));
        Check<SearchPage>(("View", ledger.Ask(l => SearchView.Of(l, new SearchFilter { Text = Script }))));
        Check<ActorPage>(("View", ledger.Ask(l => ActorView.Of(l, "engineer Ada Lorn"))));
        Check<ActorPage>(("View", ledger.Ask(l => ActorView.Of(l, Script))));
        Check<ChangesPage>(("View", ledger.Ask(l => ChangesView.Of(new VersionShelf().Of(l, Xunit.TestContext.Current.CancellationToken)))));
        var state = new ClaimState(new LedgerViews(ledger.Ask(l => Made.Claims(l, new Sayso.Core.Analysis.ClaimQuery(), Xunit.TestContext.Current.CancellationToken))), IsFresh: true, Problem: null);
        Check<ClaimsPage>(("View", ClaimsView.Of(state, new ClaimFilter { WithSingle = true })), ("Token", "t"));
        Check<ClaimPage>(("View", ClaimView.Of(state, state.Claims!.Claims[0].Claim.Id)));
        Check<StoriesPage>(("View", StoriesView.Of(state, [], new LocalDate(2031, 4, 1))), ("Token", "t"));
        Check<StoryPage>(("View", StoryView.Of(state, state.Views!.Stories[0].Id, [], new LocalDate(2031, 4, 1))));
        Check<FiguresPage>(("View", FiguresView.Of(state, new FigureFilter { WithSingle = true })));
        Check<PositionsPage>(("View", PositionsView.Of(state, new PositionFilter { WithSingle = true })));
        Check<TimelinePage>(("View", TimelineView.Of(state, new TimelineFilter(), _ => new HashSet<string>())));
        Check<ConflictsPage>(("View", ConflictsView.Of(state, new ConflictFilter())));
    }

    private static Document Hostile(string field)
    {
        var document = Made.Document($"The bridge, engineer Ada Lorn said. {(field == "text" ? Script : string.Empty)}");
        return field switch
        {
            "title" => document with { Title = Script },
            "byline" => document with { Byline = Script },
            "url" => document with { Url = $"https://x.example/\"{Script}" },
            "url-script" => document with { Url = "javascript:alert(1)" },
            "outlet" => document with { Outlet = Script },
            "path" => document with { Title = null, Path = Script },
            "language" => document with { Language = $"en\" onfocus=\"alert(1)" },
            _ => document,
        };
    }

    private void Check<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var page = _browser.Render<TPage>(p =>
        {
            foreach (var (name, value) in parameters)
            {
                p.TryAdd(name, value);
            }
        });

        // The page's own two scripts are files; nothing else may run.
        Assert.All(page.FindAll("script"), s => Assert.StartsWith("/assets/", s.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll("img, iframe, object, embed, style, [style]"));
        var all = page.FindAll("*");
        Assert.NotEmpty(all);
        Assert.DoesNotContain(all.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(all.Select(e => e.GetAttribute("href")).OfType<string>(), href => href.Contains("script:", StringComparison.OrdinalIgnoreCase));
    }
}
