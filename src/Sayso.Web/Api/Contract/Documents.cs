using System.ComponentModel;
using Sayso.Core.Entities;

namespace Sayso.Web.Api.Contract;

[Description("A document without its text.")]
internal sealed record DocumentResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [Description("The file that it was read from.")]
    public required string? Path { get; init; }

    [Description("Its address.")]
    public required string? Url { get; init; }

    [Description("The headline.")]
    public required string? Title { get; init; }

    [Description("The publisher.")]
    public required string? Outlet { get; init; }

    [Description("The authors as the page names them.")]
    public required string? Byline { get; init; }

    [Description("When it was published: ISO 8601 with offset.")]
    public required string? Published { get; init; }

    [Description("When it was last modified by its own account: ISO 8601 with offset.")]
    public required string? Modified { get; init; }

    [Description("ISO 639-1 code.")]
    public required string? Language { get; init; }

    [Description("What was wrong with the input.")]
    public required IReadOnlyList<ProblemResource> Problems { get; init; }

    [Description("When it was added: ISO 8601, UTC.")]
    public required string AddedAt { get; init; }

    [Description("1 for the first version of its address, then 2, ….")]
    public required int Version { get; init; }

    [Description("Whether it is hidden.")]
    public required bool Retracted { get; init; }

    [Description("Statements of its present analysis.")]
    public required int StatementCount { get; init; }

    [Description("The weights and rules that read it.")]
    public required string? ModelVersion { get; init; }
}

[Description("A document with its text and all that was read in it. Spans are half-open pairs of code points over the text.")]
internal sealed record ReadDocumentResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [Description("The file that it was read from.")]
    public required string? Path { get; init; }

    [Description("Its address.")]
    public required string? Url { get; init; }

    [Description("The headline.")]
    public required string? Title { get; init; }

    [Description("The publisher.")]
    public required string? Outlet { get; init; }

    [Description("The authors as the page names them.")]
    public required string? Byline { get; init; }

    [Description("When it was published: ISO 8601 with offset.")]
    public required string? Published { get; init; }

    [Description("When it was last modified by its own account: ISO 8601 with offset.")]
    public required string? Modified { get; init; }

    [Description("ISO 639-1 code.")]
    public required string? Language { get; init; }

    [Description("The plain text.")]
    public required string Text { get; init; }

    [Description("Whom and what it names.")]
    public required IReadOnlyList<MentionedEntityResource> Entities { get; init; }

    [Description("Who said what in it.")]
    public required IReadOnlyList<ReadStatementResource> Statements { get; init; }

    [Description("Its figures.")]
    public required IReadOnlyList<QuantityResource> Quantities { get; init; }

    [Description("Its times.")]
    public required IReadOnlyList<TimeResource> Times { get; init; }

    [Description("What does not add up in it.")]
    public required IReadOnlyList<InconsistencyResource> Inconsistencies { get; init; }

    [Description("What was wrong with the input.")]
    public required IReadOnlyList<ProblemResource> Problems { get; init; }
}

[Description("Somebody or something that a document names.")]
internal sealed record MentionedEntityResource
{
    [Description("32 hexadecimal digits, one for all documents that name it alike.")]
    public required string Id { get; init; }

    [Description("The fullest name.")]
    public required string Name { get; init; }

    [OneOf<EntityType>]
    [Description("What it is.")]
    public required string Type { get; init; }

    [Description("What it stands for where it is a metonym.")]
    public required string? StandsFor { get; init; }

    [Description("Where it is named or meant.")]
    public required IReadOnlyList<IReadOnlyList<int>> Mentions { get; init; }
}

[Description("Figures or dates of one document that do not add up.")]
internal sealed record InconsistencyResource
{
    [Description("Where.")]
    public required IReadOnlyList<IReadOnlyList<int>> Spans { get; init; }

    [Description("Why.")]
    public required string Reason { get; init; }
}

[Description("What became of an input that was handed in.")]
internal sealed record AddedResource
{
    [Description("The input's name.")]
    public required string Path { get; init; }

    [Description("The document's id.")]
    public required string? Id { get; init; }

    [Words("added", "new-version", "already-there", "retracted", "purged", "failed")]
    [Description("What adding did; already-there, retracted and purged changed nothing.")]
    public required string Outcome { get; init; }

    [Description("Statements added.")]
    public required int Statements { get; init; }

    [Description("What was wrong.")]
    public required IReadOnlyList<ProblemResource> Problems { get; init; }
}
