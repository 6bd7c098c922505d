using Sayso.Core.Text;

namespace Sayso.Core.Reuse;

/// <summary>A passage that two texts share word by word, letter case and marks left aside.</summary>
/// <param name="InFirst">Where it stands in the first text.</param>
/// <param name="InSecond">Where it stands in the second text.</param>
/// <param name="Words">How many words it has.</param>
public readonly record struct SharedPassage(TextSpan InFirst, TextSpan InSecond, int Words);

/// <summary>What two documents share.</summary>
/// <param name="Passages">The passages in the order of the first document; at least one.</param>
/// <param name="Share">Words in them ÷ words of the shorter document.</param>
public sealed record TextOverlap(ValueList<SharedPassage> Passages, double Share)
{
    /// <summary>The longest passage; of equal ones the first.</summary>
    public SharedPassage Longest => Passages.MaxBy(p => p.Words);

    /// <summary>
    /// The longest passage that holds at least half of one of two stretches, of the shorter one, and touches the other;
    /// <c>null</c> without one.
    /// </summary>
    /// <param name="first">A stretch of the first document.</param>
    /// <param name="second">A stretch of the second document.</param>
    public SharedPassage? Holding(TextSpan first, TextSpan second)
    {
        SharedPassage? best = null;
        foreach (var passage in Passages)
        {
            var (inFirst, inSecond) = (Held(passage.InFirst, first), Held(passage.InSecond, second));
            var held = first.Length <= second.Length ? inFirst : inSecond;
            if (inFirst > 0 && inSecond > 0 && 2 * held >= Math.Min(first.Length, second.Length)
                && (best is not { } b || passage.Words > b.Words))
            {
                best = passage;
            }
        }

        return best;
    }

    /// <summary>The same, seen from the second document.</summary>
    internal TextOverlap Turned() => this with
    {
        Passages = Passages.Select(p => new SharedPassage(p.InSecond, p.InFirst, p.Words)).OrderBy(p => p.InFirst).ToValueList(),
    };

    private static int Held(TextSpan passage, TextSpan stretch) =>
        Math.Max(0, Math.Min(passage.End, stretch.End) - Math.Max(passage.Start, stretch.Start));
}
