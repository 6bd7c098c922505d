using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Ledger;

/// <summary>Which documents to show; absent conditions hold for all.</summary>
public sealed record DocumentQuery
{
    /// <summary>Published at or after the start of this day (UTC).</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Published before the end of this day (UTC).</summary>
    public LocalDate? Until { get; init; }

    /// <summary>
    /// As known at the end of this day (UTC): published by then; where that is not known, added by then. Absent: all.
    /// </summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>The outlet's name, or part of it, in any letter case.</summary>
    public string? Outlet { get; init; }

    /// <summary>The outlet's name, letter by letter; empty for documents that name none.</summary>
    public string? OfOutlet { get; init; }

    /// <summary>
    /// Words that the title or text holds, all of them, in any letter case and with any accents; a phrase in double quotes; a
    /// star behind a word for all that begin so.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Of this address, letter by letter.</summary>
    public string? Url { get; init; }

    /// <summary>Only those of addresses that the ledger has more than one document of.</summary>
    public bool IsReadAgain { get; init; }

    /// <summary>Retracted ones too.</summary>
    public bool IncludeRetracted { get; init; }

    /// <summary>Earlier versions of an address too. Without them, the newest of those that are not hidden shows.</summary>
    public bool IncludeEarlierVersions { get; init; } = true;

    /// <summary>The raw bytes and the text too. A list needs neither: without them both are empty.</summary>
    public bool IncludeContent { get; init; }

    /// <summary>Those that were added last first: with words, the first of them cost the same however many documents hold these.</summary>
    public bool IsLastAddedFirst { get; init; }

    /// <summary>
    /// Only what comes behind this document, whether it answers itself or not: its id. What stands before is not read. Not together
    /// with <see cref="IsLastAddedFirst"/>.
    /// </summary>
    public string? After { get; init; }

    /// <summary>At most so many; <c>null</c>: all.</summary>
    public int? Limit { get; init; }
}

/// <summary>Which statements to show; absent conditions hold for all.</summary>
public sealed record StatementQuery
{
    /// <summary>
    /// Somebody in the chain of sources: a country finds its government under all names, another name whoever bears its words
    /// (<see cref="Entities.WhoQuery"/>).
    /// </summary>
    public string? Who { get; init; }

    /// <summary>What the speaker does with the content.</summary>
    public Stance? Stance { get; init; }

    /// <summary>
    /// Words that the content holds, all of them, in any letter case and with any accents; a phrase in double quotes; a star
    /// behind a word for all that begin so.
    /// </summary>
    public string? About { get; init; }

    /// <summary>Words anywhere in source, cue or content, as for <see cref="About"/>; a phrase lies in one of them.</summary>
    public string? Text { get; init; }

    /// <summary>Published at or after the start of this day (UTC).</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Published before the end of this day (UTC).</summary>
    public LocalDate? Until { get; init; }

    /// <summary>
    /// As known at the end of this day (UTC): published by then; where that is not known, added by then. Absent: all.
    /// </summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>The outlet's name, or part of it, in any letter case.</summary>
    public string? Outlet { get; init; }

    /// <summary>The text says that it was said on one of these days; one without such a time does not match.</summary>
    public DayRange? SaidIn { get; init; }

    /// <summary>What is said was, or will be, on one of these days; one without such a time does not match.</summary>
    public DayRange? EventIn { get; init; }

    /// <summary>At least this confident, from 0 to 1; those that a rule found, which have no confidence, match too.</summary>
    public double? Confidence { get; init; }

    /// <summary>
    /// Words that the names in its chain hold, all of them, whether one name does or several between them; of a statement whose
    /// chain was not read, its source. No word finds nothing. With <see cref="IsLastReadFirst"/>, the first of them cost the same
    /// however many there are.
    /// </summary>
    public string? NameWords { get; init; }

    /// <summary>The document's id.</summary>
    public string? DocumentId { get; init; }

    /// <summary>
    /// Those that were read last first, and of one document those that stand last in it: with words, the first of them cost the same
    /// however many statements hold these.
    /// </summary>
    public bool IsLastReadFirst { get; init; }

    /// <summary>
    /// Only what comes behind this statement, whether it answers itself or not: its id, of a present analysis. What stands before is
    /// not read. Not together with <see cref="IsLastReadFirst"/>.
    /// </summary>
    public string? After { get; init; }

    /// <summary>At most so many; <c>null</c>: all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether a statement's times answer <see cref="SaidIn"/> and <see cref="EventIn"/>.</summary>
    public bool HoldsTimesOf(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Holds(SaidIn, statement.SaidAt) && Holds(EventIn, statement.EventAt);
    }

    private static bool Holds(DayRange? wanted, string? edtf) =>
        wanted is not { } days || (edtf is not null && DayRange.Of(edtf) is { } range && range.Overlaps(days));
}

/// <summary>A document as the ledger holds it.</summary>
/// <param name="Document">What was read.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="Version">
/// 1 for the first version of its address, then 2, …; the same bytes one after the other are one version; 1 where it has no
/// address.
/// </param>
/// <param name="IsRetracted">Whether it is hidden.</param>
/// <param name="StatementCount">Statements of its present analysis.</param>
/// <param name="Provenance">What made its present analysis.</param>
public sealed record LedgerDocument(
    Document Document, Instant AddedAt, int Version, bool IsRetracted, int StatementCount, Provenance Provenance)
{
    /// <summary>Whether it was purged: then nothing of the document is left but its id, media type and hash.</summary>
    public bool IsPurged { get; init; }
}

/// <summary>A statement as the ledger holds it, with what a list needs of its document.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="SourceText">The source's words; <c>null</c> where there is none.</param>
/// <param name="CueText">The cue's words; empty for the outlet's own voice.</param>
/// <param name="ContentText">The content's words; empty where there is none.</param>
/// <param name="Outlet">The document's outlet.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Published">The document's publication time.</param>
/// <param name="IsSuperseded">Whether a newer analysis stands in its place.</param>
/// <param name="Provenance">What read it.</param>
public sealed record LedgerStatement(
    Statement Statement,
    string? SourceText,
    string CueText,
    string ContentText,
    string? Outlet,
    string? Title,
    OffsetDateTime? Published,
    bool IsSuperseded,
    Provenance Provenance)
{
    /// <summary>Whether its document is hidden. Lists never show such a statement; asked for by its id, it answers.</summary>
    public bool IsRetracted { get; init; }
}

/// <summary>What <see cref="ILedger.Verify"/> found.</summary>
/// <param name="Entries">Entries walked.</param>
/// <param name="Faults">What is wrong, in words with the entry's number; empty for a sound ledger.</param>
/// <param name="Head">Hash of the last entry; 64 zeros for an empty ledger.</param>
public sealed record VerifyReport(long Entries, ValueList<string> Faults, string Head)
{
    /// <summary>The ids of the documents that were purged, in that order: of these, only the hash can be shown.</summary>
    public ValueList<string> Purged { get; init; } = ValueList<string>.Empty;
}
