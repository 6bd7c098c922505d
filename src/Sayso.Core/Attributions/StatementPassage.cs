using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>The whole sentences that a statement stands in, so that it can be quoted.</summary>
public static class StatementPassage
{
    /// <summary>UTF-16 units of a passage that is still quoted whole.</summary>
    private const int LongestPassage = 1500;

    /// <summary>From the beginning of the first sentence that holds a part of it to the end of the last one.</summary>
    /// <param name="document">The statement's document, with its text.</param>
    /// <param name="statement">The statement.</param>
    public static TextSpan Of(Document document, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statement);
        var pieces = statement.Source.Concat(statement.Cue).Concat(statement.Content).ToList();
        var own = new TextSpan(pieces.Min(p => p.Start), pieces.Max(p => p.End));

        // A source may stand far before what it is credited with: what is quoted is the cue with what it credits.
        var told = statement.Cue.Concat(statement.Content).ToList();
        var wanted = own.Length <= LongestPassage ? own : new TextSpan(told.Min(p => p.Start), told.Max(p => p.End));
        var sentences = Sentences.Of(document.Text).Where(s => s.Overlaps(wanted)).ToList();
        return sentences.Count == 0 ? wanted : new TextSpan(Math.Min(wanted.Start, sentences[0].Start),
            Math.Max(wanted.End, sentences[^1].End));
    }
}
