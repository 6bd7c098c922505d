using Sayso.Core.Times;
using UnitsNet;

namespace Sayso.Core.Quantities;

/// <summary>
/// Dimensions and conversion, which are UnitsNet's; here stands only which of its units a name of ours means. A ton is the
/// short one where nothing says that it is metric; gallons, pints and quarts are American, a barrel one of oil, a horsepower the
/// mechanical one, and a kilobyte has 1,000 bytes. Counts, shares and money have no dimension.
/// </summary>
public static class Measures
{
    private const double SecondsOfAnHour = 3600;

    private static readonly Dictionary<Dimension, string> _bases = new()
    {
        [Dimension.Length] = "meter",
        [Dimension.Mass] = "kilogram",
        [Dimension.Area] = "square meter",
        [Dimension.Volume] = "liter",
        [Dimension.Temperature] = "degree Celsius",
        [Dimension.Speed] = "kilometer per hour",
        [Dimension.Power] = "watt",
        [Dimension.Energy] = "kilowatt-hour",
        [Dimension.Pressure] = "pascal",
        [Dimension.Information] = "byte",
        [Dimension.Frequency] = "hertz",
        [Dimension.Torque] = "newton meter",
    };

    private static readonly Dictionary<string, (Dimension Dimension, Func<double, double> ToBase)> _units = new(StringComparer.Ordinal)
    {
        ["mile"] = (Dimension.Length, v => Length.FromMiles(v).Meters),
        ["nautical mile"] = (Dimension.Length, v => Length.FromNauticalMiles(v).Meters),
        ["kilometer"] = (Dimension.Length, v => Length.FromKilometers(v).Meters),
        ["meter"] = (Dimension.Length, v => Length.FromMeters(v).Meters),
        ["centimeter"] = (Dimension.Length, v => Length.FromCentimeters(v).Meters),
        ["millimeter"] = (Dimension.Length, v => Length.FromMillimeters(v).Meters),
        ["mm"] = (Dimension.Length, v => Length.FromMillimeters(v).Meters),
        ["micrometer"] = (Dimension.Length, v => Length.FromMicrometers(v).Meters),
        ["nanometer"] = (Dimension.Length, v => Length.FromNanometers(v).Meters),
        ["yard"] = (Dimension.Length, v => Length.FromYards(v).Meters),
        ["foot"] = (Dimension.Length, v => Length.FromFeet(v).Meters),
        ["inch"] = (Dimension.Length, v => Length.FromInches(v).Meters),
        ["light-year"] = (Dimension.Length, v => Length.FromLightYears(v).Meters),
        ["ton"] = (Dimension.Mass, v => Mass.FromShortTons(v).Kilograms),
        ["tonne"] = (Dimension.Mass, v => Mass.FromTonnes(v).Kilograms),
        ["kilogram"] = (Dimension.Mass, v => Mass.FromKilograms(v).Kilograms),
        ["gram"] = (Dimension.Mass, v => Mass.FromGrams(v).Kilograms),
        ["milligram"] = (Dimension.Mass, v => Mass.FromMilligrams(v).Kilograms),
        ["pound"] = (Dimension.Mass, v => Mass.FromPounds(v).Kilograms),
        ["ounce"] = (Dimension.Mass, v => Mass.FromOunces(v).Kilograms),
        ["acre"] = (Dimension.Area, v => Area.FromAcres(v).SquareMeters),
        ["hectare"] = (Dimension.Area, v => Area.FromHectares(v).SquareMeters),
        ["square mile"] = (Dimension.Area, v => Area.FromSquareMiles(v).SquareMeters),
        ["square kilometer"] = (Dimension.Area, v => Area.FromSquareKilometers(v).SquareMeters),
        ["square meter"] = (Dimension.Area, v => Area.FromSquareMeters(v).SquareMeters),
        ["square centimeter"] = (Dimension.Area, v => Area.FromSquareCentimeters(v).SquareMeters),
        ["square yard"] = (Dimension.Area, v => Area.FromSquareYards(v).SquareMeters),
        ["square foot"] = (Dimension.Area, v => Area.FromSquareFeet(v).SquareMeters),
        ["square inch"] = (Dimension.Area, v => Area.FromSquareInches(v).SquareMeters),
        ["liter"] = (Dimension.Volume, v => Volume.FromLiters(v).Liters),
        ["milliliter"] = (Dimension.Volume, v => Volume.FromMilliliters(v).Liters),
        ["centiliter"] = (Dimension.Volume, v => Volume.FromCentiliters(v).Liters),
        ["gallon"] = (Dimension.Volume, v => Volume.FromUsGallons(v).Liters),
        ["quart"] = (Dimension.Volume, v => Volume.FromUsQuarts(v).Liters),
        ["pint"] = (Dimension.Volume, v => Volume.FromUsPints(v).Liters),
        ["barrel"] = (Dimension.Volume, v => Volume.FromOilBarrels(v).Liters),
        ["cubic meter"] = (Dimension.Volume, v => Volume.FromCubicMeters(v).Liters),
        ["cubic centimeter"] = (Dimension.Volume, v => Volume.FromCubicCentimeters(v).Liters),
        ["cubic kilometer"] = (Dimension.Volume, v => Volume.FromCubicKilometers(v).Liters),
        ["cubic mile"] = (Dimension.Volume, v => Volume.FromCubicMiles(v).Liters),
        ["cubic yard"] = (Dimension.Volume, v => Volume.FromCubicYards(v).Liters),
        ["cubic foot"] = (Dimension.Volume, v => Volume.FromCubicFeet(v).Liters),
        ["cubic inch"] = (Dimension.Volume, v => Volume.FromCubicInches(v).Liters),
        ["degree Celsius"] = (Dimension.Temperature, v => Temperature.FromDegreesCelsius(v).DegreesCelsius),
        ["degree Fahrenheit"] = (Dimension.Temperature, v => Temperature.FromDegreesFahrenheit(v).DegreesCelsius),
        ["kelvin"] = (Dimension.Temperature, v => Temperature.FromKelvins(v).DegreesCelsius),
        ["mile per hour"] = (Dimension.Speed, v => Speed.FromMilesPerHour(v).KilometersPerHour),
        ["kilometer per hour"] = (Dimension.Speed, v => Speed.FromKilometersPerHour(v).KilometersPerHour),
        ["knot"] = (Dimension.Speed, v => Speed.FromKnots(v).KilometersPerHour),
        ["watt"] = (Dimension.Power, v => (double)Power.FromWatts(v).Watts),
        ["kilowatt"] = (Dimension.Power, v => (double)Power.FromKilowatts(v).Watts),
        ["megawatt"] = (Dimension.Power, v => (double)Power.FromMegawatts(v).Watts),
        ["gigawatt"] = (Dimension.Power, v => (double)Power.FromGigawatts(v).Watts),
        ["terawatt"] = (Dimension.Power, v => (double)Power.FromTerawatts(v).Watts),
        ["horsepower"] = (Dimension.Power, v => (double)Power.FromMechanicalHorsepower(v).Watts),
        ["hp"] = (Dimension.Power, v => (double)Power.FromMechanicalHorsepower(v).Watts),
        ["watt-hour"] = (Dimension.Energy, v => Energy.FromWattHours(v).KilowattHours),
        ["kilowatt-hour"] = (Dimension.Energy, v => Energy.FromKilowattHours(v).KilowattHours),
        ["megawatt-hour"] = (Dimension.Energy, v => Energy.FromMegawattHours(v).KilowattHours),
        ["gigawatt-hour"] = (Dimension.Energy, v => Energy.FromGigawattHours(v).KilowattHours),
        ["terawatt-hour"] = (Dimension.Energy, v => Energy.FromTerawattHours(v).KilowattHours),
        ["joule"] = (Dimension.Energy, v => Energy.FromJoules(v).KilowattHours),
        ["kilojoule"] = (Dimension.Energy, v => Energy.FromKilojoules(v).KilowattHours),
        ["megajoule"] = (Dimension.Energy, v => Energy.FromMegajoules(v).KilowattHours),
        ["calorie"] = (Dimension.Energy, v => Energy.FromKilocalories(v).KilowattHours),
        ["kilocalorie"] = (Dimension.Energy, v => Energy.FromKilocalories(v).KilowattHours),
        ["pascal"] = (Dimension.Pressure, v => Pressure.FromPascals(v).Pascals),
        ["hectopascal"] = (Dimension.Pressure, v => Pressure.FromHectopascals(v).Pascals),
        ["kilopascal"] = (Dimension.Pressure, v => Pressure.FromKilopascals(v).Pascals),
        ["megapascal"] = (Dimension.Pressure, v => Pressure.FromMegapascals(v).Pascals),
        ["millibar"] = (Dimension.Pressure, v => Pressure.FromMillibars(v).Pascals),
        ["psi"] = (Dimension.Pressure, v => Pressure.FromPoundsForcePerSquareInch(v).Pascals),
        ["byte"] = (Dimension.Information, v => v),
        ["kilobyte"] = (Dimension.Information, v => (double)Information.FromKilobytes(v).Bytes),
        ["megabyte"] = (Dimension.Information, v => (double)Information.FromMegabytes(v).Bytes),
        ["gigabyte"] = (Dimension.Information, v => (double)Information.FromGigabytes(v).Bytes),
        ["terabyte"] = (Dimension.Information, v => (double)Information.FromTerabytes(v).Bytes),
        ["petabyte"] = (Dimension.Information, v => (double)Information.FromPetabytes(v).Bytes),
        ["exabyte"] = (Dimension.Information, v => (double)Information.FromExabytes(v).Bytes),
        ["hertz"] = (Dimension.Frequency, v => Frequency.FromHertz(v).Hertz),
        ["kilohertz"] = (Dimension.Frequency, v => Frequency.FromKilohertz(v).Hertz),
        ["megahertz"] = (Dimension.Frequency, v => Frequency.FromMegahertz(v).Hertz),
        ["gigahertz"] = (Dimension.Frequency, v => Frequency.FromGigahertz(v).Hertz),
        ["newton meter"] = (Dimension.Torque, v => Torque.FromNewtonMeters(v).NewtonMeters),
        ["pound-foot"] = (Dimension.Torque, v => Torque.FromPoundForceFeet(v).NewtonMeters),
    };

