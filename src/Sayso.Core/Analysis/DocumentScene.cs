using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Analysis;

/// <summary>A document as views look at it: its sentences, names and values, and which statement holds a place of it.</summary>
internal sealed class DocumentScene
{
    private readonly DocumentReading _reading;
    private readonly (TextSpan Piece, ClaimStatement Statement)[] _contents;
    private readonly int[] _reach;

    /// <summary>Makes one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="reading">What was read in its text.</param>
    /// <param name="statements">Its statements that have a content.</param>
    public DocumentScene(Document document, DocumentReading reading, IEnumerable<ClaimStatement> statements)
    {
        (Document, _reading) = (document, reading);
        List<ClaimStatement> all = [.. statements];
        OwnStatements = [.. all.Where(s => s.Traits.Statement.IsOwnVoice).OrderBy(s => s.Traits.Statement.Content.Extent)
            .ThenBy(s => s.Traits.Id, StringComparer.Ordinal)];
        Statements = [.. all.Where(s => !s.Traits.Statement.IsOwnVoice).OrderBy(s => s.Traits.Statement.Cue.Extent)
            .ThenBy(s => s.Traits.Statement.Content.Extent).ThenBy(s => s.Traits.Id, StringComparer.Ordinal)];
        _contents = [.. Statements.SelectMany(s => s.Traits.Statement.Content.Select(piece => (Piece: piece, Statement: s)))
            .OrderBy(c => c.Piece.Start).ThenByDescending(c => c.Piece.End)];
        _reach = new int[_contents.Length];
        for (var i = 0; i < _reach.Length; i++)
        {
            _reach[i] = Math.Max(_contents[i].Piece.End, i == 0 ? 0 : _reach[i - 1]);
        }
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>What its outlet asserts itself, in the order of the text.</summary>
    public IReadOnlyList<ClaimStatement> OwnStatements { get; }

    /// <summary>Its statements that credit somebody and have a content, in the order of the text.</summary>
    public IReadOnlyList<ClaimStatement> Statements { get; }

    /// <summary>Its sentences, in order.</summary>
    public IReadOnlyList<TextSpan> Sentences => _reading.Sentences;

    /// <summary>Its quantities, in order.</summary>
    public IReadOnlyList<Quantity> Quantities => _reading.Quantities;

    /// <summary>Its time expressions, in order.</summary>
    public IReadOnlyList<TimeExpression> Times => _reading.Times;

    /// <summary>Its names, in order.</summary>
    public IReadOnlyList<NameMention> Mentions => _reading.Mentions;

    /// <summary>The statements whose contents hold a place, the innermost first; none in the outlet's own voice.</summary>
    public IReadOnlyList<ClaimStatement> HoldersOf(TextSpan place)
    {
        List<ClaimStatement> found = [];
        for (var i = Sorted.CountWhere(_contents.Length, i => _contents[i].Piece.Start <= place.Start) - 1; i >= 0
            && _reach[i] >= place.End; i--)
        {
            if (_contents[i].Piece.Contains(place))
            {
                found.Add(_contents[i].Statement);
            }
        }

        return [.. found.OrderBy(s => s.Traits.Statement.Content.Sum(p => p.Length)).ThenBy(s => s.Traits.Id, StringComparer.Ordinal)];
    }

    /// <summary>The innermost statement whose content holds a place; <c>null</c> in the outlet's own voice.</summary>
    public ClaimStatement? HolderOf(TextSpan place) => HoldersOf(place) is [var innermost, ..] ? innermost : null;

    /// <summary>The outlet's own statement that holds a place; <c>null</c> where none does.</summary>
    public ClaimStatement? OwnAt(TextSpan place) =>
        OwnStatements.FirstOrDefault(s => s.Traits.Statement.Content.Any(piece => piece.Contains(place)));

    /// <summary>The index of the sentence that holds a place; -1 between sentences.</summary>
    public int SentenceOf(TextSpan place)
    {
        var at = Sorted.CountWhere(Sentences.Count, i => Sentences[i].Start <= place.Start) - 1;
        return at >= 0 && Sentences[at].End >= place.End ? at : -1;
    }
}
