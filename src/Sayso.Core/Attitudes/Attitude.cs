using Sayso.Core.Text;

namespace Sayso.Core.Attitudes;

/// <summary>What a speaker does with a content: a closed set.</summary>
public enum Stance
{
    /// <summary>Says it, shows it, believes it.</summary>
    Assert,

    /// <summary>Says that it is not so.</summary>
    Deny,

    /// <summary>Confirms, admits, acknowledges, stands by it.</summary>
    Confirm,

    /// <summary>Brushes it aside without denying each point.</summary>
    Dismiss,

    /// <summary>Says nothing about it: no comment, neither confirms nor denies.</summary>
    Decline,

    /// <summary>Leaves it standing: did not dispute, refute or rule it out.</summary>
    NotDeny,

    /// <summary>Forecasts, or judges a count that is not known.</summary>
    Estimate,

    /// <summary>Its own future or intended act, threats included.</summary>
    Promise,

    /// <summary>Wants somebody else to act.</summary>
    Demand,

    /// <summary>Requests and questions.</summary>
    Ask,

    /// <summary>Of harm to come.</summary>
    Warn,

    /// <summary>Praises, supports.</summary>
    Praise,

    /// <summary>Criticizes, opposes, complains, accuses.</summary>
    Criticize,
}

/// <summary>How firmly a content is put forward.</summary>
public enum Certainty
{
    /// <summary>Without a hedge.</summary>
    Certain,

    /// <summary>Believed, expected, suspected; it appears so.</summary>
    Probable,

    /// <summary>It may be so; hopes and fears.</summary>
    Possible,

    /// <summary>Nothing is put forward: demands, questions, no-comments, non-denials.</summary>
    Unknown,
}

/// <summary>Whether a content says that something is, or that it is not.</summary>
public enum Polarity
{
    /// <summary>It is so.</summary>
    Positive,

    /// <summary>The main predicate is negated, or the content is what was denied or dismissed.</summary>
    Negative,
}

/// <summary>
/// A speaker's attitude to a content, with the words that show each value; empty where no word does, as for a plain assertion.
/// </summary>
/// <param name="Stance">What the speaker does with the content.</param>
/// <param name="Certainty">How firmly.</param>
/// <param name="Polarity">Whether it is said to be so.</param>
public sealed record Attitude(Stance Stance, Certainty Certainty, Polarity Polarity)
{
    /// <summary>The words that show the stance.</summary>
    public SpanList StanceWords { get; init; } = SpanList.Empty;

    /// <summary>The words that hedge.</summary>
    public SpanList CertaintyWords { get; init; } = SpanList.Empty;

    /// <summary>The words that negate.</summary>
    public SpanList PolarityWords { get; init; } = SpanList.Empty;
}
