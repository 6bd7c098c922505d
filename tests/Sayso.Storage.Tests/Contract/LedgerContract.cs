using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <summary>What every ledger does; each kind of ledger inherits these tests. A test starts with an empty one.</summary>
public abstract partial class LedgerContract : IDisposable
{
    private ILedger? _ledger;

    /// <summary>The ledger under test.</summary>
    private ILedger Ledger => _ledger ??= Open(new TickingClock());

    /// <summary>Opens an empty ledger.</summary>
    protected abstract ILedger Open(TimeProvider time);

    /// <summary>The same ledger as another process would see it.</summary>
    protected abstract ILedger Reopen(ILedger ledger);

    public virtual void Dispose()
    {
        _ledger?.Dispose();
        GC.SuppressFinalize(this);
    }

    private Document Added(Document document)
    {
        Assert.Equal(AddOutcome.Added, Ledger.Add(document, Made.Statements(document), Made.Reading));
        return document;
    }

    private static void Fails(string code, Action action) => Assert.Equal(code, Assert.Throws<SaysoException>(action).Problem.Code);

    [Fact]
    public void Count_IsZero_Empty()
    {
        Assert.Equal(new LedgerCounts(0, 0, 0, 0), Ledger.Count());
        Assert.Empty(Ledger.DocumentIds());
        Assert.Empty(Ledger.Documents(new DocumentQuery()));
        Assert.Empty(Ledger.Statements(new StatementQuery()));
        Assert.Empty(Ledger.Entries(null));
    }

    [Fact]
    public void Verify_IsSoundWithZeros_Empty()
    {
        var report = Ledger.Verify(CancellationToken.None);
        Assert.Empty(report.Faults);
        Assert.Equal((0, new string('0', 64)), (report.Entries, report.Head));
    }

    [Fact]
    public void Add_KeepsEveryField()
    {
        var document = Added(Made.FullDocument());
        var kept = Reopen(Ledger).GetDocument(document.Id);
        Assert.Equal(document.Raw.ToArray(), kept.Document.Raw.ToArray());
        Assert.Equal(document with { Raw = default }, kept.Document with { Raw = default });
        Assert.Equal((1, false, 3, Made.Reading), (kept.Version, kept.IsRetracted, kept.StatementCount, kept.Provenance));
        Assert.Equal(new TickingClock().GetUtcNow(), kept.AddedAt.ToDateTimeOffset());
    }

    [Fact]
    public void Add_KeepsAbsentFieldsAbsent()
    {
        var document = Added(Made.Document());
        Assert.Equal(document with { Raw = default }, Ledger.GetDocument(document.Id).Document with { Raw = default });
    }

    public static TheoryData<string> OddTexts =>
    [
        "", "\0a\0", "é e\u0301 👩\u200d🚒 \uFFFF", "line\r\nline\rline\n\n", "'; DROP TABLE document; --", "𝔘𝔫𝔦", "\uFEFFmark",
    ];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Add_KeepsTextToTheUnit(string text)
    {
        var document = Made.Document(text) with { Title = text, Outlet = text, Byline = text, Path = text };
        Ledger.Add(document, [], Made.Reading);
        Assert.Equal(document with { Raw = default }, Ledger.GetDocument(document.Id).Document with { Raw = default });
    }

    [Fact]
    public void Add_ChangesNothing_SameDocument()
    {
        var document = Added(Made.FullDocument());
        var counts = Ledger.Count();
        // What the reader finds in it is no part of what it is.
        var again = document with { Title = "Another title", Path = "elsewhere" };
        Assert.Equal(AddOutcome.AlreadyThere, Ledger.Add(again, [], Made.Person));
        Assert.Equal(counts, Ledger.Count());
        Assert.Equal(document.Title, Ledger.GetDocument(document.Id).Document.Title);
    }

    [Fact]
    public void Add_StaysHidden_SameDocumentRetracted()
    {
        var document = Added(Made.Document());
        Ledger.Retract(document.Id, "twice", Made.Person);
        Assert.Equal(AddOutcome.Retracted, Ledger.Add(document, [], Made.Reading));
        Assert.Equal(new LedgerCounts(0, 0, 1, 2), Ledger.Count());
    }

    [Fact]
    public void Add_IsNewVersion_OtherBytesAtTheAddress()
    {
        const string Url = "https://bell.example/story";
        Assert.Equal(AddOutcome.Added, Ledger.Add(Made.Document(Made.Text, Url), [], Made.Reading));
        Assert.Equal(AddOutcome.NewVersion, Ledger.Add(Made.Document(Made.Text + " ", Url), [], Made.Reading));
        Assert.Equal(AddOutcome.NewVersion, Ledger.Add(Made.Document("Third.", Url), [], Made.Reading));
        Assert.Equal(AddOutcome.Added, Ledger.Add(Made.Document("Third.", Url + "/"), [], Made.Reading));
        Assert.Equal([1, 2, 3, 1], Ledger.DocumentIds().Select(id => Ledger.GetDocument(id).Version));
    }

