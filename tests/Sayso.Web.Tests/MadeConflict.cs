using Sayso.Core.Analysis;
using Sayso.Core.Conflicts;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Web.Hosting;

namespace Sayso.Web.Tests;

/// <summary>A ledger of one article that does not add up, and what a person finds of it.</summary>
internal static class MadeConflict
{
    public static Document Article { get; } = Made.Document("Animals bought at Varn\nThe farm bought 1,200 goats and 800 sheep, for a total of 1,900 animals. It is full, engineer Ada Lorn said.");

    public static TemporaryLedger Ledger() => new([(Article, [Made.Statement(Article, "engineer Ada Lorn", "said", "It is full")])]);

    public static ClaimState State(TemporaryLedger ledger) =>
        ledger.Ask(l => new ClaimState(new LedgerViews(Made.Claims(l, new ClaimQuery(), CancellationToken.None)), true, null));

    public static Conflict Only(TemporaryLedger ledger) => Assert.Single(State(ledger).Views!.Conflicts);

    public static LedgerEntry Judge(TemporaryLedger ledger, ConflictVerdict verdict, params string[] wrong) => ledger.Ask(l =>
        new CorrectionDesk(l, () => new LedgerViews(Made.Claims(l, new ClaimQuery(), CancellationToken.None)), "1.0")
            .Judge(Only(ledger).Id, verdict, wrong, new Signature("rosa", "seen the list")));

    public static Hand Hand(TemporaryLedger ledger, string author = "rosa") =>
        new("t", "/conflicts") { Author = author, Book = ledger.Ask(CorrectionBook.Of) };
}
