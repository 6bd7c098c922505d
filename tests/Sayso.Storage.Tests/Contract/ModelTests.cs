using CsCheck;
using Sayso.Core.Attributions;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <summary>Random sequences of operations give the same answers on the SQLite ledger as on the double.</summary>
public sealed class ModelTests
{
    /// <summary>An operation; what it is done to is chosen by number among the documents that there are.</summary>
    private sealed record Operation(string Name, Func<ILedger, object?> Run)
    {
        public override string ToString() => Name;
    }

    private static readonly Gen<Operation> _operation = Gen.Frequency(
        (4, Add()),
        (2, from n in Gen.Int[0, 99]
            from reason in Gen.OneOf("hoax", null)
            from provenance in Generated.Provenance
            select new Operation($"retract {n}", l => On(l, n, id => l.Retract(id, reason, provenance)))),
        (2, from n in Gen.Int[0, 99]
            from provenance in Generated.Provenance
            select new Operation($"restore {n}", l => On(l, n, id => l.Restore(id, null, provenance)))),
        (1, from n in Gen.Int[0, 99]
            select new Operation($"purge {n}", l => On(l, n, id => l.Purge(id, null, Made.Person)))),
        (1, from n in Gen.Int[0, 99]
            select new Operation($"find text {n}", l => On(l, n, id => l.FindText(l.GetDocument(id).Document.Text)))),
        (2, Supersede()),
        (2, from n in Gen.Int[0, 99]
            from m in Gen.Int[0, 99]
            from kind in Gen.OneOf("merge", "note", "undo", "unknown")
            from provenance in Generated.Provenance
            select new Operation($"correct {kind} {n} {m}", l => Correct(l, (kind, n, m), provenance with { Author = "rosa" }))),
        (3, from query in Generated.DocumentQuery select new Operation($"documents {query}", l => l.Documents(query).Select(Comparable).ToList())),
        (4, from query in Generated.StatementQuery
            from n in Gen.Int[0, 9]
            select new Operation($"statements {query} {n}", l => On(
                l, n, id => l.Statements(n > 2 ? query : query with { DocumentId = id }).ToList()))),
        (2, from query in Generated.DocumentQuery
            from n in Gen.Int[0, 99]
            select new Operation($"documents behind {n} of {query}", l => l.Documents(query with { Limit = null, IsLastAddedFirst = false }).Select(d => d.Document.Id).ToList() is { Count: > 0 } all
                ? l.Documents(query with { IsLastAddedFirst = false, After = all[n % all.Count] }).Select(Comparable).ToList() : null)),
        (2, from query in Generated.StatementQuery
            from n in Gen.Int[0, 99]
            select new Operation($"statements behind {n} of {query}", l => l.Statements(query with { Limit = null, IsLastReadFirst = false }).Select(s => s.Statement.Id).ToList() is { Count: > 0 } all
                ? l.Statements(query with { IsLastReadFirst = false, After = all[n % all.Count] }).ToList() : null)),
        (1, from prefix in Gen.OneOf("", "0", "1", "8", "f", "zz")
            select new Operation($"get {prefix}", l => (Try(() => Comparable(l.GetDocument(prefix))), Try(() => l.GetStatement(prefix))).ToString())));

    [Fact]
    public void Answers_AreTheDoubles_WhateverIsDone()
    {
        _operation.Array[1, 25].Sample(
            operations =>
            {
                using var folder = new TemporaryFolder();
                using var ledger = SqliteLedger.Open(new LedgerOptions { Path = folder.File(), CreateIfMissing = true, Time = new TickingClock() });
                // What is asked here is not whether it lasts.
                ledger.Database.Execute("PRAGMA synchronous = OFF");
                using var model = new InMemoryLedger(new TickingClock());
                foreach (var operation in operations)
                {
                    Assert.Equivalent(Try(() => operation.Run(model)), Try(() => operation.Run(ledger)), strict: true);
                }

                AssertSame(model, ledger);
            },
            iter: 150,
            threads: 1);
    }

