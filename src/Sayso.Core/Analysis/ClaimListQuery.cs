namespace Sayso.Core.Analysis;

/// <summary>Which of a ledger's claims to show; absent conditions hold for all.</summary>
public sealed record ClaimListQuery
{
    /// <summary>Each of these words stands in the content of some statement of the claim, in any letter case.</summary>
    public string? About { get; init; }

    /// <summary>Only those of two statements or more.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Only those with an origin for and an origin against.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Only those with an alert: circular reporting, a dead end.</summary>
    public bool HasAlert { get; init; }

    /// <summary>Some statement is of one of these documents.</summary>
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Whether a claim answers it.</summary>
    public bool Holds(LedgerClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var statements = claim.Claim.Statements;
        return (!IsRepeated || statements.Count > 1)
            && (!HasAlert || claim.Origins.Circular.Count > 0 || claim.Origins.DeadEnds.Count > 0)
            && (!IsDisputed || (claim.Origins.For.High > 0 && claim.Origins.Against.High > 0))
            && (About is null || About.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .All(word => statements.Any(s => s.Traits.Content.Contains(word, StringComparison.OrdinalIgnoreCase))))
            && (Documents is null || statements.Any(s => Documents.Contains(s.Traits.Statement.DocumentId)));
    }
}
