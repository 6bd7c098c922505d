using System.ComponentModel;
using Sayso.Core.Attitudes;
using Sayso.Core.Changes;
using Sayso.Core.Claims;
using Sayso.Core.Conflicts;
using Sayso.Core.Entities;
using Sayso.Core.Ledger;
using Sayso.Core.Search;

namespace Sayso.Web.Api.Contract;

[Description("A counted thing with its readings by source, over time.")]
internal sealed record FigureResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [Description("What is counted.")]
    public required string Of { get; init; }

    [Description("The unit; null for a count.")]
    public required string? Unit { get; init; }

    [Description("Where, or of what.")]
    public required string? Scope { get; init; }

    [Description("The readings, by time.")]
    public required IReadOnlyList<ReadingResource> Readings { get; init; }

    [Description("What one source said and later said otherwise: indices of readings.")]
    public required IReadOnlyList<IReadOnlyList<int>> Revisions { get; init; }
}

[Description("A number that somebody gave.")]
internal sealed record ReadingResource
{
    [Description("The number.")]
    public required double? Value { get; init; }

    [Description("A range's lower end.")]
    public required double? Low { get; init; }

    [Description("A range's upper end.")]
    public required double? High { get; init; }

    [Description("Whether it is said to be about that.")]
    public required bool Approx { get; init; }

    [Words("=", "<", "<=", ">", ">=")]
    [Description("How the true number stands to it.")]
    public required string Comparator { get; init; }

    [Description("The day that it holds for: EDTF.")]
    public required string? AsOf { get; init; }

    [Description("When it was said: EDTF.")]
    public required string? SaidAt { get; init; }

    [Description("When the document was published: ISO 8601 with offset.")]
    public required string? PublishedAt { get; init; }

    [Description("Whose number it is.")]
    public required string Source { get; init; }

    [Description("The source's entity.")]
    public required string? SourceEntity { get; init; }

    [Description("The statement.")]
    public required string? Statement { get; init; }

    [Description("The document.")]
    public required string Document { get; init; }

    [Description("The origin of the statement.")]
    public required string? Origin { get; init; }

    [Description("A half-open pair of code points over the document's text.")]
    public required IReadOnlyList<int> Span { get; init; }

    [Description("The words.")]
    public required string Text { get; init; }
}

[Description("What an actor did with a claim, over time.")]
internal sealed record PositionResource
{
    [Description("Who.")]
    public required string Actor { get; init; }

    [Description("The actor's entity.")]
    public required string? ActorEntity { get; init; }

    [Description("The claim.")]
    public required string Claim { get; init; }

    [Description("The claim's proposition.")]
    public required string Proposition { get; init; }

    [Description("What the actor did, by date.")]
    public required IReadOnlyList<PositionEntryResource> Entries { get; init; }

    [Description("Where the actor changed.")]
    public required IReadOnlyList<MoveResource> Moves { get; init; }
}

[Description("One statement of an actor's on a claim.")]
internal sealed record PositionEntryResource
{
    [Description("When: EDTF.")]
    public required string? Date { get; init; }

    [OneOf<Stance>]
    [Description("Towards the claim's proposition.")]
    public required string Stance { get; init; }

    [OneOf<Side>]
    [Description("For it, against it, or neither.")]
    public required string Side { get; init; }

    [Description("Who spoke, where somebody spoke for the actor.")]
    public required string? Speaker { get; init; }

    [Description("The statement.")]
    public required string Statement { get; init; }

    [Description("The document.")]
    public required string Document { get; init; }

    [Description("When the document was published: ISO 8601 with offset.")]
    public required string? PublishedAt { get; init; }
}

[Description("A change of an actor's stance.")]
internal sealed record MoveResource
{
    [OneOf<Stance>]
    [Description("Before.")]
    public required string From { get; init; }

    [OneOf<Stance>]
    [Description("After.")]
    public required string To { get; init; }

    [Description("The last statement before and the first after.")]
    public required IReadOnlyList<string> Statements { get; init; }
}

[Description("Something that happened, or will, by its own time.")]
internal sealed record EventResource
{
    [Description("When: EDTF.")]
    public required string Edtf { get; init; }

    [Description("The first day that it may mean.")]
    public required string Earliest { get; init; }

    [Description("The last day that it may mean.")]
    public required string Latest { get; init; }

    [Description("The words that say what.")]
    public required string What { get; init; }

    [Description("On whose word.")]
    public required string? Source { get; init; }

    [Description("The source's entity.")]
    public required string? SourceEntity { get; init; }

    [Description("The statement; null where it is in none.")]
    public required string? Statement { get; init; }

    [Description("The claim.")]
    public required string? Claim { get; init; }

    [Description("The document; of several, the one published first.")]
    public required string Document { get; init; }

    [Description("A half-open pair of code points over the document's text.")]
    public required IReadOnlyList<int> Span { get; init; }

    [Description("All documents that tell of it.")]
    public required IReadOnlyList<string> Documents { get; init; }

    [Description("When it was said: EDTF.")]
    public required string? SaidAt { get; init; }

    [Description("When the document was published: ISO 8601 with offset.")]
    public required string? PublishedAt { get; init; }
}

[Description("Statements, or parts of one document, that cannot all hold.")]
internal sealed record ConflictResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [OneOf<ConflictKind>]
    [Description("What cannot hold together.")]
    public required string Kind { get; init; }

    [Description("The statements.")]
    public required IReadOnlyList<string> Statements { get; init; }

    [Description("The documents.")]
    public required IReadOnlyList<string> Documents { get; init; }

    [Description("Why, with the values.")]
    public required string Reason { get; init; }

    [Description("The claim, for a conflict of polarity.")]
    public required string? Claim { get; init; }

    [Description("The figure, for a conflict of value.")]
    public required string? Figure { get; init; }

    [Description("Where.")]
    public required IReadOnlyList<PassageResource> Passages { get; init; }

    [Description("Whether a person judged all of it; where more joins it, it is open again.")]
    public required bool Judged { get; init; }

    [Description("What a person found of it, or of a part of it; null where nobody judged.")]
    public required JudgementResource? Judgement { get; init; }
}

