using Sayso.Core.Conflicts;
using Sayso.Core.Text;

namespace Sayso.Core.Corrections;

/// <summary>What a person corrected, or noted: a closed set.</summary>
public enum CorrectionKind
{
    /// <summary>The claims that these statements are of are one.</summary>
    ClaimMerge,

    /// <summary>Some statements of a claim are a claim of their own.</summary>
    ClaimSplit,

    /// <summary>Some statements are of another claim.</summary>
    ClaimMove,

    /// <summary>Statements trace back to one act of saying or seeing.</summary>
    OriginSame,

    /// <summary>Statements trace back to different acts.</summary>
    OriginDifferent,

    /// <summary>Names are one person's, body's or place's.</summary>
    EntityMerge,

    /// <summary>A name, in all documents or some, is somebody else's.</summary>
    EntitySplit,

    /// <summary>How credible a claim is, 1 to 6 by the Admiralty code.</summary>
    GradeClaim,

    /// <summary>How reliable an outlet is, A to F by the Admiralty code.</summary>
    GradeOutlet,

    /// <summary>A note on a claim.</summary>
    NoteClaim,

    /// <summary>A note on a statement.</summary>
    NoteStatement,

    /// <summary>A note on a document.</summary>
    NoteDocument,

    /// <summary>A note on a conflict.</summary>
    NoteConflict,

    /// <summary>What a conflict comes to.</summary>
    JudgeConflict,

    /// <summary>An earlier correction, or its undoing, is taken back.</summary>
    Undo,
}

/// <summary>
/// A correction as the ledger keeps it. It holds on to statements, documents and names, never to claims or origins, whose ids
/// change as more is read.
/// </summary>
/// <param name="Kind">What was corrected.</param>
/// <param name="Sets">
/// What it is about, no set empty. Ids of statements: of each claim (<see cref="CorrectionKind.ClaimMerge"/>); taken out, then left
/// (<see cref="CorrectionKind.ClaimSplit"/>); moved, the target's, then what is left of each claim that they were of
/// (<see cref="CorrectionKind.ClaimMove"/>); of each origin; of the claim graded or noted, or the statement noted. Names:
/// of one entity (<see cref="CorrectionKind.EntityMerge"/>); the name, those that it is set apart from, then ids of the documents, or
/// no third set for all (<see cref="CorrectionKind.EntitySplit"/>); the outlet's. The document's or conflict's id, for a note on
/// one. The conflict's id and kind, its passages (<c>document:start-end</c>, UTF-16), then those that are wrong, or no third set
/// (<see cref="CorrectionKind.JudgeConflict"/>). None for an undoing.
/// </param>
public sealed record Correction(CorrectionKind Kind, ValueList<ValueList<string>> Sets)
{
    /// <summary>
    /// The grade; the note's words; the verdict; the name that all are shown under, or the name split off. <c>null</c> for other kinds.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>The number of the entry that is taken back; <c>null</c> unless it is an <see cref="CorrectionKind.Undo"/>.</summary>
    public long? Undoes { get; init; }

    /// <summary>Whether its sets are statements.</summary>
    public bool IsOfStatements => Kind is CorrectionKind.ClaimMerge or CorrectionKind.ClaimSplit or CorrectionKind.ClaimMove
        or CorrectionKind.OriginSame
        or CorrectionKind.OriginDifferent or CorrectionKind.GradeClaim or CorrectionKind.NoteClaim or CorrectionKind.NoteStatement;

    /// <summary>Whether it is a note: that changes nothing that is reckoned.</summary>
    public bool IsNote => Kind is CorrectionKind.NoteClaim or CorrectionKind.NoteStatement or CorrectionKind.NoteDocument
        or CorrectionKind.NoteConflict;

    /// <summary>Whether it is formed as its kind is: so many sets, none empty, a value where there is one.</summary>
    public bool IsWellFormed => Sets.All(s => s.Count > 0 && s.All(id => id.Length > 0))
        && (Undoes is null) == (Kind != CorrectionKind.Undo) && Kind switch
        {
            CorrectionKind.ClaimMerge or CorrectionKind.OriginSame or CorrectionKind.OriginDifferent => Sets.Count >= 2 && Value is null,
            CorrectionKind.ClaimSplit => Sets.Count == 2 && Value is null,
            CorrectionKind.ClaimMove => Sets.Count >= 2 && Value is null,
            CorrectionKind.EntityMerge => Sets.Count == 1 && Sets[0].Count >= 2 && Value?.Length > 0,
            CorrectionKind.EntitySplit => Sets.Count is 2 or 3 && Sets[0].Count == 1 && Value?.Length > 0,
            CorrectionKind.GradeClaim => Sets.Count == 1 && Value is [>= '1' and <= '6'],
            CorrectionKind.GradeOutlet => Sets.Count == 1 && Sets[0].Count == 1 && Value is [>= 'A' and <= 'F'],
            CorrectionKind.NoteStatement or CorrectionKind.NoteDocument or CorrectionKind.NoteConflict => Sets.Count == 1
                && Sets[0].Count == 1 && Value?.Length > 0,
            CorrectionKind.NoteClaim => Sets.Count == 1 && Value?.Length > 0,
            CorrectionKind.JudgeConflict => IsVerdict,
            CorrectionKind.Undo => Sets.Count == 0 && Value is null,
            _ => false,
        };

    private bool IsVerdict => ClosedSet.Parse<ConflictVerdict>(Value) is { } verdict
        && Sets.Count == (verdict == ConflictVerdict.Wrong ? 3 : 2) && Sets[0].Count == 2 && ClosedSet.Parse<ConflictKind>(Sets[0][1]) is not null
        && Sets.Skip(1).All(set => set.All(key => ConflictJudgement.PassageOf(key) is not null));
}
