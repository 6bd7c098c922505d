using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Attributions;

public sealed class InterpreterTests
{
    private static readonly Attribution First = new(Spans(0, 3), Spans(4, 8), Spans(9, 15));
    private static readonly Attribution Second = new(SpanList.Empty, Spans(20, 24), Spans(9, 15));

    [Fact]
    public void Statements_StandInDocumentOrder_WhateverTheOrderOfAttributions()
    {
        var statements = Interpreter.Interpret(Made("d"), [Second, First]);
        Assert.Equal([First.Cue, Second.Cue], statements.Select(s => s.Cue));
        Assert.Equal(statements, Interpreter.Interpret(Made("d"), [First, Second]));
    }

    [Fact]
    public void Statements_KeepTheSpans()
    {
        var statement = Assert.Single(Interpreter.Interpret(Made("d"), [First]));
        Assert.Equal(("d", First.Source, First.Cue, First.Content), (statement.DocumentId, statement.Source, statement.Cue, statement.Content));
        Assert.Equal(StatementId.Of("d", First), statement.Id);
    }

    [Fact]
    public void EqualAttributions_AreOneStatement()
    {
        Assert.Single(Interpreter.Interpret(Made("d"), [First, First with { }]));
    }

    [Fact]
    public void Ids_DifferByDocumentAndByRole()
    {
        var swapped = new Attribution(First.Content, First.Cue, First.Source);
        string[] ids = [.. Interpreter.Interpret(Made("d"), [First, Second, swapped]).Concat(Interpreter.Interpret(Made("e"), [First])).Select(s => s.Id)];
        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(ContentHash.IdLength, id.Length));
    }

    private static Document Made(string id) => new()
    {
        Id = id,
        Raw = default,
        RawHash = "",
        MediaType = "text/plain",
        Text = "Ann said it is wet, we heard.",
    };

    private static SpanList Spans(int start, int end) => SpanList.Of(new TextSpan(start, end));
}