    [Fact]
    public void Add_IsTheSameVersion_SameBytesAtTheAddressStatedOtherwise()
    {
        var first = Made.Document(Made.Text, "https://bell.example/story");
        var second = first with { Id = DocumentId.Of(first.RawHash, new StatedMetadata { Url = first.Url, Outlet = "Bell" }) };
        Ledger.Add(first, [], Made.Reading);
        Assert.Equal(AddOutcome.Added, Ledger.Add(second, [], Made.Reading));
        Assert.Equal(1, Ledger.GetDocument(second.Id).Version);
    }

    [Fact]
    public void Add_IsNextVersion_BytesOfAnEarlierOneAgain()
    {
        const string Url = "https://bell.example/story";
        var (first, second) = (Made.Document(Made.Text, Url), Made.Document("Other.", Url));
        var again = first with { Id = DocumentId.OfReturn(first.Id, second.Id) };
        Assert.Null(Ledger.NewestAt(Url));
        Ledger.Add(first, [], Made.Reading);
        Ledger.Add(second, [], Made.Reading);
        Assert.Equal(second.Id, Ledger.NewestAt(Url));
        Assert.Equal(AddOutcome.NewVersion, Ledger.Add(again, [], Made.Reading));
        Assert.Equal((3, again.Id), (Ledger.GetDocument(again.Id).Version, Ledger.NewestAt(Url)));
        Assert.Equal(AddOutcome.AlreadyThere, Ledger.Add(again, [], Made.Reading));
        Ledger.Retract(again.Id, null, Made.Person);
        Assert.Equal(second.Id, Ledger.NewestAt(Url));
    }

    [Fact]
    public void Add_IsFirstVersion_NoAddress()
    {
        Added(Made.Document("One."), []);
        Added(Made.Document("Two."), []);
        Assert.All(Ledger.Documents(new DocumentQuery()), d => Assert.Equal(1, d.Version));

        void Added(Document document, Core.Attributions.Statement[] statements) =>
            Assert.Equal(AddOutcome.Added, Ledger.Add(document, statements, Made.Reading));
    }

    public static TheoryData<string> MalformedStatements => ["other document", "twice", "no cue", "beyond"];

    [Theory]
    [MemberData(nameof(MalformedStatements))]
    public void Add_Refuses_MalformedStatement(string kind)
    {
        var document = Made.Document();
        var good = Made.Statements(document)[0];
        Core.Attributions.Statement[] statements = kind switch
        {
            "other document" => [good with { DocumentId = "another" }],
            "twice" => [good, good],
            "no cue" => [good with { Cue = Core.Text.SpanList.Empty }],
            _ => [good with { Content = Core.Text.SpanList.Of(new Core.Text.TextSpan(3, document.Text.Length + 1)) }],
        };
        Assert.Throws<ArgumentException>(() => Ledger.Add(document, statements, Made.Reading));
        Assert.False(Ledger.Contains(document.Id));
        Added(document);
        Assert.Throws<ArgumentException>(() => Ledger.Supersede(document.Id, statements, Made.Person));
        Assert.Equal(1, Ledger.Count().Entries);
    }

    [Fact]
    public void Contains_Holds_AddedAndRetracted()
    {
        var document = Made.Document();
        Assert.False(Ledger.Contains(document.Id));
        Added(document);
        Assert.True(Ledger.Contains(document.Id));
        Ledger.Retract(document.Id, null, Made.Person);
        Assert.True(Ledger.Contains(document.Id));
        Assert.Equal([document.Id], Ledger.DocumentIds());
    }

    [Fact]
    public void GetDocument_TellsApart_NoneAndSeveral()
    {
        var documents = Enumerable.Range(0, 40).Select(i => Added(Made.Document(Made.Text + i))).ToList();
        Fails(ProblemCodes.NotFound, () => Ledger.GetDocument("x"));
        Fails(ProblemCodes.NotFound, () => Ledger.GetDocument("%"));
        Fails(ProblemCodes.NotFound, () => Ledger.GetDocument(documents[0].Id + "0"));
        foreach (var id in documents.Select(d => d.Id))
        {
            var shortest = Enumerable.Range(1, id.Length).Select(n => id[..n]).First(p => documents.Count(d => d.Id.StartsWith(p, StringComparison.Ordinal)) == 1);
            Assert.Equal(id, Ledger.GetDocument(shortest).Document.Id);
            if (shortest.Length > 1)
            {
                Fails(ProblemCodes.AmbiguousId, () => Ledger.GetDocument(shortest[..^1]));
            }
        }
    }

    [Fact]
    public void GetStatement_GivesItsWords()
    {
        var document = Made.FullDocument();
        var statement = Made.Statement(document, "Ilse Vorn", "said", "The lighthouse|dark");
        Ledger.Add(document, [statement], Made.Reading);
        var found = Reopen(Ledger).GetStatement(statement.Id[..8]);
        Assert.Equal(
            new LedgerStatement(statement, "Ilse Vorn", "said", "The lighthouse dark", document.Outlet, document.Title, document.Published, false, Made.Reading),
            found);
        Fails(ProblemCodes.NotFound, () => Ledger.GetStatement("x"));
    }
}
