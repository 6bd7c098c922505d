using Sayso.Core.Text;

namespace Sayso.Core.Linguistics;

/// <summary>A word as the network sees it: a run of letters, marks, digits and underscores, or one other character.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="StartsLine">Whether it is the first word of its line; no span crosses a line start.</param>
public readonly record struct Token(TextSpan Span, bool StartsLine);
