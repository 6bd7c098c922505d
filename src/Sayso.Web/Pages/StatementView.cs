using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>One statement: its passage, and each value with the words that it was read from.</summary>
/// <param name="Entry">The statement.</param>
/// <param name="Document">Its document.</param>
public sealed record StatementView(LedgerStatement Entry, Document Document)
{
    /// <summary>The paragraphs that it stands in, marked.</summary>
    public required IReadOnlyList<IReadOnlyList<Piece>> Passage { get; init; }

    /// <summary>The statement whose content or source holds it.</summary>
    public SayRow? Outer { get; private init; }

    /// <summary>The statements that its content or source holds.</summary>
    public IReadOnlyList<SayRow> Inner { get; private init; } = [];

    /// <summary>The one before it in its document.</summary>
    public string? Previous { get; private init; }

    /// <summary>The one after it in its document.</summary>
    public string? Next { get; private init; }

    /// <summary>The claim that it is a statement of; <c>null</c> where that is not known.</summary>
    public LedgerClaim? Claim { get; init; }

    /// <summary>Its figures with what they mean.</summary>
    public IReadOnlyList<(string Words, string Meaning)> Figures { get; private init; } = [];

    /// <summary>Its times with what they mean.</summary>
    public IReadOnlyList<(string Words, string Meaning)> Times { get; private init; } = [];

    /// <summary>The statement.</summary>
    public Statement Statement => Entry.Statement;

    /// <summary>Who is credited.</summary>
    public string Who => Wording.Who(Statement, Entry.Outlet);

    /// <summary>Reads it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">The statement's id, or its beginning.</param>
    public static StatementView Of(ILedger ledger, string id)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var entry = ledger.GetStatement(id);
        var statement = entry.Statement;
        var document = ledger.GetDocument(statement.DocumentId).Document;
        var siblings = ledger.Statements(new StatementQuery { DocumentId = document.Id }).ToList();
        var place = siblings.FindIndex(s => s.Statement.Id == statement.Id);
        Mark[] marks = [.. AnnotatedText.Of(statement, 0), .. ValueMarks(statement, document.Text)];
        return new StatementView(entry, document)
        {
            Passage = [.. Paragraphs.Of(document.Text).Where(p => Holds(p, statement)).Select(p => AnnotatedText.Cut(p, marks))],
            Outer = siblings.Find(s => s.Statement.Id == statement.Parent) is { } outer ? SayRow.Of(outer) : null,
            Inner = [.. siblings.Where(s => s.Statement.Parent == statement.Id).Select(s => SayRow.Of(s))],
            Previous = place > 0 ? siblings[place - 1].Statement.Id : null,
            Next = place >= 0 && place + 1 < siblings.Count ? siblings[place + 1].Statement.Id : null,
            Figures = [.. statement.Quantities.Select(q => (Words(document, q.Span), Wording.Reading(q, document.Text)))],
            Times = [.. statement.Times.Select(t => (Words(document, t.Span), TimeWords.Of(t)))],
        };
    }

    /// <summary>The words of spans, in quotation marks; <c>null</c> where there are none.</summary>
    public string? Shown(SpanList spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        return spans.Count == 0 ? null : $"“{Wording.Line(spans.TextOf(Document.Text))}”";
    }

    private static bool Holds(TextSpan paragraph, Statement statement) =>
        statement.Source.Concat(statement.Cue).Concat(statement.Content).Any(paragraph.Overlaps);

    private static IEnumerable<Mark> ValueMarks(Statement statement, string text) =>
        AnnotatedText.Of(new DocumentValues([.. statement.Times], [.. statement.Quantities]), text);

    private static string Words(Document document, TextSpan span) => Wording.Line(span.Slice(document.Text).ToString());
}
