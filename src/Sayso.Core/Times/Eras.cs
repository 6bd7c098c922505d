using System.Globalization;

namespace Sayso.Core.Times;

/// <summary>
/// Centuries, and years of the eras: "the 19th century", "the mid-19th century", "300 BC", "the 5th century BC", "AD 79". A year before
/// our era is <c>BC0300</c>, as TIMEX3 writes it.
/// </summary>
internal static class Eras
{
    private const int LatestCentury = 22;
    private const int LatestYear = 9999;

    /// <summary>The century or year that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at) => Century(scene, at) ?? Year(scene, at);

    private static TimeMatch? Century(TimeScene scene, int at)
    {
        var place = scene.Form(at) == "the" ? at + 1 : at;
        var mod = scene.Form(place) switch { "early" => "START", "late" => "END", "mid" => "MID", _ => null };
        place += mod is null ? 0 : scene.Form(place + 1) == "-" ? 2 : 1;
        if (SmallNumber.Ordinal(scene.Form(place)) is not (> 0 and <= LatestCentury and var number))
        {
            return null;
        }

        var end = scene.Form(place + 1) == "-" ? place + 2 : place + 1;
        if (scene.Form(end) != "century")
        {
            return null;
        }

        var isBefore = Era(scene, end + 1) is (true, _);
        return new TimeMatch(at, Era(scene, end + 1)?.End ?? end + 1, TimeType.Date,
            string.Create(CultureInfo.InvariantCulture, $"{(isBefore ? "BC" : "")}{number - 1:00}"))
        { Mod = mod };
    }

    private static TimeMatch? Year(TimeScene scene, int at)
    {
        if (scene.Form(at) is "ad" && scene.IsCapital(at) && scene.IsCapital(at, 1) && Number(scene, at + 1) is { } since)
        {
            return Of(at, at + 2, since, isBefore: false);
        }

        return Number(scene, at) is { } year && Era(scene, at + 1) is var (isBefore, end) ? Of(at, end, year, isBefore) : null;
    }

    private static TimeMatch Of(int at, int end, int year, bool isBefore) =>
        new(at, end, TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"{(isBefore ? "BC" : "")}{year:0000}"));

    private static int? Number(TimeScene scene, int at) => SmallNumber.Whole(scene.Form(at)) is > 0 and <= LatestYear and var year
        ? (int)year : null;

    /// <summary>"BC", "BCE", "B.C.", "CE", "AD" in capitals, whether it is before ours, and the index behind it.</summary>
    private static (bool IsBefore, int End)? Era(TimeScene scene, int at) => !scene.IsCapital(at) ? null
        : scene.Form(at) is "bc" or "bce" && scene.IsCapital(at, 1) ? (true, at + 1)
        : scene.Form(at) is "ad" or "ce" && scene.IsCapital(at, 1) ? (false, at + 1)
        : scene.Form(at) == "b" && scene.Form(at + 1) == "." && scene.Form(at + 2) == "c" && scene.Touch(at + 1, at + 2)
            ? (true, scene.Form(at + 3) == "." ? at + 4 : at + 3)
        : null;
}
