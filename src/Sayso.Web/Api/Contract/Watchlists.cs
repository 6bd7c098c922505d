using System.ComponentModel;

namespace Sayso.Web.Api.Contract;

[Description("A saved search of statements, or a claim, with how much is new on it.")]
internal sealed record WatchlistResource
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    [Description("What its reader calls it.")]
    public required string Name { get; init; }

    [Description("The id of the claim as it was when it was put on the list; null for a search.")]
    public required string? Claim { get; init; }

    [Description("The filters of statements by their names; empty for a claim, and for every statement.")]
    public required IReadOnlyDictionary<string, string> Search { get; init; }

    [Description("Who made it.")]
    public required string Author { get; init; }

    [Description("When, ISO 8601.")]
    public required string CreatedAt { get; init; }

    [Description("The number of the ledger's last entry that its reader has seen.")]
    public required long SeenEntry { get; init; }

    [Description("When its reader saw that, ISO 8601.")]
    public required string SeenAt { get; init; }

    [Description("How many of its statements came by later entries.")]
    public required int New { get; init; }

    [Description("How many statements are on it.")]
    public required int Statements { get; init; }
}
