using Sayso.Core.Text;

namespace Sayso.Core.Reuse;

/// <summary>A text as it is looked through for what it shares with others.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Prints">Its fingerprints.</param>
internal sealed record ReusedText(WordText Words, HashSet<ulong> Prints)
{
    /// <summary>Reads a text. Linear in it.</summary>
    public static ReusedText Of(string text)
    {
        var words = WordText.Of(text);
        return new ReusedText(words, Fingerprints.Of(words));
    }

    /// <summary>What two texts share; <c>null</c> for nothing of eight words or more.</summary>
    public static TextOverlap? Align(ReusedText first, ReusedText second)
    {
        if (!first.Prints.Overlaps(second.Prints))
        {
            return null;
        }

        var passages = TextAlignment.Of(first.Words, second.Words);
        return passages.Count == 0 ? null
            : new TextOverlap(passages.ToValueList(), (double)passages.Sum(p => p.Words) / Math.Min(first.Words.Count, second.Words.Count));
    }
}