    /// <summary>
    /// Whether a name is that of a unit that can be converted, as <see cref="Quantity.Unit"/> has it or in British spelling.
    /// </summary>
    public static bool IsUnit(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(name) is not null;
    }

    /// <summary>
    /// A quantity in the base unit of its dimension; a length per time is a speed. <c>null</c> for counts, shares and money,
    /// for other rates, for a change of temperature, whose zero is no zero, and for what is beyond a double.
    /// </summary>
    public static Measure? Of(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        if (quantity.Unit is not { } name || Find(name) is not var (dimension, toBase)
            || (dimension == Dimension.Temperature && quantity.Change?.By is not null))
        {
            return null;
        }

        var scale = 1.0;
        if (quantity.Per is { } per)
        {
            if (dimension != Dimension.Length || Seconds(per) is not { } seconds)
            {
                return null;
            }

            (dimension, scale) = (Dimension.Speed, SecondsOfAnHour / seconds / 1000);
        }

        double? Converted(double? value) => value is { } number && Safe(toBase, number) is { } based && double.IsFinite(based * scale)
            ? based * scale : null;

        var measure = new Measure(dimension, _bases[dimension])
        {
            Value = Converted(quantity.Value),
            Low = Converted(quantity.Low),
            High = Converted(quantity.High)
        };
        return measure.Value is null && (measure.Low is null || measure.High is null) ? null : measure;
    }

