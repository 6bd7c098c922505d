using System.Runtime.InteropServices;

namespace Sayso.Ingestion.Pdf;

/// <summary>A stretch of a line on a page, without a gap as wide as one between columns. Lengths are points, y grows upwards.</summary>
internal sealed record PdfLine
{
    /// <summary>Its words, a blank between two.</summary>
    public required string Text { get; init; }

    /// <summary>Where it begins and ends.</summary>
    public required double Left { get; init; }

    /// <summary>Where it ends.</summary>
    public required double Right { get; init; }

    /// <summary>The height that its letters stand on.</summary>
    public required double Baseline { get; init; }

    /// <summary>The size of its letters.</summary>
    public required double Size { get; init; }

    /// <summary>The page, from 1 on.</summary>
    public required int Page { get; init; }

    /// <summary>This and what stands to its right on the same line.</summary>
    public PdfLine Then(PdfLine other) =>
        this with { Text = $"{Text} {other.Text}", Right = Math.Max(Right, other.Right), Size = Math.Max(Size, other.Size) };
}

/// <summary>A word on a page.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfWord(string Text, double Left, double Right, double Baseline, double Size);

/// <summary>Lines of one column, from top to bottom.</summary>
internal sealed record PdfBlock(IReadOnlyList<PdfLine> Lines);
