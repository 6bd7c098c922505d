using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>Which conflicts to show, as the address says it.</summary>
public sealed record ConflictFilter
{
    /// <summary>Of this kind only; <c>null</c> for all.</summary>
    public ConflictKind? Kind { get; init; }

    /// <summary>Those still to be judged, or those that are.</summary>
    public ConflictState State { get; init; }

    /// <summary>Where it is.</summary>
    public string Link => Links.With(
        "/conflicts",
        ("state", State == ConflictState.Open ? null : ClosedSet.NameOf(State)),
        ("kind", Kind is { } kind ? ClosedSet.NameOf(kind) : null));
}

/// <summary>What cannot hold together, as a queue: what is to be judged, and what was.</summary>
/// <param name="Filter">Which of it.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record ConflictsView(ConflictFilter Filter, ClaimState State)
{
    private const int MostConflicts = 100;

    /// <summary>The conflicts.</summary>
    public IReadOnlyList<ConflictCard> Conflicts { get; private init; } = [];

    /// <summary>How many are to be judged.</summary>
    public int Open { get; private init; }

    /// <summary>How many were judged.</summary>
    public int Judged { get; private init; }

    /// <summary>How many there are of each kind, of those to be judged or of those that were.</summary>
    public IReadOnlyList<(ConflictKind Kind, int Count)> Kinds { get; private init; } = [];

    /// <summary>How many answer.</summary>
    public int Count { get; private init; }

    /// <summary>Reads it.</summary>
    public static ConflictsView Of(ClaimState state, ConflictFilter filter)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(filter);
        var all = state.Views?.Conflicts ?? [];
        var (query, anyKind) = (new ConflictQuery { Kind = filter.Kind, State = filter.State }, new ConflictQuery { State = filter.State });
        var found = all.Where(query.Holds).ToList();
        return new ConflictsView(filter, state)
        {
            Count = found.Count,
            Open = all.Count(c => !c.IsJudged),
            Judged = all.Count(c => c.IsJudged),
            Kinds = [.. all.Where(anyKind.Holds).GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
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
    /// <summary>The conflict whose id begins so.</summary>
    public static ConflictCard Of(ClaimState state, string id)
    {
        ArgumentNullException.ThrowIfNull(state);
        var views = state.Views!;
        return Of(Found.One(views.Conflicts, c => c.Id, id, "conflict"), views.Ledger.Documents);
    }

    internal static ConflictCard Of(Conflict conflict, IReadOnlyDictionary<string, Document> documents) =>
        new(conflict, [.. conflict.Passages.Select(p => ConflictPassage.Of(p, documents[p.DocumentId]) with { IsWrong = conflict.Judgement?.IsWrong(p) == true })]);
}

/// <summary>One side of a conflict: the paragraph that it stands in.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Document">The document.</param>
/// <param name="Pieces">The words, those that conflict marked.</param>
public sealed record ConflictPassage(Passage Passage, Document Document, IReadOnlyList<Piece> Pieces)
{
    /// <summary>Whether somebody found it wrong.</summary>
    public bool IsWrong { get; init; }

    /// <summary>What a form calls it.</summary>
    public string Key => $"{Passage.DocumentId}:{Passage.Span.Start}-{Passage.Span.End}";

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

        return new ConflictPassage(passage, document, AnnotatedText.Cut(new TextSpan(Math.Min(start, passage.Span.Start), end), [new Mark(passage.Span, MarkKind.Shared)]));
    }
}
