namespace Sayso.Inference.Tokenizing;

/// <summary>The pieces that words are made of, one a line of <c>vocab.txt</c>; the line number, from 0, is the id. Immutable.</summary>
internal sealed class Vocabulary
{
    private const string Continuation = "##";

    private readonly Dictionary<string, int> _first = [];
    private readonly Dictionary<string, int> _further = [];
    private readonly int _longest;

    /// <summary>Reads the lines of the file.</summary>
    /// <exception cref="FormatException">A special piece is missing.</exception>
    public Vocabulary(IReadOnlyList<string> lines)
    {
        for (var id = 0; id < lines.Count; id++)
        {
            var isFurther = lines[id].Length > Continuation.Length && lines[id].StartsWith(Continuation, StringComparison.Ordinal);
            var piece = isFurther ? lines[id][Continuation.Length..] : lines[id];
            if (piece.Length > 0)
            {
                (isFurther ? _further : _first)[piece] = id;
                _longest = Math.Max(_longest, piece.Length);
            }
        }

        Count = lines.Count;
        (Unknown, Start, End) = (Special("[UNK]"), Special("[CLS]"), Special("[SEP]"));
    }

    /// <summary>Number of ids.</summary>
    public int Count { get; }

    /// <summary>The piece of a word that no pieces make.</summary>
    public int Unknown { get; }

    /// <summary>The piece before a window's first word.</summary>
    public int Start { get; }

    /// <summary>The piece after a window's last word.</summary>
    public int End { get; }

    /// <summary>Finds the longest piece that <paramref name="text"/> begins with; 0 where there is none.</summary>
    /// <param name="text">What is left of a folded word.</param>
    /// <param name="isFurther">Whether a part of the word stands before it.</param>
    /// <param name="piece">The piece's id.</param>
    public int LongestMatch(ReadOnlySpan<char> text, bool isFurther, out int piece)
    {
        var lookup = (isFurther ? _further : _first).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(text.Length, _longest); length > 0; length--)
        {
            if (lookup.TryGetValue(text[..length], out piece))
            {
                return length;
            }
        }

        piece = 0;
        return 0;
    }

    private int Special(string piece) =>
        _first.TryGetValue(piece, out var id) ? id : throw new FormatException($"The vocabulary has no {piece}.");
}
