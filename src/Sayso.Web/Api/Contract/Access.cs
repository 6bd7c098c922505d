using System.ComponentModel;
using Sayso.Core.Access;

namespace Sayso.Web.Api.Contract;

[Description("Somebody who may use the served ledger.")]
internal sealed record UserResource
{
    [Description("The name, as corrections are signed.")]
    public required string Name { get; init; }

    [OneOf<AccessScope>]
    [Description("What the user may do; each scope includes those before it.")]
    public required string Scope { get; init; }

    [Description("When the user was added, ISO 8601.")]
    public required string Created { get; init; }
}

[Description("A user to be added.")]
internal sealed record NewUser
{
    [Description("Letters, digits, single spaces and . _ - @ between; 64 characters at most.")]
    public required string Name { get; init; }

    [Description("15 to 256 characters.")]
    public required string Password { get; init; }

    [OneOf<AccessScope>]
    [Description("What the user may do; write where it is not given.")]
    public string? Scope { get; init; }
}

[Description("What a user may do from now on.")]
internal sealed record NewScope
{
    [OneOf<AccessScope>]
    [Description("The scope.")]
    public required string Scope { get; init; }
}

[Description("A token. What programs show is known to its holder only.")]
internal record TokenResource
{
    [Description("What it is called.")]
    public required string Name { get; init; }

    [Description("For whom it acts.")]
    public required string User { get; init; }

    [OneOf<AccessScope>]
    [Description("What may be done with it; never more than its user may.")]
    public required string Scope { get; init; }

    [OneOf<TokenState>]
    [Description("How it stands.")]
    public required string State { get; init; }

    [Description("When it was made, ISO 8601.")]
    public required string Created { get; init; }

    [Description("From when on it is good no more, ISO 8601; null for never.")]
    public required string? Expires { get; init; }

    [Description("When it was last shown, to the hour, ISO 8601; null for never.")]
    public required string? Used { get; init; }
}

[Description("A token to be made.")]
internal sealed record NewToken
{
    [Description("What it is called; no name is given twice.")]
    public required string Name { get; init; }

    [Description("For whom it acts.")]
    public required string User { get; init; }

    [OneOf<AccessScope>]
    [Description("What may be done with it; read where it is not given.")]
    public string? Scope { get; init; }

    [Description("The last day that it is good (UTC); until it is revoked where it is not given.")]
    public string? Expires { get; init; }
}

[Description("A token that was made, with what programs show: this once.")]
internal sealed record MadeTokenResource : TokenResource
{
    [Description("What programs show: Authorization: Bearer …. Only a hash of it is kept.")]
    public required string Token { get; init; }
}

[Description("Who did what.")]
internal sealed record AuditResource
{
    [Description("Its number, from 1.")]
    public required long Entry { get; init; }

    [Description("When, ISO 8601.")]
    public required string At { get; init; }

    [Description("Who; null where that is not known.")]
    public required string? User { get; init; }

    [OneOf<AuditAction>]
    [Description("What.")]
    public required string Action { get; init; }

    [Description("More of it.")]
    public required string? Detail { get; init; }

    [Description("From which address, or the command line.")]
    public required string? From { get; init; }

    [Description("For how many like it stands.")]
    public required long Count { get; init; }
}
