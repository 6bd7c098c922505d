using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>What several statements, in one or many documents, are for or against: one proposition.</summary>
/// <param name="Id">32 hexadecimal digits: a hash of its anchor's id (<see cref="ClaimBuilder.IdOf"/>).</param>
/// <param name="Proposition">The leading clause of one of its statements, chosen, never generated.</param>
/// <param name="Representative">The id of the statement whose wording that is.</param>
/// <param name="Statements">Its statements, by publication time (undated ones last), then by document and place; at least one.</param>
public sealed record Claim(string Id, string Proposition, string Representative, ValueList<ClaimStatement> Statements)
{
    /// <summary>The ids of its documents, in the order of their first statements.</summary>
    public ValueList<string> Documents => Statements.Select(s => s.Traits.Statement.DocumentId).Distinct(StringComparer.Ordinal)
        .ToValueList();

    /// <summary>How many statements have each stance, in the order of the set; those that none do are left out.</summary>
    public IReadOnlyList<(Stance Stance, int Count)> Stances => Counted(a => a.Stance);

    /// <summary>How many statements have each certainty, in the order of the set; those that none do are left out.</summary>
    public IReadOnlyList<(Certainty Certainty, int Count)> Certainties => Counted(a => a.Certainty);

    private IReadOnlyList<(TValue Value, int Count)> Counted<TValue>(Func<Attitude, TValue> valueOf)
        where TValue : struct, Enum =>
        [.. Statements.Select(s => s.Traits.Statement.Attitude).OfType<Attitude>().GroupBy(valueOf).OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Count()))];
}

/// <summary>A statement of a claim.</summary>
/// <param name="Traits">The statement as it was compared.</param>
/// <param name="Side">What it does with the claim's proposition.</param>
public sealed record ClaimStatement(StatementTraits Traits, Side Side);
