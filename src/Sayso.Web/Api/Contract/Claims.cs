using System.ComponentModel;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Origins;

namespace Sayso.Web.Api.Contract;

[Description("What several statements are for or against: one proposition, with its independent origins.")]
internal sealed record ClaimResource
{
    [Description("32 hexadecimal digits. An id that a claim had before it grew leads to it.")]
    public required string Id { get; init; }

    [Description("Its wording: that of one of its statements.")]
    public required string Proposition { get; init; }

    [Description("The statement whose wording that is.")]
    public required string Representative { get; init; }

    [Description("Its statements, by publication time.")]
    public required IReadOnlyList<ClaimStatementResource> Statements { get; init; }

    [Description("The ids of its documents.")]
    public required IReadOnlyList<string> Documents { get; init; }

    [Description("How many statements have each stance.")]
    public required IReadOnlyDictionary<string, int> Stances { get; init; }

    [Description("How many statements have each certainty.")]
    public required IReadOnlyDictionary<string, int> Certainty { get; init; }

    [Description("Where its statements come from.")]
    public required OriginsResource Origins { get; init; }

    [Description("Reports that go round: the ids of their documents in order.")]
    public required IReadOnlyList<IReadOnlyList<string>> Circular { get; init; }

    [Description("Reports that are credited to one that does not have the claim.")]
    public required IReadOnlyList<DeadEndResource> DeadEnds { get; init; }

    [Description("Admiralty credibility, 1 (confirmed) to 6 (cannot be judged): set by hand, or reckoned from the origins.")]
    public required int? Grade { get; init; }

    [Description("Why that grade.")]
    public required string GradeReason { get; init; }

    [Description("The credibility as reckoned from the origins.")]
    public required int? GradeReckoned { get; init; }

    [Description("The reliability, A to F, of those of its outlets that somebody graded.")]
    public required IReadOnlyDictionary<string, string> Reliability { get; init; }

    [Description("What people corrected about it, in order.")]
    public required IReadOnlyList<CorrectionResource> Corrections { get; init; }
}

[Description("What somebody corrected by hand: an entry of the ledger.")]
internal sealed record CorrectionResource
{
    [Description("The entry's number.")]
    public required long Entry { get; init; }

    [OneOf<CorrectionKind>]
    [Description("What was done.")]
    public required string Kind { get; init; }

    [Description("The ids or names that it is about, in groups.")]
    public required IReadOnlyList<IReadOnlyList<string>> Sets { get; init; }

    [Description("A grade, a name or a note's words.")]
    public required string? Value { get; init; }

    [Description("The entry that it undoes.")]
    public required long? Undoes { get; init; }

    [Description("All of it in words.")]
    public required string Words { get; init; }

    [Description("Who did it.")]
    public required string Author { get; init; }

    [Description("When, in UTC.")]
    public required string At { get; init; }

    [Description("Why.")]
    public required string? Reason { get; init; }

    [OneOf<CorrectionState>]
    [Description("Whether it holds.")]
    public required string State { get; init; }

    [Description("The entry that undid it.")]
    public required long? UndoneBy { get; init; }

    [Description("Later entries that say otherwise.")]
    public required IReadOnlyList<long> OverruledBy { get; init; }
}

[Description("A statement of a claim.")]
internal sealed record ClaimStatementResource
{
    [Description("The statement's id.")]
    public required string Id { get; init; }

    [OneOf<Side>]
    [Description("What it does with the claim's proposition.")]
    public required string Side { get; init; }
}

[Description("The independent origins of a claim's statements.")]
internal sealed record OriginsResource
{
    [Description("How many stand for it.")]
    public required BoundsResource For { get; init; }

    [Description("How many stand against it.")]
    public required BoundsResource Against { get; init; }

    [Description("The origins, at the upper bound.")]
    public required IReadOnlyList<OriginResource> Groups { get; init; }

    [Description("Reasons to count statements of different groups as one, at the lower bound.")]
    public required IReadOnlyList<ProofResource> Possible { get; init; }
}

[Description("A number that is known between two bounds.")]
internal sealed record BoundsResource
{
    [Description("At least.")]
    public required int Low { get; init; }

    [Description("At most.")]
    public required int High { get; init; }
}

[Description("One independent origin: statements that are proven to trace back to one act of saying or seeing.")]
internal sealed record OriginResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [OneOf<Side>]
    [Description("The side.")]
    public required string Side { get; init; }

    [Description("The origin, as its statements' chains have it most often.")]
    public required string Name { get; init; }

    [OneOf<SourceKind>]
    [Description("What that is.")]
    public required string Kind { get; init; }

    [Description("The ids of its statements.")]
    public required IReadOnlyList<string> Statements { get; init; }

    [Description("The ids of their documents.")]
    public required IReadOnlyList<string> Documents { get; init; }

    [Description("What proves that they are one.")]
    public required IReadOnlyList<ProofResource> Proof { get; init; }
}

[Description("Why two statements are, or may be, of one origin.")]
internal sealed record ProofResource
{
    [OneOf<ProofKind>]
    [Description("Why.")]
    public required string Kind { get; init; }

    [Description("The two statements.")]
    public required IReadOnlyList<string> Statements { get; init; }

    [Description("Their two documents.")]
    public required IReadOnlyList<string> Documents { get; init; }

    [Description("The passage of each document: half-open pairs of code points.")]
    public required IReadOnlyList<IReadOnlyList<int>> Spans { get; init; }

    [Description("What both have.")]
    public required string Detail { get; init; }
}

[Description("A report that is credited to another outlet's, which does not have the claim.")]
internal sealed record DeadEndResource
{
    [Description("The document that credits.")]
    public required string Citing { get; init; }

    [Description("The outlet's last document before it.")]
    public required string Cited { get; init; }
}
