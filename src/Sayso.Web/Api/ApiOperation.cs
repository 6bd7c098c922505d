namespace Sayso.Web.Api;

/// <summary>As of when the claims are that an answer needs.</summary>
internal enum ClaimsWanted
{
    /// <summary>It needs none.</summary>
    None,

    /// <summary>It names them where they are known, and does without where they are not.</summary>
    IfKnown,

    /// <summary>Those of the ledger as it is.</summary>
    Present,

    /// <summary>Those of the day that is asked for; of the ledger as it is, where none is.</summary>
    AsOf,
}

/// <summary>What a route does, for the description of the interface and for the check of its parameters.</summary>
/// <param name="Id">Its name among the operations: <c>listClaims</c>.</param>
/// <param name="Tag">What it is about.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Parameters">The parameters of its query.</param>
internal sealed record ApiOperation(string Id, string Tag, string Summary, params IReadOnlyList<ApiParameter> Parameters)
{
    /// <summary>Which claims it needs.</summary>
    public ClaimsWanted Claims { get; init; } = ClaimsWanted.AsOf;

    /// <summary>More of what it does.</summary>
    public string? Description { get; init; }

    /// <summary>Whether its answer is a list, a part at a time.</summary>
    public bool IsList { get; init; }

    /// <summary>The media types of its forms, where its answer is a file in one of several; none where it is JSON.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Whether its answer hangs on who reads and what readers look at too, which is no entry of the ledger.</summary>
    public bool IsOfReaders { get; init; }

    /// <summary>Whether its answer hangs on where else than in words the ledger can be searched.</summary>
    public bool IsOfReach { get; init; }

    /// <summary>Whether it takes the bytes of a document.</summary>
    public bool TakesBytes { get; init; }

    /// <summary>All parameters, those of any list included.</summary>
    public IReadOnlyList<ApiParameter> AllParameters => IsList ? [.. Parameters, Api.Parameters.Limit, Api.Parameters.Cursor] : Parameters;
}
