using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>What a source is: a closed set.</summary>
public enum SourceKind
{
    /// <summary>A person, body, country or unique office-holder that the text names.</summary>
    Named,

    /// <summary>Particular people who are not identified.</summary>
    Anonymous,

    /// <summary>A class: critics, residents.</summary>
    Collective,

    /// <summary>A text or data: a report, a letter, figures.</summary>
    Document,

    /// <summary>A news outlet.</summary>
    Outlet,
}

/// <summary>How a hop got it from the next one; of the last hop, how it utters it: a closed set.</summary>
public enum HopRelation
{
    /// <summary>Speech, and whatever the others are not.</summary>
    Says,

    /// <summary>Names another one for it.</summary>
    Cites,

    /// <summary>Passes on another one's words.</summary>
    Quotes,

    /// <summary>Makes it public.</summary>
    Releases,

    /// <summary>Overheard it.</summary>
    Intercepts,

    /// <summary>In writing.</summary>
    Writes,

    /// <summary>Holds it, without uttering it.</summary>
    Believes,
}

/// <summary>One link of a chain of sources.</summary>
/// <param name="Name">
/// Who it is, resolved: the fullest name that the text gives, or the describing words; <c>unspecified</c> where the text has
/// nobody.
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="Spans">The words of this statement's text that put it there; empty where there are none.</param>
/// <param name="Relation">How it got it from the next hop, or utters it.</param>
public sealed record Hop(string Name, SourceKind Kind, SpanList Spans, HopRelation Relation)
{
    /// <summary>The name of a hop of which the text says nothing.</summary>
    public const string Unspecified = "unspecified";
}
