using Sayso.Core.Text;

namespace Sayso.Core.Times;

/// <summary>What a time expression is, as TIMEX3 (ISO 24617-1) has it: a closed set.</summary>
public enum TimeType
{
    /// <summary>A day or something longer that has a place in the calendar.</summary>
    Date,

    /// <summary>A part of a day.</summary>
    Time,

    /// <summary>How long.</summary>
    Duration,

    /// <summary>How often.</summary>
    Set,
}

/// <summary>A time expression of a text, with what it means.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Type">What it is.</param>
/// <param name="Value">
/// TIMEX3: a date or time in ISO 8601 (<c>2031-03-12</c>, <c>2031-W11</c>, <c>2031-03-12TNI</c>, <c>203</c> for a decade), a
/// period (<c>P3W</c>, <c>PT2H</c>), or one of <c>PAST_REF PRESENT_REF FUTURE_REF</c>. What cannot be anchored has X's.
/// </param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string Value)
{
    /// <summary>
    /// TIMEX3's modifier: <c>START MID END APPROX MORE_THAN LESS_THAN EQUAL_OR_MORE EQUAL_OR_LESS BEFORE AFTER ON_OR_BEFORE
    /// ON_OR_AFTER</c>; <c>null</c> without one.
    /// </summary>
    public string? Mod { get; init; }

    /// <summary>Whether the text is not sure of it: "perhaps in 1850".</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Whether it is a limit, beside what <see cref="Mod"/> says of it: "by the end of June".</summary>
    public bool IsUntil { get; init; }

    /// <summary>
    /// The point or interval in EDTF (ISO 8601-2:2019, level 1), open where it is a limit; <c>null</c> for periods and what
    /// cannot be anchored.
    /// </summary>
    public string? Edtf => Times.Edtf.Of(this);

    /// <summary>Why it is kept as words only: <c>SAY5003</c>, a day that its month has not; <c>null</c> where it is read.</summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Whether it dates another occasion that the text mentions beside what it tells of: "her second visit, the previous one being
    /// in August". It says nothing of when that was.
    /// </summary>
    public bool IsAside { get; init; }

    /// <summary>Whether its meaning was reckoned from the publication time.</summary>
    public bool IsAnchoredToPublication { get; init; }

    /// <summary>The other expression that its meaning was reckoned from; <c>null</c> where there is none.</summary>
    public TextSpan? AnchorSpan { get; init; }
}
