using Sayso.Core.Text;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>The figures of one corpus, or of one part of it.</summary>
/// <param name="Title">What was measured.</param>
/// <param name="Articles">Over how many articles.</param>
/// <param name="Rows">One figure each.</param>
public sealed record EvaluationReport(string Title, int Articles, ValueList<EvaluationRow> Rows)
{
    /// <summary>Gold against predicted stances, where they were measured.</summary>
    public Confusion? Stances { get; init; }

    /// <summary>Gold against predicted certainties, where they were measured.</summary>
    public Confusion? Certainties { get; init; }
}

/// <summary>One figure. What it does not have is <c>null</c>.</summary>
/// <param name="Name">The measure, and the role where it is by role: <c>exact content</c>.</param>
/// <param name="Value">The figure, at most 1; <c>null</c> where there was nothing to measure.</param>
public sealed record EvaluationRow(string Name, double? Value)
{
    /// <summary>Precision, where the value is an F1.</summary>
    public double? Precision { get; init; }

    /// <summary>Recall, where the value is an F1.</summary>
    public double? Recall { get; init; }

    /// <summary>The value's 95% interval over articles.</summary>
    public Interval? Interval { get; init; }

    /// <summary>How many were right.</summary>
    public long? Right { get; init; }

    /// <summary>Of how many predicted.</summary>
    public long? Predicted { get; init; }

    /// <summary>Of how many in gold.</summary>
    public long? Gold { get; init; }
}

/// <summary>An interval, both ends included.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Low, double High);
