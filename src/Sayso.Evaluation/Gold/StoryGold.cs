using Sayso.Core.Attitudes;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>What is to be found in the articles of a story, as its author has marked it (<c>tests/data/stories/README.md</c>).</summary>
/// <param name="Title">The story's name.</param>
/// <param name="Folder">The folder with its articles.</param>
/// <param name="Claims">What is claimed.</param>
public sealed record StoryGold(string Title, string Folder, ValueList<GoldClaim> Claims)
{
    /// <summary>Pairs of claims that look alike and are not: their statements must not be brought together.</summary>
    public ValueList<ValueList<string>> Apart { get; init; } = ValueList<ValueList<string>>.Empty;

    /// <summary>Reports that go round: names of files, first to last.</summary>
    public ValueList<ValueList<string>> Circular { get; init; } = ValueList<ValueList<string>>.Empty;

    /// <summary>Reports that are credited to an outlet that does not have the claim.</summary>
    public ValueList<GoldDeadEnd> DeadEnds { get; init; } = ValueList<GoldDeadEnd>.Empty;

    /// <summary>Changes of an actor's position.</summary>
    public ValueList<GoldMove> Moves { get; init; } = ValueList<GoldMove>.Empty;

    /// <summary>What cannot hold together across the articles.</summary>
    public ValueList<GoldConflict> Conflicts { get; init; } = ValueList<GoldConflict>.Empty;
}

/// <summary>A claim of a story.</summary>
/// <param name="Id">Its name in the gold.</param>
/// <param name="Proposition">What it says.</param>
/// <param name="For">Independent origins of those for it, as a careful reader of the articles counts them.</param>
/// <param name="Against">Independent origins of those against it.</param>
/// <param name="Mentions">Where it is said.</param>
public sealed record GoldClaim(string Id, string Proposition, OriginCount For, OriginCount Against, ValueList<GoldMention> Mentions);

/// <summary>A place where a claim is said.</summary>
/// <param name="Document">The article's file.</param>
/// <param name="Passage">What is said, as it stands there; where it stands there several times, any of them.</param>
/// <param name="Side">What is done with the claim's proposition.</param>
/// <param name="Origin">Which act of saying or seeing it goes back to; <c>null</c> for one that takes no side.</param>
public sealed record GoldMention(string Document, string Passage, Side Side, string? Origin);

/// <summary>A report that is credited to another outlet's, which does not have the claim.</summary>
/// <param name="Citing">The file of the report.</param>
/// <param name="Cited">The outlet that it names.</param>
public sealed record GoldDeadEnd(string Citing, string Cited);

/// <summary>A change of an actor's position.</summary>
/// <param name="Actor">Whose.</param>
/// <param name="Claim">On which claim of the gold.</param>
/// <param name="From">The stance towards its proposition before.</param>
/// <param name="To">The stance after.</param>
/// <param name="Documents">The files of the last article that has the one and of the first that has the other.</param>
public sealed record GoldMove(string Actor, string Claim, Stance From, Stance To, ValueList<string> Documents);

/// <summary>Claims that cannot both hold, or one claim whose sides cannot.</summary>
/// <param name="Kind"><c>value polarity time arithmetic</c>.</param>
/// <param name="Claims">Two claims of the gold; one for a conflict of its sides.</param>
public sealed record GoldConflict(string Kind, ValueList<string> Claims);
