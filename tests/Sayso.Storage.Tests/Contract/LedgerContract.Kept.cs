using System.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <content>What is computed from a ledger and kept in it.</content>
public abstract partial class LedgerContract
{
    [Fact]
    public void Keep_ReplacesByKey_ClearsKinds_AndAddsNoEntry()
    {
        Added(Made.Document());
        Assert.True(Ledger.Keep(new KeptBatch(1, [Value("a", "2", "x"), Value("a", "1", "y"), Value("b", "1", "z")])));
        Assert.True(Ledger.Keep(new KeptBatch(1, [Value("a", "2", "new")])));
        var reopened = Reopen(Ledger);
        Assert.Equal([("1", "y"), ("2", "new")], reopened.KeptFrom("a", "").Select(k => (k.Key, Encoding.UTF8.GetString(k.Value.Span))));
        Assert.Equal(["2"], reopened.KeptFrom("a", "2").Select(k => k.Key));
        Assert.Null(reopened.Kept("a", "3"));
        Assert.True(Ledger.Keep(new KeptBatch(1, [Value("a", "3", "only")]) { ClearedKinds = ["a"] }));
        Assert.Equal(["3"], Ledger.KeptFrom("a", "").Select(k => k.Key));
        Assert.NotNull(Ledger.Kept("b", "1"));
        Assert.True(Ledger.Keep(new KeptBatch(1, [Value("b", "1", "")])));
        Assert.Null(Ledger.Kept("b", "1"));
        Assert.Empty(Ledger.KeptFrom("b", ""));
        Assert.Equal(1, Ledger.Count().Entries);
        Assert.Empty(Ledger.Verify(TestContext.Current.CancellationToken).Faults);
    }

    [Fact]
    public void Keep_RefusesWhatDoesNotHoldAnyMore()
    {
        var (first, second) = (Added(Made.Document()), Added(Made.FullDocument()));
        Assert.True(Ledger.Keep(new KeptBatch(2, [Value("a", "1", "x")]) { Behind = Value("a", "1", "") }));
        Assert.False(Ledger.Keep(new KeptBatch(2, [Value("a", "1", "y")]) { Behind = Value("a", "1", "") }));
        Assert.False(Ledger.Keep(new KeptBatch(2, [Value("a", "1", "y")]) { Behind = Value("a", "1", "z"), ClearedKinds = ["a"] }));
        Assert.True(Ledger.Keep(new KeptBatch(2, [Value("b", "1", "y")]) { Behind = Value("a", "1", "x") }));
        Ledger.Retract(second.Id, null, Made.Reading);
        Assert.True(Ledger.Keep(new KeptBatch(2, [Value("b", "2", "y")])));
        Assert.Equal((1, 2), (Ledger.KeptFrom("a", "").Count(), Ledger.KeptFrom("b", "").Count()));

        Reopen(Ledger).Purge(first.Id, null, Made.Reading);
        Assert.Empty(Ledger.KeptFrom("a", "").Concat(Ledger.KeptFrom("b", "")));
        Assert.False(Ledger.Keep(new KeptBatch(3, [Value("a", "1", "x")])));
        Assert.Null(Ledger.Kept("a", "1"));
        Assert.True(Ledger.Keep(new KeptBatch(4, [Value("a", "1", "x")])));
    }

    [Fact]
    public void Claims_ReckonedWhileADocumentIsPurged_LeaveNothingOfIt()
    {
        var ct = TestContext.Current.CancellationToken;
        var (document, other) = (Added(Made.Document()), Reopen(Ledger));
        var isPurged = false;
        var analysis = new ClaimAnalysis((texts, token) =>
        {
            isPurged = isPurged || other.Purge(document.Id, null, Made.Reading);
            return Vectors(texts, token);
        })
        { Grows = true };
        Assert.NotEmpty(analysis.Read(Ledger, new ClaimQuery(), ct).Claims);
        Assert.True(isPurged);
        _ = ClaimAnalysis.Meanings(Ledger, ct);
        string[] kinds = ["vector-2", "claim", "claim-of-statement", "claims", "actor-1", "actors-1", "meaning-2"];
        Assert.Empty(kinds.SelectMany(kind => other.KeptFrom(kind, "")));
        Assert.Null(ClaimAnalysis.ReadKept(other, ct));

        Assert.Empty(analysis.Read(Ledger, new ClaimQuery(), ct).Claims);
        Assert.NotNull(ClaimAnalysis.ReadKept(other, ct));
    }

