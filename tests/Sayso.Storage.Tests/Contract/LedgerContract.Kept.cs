using System.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <content>What is computed from a ledger and kept in it.</content>
public abstract partial class LedgerContract
{
    [Fact]
    public void Keep_ReplacesByKey_ClearsKinds_AndAddsNoEntry()
    {
        Added(Made.Document());
        Assert.True(Ledger.Keep([Value("a", "2", "x"), Value("a", "1", "y"), Value("b", "1", "z")], []));
        Assert.True(Ledger.Keep([Value("a", "2", "new")], []));
        var reopened = Reopen(Ledger);
        Assert.Equal([("1", "y"), ("2", "new")], reopened.KeptFrom("a", "").Select(k => (k.Key, Encoding.UTF8.GetString(k.Value.Span))));
        Assert.Equal(["2"], reopened.KeptFrom("a", "2").Select(k => k.Key));
        Assert.Null(reopened.Kept("a", "3"));
        Assert.True(Ledger.Keep([Value("a", "3", "only")], ["a"]));
        Assert.Equal(["3"], Ledger.KeptFrom("a", "").Select(k => k.Key));
        Assert.NotNull(Ledger.Kept("b", "1"));
        Assert.Equal(1, Ledger.Count().Entries);
        Assert.Empty(Ledger.Verify(TestContext.Current.CancellationToken).Faults);
    }

    [Fact]
    public void Claims_AreKept_UntilTheLedgerGrows()
    {
        var encoded = 0;
        var analysis = new ClaimAnalysis((texts, _) =>
        {
            encoded += texts.Count;
            return [.. texts.Select(text => new SentenceVector([1, text.Length % 7, text.Length % 11]))];
        });
        AddAll(Made.FullDocument());
        var made = analysis.Read(Ledger, new ClaimQuery(), TestContext.Current.CancellationToken);
        Assert.NotEmpty(made.Claims);
        var first = encoded;
        Assert.True(first > 0);

        var kept = analysis.Read(Ledger, new ClaimQuery(), TestContext.Current.CancellationToken);
        Assert.Equal(first, encoded);
        Assert.Equal(Lines(made), Lines(kept));
        Assert.Equal(Lines(made), Lines(analysis.Read(Reopen(Ledger), new ClaimQuery(), TestContext.Current.CancellationToken)));
        var ids = analysis.ClaimIds(Ledger, TestContext.Current.CancellationToken);
        Assert.All(made.Claims, c => Assert.All(c.Claim.Statements, s => Assert.Equal(c.Claim.Id, ids(s.Traits.Id))));
        Assert.Null(ids("0"));

        AddAll(Made.Document("The harbour is shut, Ola Berg said."));
        Assert.NotEqual(Lines(made), Lines(analysis.Read(Ledger, new ClaimQuery(), TestContext.Current.CancellationToken)));
        Assert.True(encoded > first);

        void AddAll(Core.Documents.Document document) => Ledger.Add(document, document.Text.Contains("harbour is shut", StringComparison.Ordinal)
            ? [Made.Statement(document, "Ola Berg", "said", "The harbour is shut")]
            : Made.Statements(document), Made.Reading);
    }

    private static string Lines(ClaimedLedger claimed)
    {
        using var lines = new Core.Export.ClaimLines(claimed.Documents);
        return string.Concat(claimed.Claims.Select(c => Encoding.UTF8.GetString(lines.Claim(c).Span)));
    }

    private static KeptValue Value(string kind, string key, string text) => new(kind, key, Encoding.UTF8.GetBytes(text));
}
