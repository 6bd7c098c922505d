using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Attributions;

/// <summary>
/// An attribution understood. What the text does not say, and what is not yet read from it, is absent.
/// </summary>
/// <param name="Id">32 hexadecimal digits: a hash of the document's id and of the role spans (<see cref="StatementId"/>).</param>
/// <param name="DocumentId">The document it stands in.</param>
/// <param name="Source">Who is credited; empty where the text names nobody.</param>
/// <param name="Cue">The words that credit; empty for what the outlet asserts itself.</param>
/// <param name="Content">What is credited; empty for a refusal without a topic.</param>
public sealed record Statement(string Id, string DocumentId, SpanList Source, SpanList Cue, SpanList Content)
{
    /// <summary>Whether the outlet asserts it itself: nothing credits anybody, and nobody stands behind it.</summary>
    public bool IsOwnVoice => Cue.Count == 0;

    /// <summary>Where it stands in the order of a document's statements: its cue, or its content where it has none.</summary>
    public TextSpan Place => IsOwnVoice ? Content.Extent : Cue.Extent;

    /// <summary>The id of the statement that holds this one in its content or source; <c>null</c> where none does.</summary>
    public string? Parent { get; init; }

    /// <summary>
    /// How probable it is that cue, content and source are right, from 0 to 1 in hundredths; <c>null</c> where a rule found
    /// it or nobody measured.
    /// </summary>
    public double? Confidence { get; init; }

    /// <summary>What its speaker does with the content; <c>null</c> where that was not read.</summary>
    public Attitude? Attitude { get; init; }

    /// <summary>On whose word it is said: nearest speaker first, origin last; empty where that was not read.</summary>
    public ValueList<Hop> Chain { get; init; } = ValueList<Hop>.Empty;

    /// <summary>The quantities in its content, in order.</summary>
    public ValueList<Quantity> Quantities { get; init; } = ValueList<Quantity>.Empty;

    /// <summary>The time expressions in its content, in order.</summary>
    public ValueList<TimeExpression> Times { get; init; } = ValueList<TimeExpression>.Empty;

    /// <summary>The time expression that says when it was said; <c>null</c> where its sentence does not.</summary>
    public TimeExpression? Said { get; init; }

    /// <summary>When it was said, in EDTF; <c>null</c> where its sentence does not say.</summary>
    public string? SaidAt => Said?.Edtf;

    /// <summary>
    /// When what is said was or will be, in EDTF: the first time in the content that has a place in the calendar; <c>null</c>
    /// without one.
    /// </summary>
    public string? EventAt => Times.FirstOrDefault(t => t.Edtf is not null && !t.IsAside)?.Edtf;

    /// <summary>
    /// The hop that the source phrase means; where it adds none, as "I" in a quotation, the last one. <c>null</c> where the
    /// text has no source, or no chain was read.
    /// </summary>
    public Hop? SourceHop => Source.Count == 0
        ? null : Chain.FirstOrDefault(h => h.Spans.Equals(Source)) ?? (Chain.Count > 0 ? Chain[^1] : null);
}

/// <summary>The identity of a statement: where it was read. Entities, model and clock stand outside.</summary>
public static class StatementId
{
    /// <summary>The id: 32 hexadecimal digits.</summary>
    public static string Of(string documentId, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        using var hash = new ContentHash("statement");
        return hash.Add(documentId).Add(attribution.Source).Add(attribution.Cue).Add(attribution.Content).ToId();
    }
}
