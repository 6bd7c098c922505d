using System.ComponentModel;

namespace Sayso.Web.Api.Contract;

/// <summary>A part of a list.</summary>
internal sealed record Listing<TItem>
{
    [Description("The items, in the order of the list.")]
    public required IReadOnlyList<TItem> Items { get; init; }

    [Description("The cursor of what follows; null at the end.")]
    public required string? Next { get; init; }
}

/// <summary>A failure, as RFC 9457 has it.</summary>
internal sealed record ProblemAnswer
{
    [Description("urn:sayso:problem: and the code.")]
    public required string Type { get; init; }

    [Description("The kind of failure in a few words.")]
    public required string Title { get; init; }

    [Description("The HTTP status.")]
    public required int Status { get; init; }

    [Description("What is wrong and what to do.")]
    public required string Detail { get; init; }

    [Description("The stable code: docs/errors.md.")]
    public required string Code { get; init; }
}

[Description("What is wrong with an input, or was but did not keep it from being read.")]
internal sealed record ProblemResource
{
    [Description("The stable code: docs/errors.md.")]
    public required string Code { get; init; }

    [Description("What is wrong and what to do.")]
    public required string Message { get; init; }
}
