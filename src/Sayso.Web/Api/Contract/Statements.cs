using System.ComponentModel;
using Sayso.Core.Attitudes;
using Sayso.Core.Chains;

namespace Sayso.Web.Api.Contract;

[Description("Words of a document with their places.")]
internal sealed record RoleResource
{
    [Description("Half-open pairs of code points over the document's text.")]
    public required IReadOnlyList<IReadOnlyList<int>> Spans { get; init; }

    [Description("The words.")]
    public required string Text { get; init; }
}

[Description("Who is credited.")]
internal sealed record SourceResource
{
    [Description("Half-open pairs of code points over the document's text.")]
    public required IReadOnlyList<IReadOnlyList<int>> Spans { get; init; }

    [Description("The words.")]
    public required string Text { get; init; }

    [Description("The entity's id.")]
    public required string? Entity { get; init; }

    [Description("The name, as the chain has it.")]
    public required string? Name { get; init; }

    [OneOf<SourceKind>]
    [Description("What it is.")]
    public required string? Kind { get; init; }
}

[Description("A hop of a chain of sources.")]
internal sealed record HopResource
{
    [Description("Its name, or the describing words.")]
    public required string Name { get; init; }

    [OneOf<SourceKind>]
    [Description("What it is.")]
    public required string Kind { get; init; }

    [Description("The entity's id.")]
    public required string? Entity { get; init; }

    [Description("Half-open pairs of code points over the document's text.")]
    public required IReadOnlyList<IReadOnlyList<int>> Spans { get; init; }

    [Description("The words.")]
    public required string Text { get; init; }

    [OneOf<HopRelation>]
    [Description("How it got it from the next.")]
    public required string Relation { get; init; }
}

[Description("The words that show each value of an attitude.")]
internal sealed record EvidenceResource
{
    [Description("Of the stance.")]
    public required RoleResource Stance { get; init; }

    [Description("Of the certainty.")]
    public required RoleResource Certainty { get; init; }

    [Description("Of the polarity.")]
    public required RoleResource Polarity { get; init; }
}

[Description("A statement as it was read in its document.")]
internal sealed record ReadStatementResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [Description("Who is credited; null where nobody is.")]
    public required SourceResource? Source { get; init; }

    [Description("The words that credit; null for the outlet's own voice.")]
    public required RoleResource? Cue { get; init; }

    [Description("What is credited.")]
    public required RoleResource Content { get; init; }

    [Description("The statement that holds this one.")]
    public required string? Parent { get; init; }

    [Description("On whose word: nearest speaker first, origin last.")]
    public required IReadOnlyList<HopResource> Chain { get; init; }

    [OneOf<Stance>]
    [Description("What the speaker does with the content.")]
    public required string? Stance { get; init; }

    [OneOf<Certainty>]
    [Description("How firmly.")]
    public required string? Certainty { get; init; }

    [OneOf<Polarity>]
    [Description("Whether it is so, or is not.")]
    public required string? Polarity { get; init; }

    [Description("The figures in the content.")]
    public required IReadOnlyList<QuantityResource> Quantities { get; init; }

    [Description("The times in the content.")]
    public required IReadOnlyList<TimeResource> Times { get; init; }

    [Description("When it was said: EDTF.")]
    public required string? SaidAt { get; init; }

    [Description("When what is said was or will be: EDTF.")]
    public required string? EventAt { get; init; }

    [Description("How probable it is that the words are right, from 0 to 1; null where a rule found it.")]
    public required double? Confidence { get; init; }

    [Description("The words that show stance, certainty and polarity.")]
    public required EvidenceResource? Evidence { get; init; }
}

[Description("A statement of a ledger. Spans are half-open pairs of code points over its document's text.")]
internal sealed record StatementResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [Description("Who is credited; null where nobody is.")]
    public required SourceResource? Source { get; init; }

    [Description("The words that credit; null for the outlet's own voice.")]
    public required RoleResource? Cue { get; init; }

    [Description("What is credited.")]
    public required RoleResource Content { get; init; }

    [Description("The statement that holds this one.")]
    public required string? Parent { get; init; }

    [Description("On whose word: nearest speaker first, origin last.")]
    public required IReadOnlyList<HopResource> Chain { get; init; }

    [OneOf<Stance>]
    [Description("What the speaker does with the content.")]
    public required string? Stance { get; init; }

    [OneOf<Certainty>]
    [Description("How firmly.")]
    public required string? Certainty { get; init; }

    [OneOf<Polarity>]
    [Description("Whether it is so, or is not.")]
    public required string? Polarity { get; init; }

    [Description("The figures in the content.")]
    public required IReadOnlyList<QuantityResource> Quantities { get; init; }

    [Description("The times in the content.")]
    public required IReadOnlyList<TimeResource> Times { get; init; }

    [Description("When it was said: EDTF.")]
    public required string? SaidAt { get; init; }

    [Description("When what is said was or will be: EDTF.")]
    public required string? EventAt { get; init; }

    [Description("How probable it is that the words are right, from 0 to 1; null where a rule found it.")]
    public required double? Confidence { get; init; }

    [Description("The words that show stance, certainty and polarity.")]
    public required EvidenceResource? Evidence { get; init; }

    [Description("The document's id.")]
    public required string Document { get; init; }

    [Description("The id of the claim that it is of.")]
    public required string? Claim { get; init; }
}
