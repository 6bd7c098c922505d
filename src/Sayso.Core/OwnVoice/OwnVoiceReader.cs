using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.OwnVoice;

/// <summary>
/// Finds what an outlet asserts itself: clauses outside every attribution that give a figure or tell of a dated event. One
/// file a question: which clause it is (<see cref="Clauses"/>), whether it is prose at all (<see cref="Furniture"/>), whether
/// somebody else speaks in it (<see cref="OtherVoices"/>), and whether it asserts a figure or an event
/// (<see cref="Assertions"/>). Precision goes first: what might be somebody's words is left out. Sentences are looked at one
/// by one, of each a bounded number of words, so the cost is linear in the text.
/// </summary>
public static class OwnVoiceReader
{
    /// <summary>The clauses in the order of the text, without their full stops; none overlaps another, or an attribution.</summary>
    /// <param name="document">The document.</param>
    /// <param name="values">The times and quantities that were read from it.</param>
    /// <param name="attributions">What is credited to others in it, in any order.</param>
    public static IReadOnlyList<TextSpan> Read(Document document, DocumentValues values, IReadOnlyCollection<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(attributions);
        return Read(document, values, attributions, out _);
    }

    /// <summary>The same, and how many words rules have looked at.</summary>
    internal static IReadOnlyList<TextSpan> Read(Document document, DocumentValues values, IReadOnlyCollection<Attribution> attributions,
        out long looks)
    {
        looks = 0;
        List<TextSpan> found = [];
        var clauses = new Clauses(document.Text, attributions);
        foreach (var sentence in clauses.Sentences)
        {
            // Most sentences give neither: they are passed before a word is read.
            if (!Assertions.HasValues(values, sentence.Span) || clauses.Of(sentence) is not { } clause
                || Furniture.Is(document, sentence, clause))
            {
                continue;
            }

            var words = clause.Words;
            looks += words.Count;
            if (!OtherVoices.SpeakIn(document.Text, clause) && Assertions.Make(document.Text, values, clause))
            {
                found.Add(clause.Span);
            }
        }

        return found;
    }
}
