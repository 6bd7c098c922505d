namespace Sayso.Core.Attitudes;

/// <summary>What a cue's words do, before negation and the content are looked at.</summary>
internal enum CueSense
{
    Report,
    Know,
    Believe,
    Seem,
    Hope,
    Fear,
    Doubt,
    Estimate,
    Deny,
    Confirm,
    Dismiss,
    Decline,
    Promise,
    Want,
    Demand,
    Ask,
    Warn,
    Praise,
    Criticize,

    /// <summary>Perhaps one's own act.</summary>
    Contemplate,

    /// <summary>Says that it may be so, and vouches for nothing.</summary>
    Speculate,

    /// <summary>To do something, or to somebody: the content tells.</summary>
    Challenge,

    /// <summary>Gives something a name, which may be a bad one: the content tells.</summary>
    Judge,

    /// <summary>To do something, or that something is so: the content tells.</summary>
    Resolve,

    /// <summary>A claim, which denies it, or an idea, which dismisses it: the content tells.</summary>
    Reject,

    /// <summary>Whether something is so, or somebody's right to it: the content tells.</summary>
    Question,

    /// <summary>Turns what follows round, and is an act by itself: "refused to say", "refused to resign".</summary>
    Refuse,

    /// <summary>Turns what follows round: "failed to confirm", "stopped short of denying".</summary>
    Fail,
}
