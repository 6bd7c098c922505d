using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Changes;
using Sayso.Core.Documents;
using Sayso.Core.Reuse;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>Pages that were read again, and what of their attributions is another: the last read first.</summary>
/// <param name="Changes">The changes.</param>
public sealed record ChangesView(IReadOnlyList<ChangeCard> Changes)
{
    private const int MostChanges = 60;

    /// <summary>How many there are at all.</summary>
    public int Count { get; private init; }

    /// <summary>Shows them.</summary>
    public static ChangesView Of(PageHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var documents = history.Versions.ToDictionary(v => v.Document.Id, v => v.Document, StringComparer.Ordinal);
        var newest = history.Changes.OrderByDescending(c => (documents[c.To].Modified ?? documents[c.To].Published)?.ToInstant() ?? Instant.MinValue);
        return new ChangesView([.. newest.Take(MostChanges).Select(c => ChangeCard.Of(c, documents))]) { Count = history.Changes.Count };
    }
}

/// <summary>What changed from one version of a page to the next.</summary>
/// <param name="Change">The change.</param>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later one.</param>
public sealed record ChangeCard(PageChange Change, Document From, Document To)
{
    /// <summary>The statements that are another.</summary>
    public required IReadOnlyList<EditPair> Edits { get; init; }

    internal static ChangeCard Of(PageChange change, Dictionary<string, Document> documents)
    {
        var (from, to) = (documents[change.From], documents[change.To]);
        return new ChangeCard(change, from, to) { Edits = [.. change.Edits.Select(e => EditPair.Of(e, from, to))] };
    }
}

/// <summary>A statement before and after, with the words that differ marked.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Before">How it was; empty where it was added.</param>
/// <param name="After">How it is; empty where it is gone.</param>
public sealed record EditPair(StatementEdit Edit, IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After)
{
    internal static EditPair Of(StatementEdit edit, Document from, Document to)
    {
        TextSpan? before = edit.Before is { } b ? Whole(b) : null;
        TextSpan? after = edit.After is { } a ? Whole(a) : null;
        if (before is not { } x || after is not { } y)
        {
            return new EditPair(edit, before is { } only ? AnnotatedText.Cut(only, []) : [], after is { } added ? AnnotatedText.Cut(added, []) : []);
        }

        var (inBefore, inAfter) = WordAlignment.Shared((from.Text, x), (to.Text, y));
        return new EditPair(edit, AnnotatedText.Cut(x, Others(from.Text, x, inBefore)), AnnotatedText.Cut(y, Others(to.Text, y, inAfter)));
    }

    private static TextSpan Whole(Statement statement)
    {
        TextSpan[] all = [.. statement.Source, .. statement.Cue, .. statement.Content];
        return new TextSpan(all.Min(s => s.Start), all.Max(s => s.End));
    }

    /// <summary>What lies between the stretches that both have.</summary>
    internal static IEnumerable<Mark> Others(string text, TextSpan whole, IReadOnlyList<TextSpan> shared)
    {
        var at = whole.Start;
        foreach (var both in shared.Append(new TextSpan(whole.End, whole.End)))
        {
            if (both.Start - at > 1)
            {
                yield return new Mark(WordsOf(text, new TextSpan(at, both.Start), whole), MarkKind.Shared);
            }

            at = both.End;
        }
    }

    /// <summary>Whole words: a number is not cut at its comma, and the space around is not marked.</summary>
    private static TextSpan WordsOf(string text, TextSpan span, TextSpan whole)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start > whole.Start && end - start > 1 && text[start] is ',' or '.' && char.IsDigit(text[start - 1]) && char.IsDigit(text[start + 1]))
        {
            while (start > whole.Start && char.IsDigit(text[start - 1]))
            {
                start--;
            }
        }

        return new TextSpan(start, end);
    }
}
