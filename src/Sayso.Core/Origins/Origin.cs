using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>Why two statements may trace back to one act of saying or seeing: a closed set.</summary>
public enum ProofKind
{
    /// <summary>They share a passage word by word, or their documents are one text by and large.</summary>
    SharedText,

    /// <summary>The last hops of their chains are one.</summary>
    SameSource,

    /// <summary>One speaker on one occasion: a news conference, an interview.</summary>
    SameEvent,

    /// <summary>They give one uncommon figure.</summary>
    SameFigure,

    /// <summary>One is credited to the other's outlet.</summary>
    CitesOutlet,

    /// <summary>A person said that they are one.</summary>
    ByHand,
}

/// <summary>Why two statements are, or may be, of one origin, with the passages that show it.</summary>
/// <param name="Kind">Why.</param>
/// <param name="First">A statement's id; the smaller one.</param>
/// <param name="Second">The other's.</param>
/// <param name="IsProven">Whether it proves dependence; otherwise it is only a reason to count them as one at the lower bound.</param>
public sealed record OriginProof(ProofKind Kind, string First, string Second, bool IsProven)
{
    /// <summary>The first one's document and the passage in it.</summary>
    public required Passage FirstPassage { get; init; }

    /// <summary>The second one's document and the passage in it.</summary>
    public required Passage SecondPassage { get; init; }

    /// <summary>What both have, in words: a name, a passage, a figure.</summary>
    public required string Detail { get; init; }
}

/// <summary>A passage of a document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Span">The passage.</param>
public readonly record struct Passage(string DocumentId, TextSpan Span);

/// <summary>How many origins a side of a claim has.</summary>
/// <param name="Low">At least so many: all that may be one is one.</param>
/// <param name="High">At most so many: only what is proven to be one is one.</param>
public readonly record struct OriginCount(int Low, int High);

/// <summary>Statements of one side that are proven to trace back to one act.</summary>
/// <param name="Id">32 hexadecimal digits: a hash of its first statement's id.</param>
/// <param name="Side">The side.</param>
/// <param name="Name">Its origin, as its statements' chains have it most often.</param>
/// <param name="Kind">What that is.</param>
/// <param name="Statements">The ids of its statements, in the claim's order.</param>
public sealed record OriginGroup(string Id, Side Side, string Name, SourceKind Kind, ValueList<string> Statements)
{
    /// <summary>The ids of their documents, in the order of their first statements.</summary>
    public required ValueList<string> Documents { get; init; }

    /// <summary>What proves that they are one.</summary>
    public required ValueList<OriginProof> Proof { get; init; }
}

/// <summary>Where the statements of a claim come from.</summary>
/// <param name="For">Origins of those for it.</param>
/// <param name="Against">Origins of those against it.</param>
/// <param name="Groups">The origins at the upper bound, those for it first.</param>
public sealed record ClaimOrigins(OriginCount For, OriginCount Against, ValueList<OriginGroup> Groups)
{
    /// <summary>Reasons to count statements of different groups as one at the lower bound.</summary>
    public ValueList<OriginProof> Possible { get; init; } = ValueList<OriginProof>.Empty;

    /// <summary>Reports that go round: each is credited to the one before it, and the last one's outlet is the first one's.</summary>
    public ValueList<ValueList<string>> Circular { get; init; } = ValueList<ValueList<string>>.Empty;

    /// <summary>Reports that are credited to one that does not have the claim.</summary>
    public ValueList<DeadEnd> DeadEnds { get; init; } = ValueList<DeadEnd>.Empty;
}

/// <summary>A report that is credited to another outlet's, which does not have the claim.</summary>
/// <param name="Citing">The document that credits.</param>
/// <param name="Cited">The outlet's last document before it.</param>
public readonly record struct DeadEnd(string Citing, string Cited);
