using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Conflicts;

/// <summary>What cannot hold together: a closed set.</summary>
public enum ConflictKind
{
    /// <summary>Two values of one figure at one time.</summary>
    Value,

    /// <summary>It is so, and it is not so.</summary>
    Polarity,

    /// <summary>One event at two times.</summary>
    Time,

    /// <summary>Figures or dates of one document that do not add up.</summary>
    Arithmetic,
}

/// <summary>Statements, or parts of one document, that cannot all hold.</summary>
/// <param name="Id">32 hexadecimal digits: a hash of its kind and passages.</param>
/// <param name="Kind">What cannot hold together.</param>
/// <param name="Reason">Why, in one sentence with the values.</param>
/// <param name="Passages">Where, by publication time, then by document and place; one at least.</param>
public sealed record Conflict(string Id, ConflictKind Kind, string Reason, ValueList<Passage> Passages)
{
    /// <summary>The ids of the statements, in the order of the passages; those in an outlet's own voice have none.</summary>
    public ValueList<string> Statements { get; init; } = ValueList<string>.Empty;

    /// <summary>The claim, for a conflict of polarity; else <c>null</c>.</summary>
    public string? ClaimId { get; init; }

    /// <summary>The figure, for a conflict of value; else <c>null</c>.</summary>
    public string? FigureId { get; init; }

    /// <summary>What a person found of it, or of a part of it; <c>null</c> where nobody judged.</summary>
    public ConflictJudgement? Judgement { get; init; }

    /// <summary>Whether all of it was judged; otherwise it is open.</summary>
    public bool IsJudged => Judgement?.Covers(this) == true;

    /// <summary>Whether a reader is to be warned of it: it was not found to be none.</summary>
    public bool Alerts => !(IsJudged && Judgement!.Verdict == ConflictVerdict.NoConflict);

    /// <summary>The ids of the documents, in the order of the passages.</summary>
    public ValueList<string> Documents => Passages.Select(p => p.DocumentId).Distinct(StringComparer.Ordinal).ToValueList();
}
