using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>What cannot hold together, as a queue.</summary>
/// <param name="Kind">Of this kind only; <c>null</c> for all.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record ConflictsView(ConflictKind? Kind, ClaimState State)
{
    private const int MostConflicts = 100;

    /// <summary>The conflicts.</summary>
    public IReadOnlyList<ConflictCard> Conflicts { get; private init; } = [];

    /// <summary>How many there are of each kind.</summary>
    public IReadOnlyList<(ConflictKind Kind, int Count)> Kinds { get; private init; } = [];

    /// <summary>How many answer.</summary>
    public int Count { get; private init; }

    /// <summary>Reads it.</summary>
    public static ConflictsView Of(ClaimState state, ConflictKind? kind)
    {
        ArgumentNullException.ThrowIfNull(state);
        var all = state.Views?.Conflicts ?? [];
        var query = new ConflictQuery { Kind = kind };
        var found = all.Where(query.Holds).ToList();
        return new ConflictsView(kind, state)
        {
            Count = found.Count,
            Kinds = [.. all.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            Conflicts = [.. found.Take(MostConflicts).Select(c => ConflictCard.Of(c, state.Views!.Ledger.Documents))],
        };
    }

    /// <summary>What a kind is called.</summary>
    public static string Name(ConflictKind kind) => kind switch
    {
        ConflictKind.Value => "two values",
        ConflictKind.Polarity => "so and not so",
        ConflictKind.Time => "two times",
        _ => "does not add up",
    };
}

/// <summary>A conflict with its passages side by side.</summary>
/// <param name="Conflict">The conflict.</param>
/// <param name="Passages">The passages.</param>
public sealed record ConflictCard(Conflict Conflict, IReadOnlyList<ConflictPassage> Passages)
{
    internal static ConflictCard Of(Conflict conflict, IReadOnlyDictionary<string, Document> documents) =>
        new(conflict, [.. conflict.Passages.Select(p => ConflictPassage.Of(p, documents[p.DocumentId]))]);
}

/// <summary>One side of a conflict: the paragraph that it stands in.</summary>
/// <param name="Document">The document.</param>
/// <param name="Pieces">The words, those that conflict marked.</param>
public sealed record ConflictPassage(Document Document, IReadOnlyList<Piece> Pieces)
{
    private const int MostAround = 220;

    internal static ConflictPassage Of(Passage passage, Document document)
    {
        var text = document.Text;
        var paragraph = Paragraphs.Of(text).Where(p => p.Overlaps(passage.Span)).Select(p => (TextSpan?)p).FirstOrDefault() ?? passage.Span;
        var start = Math.Max(paragraph.Start, passage.Span.Start - MostAround);
        var end = Math.Min(Math.Max(paragraph.End, passage.Span.End), passage.Span.End + MostAround);
        while (start > paragraph.Start && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        while (end < paragraph.End && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return new ConflictPassage(document, AnnotatedText.Cut(new TextSpan(Math.Min(start, passage.Span.Start), end), [new Mark(passage.Span, MarkKind.Shared)]));
    }
}
