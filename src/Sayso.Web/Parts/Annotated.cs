using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Sayso.Web.Reading;

namespace Sayso.Web.Parts;

/// <summary>
/// A passage with its marks. Written out by hand, since no white space may come between the pieces. The words are text to the
/// browser, whatever they say.
/// </summary>
public sealed class Annotated : ComponentBase
{
    /// <summary>The text that the pieces are of.</summary>
    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = string.Empty;

    /// <summary>The pieces, in order.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<Piece> Pieces { get; set; } = [];

    /// <summary>Whether a cue ends with its statement's number, which leads to the note.</summary>
    [Parameter]
    public bool HasNumbers { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var piece in Pieces)
        {
            var words = piece.Span.Slice(Text).ToString();
            if (piece.Marks.Count == 0)
            {
                builder.AddContent(0, words);
                continue;
            }

            var isShared = piece.Is(MarkKind.Shared);
            builder.OpenElement(1, isShared ? "mark" : "span");
            builder.AddAttribute(2, "class", Classes(piece));
            if (HasNumbers && piece.Numbers.Any())
            {
                builder.AddAttribute(3, "data-s", string.Join(' ', piece.Numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))));
            }

            if (piece.Reading is { } reading)
            {
                builder.AddAttribute(4, "data-tip", reading);
                builder.AddAttribute(5, "tabindex", "0");
            }

            builder.AddContent(6, words);
            builder.CloseElement();
            AddNumbers(builder, piece);
        }
    }

    private static string Classes(Piece piece)
    {
        List<string> classes = [];
        if (piece.Depth > 0)
        {
            classes.Add($"w{Math.Min(piece.Depth, 3).ToString(CultureInfo.InvariantCulture)}");
        }

        if (piece.Depth == 0 && piece.Marks.Any(m => m is { Kind: MarkKind.Content, IsOwn: true }))
        {
            classes.Add("own");
        }

        AddIf(MarkKind.Source, "src");
        AddIf(MarkKind.Cue, "cue");
        AddIf(MarkKind.Figure, "fig");
        AddIf(MarkKind.Time, "tim");
        AddIf(MarkKind.Odd, "odd");
        return string.Join(' ', classes);

        void AddIf(MarkKind kind, string name)
        {
            if (piece.Is(kind))
            {
                classes.Add(name);
            }
        }
    }

    private void AddNumbers(RenderTreeBuilder builder, Piece piece)
    {
        if (!HasNumbers)
        {
            return;
        }

        foreach (var mark in piece.Marks.Where(m => m.IsAnchor && m.Span.End == piece.Span.End))
        {
            var number = mark.Number.ToString(CultureInfo.InvariantCulture);
            builder.OpenElement(7, "a");
            builder.AddAttribute(8, "class", "ref");
            builder.AddAttribute(9, "href", $"#s-{Wording.Brief(mark.StatementId!)}");
            builder.AddAttribute(10, "data-s", number);
            builder.AddAttribute(11, "aria-label", $"Note {number}");
            builder.AddContent(12, number);
            builder.CloseElement();
        }
    }
}
