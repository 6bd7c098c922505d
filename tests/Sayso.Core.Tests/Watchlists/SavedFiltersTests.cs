using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Watchlists;

namespace Sayso.Core.Tests.Watchlists;

public sealed class SavedFiltersTests
{
    [Fact]
    public void Query_HasEveryFilter_OfStatements()
    {
        var query = SavedFilters.Query(SavedSearch.Of(
            ("who", "Reve"), ("stance", "not-deny"), ("about", "ship"), ("text", "bow door"), ("said", "2026-03"), ("event", "2026-03-12"), ("confidence", "0.5"), ("since", "2026-03-01"), ("until", "2026-04-01"), ("outlet", " Bell "), ("document", "ab")));
        Assert.Equal(("Reve", Stance.NotDeny, "ship", "bow door", 0.5, "Bell", "ab"), (query.Who, query.Stance!.Value, query.About, query.Text, query.Confidence!.Value, query.Outlet, query.DocumentId));
        Assert.Equal((new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 1)), (query.Since!.Value, query.Until!.Value));
        Assert.True(query.SaidIn is not null && query.EventIn is not null);
        Assert.Equal(SavedFilters.Names.Order(StringComparer.Ordinal), SavedFilters.Names);

        // What a query has beside them is no filter of what comes, but of how a list is shown, or read without going through all.
        var filters = typeof(StatementQuery).GetProperties().Select(p => p.Name).Except(["AsOf", "Limit", "NameWords", "IsLastReadFirst", "After"]);
        Assert.Equal(filters.Count(), SavedFilters.Names.Count);
    }

    [Fact]
    public void Search_IsOne_WhateverTheOrder()
    {
        Assert.Equal(SavedSearch.Of(("who", "a"), ("about", "b")), SavedSearch.Of(("about", "b "), ("who", "a"), ("text", "")));
        Assert.Equal("about b, who a", SavedSearch.Of(("who", "a"), ("about", "b")).ToString());
        Assert.Equal("every statement", SavedSearch.All.ToString());
    }

    [Theory]
    [InlineData("stance", "maybe")]
    [InlineData("since", "yesterday")]
    [InlineData("confidence", "2")]
    [InlineData("colour", "red")]
    public void Filter_IsRefused_WhereItIsNotUnderstood(string name, string value) =>
        Assert.Equal(ProblemCodes.BadWatchlist, Assert.Throws<SaysoException>(() => SavedFilters.Query(SavedSearch.Of((name, value)))).Problem.Code);
}
