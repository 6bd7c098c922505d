using System.Numerics;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Metrics;

/// <summary>Predictions by how confident they were, in ten equal steps from 0 to 1, with how many of them were right.</summary>
/// <param name="Steps">One for each tenth, the least confident first.</param>
public sealed record Calibration(ValueList<CalibrationStep> Steps) : IAdditionOperators<Calibration, Calibration, Calibration>
{
    private const int StepCount = 10;

    /// <summary>The calibration of no prediction.</summary>
    public static Calibration Empty { get; } = new(Enumerable.Repeat(default(CalibrationStep), StepCount).ToValueList());

    /// <summary>Predictions in all.</summary>
    public long Count => Steps.Sum(s => s.Count);

    /// <summary>
    /// Expected calibration error: the mean distance, over predictions, between a step's mean confidence and its share of
    /// right ones (Guo et al. 2017). <c>null</c> without predictions.
    /// </summary>
    public double? Error => Count == 0 ? null : Steps.Sum(s => Math.Abs(s.Confidence - s.Right)) / Count;

    /// <summary>Of those at least this confident, those that are right.</summary>
    /// <param name="tenths">From 0 to 9.</param>
    public Share From(int tenths) => new(Steps.Skip(tenths).Sum(s => s.Right), Steps.Skip(tenths).Sum(s => s.Count));

    /// <summary>The calibration of one article's predictions.</summary>
    /// <param name="predictions">How confident each was, from 0 to 1, and whether it was right.</param>
    public static Calibration Of(IEnumerable<(double Confidence, bool IsRight)> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        var steps = new CalibrationStep[StepCount];
        foreach (var (confidence, isRight) in predictions)
        {
            // Confidences are hundredths: half of one keeps .30 from falling short of its step.
            var step = Math.Clamp((int)((confidence + 0.005) * StepCount), 0, StepCount - 1);
            steps[step] += new CalibrationStep(1, isRight ? 1 : 0, confidence);
        }

        return new(steps.ToValueList());
    }

    /// <summary>The calibration of both.</summary>
    public static Calibration operator +(Calibration left, Calibration right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left.Steps.Zip(right.Steps, (a, b) => a + b).ToValueList());
    }
}

/// <summary>Predictions of like confidence.</summary>
/// <param name="Count">How many.</param>
/// <param name="Right">How many of them were right.</param>
/// <param name="Confidence">The sum of their confidences.</param>
public readonly record struct CalibrationStep(long Count, long Right, double Confidence)
    : IAdditionOperators<CalibrationStep, CalibrationStep, CalibrationStep>
{
    /// <summary>Both together.</summary>
    public static CalibrationStep operator +(CalibrationStep left, CalibrationStep right) =>
        new(left.Count + right.Count, left.Right + right.Right, left.Confidence + right.Confidence);
}
