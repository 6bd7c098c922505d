using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Inference.Tokenizing;

/// <summary>A text as the network reads it. Immutable by agreement: nobody writes into the arrays.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its words.</param>
/// <param name="Pieces">The pieces of all words, one after the other.</param>
/// <param name="PieceStarts">Where each word's pieces begin, and behind the last word their number.</param>
/// <param name="Case">The letter case of each word.</param>
/// <param name="Quoted">Whether each word stands inside quotation marks; the marks themselves count as inside.</param>
internal sealed record EncodedText(string Text, Token[] Tokens, int[] Pieces, int[] PieceStarts, LetterCase[] Case, bool[] Quoted)
{
    /// <summary>Number of pieces of the words <paramref name="first"/> to <paramref name="end"/> - 1.</summary>
    public int CountPieces(int first, int end) => PieceStarts[end] - PieceStarts[first];
}
