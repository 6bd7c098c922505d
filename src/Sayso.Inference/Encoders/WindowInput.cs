using Sayso.Inference.Tokenizing;
using Sayso.Inference.Windowing;

namespace Sayso.Inference.Encoders;

/// <summary>
/// Writes windows into the network's inputs, row after row: all of one batch have the same number of pieces and of words.
/// </summary>
internal sealed class WindowInput
{
    /// <summary>[CLS] and [SEP] around each window's pieces.</summary>
    public const int SpecialPieces = 2;

    /// <summary>Number of inputs that have one value a piece.</summary>
    private const int PieceInputs = 4;

    private long[] _values = [];

    /// <summary>Windows in the batch.</summary>
    public int Batch { get; private set; }

    /// <summary>Pieces of each window, [CLS] and [SEP] included.</summary>
    public int Pieces { get; private set; }

    /// <summary>Words of each window.</summary>
    public int Words { get; private set; }

    /// <summary>Piece ids, row-major [batch, pieces].</summary>
    public Memory<long> PieceIds => Part(0);

    /// <summary>Letter case of each piece's word.</summary>
    public Memory<long> Case => Part(1);

    /// <summary>Whether each piece's word is quoted.</summary>
    public Memory<long> Quoted => Part(2);

    /// <summary>Whether each piece is the first of its line.</summary>
    public Memory<long> LineStart => Part(3);

    /// <summary>Where each word's first piece stands, row-major [batch, words].</summary>
    public Memory<long> First => _values.AsMemory(PieceInputs * Batch * Pieces, Batch * Words);

    /// <summary>The convention of each window, [batch, 1].</summary>
    public Memory<long> Convention => _values.AsMemory(Batch * ((PieceInputs * Pieces) + Words), Batch);

    /// <summary>Starts a batch.</summary>
    public void Begin(int batch, int pieces, int words, Convention convention)
    {
        (Batch, Pieces, Words) = (batch, pieces, words);
        var size = batch * ((PieceInputs * pieces) + words + 1);
        if (_values.Length < size)
        {
            _values = new long[size];
        }

        Convention.Span.Fill((long)convention);
    }

    /// <summary>Writes one window.</summary>
    public void Write(int row, EncodedText text, Window window, Vocabulary vocabulary)
    {
        var pieces = PieceIds.Span.Slice(row * Pieces, Pieces);
        var cases = Case.Span.Slice(row * Pieces, Pieces);
        var quoted = Quoted.Span.Slice(row * Pieces, Pieces);
        var starts = LineStart.Span.Slice(row * Pieces, Pieces);
        var first = First.Span.Slice(row * Words, Words);
        (pieces[0], cases[0], quoted[0], starts[0]) = (vocabulary.Start, 0, 0, 0);
        var at = 1;
        for (var word = window.First; word < window.End; word++)
        {
            first[word - window.First] = at;
            for (var piece = text.PieceStarts[word]; piece < text.PieceStarts[word + 1]; piece++, at++)
            {
                pieces[at] = text.Pieces[piece];
                cases[at] = (long)text.Case[word];
                quoted[at] = text.Quoted[word] ? 1 : 0;
                starts[at] = text.Tokens[word].StartsLine && piece == text.PieceStarts[word] ? 1 : 0;
            }
        }

        (pieces[at], cases[at], quoted[at], starts[at]) = (vocabulary.End, 0, 0, 0);
    }

    private Memory<long> Part(int index) => _values.AsMemory(index * Batch * Pieces, Batch * Pieces);
}
