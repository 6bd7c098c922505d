using NodaTime;
using NodaTime.Text;
using Sayso.Core.Ledger;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>The documents of a ledger by day, the newest first.</summary>
/// <param name="Filter">Which of them.</param>
/// <param name="Days">The days.</param>
public sealed record DocumentsView(DocumentFilter Filter, IReadOnlyList<DocumentDay> Days)
{
    private const int MostDocuments = 500;

    /// <summary>How many are shown.</summary>
    public int Count => Days.Sum(d => d.Documents.Count);

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCut { get; private init; }

    /// <summary>The outlets to choose from, by name.</summary>
    public IReadOnlyList<string> Outlets { get; private init; } = [];

    /// <summary>How many documents the ledger has at all.</summary>
    public int Total { get; private init; }

    /// <summary>Reads it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filter">Which of it.</param>
    /// <param name="outlets">The outlets to choose from.</param>
    public static DocumentsView Of(ILedger ledger, DocumentFilter filter, IReadOnlyList<string> outlets)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(filter);
        var found = ledger.Documents(filter.ToQuery(MostDocuments + 1)).ToList();
        var days = found.Take(MostDocuments)
            .GroupBy(d => d.Document.Published?.Date)
            .Select(day => new DocumentDay(day.Key is { } date ? Wording.Day(date) : "Undated", [.. day.Select(DocumentLine.Of)]));
        return new DocumentsView(filter, [.. days])
        {
            IsCut = found.Count > MostDocuments,
            Total = ledger.Count().Documents,
            Outlets = outlets,
        };
    }
}

/// <summary>Which documents to show, as the address says it.</summary>
public sealed record DocumentFilter
{
    /// <summary>Words in title or text.</summary>
    public string? Text { get; init; }

    /// <summary>The outlet's name, or part of it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Published on this day or later.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Published on this day or earlier.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Hidden ones too.</summary>
    public bool WithRetracted { get; init; }

    /// <summary>Whether anything is left out on purpose.</summary>
    public bool IsNarrow => Text is not null || Outlet is not null || Since is not null || Until is not null;

    /// <summary>A day as an input field has it.</summary>
    public static string? Field(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    /// <summary>The ledger's question.</summary>
    internal DocumentQuery ToQuery(int limit) => new()
    {
        Text = Text,
        Outlet = Outlet,
        Since = Since,
        Until = Until,
        IncludeRetracted = WithRetracted,
        Limit = limit,
    };
}

/// <summary>A day's documents.</summary>
/// <param name="Name">The day, for people.</param>
/// <param name="Documents">The documents.</param>
public sealed record DocumentDay(string Name, IReadOnlyList<DocumentLine> Documents);

/// <summary>A document in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
public sealed record DocumentLine(string Id, string Title)
{
    /// <summary>Its outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published, by its own clock; <c>null</c> where that is not known.</summary>
    public string? Hour { get; init; }

    /// <summary>When it was published.</summary>
    public OffsetDateTime? Published { get; init; }

    /// <summary>The whole time, for people.</summary>
    public required string Exact { get; init; }

    /// <summary>How many statements.</summary>
    public int Statements { get; init; }

    /// <summary>What to know of it: <c>version 2</c>, <c>retracted</c>.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Where it is.</summary>
    public string Link => Links.Document(Id);

    /// <summary>A document of a ledger.</summary>
    public static DocumentLine Of(LedgerDocument entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var document = entry.Document;
        return new DocumentLine(document.Id, document.Title ?? document.Path ?? "Untitled")
        {
            Outlet = document.Outlet,
            Hour = document.Published is { } time ? Wording.Hour(time) : null,
            Published = document.Published,
            Exact = Wording.Minute(document.Published),
            Statements = entry.StatementCount,
            Remarks = [.. new[] { entry.Version > 1 ? $"version {entry.Version}" : null, entry.IsRetracted
                ? "retracted" : null }.OfType<string>()],
        };
    }
}
