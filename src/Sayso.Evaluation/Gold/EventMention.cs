using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>An event that a sentence of a corpus tells of.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Words">The event's words in the document.</param>
/// <param name="Group">The group of documents about one thing that its document is in: of a topic's two, one.</param>
/// <param name="Event">The event's id, which its other mentions have too.</param>
public sealed record EventMention(ClaimSentence Sentence, TextSpan Words, string Group, string Event);
