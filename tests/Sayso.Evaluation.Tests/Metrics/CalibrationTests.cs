using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Tests.Metrics;

public sealed class CalibrationTests
{
    private static readonly (double, bool)[] _some = [(0.95, true), (0.92, true), (0.9, false), (0.3, true), (0.35, false)];

    [Fact]
    public void Error_IsTheMeanDistanceOfSteps()
    {
        // Three at .9233 of which two are right, two at .325 of which one is.
        var expected = (Math.Abs(2.77 - 2) + Math.Abs(0.65 - 1)) / 5;
        Assert.Equal(expected, Calibration.Of(_some).Error!.Value, 1e-9);
    }

    [Fact]
    public void From_CountsTheSurerOnes()
    {
        Assert.Equal(new Share(2, 3), Calibration.Of(_some).From(9));
        Assert.Equal(new Share(3, 5), Calibration.Of(_some).From(3));
        Assert.Equal(new Share(3, 5), Calibration.Of(_some).From(0));
    }

    [Fact]
    public void Sum_IsTheCalibrationOfBoth() =>
        Assert.Equal(Calibration.Of(_some).Error!.Value, (Calibration.Of(_some[..2]) + Calibration.Of(_some[2..])).Error!.Value, 1e-9);

    [Fact]
    public void Ends_AreCounted() => Assert.Equal(new Share(1, 1), Calibration.Of([(1.0, true), (0.0, false)]).From(9));

    [Fact]
    public void Nothing_HasNoError()
    {
        Assert.Null(Calibration.Empty.Error);
        Assert.Null(Calibration.Empty.From(9).Value);
    }
}