    [Fact]
    public void Claims_ThatTwoProcessesReckon_AreThoseOfTheLatest()
    {
        var ct = TestContext.Current.CancellationToken;
        Added(Made.Document());
        var (other, next) = (Reopen(Ledger), 0);
        Action<int>? between = null;
        var slow = new ClaimAnalysis((texts, token) =>
        {
            var now = between;
            between = null;
            now?.Invoke(++next);
            return Vectors(texts, token);
        })
        { Grows = true };

        // One reckons anew, and then what came, while the other is quicker.
        for (var round = 0; round < 3; round++)
        {
            between = number =>
            {
                Add(other, $"Ola Berg said that harbour {number} is shut.", $"harbour {number} is shut");
                _ = new ClaimAnalysis(Vectors).Read(other, new ClaimQuery(), ct);
            };
            _ = slow.Read(Ledger, new ClaimQuery(), ct);
            var kept = Assert.IsType<ClaimedLedger>(ClaimAnalysis.ReadKept(Ledger, ct));
            Assert.Equal(round + 2 + round, kept.Documents.Count);
            Assert.Equal(Lines(new ClaimAnalysis(Vectors).Read(Ledger, new ClaimQuery { AsOf = new NodaTime.LocalDate(2999, 1, 1) }, ct)), Lines(kept));
            Add(Ledger, $"Per Lund said that bridge {round} is open.", $"bridge {round} is open");
        }

        static void Add(ILedger ledger, string text, string content)
        {
            var document = Made.Document(text);
            ledger.Add(document, [Made.Statement(document, text[..text.IndexOf(" said", StringComparison.Ordinal)], "said", content)], Made.Reading);
        }
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

    [Fact]
    public void Claims_ThatGrow_AreKeptAsIfMadeAnew_WhateverIsDoneBetween()
    {
        var encoded = 0;
        IReadOnlyList<SentenceVector> Encode(IReadOnlyList<string> texts, CancellationToken cancellationToken)
        {
            encoded += texts.Count;
            return [.. texts.Select(text => new SentenceVector([1, text.Length % 7, text.Length % 11]))];
        }

        var growing = new ClaimAnalysis(Encode) { Grows = true };
        string[] texts = ["The harbour is shut, Ola Berg said.", "Ola Berg said the harbour is shut.", "The harbour is open, Per Lund said.", "Per Lund said that nine boats were lost."];
        foreach (var text in texts)
        {
            var document = Made.Document(text);
            Ledger.Add(document, [Made.Statement(document, text.Contains("Ola", StringComparison.Ordinal) ? "Ola Berg" : "Per Lund", "said", text.Contains("nine", StringComparison.Ordinal) ? "nine boats were lost" : text.Contains("shut", StringComparison.Ordinal) ? "harbour is shut" : "harbour is open")], Made.Reading);
            Compare();
        }

        var before = encoded;
        Ledger.Retract(Ledger.DocumentIds()[1], "printed by mistake", Made.Reading);
        Compare();
        Ledger.Restore(Ledger.DocumentIds()[1], "was none", Made.Reading);
        Compare();
        Assert.Equal(before, encoded);

        void Compare()
        {
            var ct = TestContext.Current.CancellationToken;
            var grown = growing.Read(Ledger, new ClaimQuery(), ct);
            Assert.Equal(Lines(grown), Lines(new ClaimAnalysis(Encode).Read(Ledger, new ClaimQuery(), ct)));
            Assert.Equal(Lines(grown), Lines(growing.Read(Ledger, new ClaimQuery { AsOf = new NodaTime.LocalDate(2999, 1, 1) }, ct)));
        }
    }

    [Fact]
    public void Search_FindsPeople_WhateverCameSince_AndNoMeaningOfWhatIsRetracted()
    {
        var ct = TestContext.Current.CancellationToken;
        var analysis = new ClaimAnalysis((texts, _) => [.. texts.Select(text => new SentenceVector([1, text.Length % 7, text.Length % 11]))]);
        var (first, second, third) = (Told("Ola Berg", "the harbour is shut"), Told("Per Lund", "nine boats were lost"), Made.Document("Ola Berg said it rained."));
        _ = analysis.Read(Ledger, new ClaimQuery(), ct);
        Assert.Equal(2, analysis.Reach(Ledger, ct).Meanings.Count);

        Ledger.Add(third, [Made.Statement(third, "Ola Berg", "said", "it rained")], Made.Reading);
        Assert.NotEmpty(analysis.Reach(Ledger, ct).Actors.Find("Berg", 5));
        Ledger.Retract(first, "printed by mistake", Made.Reading);
        _ = analysis.Read(Ledger, new ClaimQuery(), ct);
        Assert.Equal(2, analysis.Reach(Ledger, ct).Meanings.Count);
        Ledger.Restore(first, "was none", Made.Reading);
        Assert.Equal(3, analysis.Reach(Ledger, ct).Meanings.Count);
        Ledger.Retract(second, "printed by mistake", Made.Reading);
        Assert.Equal(2, analysis.Reach(Reopen(Ledger), ct).Meanings.Count);

        string Told(string who, string what)
        {
            var document = Made.Document($"{who} said {what}.");
            Ledger.Add(document, [Made.Statement(document, who, "said", what) with { Chain = new([new Hop(who, SourceKind.Named, SpanList.Empty, HopRelation.Says)]) }], Made.Reading);
            return document.Id;
        }
    }

    private static string Lines(ClaimedLedger claimed)
    {
        using var lines = new Core.Export.ClaimLines(claimed.Documents);
        return string.Concat(claimed.Claims.Select(c => Encoding.UTF8.GetString(lines.Claim(c).Span)));
    }

    private static IReadOnlyList<SentenceVector> Vectors(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        [.. texts.Select(text => new SentenceVector([1, text.Length % 7, text.Length % 11]))];

    private static KeptValue Value(string kind, string key, string text) => new(kind, key, Encoding.UTF8.GetBytes(text));
}
