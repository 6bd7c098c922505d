using NodaTime;
using Sayso.Core.Text;

namespace Sayso.Core.Search;

/// <summary>What a search can find: a closed set.</summary>
public enum HitKind
{
    /// <summary>A statement with the words in its source, cue or content.</summary>
    Statement,

    /// <summary>A document with the words in its title or text.</summary>
    Document,

    /// <summary>Somebody on whose word statements are, with the words in one of his names.</summary>
    Actor,
}

/// <summary>Why a search found something: a closed set.</summary>
public enum FoundBy
{
    /// <summary>It has the words.</summary>
    Words,

    /// <summary>A name has the words, or each begins one of its own.</summary>
    Name,

    /// <summary>It says the like in other words.</summary>
    Meaning,
}

/// <summary>Something that a search found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The statement's id, or the document's; of an actor the name that most statements have.</param>
/// <param name="DocumentId">The document that it stands in; <c>null</c> for an actor.</param>
/// <param name="Text">The passage: a statement with all its roles; of a document, the first line that holds one of the words; an actor's name.</param>
public sealed record SearchHit(HitKind Kind, string Id, string? DocumentId, string Text)
{
    /// <summary>Why it was found.</summary>
    public FoundBy Found { get; init; }

    /// <summary>Where the passage stands in the document's text; <c>null</c> for an actor.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The same in code points.</summary>
    public (int Start, int End)? CodePoints { get; init; }

    /// <summary>The actor; <c>null</c> for what is none.</summary>
    public LedgerActor? Actor { get; init; }

    /// <summary>The document's title.</summary>
    public string? Title { get; init; }

    /// <summary>The document's outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The document's publication time.</summary>
    public OffsetDateTime? Published { get; init; }
}

/// <summary>What is searched for; absent conditions hold for all.</summary>
public sealed record SearchQuery
{
    /// <summary>
    /// Words, all of them, in any letter case and with any accents; a phrase in double quotes; a star behind a word for all that
    /// begin so.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Only these.</summary>
    public HitKind? Kind { get; init; }

    /// <summary>Published at or after the start of this day (UTC).</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Published before the end of this day (UTC).</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The outlet's name, or part of it, in any letter case.</summary>
    public string? Outlet { get; init; }

    /// <summary>As known at the end of this day (UTC).</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Only what comes behind this in the answer; <c>null</c>: all.</summary>
    public (HitKind Kind, string Id)? After { get; init; }

    /// <summary>Whether anything but words and kind is asked for.</summary>
    public bool IsNarrow => Since is not null || Until is not null || Outlet is not null || AsOf is not null;
}
