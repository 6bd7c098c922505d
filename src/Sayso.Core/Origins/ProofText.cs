using Sayso.Core.Documents;
using Sayso.Core.Reuse;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>One side of a proof as it is shown: the paragraph around its passage, and the stretches to mark in it.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Window">The paragraph; of a very long one, what is around the passage.</param>
/// <param name="Marked">Words that both sides have in a row, where text is shared; otherwise the passage.</param>
public sealed record ProofText(Document Document, TextSpan Window, ValueList<TextSpan> Marked)
{
    private const int MostAround = 260;

    /// <summary>Both sides of a proof, in the proof's order.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="documents">The documents of its passages, by their ids.</param>
    public static (ProofText First, ProofText Second) Of(OriginProof proof, IReadOnlyDictionary<string, Document> documents)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(documents);
        var (a, b) = (documents[proof.FirstPassage.DocumentId], documents[proof.SecondPassage.DocumentId]);
        var (inA, inB) = (WindowOf(a.Text, proof.FirstPassage.Span), WindowOf(b.Text, proof.SecondPassage.Span));
        var (markedA, markedB) = proof.Kind == ProofKind.SharedText
            ? WordAlignment.Shared((a.Text, inA), (b.Text, inB))
            : ([proof.FirstPassage.Span], [proof.SecondPassage.Span]);
        return (new ProofText(a, inA, markedA.ToValueList()), new ProofText(b, inB, markedB.ToValueList()));
    }

    private static TextSpan WindowOf(string text, TextSpan passage)
    {
        TextSpan[] around = [passage, .. Paragraphs.Of(text).Where(p => p.Overlaps(passage))];
        var whole = new TextSpan(around.Min(s => s.Start), around.Max(s => s.End));
        var start = Math.Max(whole.Start, passage.Start - MostAround);
        var end = Math.Min(whole.End, Math.Max(passage.End, Math.Min(whole.End, passage.Start + (2 * MostAround))));
        while (start > whole.Start && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        while (end < whole.End && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return new TextSpan(start, end);
    }
}