[Description("What a person found of a conflict.")]
internal sealed record JudgementResource
{
    [OneOf<ConflictVerdict>]
    [Description("What it comes to.")]
    public required string Verdict { get; init; }

    [Description("Which of it is wrong: indices of passages.")]
    public required IReadOnlyList<int> Wrong { get; init; }

    [Description("Why, in the person's words; null where none were given.")]
    public required string? Note { get; init; }

    [Description("Who judged.")]
    public required string Author { get; init; }

    [Description("When, ISO 8601.")]
    public required string At { get; init; }

    [Description("The number of the ledger's entry, which `undo` takes back.")]
    public required long Entry { get; init; }
}

[Description("A passage of a document.")]
internal sealed record PassageResource
{
    [Description("The document.")]
    public required string Document { get; init; }

    [Description("A half-open pair of code points over the document's text.")]
    public required IReadOnlyList<int> Span { get; init; }

    [Description("The words.")]
    public required string Text { get; init; }
}

[Description("What changed on a page that was read again.")]
internal sealed record PageChangeResource
{
    [Description("The page's address.")]
    public required string Url { get; init; }

    [Description("The earlier version's document.")]
    public required string From { get; init; }

    [Description("The later version's document.")]
    public required string To { get; init; }

    [Description("The earlier headline.")]
    public required string? TitleBefore { get; init; }

    [Description("The later headline.")]
    public required string? TitleAfter { get; init; }

    [Description("Whether the page does not own up to it.")]
    public required bool Silent { get; init; }

    [Description("The statements that came, went or changed.")]
    public required IReadOnlyList<EditResource> Edits { get; init; }
}

[Description("A statement that changed.")]
internal sealed record EditResource
{
    [OneOf<EditKind>]
    [Description("How.")]
    public required string Kind { get; init; }

    [Description("The statement before; null where it was added.")]
    public required string? Before { get; init; }

    [Description("The statement after; null where it was removed.")]
    public required string? After { get; init; }

    [Description("What is another.")]
    public required IReadOnlyList<string> Parts { get; init; }
}

[Description("Documents that share events.")]
internal sealed record StoryResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [Description("The headline of one of its documents.")]
    public required string Title { get; init; }

    [Description("Its documents, by publication time.")]
    public required IReadOnlyList<string> Documents { get; init; }

    [Description("Its claims.")]
    public required IReadOnlyList<string> Claims { get; init; }

    [Description("How many independent origins stand behind its claims.")]
    public required BoundsResource Origins { get; init; }

    [Description("The first day of publication.")]
    public required string? First { get; init; }

    [Description("The last day of publication.")]
    public required string? Last { get; init; }
}

[Description("Somebody or something that documents name, across documents.")]
internal sealed record EntityResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [Description("The name by which most documents know it.")]
    public required string Name { get; init; }

    [OneOf<EntityType>]
    [Description("What it is.")]
    public required string Type { get; init; }

    [Description("What it stands for where it is a metonym.")]
    public required string? StandsFor { get; init; }

    [Description("How often it is named or meant.")]
    public required int MentionCount { get; init; }

    [Description("The documents that name it, by publication time.")]
    public required IReadOnlyList<string> Documents { get; init; }

    [Description("The statements on its word, directly or through others.")]
    public required IReadOnlyList<string> Statements { get; init; }
}

[Description("Somebody on whose word statements are.")]
internal sealed record FoundActorResource
{
    [Description("All names that the statements have for him, that of most statements first.")]
    public required IReadOnlyList<string> Names { get; init; }

    [Description("How many statements are on his word.")]
    public required int Statements { get; init; }

    [Description("In how many documents.")]
    public required int Documents { get; init; }
}

[Description("Something that a search found.")]
internal sealed record HitResource
{
    [OneOf<HitKind>]
    [Description("What it is.")]
    public required string Kind { get; init; }

    [Description("The statement's id, or the document's; of an actor the name that most statements have.")]
    public required string Id { get; init; }

    [Description("The passage; an actor's name.")]
    public required string Text { get; init; }

    [Description("The document.")]
    public required string? Document { get; init; }

    [Description("A half-open pair of code points over the document's text.")]
    public required IReadOnlyList<int>? Span { get; init; }

    [OneOf<FoundBy>]
    [Description("Why it was found: it has the words, a name of its own has them, or it says the like in other words.")]
    public required string FoundBy { get; init; }

    [Description("The actor; absent of what is none.")]
    public required FoundActorResource? Actor { get; init; }

    [Description("The claim that a statement is of.")]
    public required string? Claim { get; init; }

    [Description("The document's headline.")]
    public required string? Title { get; init; }

    [Description("The document's outlet.")]
    public required string? Outlet { get; init; }

    [Description("When the document was published: ISO 8601 with offset.")]
    public required string? Published { get; init; }
}

[Description("An entry of the ledger, as an event.")]
internal sealed record EntryResource
{
    [Description("Its number, 1 for the first; also the event's id.")]
    public required long Sequence { get; init; }

    [OneOf<EntryKind>]
    [Description("What was done.")]
    public required string Kind { get; init; }

    [Description("To which document.")]
    public required string Document { get; init; }

    [Description("When: ISO 8601, UTC.")]
    public required string At { get; init; }
}
