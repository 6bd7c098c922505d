using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Inconsistencies;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>An article with its statements marked and told in the margin.</summary>
/// <param name="Entry">The document.</param>
/// <param name="Paragraphs">Its text.</param>
public sealed record DocumentView(LedgerDocument Entry, IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>What the page is called.</summary>
    public string Name => Entry.Document.Title ?? Entry.Document.Path ?? "Untitled";

    /// <summary>How many statements.</summary>
    public int Statements => Paragraphs.Sum(p => p.Notes.Count);

    /// <summary>How many different speakers.</summary>
    public int Speakers { get; private init; }

    /// <summary>What does not add up, with the words.</summary>
    public IReadOnlyList<OddNote> Odd { get; private init; } = [];

    /// <summary>The other versions of its address, the oldest first.</summary>
    public IReadOnlyList<(int Version, string Id)> Versions { get; private init; } = [];

    /// <summary>It beside the version before, or of the first one the version after; <c>null</c> where there is no other.</summary>
    public VersionText? Edited { get; private init; }

    /// <summary>When it was added.</summary>
    public required OffsetDateTime AddedAt { get; init; }

    /// <summary>When it was added, for people.</summary>
    public required string Added { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">The document's id, or its beginning.</param>
    /// <param name="now">The time.</param>
    /// <param name="claims">What is claimed, as far as that is known.</param>
    public static DocumentView Of(ILedger ledger, string id, Instant now, ClaimedLedger? claims = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var entry = ledger.GetDocument(id);
        var document = entry.Document;
        var statements = ledger.Statements(new StatementQuery { DocumentId = document.Id }).Select(s => s.Statement).ToList();
        var values = DocumentValues.Of(document);
        var odd = values.InconsistenciesOf(document, statements);
        Mark[] marks =
        [
            .. statements.SelectMany((s, i) => AnnotatedText.Of(s, i + 1)), .. AnnotatedText.Of(values, document.Text), .. AnnotatedText.Of(odd),
        ];
        var spans = Core.Text.Paragraphs.Of(document.Text).ToList();
        var places = statements.Select((s, i) => (Note: MarginNote.Of(document, s, i + 1) with { Claim = Repeated(claims, s) }, Paragraph: spans.FindLastIndex(p => p.Start <= Anchor(s)))).ToList();
        Paragraph[] paragraphs =
        [
            .. spans.Select((span, at) => new Paragraph(
                AnnotatedText.Cut(span, marks),
                [.. places.Where(p => p.Paragraph == at || (at == 0 && p.Paragraph < 0)).Select(p => p.Note)])
            {
                IsTitle = at == 0 && document.Title is { } title && Wording.Line(title) == Wording.Line(span.Slice(document.Text).ToString()),
            }),
        ];
        var versions = document.Url is null ? [] : VersionsOf(ledger, document);
        return new DocumentView(entry, paragraphs)
        {
            AddedAt = entry.AddedAt.WithOffset(Offset.Zero),
            Edited = EditedOf(ledger, document, versions),
            Speakers = statements.Select(s => Wording.Who(s, document.Outlet)).Distinct(StringComparer.Ordinal).Count(),
            Odd = [.. odd.Select(o => new OddNote(o.Reason, [.. o.Spans.Select(s => s.Slice(document.Text).ToString())]))],
            Versions = versions,
            Added = Wording.Ago(entry.AddedAt, now),
        };
    }

    /// <summary>The claim that it is one of several statements of, in more articles than this one.</summary>
    private static LedgerClaim? Repeated(ClaimedLedger? claims, Statement statement) =>
        claims?.Of(statement.Id) is { } claim && claim.Claim.Documents.Count > 1 ? claim : null;

    /// <summary>Where a note stands: at its cue.</summary>
    private static int Anchor(Statement statement) =>
        statement.Cue.Count > 0 ? statement.Cue[^1].Start : statement.Content.Count > 0 ? statement.Content[^1].Start : 0;

    private static VersionText? EditedOf(ILedger ledger, Document document, List<(int Version, string Id)> versions)
    {
        var at = versions.FindIndex(v => v.Id == document.Id);
        return at < 0 ? null
            : at > 0 ? VersionText.Of(ledger.GetDocument(versions[at - 1].Id).Document, document)
            : VersionText.Of(document, ledger.GetDocument(versions[1].Id).Document);
    }

    private static List<(int Version, string Id)> VersionsOf(ILedger ledger, Document document)
    {
        var versions = ledger.Documents(new DocumentQuery { Url = document.Url })
            .OrderBy(d => d.Version).Select(d => (d.Version, d.Document.Id)).ToList();
        return versions.Count > 1 ? versions : [];
    }
}

/// <summary>A paragraph with the notes that belong beside it.</summary>
/// <param name="Pieces">Its words.</param>
/// <param name="Notes">The notes, by the place of their cues.</param>
public sealed record Paragraph(IReadOnlyList<Piece> Pieces, IReadOnlyList<MarginNote> Notes)
{
    /// <summary>Whether it is the headline.</summary>
    public bool IsTitle { get; init; }
}

/// <summary>What does not add up.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Words">The words, one passage after the other.</param>
public sealed record OddNote(string Reason, IReadOnlyList<string> Words);

/// <summary>A statement in the margin.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Number">Its number in the article, from 1.</param>
/// <param name="Who">Who is credited.</param>
public sealed record MarginNote(Statement Statement, int Number, string Who)
{
    /// <summary>Its figures and times with what they mean, different from their words.</summary>
    public required IReadOnlyList<(string Words, string Meaning)> Values { get; init; }

    /// <summary>The claim, where other articles have it too.</summary>
    public LedgerClaim? Claim { get; init; }

    /// <summary>When it was said, where the text says so.</summary>
    public string? Said { get; init; }

    /// <summary>Where it is.</summary>
    public string Link => Links.Statement(Statement.Id);

    /// <summary>What its place in the page is called.</summary>
    public string Anchor => $"s-{Wording.Brief(Statement.Id)}";

    /// <summary>A statement of a document.</summary>
    public static MarginNote Of(Document document, Statement statement, int number)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statement);
        return new MarginNote(statement, number, Wording.Who(statement, document.Outlet))
        {
            Values =
            [
                .. statement.Quantities.Select(q => (Words(q.Span), Meaning: Wording.Reading(q, document.Text)))
                    .Concat(statement.Times.Select(t => (Words(t.Span), Meaning: TimeWords.Of(t))))
                    .Where(v => !v.Meaning.Equals(v.Item1, StringComparison.OrdinalIgnoreCase)),
            ],
            Said = statement.SaidAt is { } said ? TimeWords.OfEdtf(said) : null,
        };

        string Words(TextSpan span) => Wording.Line(span.Slice(document.Text).ToString());
    }
}
