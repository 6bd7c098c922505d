using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Core.Times;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <content>Lists and their conditions.</content>
public abstract partial class LedgerContract
{
    private Document Published(string? time, string text = Made.Text, string? outlet = null, string? title = null)
    {
        var document = Made.Document(text, "https://bell.example/" + time + text.GetHashCode(StringComparison.Ordinal)) with
        {
            Published = time is null ? null : Made.Time(time),
            Outlet = outlet,
            Title = title,
        };
        Ledger.Add(document, text == Made.Text ? Made.Statements(document) : [], Made.Reading);
        return document;
    }

    [Fact]
    public void Documents_ComeNewestFirst_UndatedLast()
    {
        Published("2031-03-02T10:00:00Z");
        Published(null);
        Published("2031-03-02T09:00:00-02:00");
        Published("2031-03-02T23:59:00+14:00");
        Published("1931-03-02T00:00:00Z");
        Assert.Equal(
            ["2031-03-02T09:00:00-02", "2031-03-02T10:00:00Z", "2031-03-02T23:59:00+14", "1931-03-02T00:00:00Z", ""],
            Ledger.Documents(new DocumentQuery()).Select(d => d.Document.Published is { } t ? NodaTime.Text.OffsetDateTimePattern.ExtendedIso.Format(t) : ""));
    }

    [Fact]
    public void Lists_GoOn_BehindWhatIsGivenUp()
    {
        foreach (var time in (string?[])["2031-03-02T10:00:00Z", "2031-03-02T10:00:00Z", "2031-03-03T10:00:00Z", null, null])
        {
            Published(time, outlet: time);
        }

        Ledger.Add(Made.Document("Another version.", "https://bell.example/" + Made.Text.GetHashCode(StringComparison.Ordinal)), [], Made.Reading);
        var documents = Ledger.Documents(new DocumentQuery()).Select(d => d.Document.Id).ToList();
        Assert.All(documents, (id, i) => Assert.Equal(documents.Skip(i + 1), Ledger.Documents(new DocumentQuery { After = id }).Select(d => d.Document.Id)));
        var statements = Ledger.Statements(new StatementQuery()).Select(s => s.Statement.Id).ToList();
        Assert.All(statements, (id, i) => Assert.Equal(statements.Skip(i + 1).Take(4), Ledger.Statements(new StatementQuery { After = id, Limit = 4 }).Select(s => s.Statement.Id)));

        // Whoever reads page by page goes on where he was, though what he saw last is hidden since.
        Ledger.Retract(documents[1], null, Made.Person);
        Assert.Equal(documents.Skip(2), Ledger.Documents(new DocumentQuery { After = documents[1] }).Select(d => d.Document.Id));
    }

    [Fact]
    public void Lists_CannotGoOn_BehindWhatIsNotThere()
    {
        var document = Published("2031-03-02T10:00:00Z");
        Fails(ProblemCodes.NotFound, () => Assert.Empty(Ledger.Documents(new DocumentQuery { After = "none" })));
        Fails(ProblemCodes.NotFound, () => Assert.Empty(Ledger.Statements(new StatementQuery { After = "none" })));
        var statement = Ledger.Statements(new StatementQuery()).First().Statement.Id;
        Ledger.Supersede(document.Id, [], Made.Reading);
        Fails(ProblemCodes.NotFound, () => Assert.Empty(Ledger.Statements(new StatementQuery { After = statement })));
        Ledger.Purge(document.Id, null, Made.Person);
        Fails(ProblemCodes.NotFound, () => Assert.Empty(Ledger.Documents(new DocumentQuery { After = document.Id })));
    }

    [Fact]
    public void Documents_HoldContent_OnlyIfAskedFor()
    {
        var document = Added(Made.FullDocument());
        var lean = Ledger.Documents(new DocumentQuery()).Single().Document;
        Assert.Equal(document with { Raw = default, Text = "" }, lean);
        var full = Ledger.Documents(new DocumentQuery { IncludeContent = true }).Single().Document;
        Assert.Equal(document.Text, full.Text);
        Assert.Equal(document.Raw.ToArray(), full.Raw.ToArray());
    }

