using System.Text;
using CsCheck;
using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Tests.Claims;
using Sayso.Core.Tests.Corrections;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Analysis;

public sealed class ClaimAnalysisTests
{
    private static readonly string[] _outlets = ["Port Wire", "The Weir Gazette", "Tarn Courier"];
    private static readonly string[] _sources = ["Ola Berg", "Per Lund", "a lock keeper", "Port Wire", "Weir Gazette"];
    private static readonly string[] _contents =
        ["the gate of Marrow Weir stood open all night", "the gate of Marrow Weir stood open in the night", "the gate of Marrow Weir was shut", "the gate of Tarn Weir stood open all night", "four people were hurt at the weir", "nine people were hurt at the weir"];

    private static readonly Gen<(Document, IReadOnlyList<Statement>)[]> _read = Gen
        .Select(Gen.Int[0, 2], Gen.Int[0, 4].Array[1, 3], Gen.Int[0, 5].Array[3], Gen.Int[1, 4])
        .Array[1, 7]
        .Select(made => made.Select((m, i) => Document(i, m.Item1, m.Item2.Select((source, j) => (source, m.Item3[j])), m.Item4)).ToArray());

    private static readonly ClaimAnalysis _analysis = new((texts, _) => [.. texts.Select(MadeTraits.Vector)]);

    [Fact]
    public void ClaimsAndOrigins_AreTheSame_InWhateverOrderDocumentsCome() => Gen.Select(_read, Gen.Int).Sample((read, seed) =>
    {
        var random = new Random(seed);
        var shuffled = read.OrderBy(_ => random.Next()).Select(r => (r.Item1, (IReadOnlyList<Statement>)[.. r.Item2.OrderBy(_ => random.Next())]));
        return Lines(Of(read)) == Lines(Of(shuffled));
    });

    [Fact]
    public void ClaimsAndOrigins_AreTheSame_InWhateverOrderDocumentsCome_CorrectedAnywhere() => Gen.Select(_read, MadeCorrections.Some, Gen.Int).Sample((read, made, seed) =>
    {
        // Corrections of all statements, made when some documents were not read yet: the same as when all were.
        var random = new Random(seed);
        var book = MadeCorrections.Book(MadeCorrections.Of(made, [.. read.SelectMany(r => r.Item2).Select(s => s.Id)]));
        var shuffled = read.OrderBy(_ => random.Next()).ToList();
        var undone = MadeCorrections.Book([.. book.Entries.Select(e => e.Correction), .. book.Entries.Where(e => e.State != CorrectionState.Undone).Reverse().Select(e => MadeCorrections.Undo(e.Sequence))]);
        var ct = TestContext.Current.CancellationToken;
        return Lines(_analysis.Read(read, book, ct)) == Lines(_analysis.Read(shuffled, book, ct))
            && (undone.Entries.Any(e => e.Counts && e.Correction.Kind != CorrectionKind.Undo) || Lines(_analysis.Read(shuffled, undone, ct)) == Lines(Of(read)));
    });