    /// <summary>What a library cannot hold (it counts bytes in decimals) is no measure.</summary>
    private static double? Safe(Func<double, double> toBase, double value)
    {
        try
        {
            return toBase(value);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static (Dimension Dimension, Func<double, double> ToBase)? Find(string name) =>
        _units.TryGetValue(name, out var unit)
            || (name.Contains("metre", StringComparison.Ordinal)
                && _units.TryGetValue(name.Replace("metre", "meter", StringComparison.Ordinal), out unit))
            || (name.EndsWith("litre", StringComparison.Ordinal)
                && _units.TryGetValue(name.Replace("litre", "liter", StringComparison.Ordinal), out unit))
            ? unit : null;

    /// <summary>How long the time is that a rate is reckoned by; <c>null</c> where it is none, or has no fixed length.</summary>
    private static double? Seconds(Rate rate) => !TimeUnit.TryRead(rate.Of ?? string.Empty, out var unit, out _) || rate.Value <= 0
        ? null : (unit.Letter, unit.IsOfClock) switch
        {
            ('S', true) => rate.Value,
            ('M', true) => rate.Value * Duration.FromMinutes(1).Seconds,
            ('H', true) => rate.Value * Duration.FromHours(1).Seconds,
            ('D', false) => rate.Value * Duration.FromDays(1).Seconds,
            _ => null,
        };
}
