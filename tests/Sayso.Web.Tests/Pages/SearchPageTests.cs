using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Ledger;
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
        Assert.Equal([false], Found("trucks a day"));
        Assert.Equal([false, true], Found("bridge at"));
        Assert.Equal([true], Found("lorries daily"));
        Assert.Contains("1 of them in other words", Results("lorries daily").Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Statements with these words", "In other words"], Results("bridge at").FindAll("section:has(.say) h2").Select(h => h.TextContent));
    }

    [Fact]
    public void Page_SaysThatItSearchesWordsOnly_AndWhy()
    {
        var view = _ledger.Ask(l => SearchView.Of(l, new SearchFilter { Text = "bridge" }, SearchReach.WordsOnly, "By words only: there are too many."));
        Assert.Contains("too many", _browser.Render<SearchResults>(p => p.Add(x => x.View, view)).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("By words only", Results("bridge").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Meaning_IsNotLookedFor_InOneWord_NorForAPhrase_NorWhereThereIsNone()
    {
        Assert.Empty(Found("lorries"));
        Assert.Empty(Found("\"lorries daily\""));
        Assert.Empty(Found("lorries daily", new SearchReach(ActorIndex.Empty, MeaningIndex.Empty, _ => throw new InvalidOperationException("nothing is encoded"))));
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
        SentenceVector[] vectors = [new([0f, 1f]), new([1f, 0f])];
        _ledger.Ask(l => l.Keep(new KeptBatch(l.LastEntry(), [.. vectors.Select((v, i) => new KeptValue("vector-2", ids[i], v.ToHalves()))])));
        return new SearchReach(views.ActorIndex, new MeaningIndex([MeaningRecords.Encode(ids.Zip(vectors, (id, v) => (id, id, v)))]),
            words => vectors[words.Contains("trucks", StringComparison.Ordinal) ? 0 : 1]);
    }

    private IEnumerable<bool> Found(string text, SearchReach? reach = null) =>
        _ledger.Ask(l => SearchView.Of(l, new SearchFilter { Text = text }, reach ?? Reach())).Rows.Select(r => r.IsInOtherWords);

    private IRenderedComponent<SearchResults> Results(string text) => _browser.Render<SearchResults>(p => p.Add(x => x.View, _ledger.Ask(l => SearchView.Of(l, new SearchFilter { Text = text }, Reach()))));
}
