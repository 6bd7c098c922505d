using System.Collections;

namespace Sayso.Core.Text;

/// <summary>
/// The fragments of one role: non-empty spans in text order that do not overlap. Equal when their spans are equal.
/// Fragments that touch stay apart, since a paragraph end or a cue may stand between them.
/// </summary>
public sealed class SpanList : IReadOnlyList<TextSpan>, IEquatable<SpanList>
{
    private readonly TextSpan[] _spans;

    private SpanList(TextSpan[] spans) => _spans = spans;

    /// <summary>No span: a role that the text leaves out.</summary>
    public static SpanList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _spans.Length;

    /// <inheritdoc/>
    public TextSpan this[int index] => _spans[index];

    /// <summary>From the first fragment's start to the last one's end; the empty span at 0 when there is none.</summary>
    public TextSpan Extent => _spans.Length == 0 ? default : new TextSpan(_spans[0].Start, _spans[^1].End);

    /// <summary>Orders spans into a list.</summary>
    /// <exception cref="ArgumentException">A span is empty, or two overlap.</exception>
    public static SpanList Of(params IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        TextSpan[] ordered = [.. spans.Order()];
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].IsEmpty || (i > 0 && ordered[i].Start < ordered[i - 1].End))
            {
                throw new ArgumentException($"The span {ordered[i]} is empty or overlaps the one before it.", nameof(spans));
            }
        }

        return ordered.Length == 0 ? Empty : new SpanList(ordered);
    }

    /// <summary>The slices of <paramref name="text"/>, joined by one space.</summary>
    public string TextOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _spans.Length == 1
            ? text[_spans[0].Start.._spans[0].End]
            : string.Join(' ', _spans.Select(s => text[s.Start..s.End]));
    }

    /// <inheritdoc/>
    public IEnumerator<TextSpan> GetEnumerator() => ((IEnumerable<TextSpan>)_spans).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _spans.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(SpanList? other) => other is not null && _spans.AsSpan().SequenceEqual(other._spans);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SpanList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var span in _spans)
        {
            hash.Add(span);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_spans);
}
