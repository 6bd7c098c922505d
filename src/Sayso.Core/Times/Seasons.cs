using System.Globalization;

namespace Sayso.Core.Times;

/// <summary>
/// "last summer", "the fall of 2012", "this spring", "the fourth quarter", "Q3 2015", "the second half of 2012". A quarter of a firm's
/// own year ("the third quarter of fiscal 2030" is <c>FY2030-Q3</c>) has no place in the calendar.
/// </summary>
internal static class Seasons
{
    /// <summary>The season, quarter or half that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at) => Season(scene, at) ?? Quarter(scene, at);

    private static TimeMatch? Season(TimeScene scene, int at)
    {
        var lead = scene.Form(at);
        var place = lead is "last" or "this" or "next" or "the" or "early" or "late" ? at + 1 : at;
        var (code, firstMonth) = scene.Form(place) switch
        {
            "spring" => ("SP", 3),
            "summer" => ("SU", 6),
            "fall"
            or "autumn" => ("FA", 9),
            "winter" => ("WI", 12),
            _ => ("", 0)
        };
        if (code.Length == 0)
        {
            return null;
        }

        var year = scene.Form(place + 1) == "of" ? place + 2 : place + 1;
        if (CalendarDates.YearOf(scene.Form(year)) is { } stated)
        {
            // "The winter of 1962-63".
            var isLong = scene.Form(year + 1) is "-" or "–" or "/" && scene.Touch(year, year + 1) && scene.Touch(year + 1, year + 2)
                && SmallNumber.Digits(scene.Form(year + 2)) == (stated + 1) % 100;
            return new TimeMatch(at, isLong ? year + 3 : year + 1, TimeType.Date, Of(stated));
        }

        if (CalendarDates.BriefYear(scene, year) is { } brief)
        {
            return new TimeMatch(at, year + 2, TimeType.Date, Of(brief));
        }

        // "Fall" and "spring" are verbs too, and "the fall of the house" is none of the seasons.
        if (place == at && scene.Form(at - 1) is not ("in" or "by" or "until" or "since") || scene.Form(place + 1) == "of"
            || (lead == "the" && scene.Form(at - 1) is not ("in" or "into" or "by" or "during" or "until" or "since" or "over" or "for"
                or "through" or "of" or "this")))
        {
            return null;
        }

        if (scene.Published is not { } today)
        {
            return new TimeMatch(at, place + 1, TimeType.Date, $"XXXX-{code}");
        }

        var number = lead switch
        {
            "last" => today.Month >= firstMonth + 3 ? today.Year : today.Year - 1,
            "next" => today.Month >= firstMonth ? today.Year + 1 : today.Year,
            // Winter began last year until spring does; what has been since a season began in one that had.
            _ when code == "WI" && today.Month < 4 => today.Year - 1,
            _ when today.Month < firstMonth
                && (scene.Form(at - 1) == "since" || (scene.IsPast(at) && !scene.IsFuture(at))) => today.Year - 1,
            _ => today.Year,
        };
        return new TimeMatch(at, place + 1, TimeType.Date, Of(number)) { IsAnchored = true };

        string Of(int number) => $"{number:0000}-{code}";
    }

    private static TimeMatch? Quarter(TimeScene scene, int at)
    {
        var form = scene.Form(at);
        if (form.Length == 2 && form[0] == 'q' && form[1] is >= '1' and <= '4' && scene.IsCapital(at))
        {
            return WithYear(scene, at, at + 1, $"Q{form[1]}");
        }

        var place = form == "the" ? at + 1 : at;
        if (SmallNumber.Ordinal(scene.Form(place)) is not { } number)
        {
            return null;
        }

        var unit = scene.Form(place + 1) == "fiscal" ? place + 2 : place + 1;
        return scene.Form(unit) == "quarter" && number is >= 1 and <= 4 && scene.Form(unit + 1) is not "century"
            ? WithYear(scene, at, unit + 1, $"Q{number}")
            : scene.Form(unit) == "half" && number is 1 or 2
                && (scene.Form(unit + 1) == "of"
                    && (CalendarDates.YearOf(scene.Form(unit + 2)) is not null || scene.Form(unit + 2) is "this" or "last" or "the"
                        && scene.Form(unit + 3) == "year")) ? WithYear(scene, at, unit + 1, $"H{number}")
            : null;
    }

    private static TimeMatch WithYear(TimeScene scene, int at, int end, string part)
    {
        var place = scene.Form(end) is "of" or "in" ? end + 1 : end;
        if (scene.Form(place) == "fiscal" && (scene.Form(place + 1) == "year" ? place + 2 : place + 1) is var named
            && CalendarDates.YearOf(scene.Form(named)) is { } fiscal)
        {
            return new TimeMatch(at, named + 1, TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"FY{fiscal:0000}-{part}"));
        }

        if (CalendarDates.YearOf(scene.Form(place)) is { } year)
        {
            return new TimeMatch(at, place + 1, TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{part}"));
        }

        var step = scene.Form(place) switch
        {
            "this" or "the" when scene.Form(place + 1) == "year" => 0,
            "last"
            when scene.Form(place + 1) == "year" => -1,
            "next" when scene.Form(place + 1) == "year" => 1,
            _ => (int?)null
        };
        return scene.Published is { } today && step is { } turn
            ? new TimeMatch(at, place + 2, TimeType.Date,
                string.Create(CultureInfo.InvariantCulture, $"{today.Year + turn:0000}-{part}"))
            { IsAnchored = true }
            : Nearest(scene, at, part) is { } nearest && !IsFiscal(scene, at, end)
                ? new TimeMatch(at, end, TimeType.Date,
                    string.Create(CultureInfo.InvariantCulture, $"{nearest:0000}-{part}"))
                { IsAnchored = true }
            : new TimeMatch(at, end, TimeType.Date, $"XXXX-{part}");
    }

    /// <summary>A firm's own year begins when it likes.</summary>
    private static bool IsFiscal(TimeScene scene, int at, int end) => Enumerable.Range(at - 1, end - at + 2)
        .Any(i => scene.Form(i) == "fiscal");

    /// <summary>The year of a quarter or half that has none: the next one of what is to come, else the last one that had begun.</summary>
    private static int? Nearest(TimeScene scene, int at, string part)
    {
        if (scene.Published is not { } today)
        {
            return null;
        }

        var months = part[0] == 'Q' ? 3 : 6;
        var first = ((part[1] - '1') * months) + 1;
        return scene.IsFuture(at) ? (first + months - 1 < today.Month ? today.Year + 1 : today.Year)
            : first <= today.Month ? today.Year : today.Year - 1;
    }
}