    private static void AssertSame(InMemoryLedger model, SqliteLedger ledger)
    {
        Assert.Equal(model.Count(), ledger.Count());
        Assert.Equal(model.DocumentIds(), ledger.DocumentIds());
        Assert.Equal(model.DocumentIds().Select(id => Comparable(model.GetDocument(id))), ledger.DocumentIds().Select(id => Comparable(ledger.GetDocument(id))));
        Assert.Equal(model.Statements(new StatementQuery()), ledger.Statements(new StatementQuery()));
        Assert.Equal(model.Entries(null), ledger.Entries(null).Select(e => e with { Payload = "", Previous = "", Hash = "" }));
        Assert.Equal(model.Corrections(), ledger.Corrections().Select(e => e with { Payload = "", Previous = "", Hash = "" }));
        Assert.Empty(ledger.Verify(CancellationToken.None).Faults);
    }

    private static Gen<Operation> Add() =>
        from document in Generated.Document
        from statements in Generated.Statements(document.Id, document.Text)
        from provenance in Generated.Provenance
        select new Operation($"add {document.Id} with {statements.Length}", l => l.Add(document, statements, provenance));

    private static Gen<Operation> Supersede() =>
        from n in Gen.Int[0, 99]
        from spans in Generated.Statements("", new string('x', 12))
        from same in Gen.Bool
        from provenance in Generated.Provenance
        select new Operation($"supersede {n}", l => On(l, n, id =>
        {
            var length = l.GetDocument(id).Document.Text.Length;
            return l.Supersede(id, same ? Present(l, id) : Fitting(spans, id, length), provenance);
        }));

    private static object? Correct(ILedger ledger, (string Kind, int N, int M) what, Provenance provenance)
    {
        var statements = ledger.Statements(new StatementQuery()).Select(s => s.Statement.Id).Append("none").ToList();
        var (a, b) = (statements[what.N % statements.Count], statements[what.M % statements.Count]);
        var correction = what.Kind switch
        {
            "merge" => new Correction(CorrectionKind.ClaimMerge, new([new([a]), new([b])])),
            "note" => new Correction(CorrectionKind.NoteStatement, new([new([a])])) { Value = "seen \uD83D\uDDFC" },
            "undo" => new Correction(CorrectionKind.Undo, new([])) { Undoes = what.N % 12 },
            _ => new Correction(CorrectionKind.NoteDocument, new([new(["none"])])) { Value = "x" },
        };
        return ledger.Correct(correction, what.N % 2 == 0 ? null : "because", provenance) with { Payload = "", Previous = "", Hash = "" };
    }

    private static List<Statement> Present(ILedger ledger, string id) =>
        [.. ledger.Statements(new StatementQuery { DocumentId = id }).Select(s => s.Statement)];

    private static List<Statement> Fitting(Statement[] statements, string id, int length) => [.. statements
        .Where(s => s.Source.Extent.End <= length && s.Cue.Extent.End <= length && s.Content.Extent.End <= length)
        .Select(s => Made.Statement(id, new Attribution(s.Source, s.Cue, s.Content)))];

    private static object? On(ILedger ledger, int n, Func<string, object?> operation)
    {
        var ids = ledger.DocumentIds();
        return operation(ids.Count == 0 ? "none" : ids[n % ids.Count]);
    }

    private static object? Try(Func<object?> operation)
    {
        try
        {
            return operation();
        }
        catch (SaysoException e)
        {
            return e.Problem.Code;
        }
    }

    /// <summary>The bytes are compared as text, since memory compares by reference.</summary>
    private static (LedgerDocument Entry, string Raw) Comparable(LedgerDocument entry) =>
        (entry with { Document = entry.Document with { Raw = default } }, Convert.ToHexString(entry.Document.Raw.Span));
}
