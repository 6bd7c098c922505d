using Sayso.Core.Text;

namespace Sayso.Core.Inconsistencies;

/// <summary>Figures or times of one document that cannot all be right.</summary>
/// <param name="Spans">Where they stand.</param>
/// <param name="Reason">Why, in one sentence with the values.</param>
public sealed record Inconsistency(SpanList Spans, string Reason);
