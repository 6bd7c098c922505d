using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Search;
using Sayso.Web.Pages;

namespace Sayso.Web.Tests.Pages;

public sealed class SearchPageTests : IDisposable
{
    private readonly BunitContext _browser = new();
    private readonly TemporaryLedger _ledger = new([(Made.Document(), Made.Statements(Made.Document()))]);

    public SearchPageTests() => _browser.Services.AddSingleton(Made.Site(_ledger));

    public void Dispose()
    {
        _browser.Dispose();
        _ledger.Dispose();
    }

    [Fact]
    public void Statement_IsFoundByItsWords_OrByItsMeaning_AndSaysWhich()
    {
        Assert.Equal(["has the words"], Found("trucks a day"));
        Assert.Equal(["has the words", "in other words"], Found("bridge at"));
        Assert.Equal(["in other words"], Found("lorries daily"));
        Assert.Contains("1 of them in other words", Results("lorries daily").Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Meaning_IsNotLookedFor_InOneWord_NorForAPhrase_NorWhereThereIsNone()
    {
        Assert.Empty(Found("lorries"));
        Assert.Empty(Found("\"lorries daily\""));
        Assert.Empty(Found("lorries daily", new SearchReach(null, MeaningIndex.Empty, _ => throw new InvalidOperationException("nothing is encoded"))));
    }

    [Fact]
    public void Actor_IsAGroupOfHisOwn_ThatLeadsToHim()
    {
        var link = Results("lorn").Find(".actors-found a");
        Assert.Equal("/actors?name=engineer%20Ada%20Lorn", link.GetAttribute("href"));
        Assert.Empty(Results("nobody").FindAll(".actors-found a"));
    }

    [Fact]
    public void Facets_CountWhatIsFoundEitherWay_AndNarrowIt()
    {
        Assert.Contains(Results("lorries daily").FindAll(".facets a"), a => a.TextContent == "The Varn Post");
        var narrowed = _ledger.Ask(l => SearchView.Of(l, new SearchFilter { Text = "lorries daily", Who = "Somebody" }, Reach()));
        Assert.Equal(0, narrowed.Count);
    }

    /// <summary>All that is not of the first statement's words means the second one.</summary>
    private SearchReach Reach()
    {
        var views = _ledger.Ask(l => new LedgerViews(Made.Claims(l, new ClaimQuery(), CancellationToken.None)));
        var ids = Made.Statements(Made.Document()).Select(s => s.Id).ToList();
        return new SearchReach(views, new MeaningIndex([(ids[0], new SentenceVector([0f, 1f])), (ids[1], new SentenceVector([1f, 0f]))]),
            words => new SentenceVector(words.Contains("trucks", StringComparison.Ordinal) ? [0f, 1f] : [1f, 0f]));
    }

    private IEnumerable<string> Found(string text, SearchReach? reach = null) =>
        _ledger.Ask(l => SearchView.Of(l, new SearchFilter { Text = text }, reach ?? Reach())).Rows.Select(r => r.Found!);

    private IRenderedComponent<SearchResults> Results(string text) => _browser.Render<SearchResults>(p => p.Add(x => x.View, _ledger.Ask(l => SearchView.Of(l, new SearchFilter { Text = text }, Reach()))));
}
