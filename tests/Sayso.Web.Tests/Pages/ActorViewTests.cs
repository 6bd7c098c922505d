using System.Reflection;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Pages;
using Sayso.Web.Reading;

namespace Sayso.Web.Tests.Pages;

/// <summary>What an actor said, and how much of a ledger is read for it.</summary>
public sealed class ActorViewTests : IDisposable
{
    private const string Harbour = "Harbour staff";
    private const int Many = 3000;

    /// <summary>An article of many statements of one source, and Made's, whose outlet has one in its own voice.</summary>
    private readonly TemporaryLedger _ledger = new([Crowd(), Plain()]);

    public void Dispose() => _ledger.Dispose();

    [Theory]
    [InlineData("engineer Ada Lorn", 1, 2)]
    [InlineData("The Varn Post", 1, 3)]
    [InlineData(Wording.ThePage, 0, Many)]
    [InlineData(Wording.Nobody, 0, 0)]
    [InlineData("minister", 0, 1)]
    [InlineData("Somebody Else", 0, 0)]
    [InlineData("—", 0, 0)]
    [InlineData(Harbour, ActorView.MostShown, ActorView.MostLookedAt)]
    public void Actor_HasWhatIsHis_AndNoMoreIsReadThanMayBe(string name, int said, int readAtMost)
    {
        using var ledger = _ledger.Open();
        var counting = CountingLedger.Around(ledger);
        var view = ActorView.Of(counting, name);
        Assert.Equal(said, view.Count);
        Assert.InRange(((CountingLedger)counting).Read, said, Math.Min(readAtMost, ActorView.MostLookedAt));
        Assert.Equal(readAtMost >= ActorView.MostLookedAt, view.IsCut);
    }

    [Fact]
    public void Actor_OfMany_ShowsTheLast_InTheirOrder()
    {
        var rows = _ledger.Ask(l => ActorView.Of(l, Harbour)).Days.SelectMany(d => d.Rows).ToList();
        Assert.Equal(Crowd().Statements.TakeLast(ActorView.MostShown).Select(s => s.Id), rows.Select(r => r.Id));
    }

    [Theory]
    [InlineData("The Varn Post", "1 statement, all in its own pages.")]
    [InlineData("engineer Ada Lorn", "1 statement, quoted by The Varn Post (1).")]
    public void Page_SaysWhoQuotesIt_AndWhatIsItsOwn(string name, string said)
    {
        using var browser = new BunitContext();
        browser.Services.AddSingleton(Made.Site(_ledger));
        var page = browser.Render<ActorPage>(p => p.Add(x => x.View, _ledger.Ask(l => ActorView.Of(l, name))));
        Assert.Equal(said, page.Find(".lead").TextContent);
    }

    private static (Document Document, Statement[] Statements) Crowd()
    {
        var document = Made.Document(string.Concat(Enumerable.Repeat("hoist ", Many)), new StatedMetadata());
        return (document,
        [
            .. Enumerable.Range(0, Many).Select(i =>
            {
                var attribution = new Attribution(SpanList.Empty, SpanList.Of(new TextSpan(6 * i, (6 * i) + 5)), SpanList.Empty);
                return new Statement(StatementId.Of(document.Id, attribution), document.Id, attribution.Source, attribution.Cue, attribution.Content)
                {
                    Chain = new[] { new Hop(Harbour, SourceKind.Collective, SpanList.Empty, HopRelation.Says) }.ToValueList(),
                };
            }),
        ]);
    }

    private static (Document Document, Statement[] Statements) Plain()
    {
        var document = Made.Document();
        var own = new Attribution(SpanList.Empty, SpanList.Empty, SpanList.Of(new TextSpan(0, 28)));
        return (document, [new Statement(StatementId.Of(document.Id, own), document.Id, own.Source, own.Cue, own.Content), .. Made.Statements(document)]);
    }

    /// <summary>A ledger that counts the statements that are read of it.</summary>
#pragma warning disable CA1852 // Proxies derive from it.
    private class CountingLedger : DispatchProxy
#pragma warning restore CA1852
    {
        private ILedger _inner = null!;

        public int Read { get; private set; }

        public static ILedger Around(ILedger inner)
        {
            var made = Create<ILedger, CountingLedger>();
            ((CountingLedger)made)._inner = inner;
            return made;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var answer = targetMethod!.Invoke(_inner, args);
            return answer is IEnumerable<LedgerStatement> statements ? Counted(statements) : answer;
        }

        private IEnumerable<LedgerStatement> Counted(IEnumerable<LedgerStatement> statements)
        {
            foreach (var statement in statements)
            {
                Read++;
                yield return statement;
            }
        }
    }
}