    [Fact]
    public void ClaimsAndOrigins_ThatGrow_AreThoseMadeAnew_InWhateverOrderAndBatches() => Gen.Select(_read, Gen.Int).Sample((read, seed) =>
    {
        var random = new Random(seed);
        var shuffled = read.OrderBy(_ => random.Next()).ToList();
        var growing = new GrowingClaims(CorrectionBook.Empty);
        Dictionary<string, string> kept = new(StringComparer.Ordinal);
        for (var at = 0; at < shuffled.Count;)
        {
            foreach (var (document, statements) in shuffled.Skip(at).Take(random.Next(1, 4)))
            {
                growing.Add(document, statements, (texts, _) => [.. texts.Select(MadeTraits.Vector)], TestContext.Current.CancellationToken);
                at++;
            }

            var grown = growing.Claims(ClaimWindow.Whole(0), out var changes);
            changes.Gone.ToList().ForEach(c => kept.Remove(c.Claim.Id));
            changes.Fresh.ToList().ForEach(c => kept.Add(c.Claim.Id, Line(grown, c)));
            if (Lines(grown) != Lines(Of(shuffled.Take(at))) || !grown.Claims.All(c => kept[c.Claim.Id] == Line(grown, c)) || kept.Count != grown.Claims.Count)
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void WhatIsAdded_LeavesClaimsAsTheyWere_ThatItDoesNotTouch()
    {
        var growing = new GrowingClaims(CorrectionBook.Empty);
        Add(Document(0, 0, [(0, 0), (1, 4)], 1));
        Add(Document(1, 1, [(0, 1)], 2));
        Assert.Equal(2, Changes().Fresh.Count);
        Add(Document(2, 2, [(1, 5)], 2));
        Assert.Single(Changes().Fresh);
        Add(Document(3, 2, [(0, 1)], 2));
        var changes = Changes();
        Assert.Equal((1, 1), (changes.Gone.Count, changes.Fresh.Count));
        Assert.Empty(Changes().Fresh);

        void Add((Document Document, IReadOnlyList<Statement> Statements) read) =>
            growing.Add(read.Document, read.Statements, (texts, _) => [.. texts.Select(MadeTraits.Vector)], TestContext.Current.CancellationToken);

        ClaimChanges Changes()
        {
            _ = growing.Claims(ClaimWindow.Whole(0), out var changes);
            return changes;
        }
    }

    [Fact]
    public void AnOutletsNewReport_TouchesWhatCreditsTheOutletAfterIt_AndNothingFromBefore()
    {
        var growing = new GrowingClaims(CorrectionBook.Empty);
        Assert.Single(FreshWith(Document(0, 1, [(3, 0)], 2)));
        Assert.Single(FreshWith(Document(1, 0, [(0, 4)], 3)));
        Assert.Equal(2, FreshWith(Document(2, 0, [(0, 5)], 1)).Count);

        IReadOnlyCollection<LedgerClaim> FreshWith((Document Document, IReadOnlyList<Statement> Statements) read)
        {
            growing.Add(read.Document, read.Statements, (texts, _) => [.. texts.Select(MadeTraits.Vector)], TestContext.Current.CancellationToken);
            _ = growing.Claims(ClaimWindow.Whole(0), out var changes);
            return changes.Fresh;
        }
    }

    [Fact]
    public void Texts_ThatWereRead_AreNotReadAgain_WhenMoreIsAdded()
    {
        var growing = new GrowingClaims(CorrectionBook.Empty);
        var (first, second) = (ReadWith(Document(0, 0, [(0, 0)], 1)), ReadWith(Document(1, 1, [(1, 4)], 2)));
        var document = first.Documents.Values.Single();
        Assert.Same(first.Readings.GetValue(document, DocumentReading.Of), second.Readings.GetValue(second.Documents[document.Id], _ => throw new InvalidOperationException("It is read again.")));

        ClaimedLedger ReadWith((Document Document, IReadOnlyList<Statement> Statements) read)
        {
            growing.Add(read.Document, read.Statements, (texts, _) => [.. texts.Select(MadeTraits.Vector)], TestContext.Current.CancellationToken);
            return growing.Claims(ClaimWindow.Whole(0), out _);
        }
    }

    [Fact]
    public void Claim_IsFoundByEveryIdThatItMayHaveHad() => _read.Sample(read =>
    {
        var claimed = Of(read);
        return claimed.Claims.All(claim => claim.Claim.Statements.All(s =>
            claimed.Of(s.Traits.Id) == claim && claimed.Find(ClaimBuilder.IdOf(s.Traits.Id)) == claim));
    });

    [Fact]
    public void Claim_IsNotFound_ByAnIdThatNoneHas()
    {
        var claimed = Of([Document(0, 0, [(0, 0)], 1)]);
        Assert.Equal(ProblemCodes.NotFound, Assert.Throws<SaysoException>(() => claimed.Find("xyz")).Problem.Code);
        Assert.Equal(ProblemCodes.AmbiguousId, Assert.Throws<SaysoException>(() => claimed.Find("")).Problem.Code);
        Assert.Null(claimed.Of("xyz"));
    }

    [Fact]
    public void Generator_MakesClaimsOfSeveralOrigins_SoThatThePropertiesMeanSomething()
    {
        // Each is there in one ledger of a few dozen at the latest: none in thousands is no chance.
        var claims = Enumerable.Range(0, 3000).SelectMany(_ => Of(_read.Single()).Claims);
        Assert.Contains(claims, c => c.Origins.For.High > 1);
        Assert.Contains(claims, c => c.Origins.For.Low < c.Origins.For.High);
        Assert.Contains(claims, c => c.Origins.Groups.Any(g => g.Statements.Count > 1));
    }

    private static ClaimedLedger Of(IEnumerable<(Document, IReadOnlyList<Statement>)> read) => _analysis.Read(read, TestContext.Current.CancellationToken);

    private static string Lines(ClaimedLedger claimed) => string.Concat(claimed.Claims.Select(c => Line(claimed, c)));

    private static string Line(ClaimedLedger claimed, LedgerClaim claim)
    {
        using var lines = new ClaimLines(claimed.Documents);
        return Encoding.UTF8.GetString(lines.Claim(claim).Span);
    }

    private static (Document, IReadOnlyList<Statement>) Document(int number, int outlet, IEnumerable<(int Source, int Content)> said, int day)
    {
        var text = new StringBuilder();
        List<(int Start, int End, int Source)> places = [];
        foreach (var (source, content) in said)
        {
            text.Append(_sources[source]).Append(" said that ");
            places.Add((text.Length, text.Length + _contents[content].Length, source));
            text.Append(_contents[content]).Append(".\n");
        }

        var document = new Document
        {
            Id = $"d{(number * 7919) % 97:00}-{number}",
            Raw = default,
            RawHash = "",
            MediaType = "text/plain",
            Text = text.ToString(),
            Outlet = _outlets[outlet],
            Published = new LocalDateTime(2031, 3, day, 8, 0).WithOffset(Offset.Zero),
        };
        return (document, [.. places.Select((p, i) => new Statement($"{document.Id}/{i}", document.Id, SpanList.Empty, SpanList.Empty, SpanList.Of(new TextSpan(p.Start, p.End)))
        {
            Attitude = new Attitude(Stance.Assert, Certainty.Certain, Polarity.Positive),
            Chain = new([new Hop(_sources[p.Source], p.Source switch { 2 => SourceKind.Anonymous, > 2 => SourceKind.Outlet, _ => SourceKind.Named }, SpanList.Empty, HopRelation.Says)]),
        })]);
    }
}
