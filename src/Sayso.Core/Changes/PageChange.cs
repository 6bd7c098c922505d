using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Changes;

/// <summary>What happened to a statement between two versions of a page: a closed set.</summary>
public enum EditKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is not there any more.</summary>
    Removed,

    /// <summary>Source, stance, certainty, figures or wording are others.</summary>
    Changed,
}

/// <summary>What is another in a changed statement: a closed set.</summary>
public enum ChangedPart
{
    /// <summary>Who is credited.</summary>
    Source,

    /// <summary>What the speaker does with it.</summary>
    Stance,

    /// <summary>How firmly.</summary>
    Certainty,

    /// <summary>Whether it is so.</summary>
    Polarity,

    /// <summary>A number in it.</summary>
    Figures,

    /// <summary>The words alone.</summary>
    Wording,
}

/// <summary>One version of a page, as it was read.</summary>
/// <param name="Document">The document, with its text and address.</param>
/// <param name="Version">1 for the first that was read, then 2, ….</param>
/// <param name="Statements">Its statements, in order.</param>
public sealed record PageVersion(Document Document, int Version, IReadOnlyList<Statement> Statements);

/// <summary>What changed from one version of a page to the next.</summary>
/// <param name="Url">The page's address.</param>
/// <param name="From">The earlier version's document.</param>
/// <param name="To">The later version's.</param>
/// <param name="Edits">In the order of the later text; what is gone stands where it was. Empty where no statement changed.</param>
public sealed record PageChange(string Url, string From, string To, ValueList<StatementEdit> Edits)
{
    /// <summary>The earlier version's headline.</summary>
    public string? TitleBefore { get; init; }

    /// <summary>The later version's headline.</summary>
    public string? TitleAfter { get; init; }

    /// <summary>Whether the page does not own up to it: it gives no later time of modification than before.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A statement that changed.</summary>
/// <param name="Kind">How.</param>
/// <param name="Before">The statement in the earlier version; <c>null</c> where it was added.</param>
/// <param name="After">The statement in the later version; <c>null</c> where it was removed.</param>
public sealed record StatementEdit(EditKind Kind, Statement? Before, Statement? After)
{
    /// <summary>What is another; empty but for a changed one.</summary>
    public ValueList<ChangedPart> Parts { get; init; } = ValueList<ChangedPart>.Empty;
}
