namespace Sayso.Core.Figures;

/// <summary>What a quantity counts, so that two can be told to be of one thing: only equal ones are compared.</summary>
/// <param name="Unit">The unit; <c>null</c> for a count.</param>
/// <param name="State">What happens to those counted (<see cref="CountStates"/>); <c>null</c> where no word says.</param>
/// <param name="Group">Stems of who or what is counted, in ordinal order; empty for people in general.</param>
internal sealed record CountedThing(string? Unit, string? State, string Group)
{
    /// <summary>Whether it does not move with time.</summary>
    public bool IsFixed => State is CountStates.Aboard or CountStates.Limit;
}

/// <summary>A number in a document with what it counts.</summary>
/// <param name="Thing">What.</param>
/// <param name="Reading">The number, by whom.</param>
/// <param name="Words">The words of what is counted, for people.</param>
/// <param name="Scope">The ship, plane or place that the words name; <c>null</c> for none.</param>
internal sealed record FoundCount(CountedThing Thing, FigureReading Reading, string Words, string? Scope);
