namespace Sayso.Core.Figures;

/// <summary>Which figures to show; absent conditions hold for all.</summary>
public sealed record FigureQuery
{
    /// <summary>What is counted, or where, holds this, in any letter case.</summary>
    public string? About { get; init; }

    /// <summary>The name of some reading's source holds this, in any letter case.</summary>
    public string? Who { get; init; }

    /// <summary>Some reading is of one of these documents.</summary>
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Only those of two sources or more, or with two numbers that cannot be one.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Only those with two readings that cannot be one number.</summary>
    public bool HasMoved { get; init; }

    /// <summary>Whether a figure answers it.</summary>
    public bool Holds(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return (!IsRepeated || figure.HasMoved
            || figure.Readings.Select(r => r.Source).Distinct(StringComparer.Ordinal).Take(2).Count() > 1)
            && (!HasMoved || figure.HasMoved)
            && (About is null || figure.Of.Contains(About, StringComparison.OrdinalIgnoreCase)
                || figure.Scope?.Contains(About, StringComparison.OrdinalIgnoreCase) == true)
            && (Who is null || figure.Readings.Any(r => r.Source.Contains(Who, StringComparison.OrdinalIgnoreCase)))
            && (Documents is null || figure.Readings.Any(r => Documents.Contains(r.DocumentId)));
    }
}