    public static TheoryData<string?, string?, int> Days => new()
    {
        { null, null, 3 },
        { "2031-03-02", null, 2 },
        { "2031-03-03", null, 1 },
        { "2031-03-04", null, 0 },
        { null, "2031-03-02", 1 },
        { null, "2031-03-01", 0 },
        { "2031-03-02", "2031-03-02", 1 },
        { "0001-01-01", "9999-12-31", 2 },
        { "-9998-01-01", null, 2 },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void Lists_KeepDays_InUtc(string? since, string? until, int expected)
    {
        Published("2031-03-03T01:59:59+02:00");
        Published("2031-03-03T00:00:00Z");
        Published(null);
        LocalDate? Day(string? day) => day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Assert.Equal(expected, Ledger.Documents(new DocumentQuery { Since = Day(since), Until = Day(until) }).Count());
        Assert.Equal(3 * expected, Ledger.Statements(new StatementQuery { Since = Day(since), Until = Day(until) }).Count());
    }

    [Theory]
    [InlineData("2031-03-01", 0)]
    [InlineData("2031-03-02", 1)]
    [InlineData("2031-03-31", 2)]
    [InlineData("2031-04-01", 3)]
    [InlineData("9999-12-31", 3)]
    public void Lists_ShowWhatWasKnown_ByPublicationOrElseByAdding(string asOf, int expected)
    {
        Published("2031-03-03T01:59:59+02:00");
        Published("2031-03-03T00:00:00Z");

        // The clock stands on 1 April.
        Published(null);
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(asOf).Value;
        Assert.Equal(expected, Ledger.Documents(new DocumentQuery { AsOf = day }).Count());
        Assert.Equal(3 * expected, Ledger.Statements(new StatementQuery { AsOf = day }).Count());
    }

    [Theory]
    [InlineData("évening", 1)]
    [InlineData("ÉVENING BELL", 1)]
    [InlineData("bell", 2)]
    [InlineData("", 2)]
    [InlineData("%", 0)]
    [InlineData("courier", 0)]
    public void Lists_FindOutlets_ByPart(string outlet, int expected)
    {
        Published(null, outlet: "The Évening Bell");
        Published("2031-03-02T10:00:00Z", outlet: "Bell & Co");
        Published("2031-03-03T10:00:00Z");
        Assert.Equal(expected, Ledger.Documents(new DocumentQuery { Outlet = outlet }).Count());
        Assert.Equal(3 * expected, Ledger.Statements(new StatementQuery { Outlet = outlet }).Count());
    }

    public static TheoryData<string, int> Words => new()
    {
        { "lighthouse", 2 },
        { "LightHouse", 2 },
        { "light", 0 },
        { "cafe", 1 },
        { "CAFÉ", 1 },
        { "lighthouse café", 1 },
        { "\"dark lighthouse\"", 1 },
        { "\"lighthouse dark\"", 0 },
        { "\"is dark\" vorn", 1 },
        { "\"is dark", 1 },
        { "lighthouse OR nothing", 0 },
        { "NOT", 0 },
        { "-café", 1 },
        { "title:café", 0 },
        { "caf*", 1 },
        { "*", 0 },
        { "", 0 },
        { "\"\"", 0 },
        { "— café !", 1 },
        { "') ; --", 0 },
        { "(café", 1 },
        { "café^2", 0 },
        { "a\"b\"c\"", 0 },
        { "café\0", 1 },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Documents_FindWords_WhateverIsTyped(string words, int expected)
    {
        Published(null);
        Published(null, "A dark lighthouse. Nothing else.", title: "Café closes");
        Assert.Equal(expected, Ledger.Documents(new DocumentQuery { Text = words }).Count());
    }

    [Fact]
    public void Documents_FindWords_ManyOfThem()
    {
        Published(null);
        Assert.Single(Ledger.Documents(new DocumentQuery { Text = string.Join(' ', Enumerable.Repeat("lighthouse dark", 4000)) }));
    }

    [Fact]
    public void Documents_ShowNewestShownVersion_WithoutEarlierOnes()
    {
        const string Url = "https://bell.example/story";
        var versions = new[] { "One.", "Two.", "Three." }.Select(t => Made.Document(t, Url)).ToList();
        versions.ForEach(v => Ledger.Add(v, [], Made.Reading));
        Published(null);
        Ledger.Retract(versions[2].Id, null, Made.Person);
        var latest = new DocumentQuery { IncludeEarlierVersions = false };
        Assert.Equal([2, 1], Ledger.Documents(latest).Select(d => d.Version).OrderDescending());
        Assert.Equal([3, 1], Ledger.Documents(latest with { IncludeRetracted = true }).Select(d => d.Version).OrderDescending());
        Assert.Equal(3, Ledger.Documents(new DocumentQuery()).Count());
    }

    [Fact]
    public void Statements_ComeByTimeThenPlace()
    {
        Published(null);
        Published("2031-03-03T10:00:00Z");
        Published("2031-03-02T10:00:00Z");
        var found = Ledger.Statements(new StatementQuery()).ToList();
        Assert.Equal([2, 2, 2, 3, 3, 3, null, null, null], found.Select(s => s.Published?.Day));
        Assert.All(found.Chunk(3), three => Assert.Equal(["said", "added", "denied"], three.Select(s => s.CueText)));
    }

    [Theory]
    [InlineData("vorn", null, null, "said")]
    [InlineData("HARBOUR MASTER", null, null, "said")]
    [InlineData("", null, null, "said added denied")]
    [InlineData(null, "dark", null, "said")]
    [InlineData(null, "denied", null, "")]
    [InlineData(null, "\"lit it\"", null, "added")]
    [InlineData(null, null, "ministry", "denied")]
    [InlineData(null, null, "ministry denied", "denied")]
    [InlineData(null, null, "\"ministry denied\"", "")]
    [InlineData("fishermen", "nobody", "added", "added")]
    [InlineData("vorn", "nobody", null, "")]
    [InlineData(null, "nobody", "vorn", "")]
    [InlineData(null, "nobody", "!", "")]
    [InlineData(null, "dark said", null, "")]
    [InlineData(null, null, "content : dark", "")]
    public void Statements_FindByRole(string? who, string? about, string? text, string cues)
    {
        Published("2031-03-03T10:00:00Z");
        var found = Ledger.Statements(new StatementQuery { Who = who, About = about, Text = text });
        Assert.Equal(cues, string.Join(' ', found.Select(s => s.CueText)));
    }

    [Theory]
    [InlineData(null, Stance.Deny, "denied")]
    [InlineData(null, Stance.NotDeny, "added")]
    [InlineData(null, Stance.Warn, "")]
    [InlineData("verrin", null, "denied added")]
    [InlineData("verrin", Stance.NotDeny, "added")]
    [InlineData("ministry", Stance.NotDeny, "")]
    [InlineData("verr", null, "")]
    public void Statements_AreFoundByStance_AndByAnyNameOfTheirChain(string? who, Stance? stance, string cues)
    {
        var document = Made.Document();
        var plain = Made.Statement(document, "harbour master Ilse Vorn", "said", "The lighthouse is dark");
        Statement Understood(Statement statement, Stance of) => statement with
        {
            Attitude = new Attitude(of, Certainty.Certain, Polarity.Positive),
            Chain = new[] { new Hop("Ilo Verrin", SourceKind.Named, SpanList.Empty, HopRelation.Says) }.ToValueList(),
        };

        Ledger.Add(document,
            [
                plain,
                Understood(Made.Statement(document, "The ministry", "denied", ""), Stance.Deny),
                Understood(Made.Statement(document, "two fishermen", "added", "“Nobody lit it,”"), Stance.NotDeny),
            ],
            Made.Reading);
        var found = Ledger.Statements(new StatementQuery { Who = who, Stance = stance }).ToList();
        Assert.Equal(cues.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Select(s => s.CueText).Order());
        Assert.All(found, s => Assert.Equal(Understood(s.Statement, s.Statement.Attitude!.Stance), s.Statement));
        Assert.Empty(Ledger.Verify(TestContext.Current.CancellationToken).Faults);
    }

    [Theory]
    [InlineData("Russia", "Kremlin Moscow")]
    [InlineData("the Russian government", "Kremlin Moscow")]
    [InlineData("Moscow", "Kremlin Moscow")]
    [InlineData("United States", "Pentagon")]
    [InlineData("Pentagon", "Pentagon")]
    [InlineData("White House", "")]
    public void Statements_AreFoundByEntity_UnderAllItsNames(string who, string names)
    {
        var document = Made.Document();
        Statement By(string cue, string name, SourceKind kind) => Made.Statement(document, "two fishermen", cue, "“Nobody lit it,”") with
        {
            Chain = new[] { new Hop(name, kind, SpanList.Empty, HopRelation.Says) }.ToValueList(),
        };

        Ledger.Add(document, [By("said", "Kremlin", SourceKind.Named), By("added", "Moscow", SourceKind.Named), By("denied", "Pentagon", SourceKind.Named), By("lit", "Russian sailors", SourceKind.Collective)], Made.Reading);
        var found = Ledger.Statements(new StatementQuery { Who = who });
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Select(s => s.Statement.Chain[0].Name).Order());
    }

    [Theory]
    [InlineData(null, null, "said denied added")]
    [InlineData("2031-03-14", null, "said added")]
    [InlineData("2031-03-14/2031-04", "2033", "added")]
    [InlineData("2031-03", null, "said added")]
    [InlineData(null, "2031-08", "denied")]
    [InlineData("2031", "203X", "added")]
    [InlineData("2032", null, "")]
    public void Statements_AreFoundByWhenTheyWereSaid_AndByWhatTheyTellOf(string? said, string? happened, string cues)
    {
        var document = Made.Document();
        static TimeExpression Time(string value) => new(new TextSpan(0, 3), TimeType.Date, value);
        Ledger.Add(document,
            [
                Made.Statement(document, "harbour master Ilse Vorn", "said", "The lighthouse is dark") with { Said = Time("2031-03-14") },
                Made.Statement(document, "The ministry", "denied", "") with { Times = new[] { Time("2031-08-02") }.ToValueList() },
                Made.Statement(document, "two fishermen", "added", "“Nobody lit it,”") with { Said = Time("2031-03"), Times = new[] { Time("2033") }.ToValueList() },
            ],
            Made.Reading);
        var query = new StatementQuery { SaidIn = said is null ? null : DayRange.Of(said), EventIn = happened is null ? null : DayRange.Of(happened) };
        Assert.Equal(cues.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Ledger.Statements(query).Select(s => s.CueText).Order());
        Assert.Equal(Math.Min(1, cues.Length), Ledger.Statements(query with { Limit = 1 }).Count());
    }

    [Fact]
    public void Statements_OfAnAbsentSource_AreNobodys()
    {
        var document = Made.Document();
        var statement = Made.Statement(document, "", "denied", "");
        Ledger.Add(document, [statement], Made.Reading);
        var found = Ledger.Statements(new StatementQuery()).Single();
        Assert.Equal((null, "denied", ""), (found.SourceText, found.CueText, found.ContentText));
        Assert.Empty(Ledger.Statements(new StatementQuery { Who = "" }));
    }

    [Fact]
    public void Statements_KeepToTheDocument()
    {
        var first = Published(null);
        Published("2031-03-03T10:00:00Z");
        Assert.Equal(3, Ledger.Statements(new StatementQuery { DocumentId = first.Id }).Count());
        Assert.Single(Ledger.Statements(new StatementQuery { DocumentId = first.Id, Text = "ministry" }));
        Assert.Empty(Ledger.Statements(new StatementQuery { DocumentId = first.Id[..8] }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(99)]
    public void Lists_StopAtTheLimit(int limit)
    {
        Published(null);
        Published("2031-03-03T10:00:00Z");
        Assert.Equal(Math.Min(limit, 2), Ledger.Documents(new DocumentQuery { Limit = limit }).Count());
        Assert.Equal(Math.Min(limit, 6), Ledger.Statements(new StatementQuery { Limit = limit }).Count());
        Assert.Equal(Math.Min(limit, 2), Ledger.Statements(new StatementQuery { Limit = limit, Who = "vorn" }).Count());
        Assert.Equal(Math.Min(limit, 2), Ledger.Statements(new StatementQuery { Limit = limit, Text = "ministry" }).Count());
    }

    [Fact]
    public void Lists_MayBeEnumeratedSideBySide()
    {
        Published(null);
        Published("2031-03-03T10:00:00Z");
        var query = new StatementQuery();
        var pairs = Ledger.Statements(query).SelectMany(_ => Ledger.Statements(query)).Count();
        Assert.Equal(36, pairs);
    }

    [Fact]
    public void Entries_BehindANumber_AreTheRest()
    {
        Assert.Equal(0, Ledger.LastEntry());
        var (first, second) = (Added(Made.Document()), Made.Document("Another text, the ministry said."));
        Ledger.Add(second, [], Made.Reading);
        Ledger.Retract(first.Id, null, Made.Reading);
        Assert.Equal(3, Ledger.LastEntry());
        Assert.Equal([2L, 3L], Ledger.EntriesAfter(1).Select(e => e.Sequence));
        Assert.Equal([second.Id, first.Id], Ledger.EntriesAfter(1).Select(e => e.DocumentId));
        Assert.Empty(Ledger.EntriesAfter(3));
        Assert.Equal(Ledger.Entries(null), Ledger.EntriesAfter(0));
    }

    [Fact]
    public void Documents_OfAnAddress_AndOfThoseReadAgain()
    {
        const string Address = "https://bell.example/ferry";
        var first = Made.Document("The ferry left, the ministry said.", Address);
        var again = Made.Document("The ferry stayed, the ministry said.", Address);
        var other = Made.Document("The ferry sank, the ministry said.", "https://bell.example/other");
        foreach (var document in new[] { first, again, other, Made.Document("No address, the ministry said.") })
        {
            Ledger.Add(document, [], Made.Reading);
        }

        Assert.Equal(new HashSet<string> { first.Id, again.Id }, Ledger.Documents(new DocumentQuery { Url = Address }).Select(d => d.Document.Id).ToHashSet());
        Assert.Empty(Ledger.Documents(new DocumentQuery { Url = "https://bell.example/" }));
        Assert.Equal(new HashSet<string> { first.Id, again.Id }, Ledger.Documents(new DocumentQuery { IsReadAgain = true }).Select(d => d.Document.Id).ToHashSet());
    }

    [Fact]
    public void Words_ThatVeryManyStatementsHold_KeepTheOrder()
    {
        for (var number = 0; number < 52; number++)
        {
            var lines = Enumerable.Range(0, 100).Select(i => $"Clerk {i} said that the ferry {number} left late.\n").ToList();
            var document = Made.Document(string.Concat(lines)) with { Published = Made.Time($"2031-03-{1 + (number * 7 % 28):00}T10:00:00Z") };
            List<Statement> statements = [];
            for (var (i, at) = (0, 0); i < lines.Count; at += lines[i++].Length)
            {
                TextSpan Span(string words) => new(at + lines[i].IndexOf(words, StringComparison.Ordinal), at + lines[i].IndexOf(words, StringComparison.Ordinal) + words.Length);
                statements.Add(Made.Statement(document.Id, new Attribution(SpanList.Of(Span($"Clerk {i}")), SpanList.Of(Span("said")), SpanList.Of(Span($"the ferry {number} left late")))));
            }

            Ledger.Add(document, statements, Made.Reading);
        }

        var all = Ledger.Statements(new StatementQuery()).Select(s => s.Statement.Id).ToList();
        Assert.Equal(all, Ledger.Statements(new StatementQuery { Text = "ferry" }).Select(s => s.Statement.Id));
        Assert.Equal(all.Take(150), Ledger.Statements(new StatementQuery { About = "ferry left", Limit = 150 }).Select(s => s.Statement.Id));
        Assert.Equal(all, Ledger.Statements(new StatementQuery { Text = "ferr*" }).Select(s => s.Statement.Id));
    }
}
