using System.Globalization;
using NodaTime;
using Sayso.Core.Errors;

namespace Sayso.Core.Times;

/// <summary>
/// Dates by the names of months and by numbers: "15 December 2013", "Dec. 11", "October 1-2", "March 2007", "the 16th of
/// March", "2016-03-01", "3/14/2016", "2009", "the 1990s", "the 19th century". A month without a year is the last one
/// before the publication, or the next one where the sentence speaks of what is to come.
/// </summary>
internal static class CalendarDates
{
    private static readonly string[] _months =
        ["", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Days around a day in which its name needs no year.</summary>
    private const int Around = 45;

    private const int LeapYear = 2000;

    private static readonly string[] _decades =
        ["", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

    /// <summary>The date that begins at a word.</summary>
    public static TimeMatch? Read(TimeScene scene, int at) =>
        NineEleven(scene, at) ?? Numeric(scene, at) ?? NoDay(scene, at) ?? Days(scene, at) ?? DayFirst(scene, at) ?? MonthFirst(scene, at)
            ?? Eras.Read(scene, at) ?? Decade(scene, at) ?? Year(scene, at);

    /// <summary>A year in digits.</summary>
    public static int? YearOf(string form) => form.Length == 4 && SmallNumber.Digits(form) is >= 1500 and <= 2199 and var year
        ? year : null;

    /// <summary>The year of "’69" and "'24".</summary>
    public static int? BriefYear(TimeScene scene, int at) => scene.Form(at) is "'" or "’" or "‘" && scene.Touch(at, at + 1)
        && !scene.Touch(at - 1, at)
        && scene.Form(at + 1) is { Length: 2 } digits && SmallNumber.Digits(digits) is { } brief
        && scene.Form(at + 2) is not ("'" or "’" or "-" or "%")
        ? (digits[0] <= '2' ? 2000 : 1900) + brief : null;

    /// <summary>The number of a month, and the index behind its name.</summary>
    private static (int Month, int End)? Month(TimeScene scene, int at)
    {
        var form = scene.Form(at);
        if (form.Length < 3 || !scene.IsCapital(at))
        {
            return null;
        }

        var month = Array.FindIndex(_months, 1, name => name == form
            || (name.Length > 4 && (name[..3] == form || (form == "sept" && name == "september"))));
        return month < 1 ? null
            : form.Length < _months[month].Length && scene.Form(at + 1) == "." && scene.Touch(at, at + 1) ? (month, at + 2)
            : (month, at + 1);
    }

    /// <summary>"45 March 2031", "March 45, 2031": a date by its form, which no calendar has.</summary>
    private static TimeMatch? NoDay(TimeScene scene, int at)
    {
        if (IsNoDay(scene.Form(at)) && Month(scene, at + 1) is var (month, end) && YearOf(scene.Form(end)) is { } year)
        {
            return Beyond(at, end + 1, $"{year:0000}-{month:00}-XX");
        }

        return Month(scene, at) is var (first, day) && IsNoDay(scene.Form(day)) && scene.Form(day + 1) == ","
            && YearOf(scene.Form(day + 2)) is { } of
                ? Beyond(at, day + 3, $"{of:0000}-{first:00}-XX")
                : null;
    }

    private static bool IsNoDay(string form) => form.Length is 1 or 2 && SmallNumber.Digits(form) is 0 or (> 31 and < 100);

    /// <summary>"12 March 12031": a year that no calendar here goes to. More words behind it would make it a count.</summary>
    private static bool IsBeyond(TimeScene scene, int at)
    {
        var form = scene.Form(at);
        var next = scene.Form(at + 1);
        return form.Length > 4 && form.All(char.IsAsciiDigit) && (next.Length == 0 || !char.IsLetterOrDigit(next[0]));
    }

    private static TimeMatch Beyond(int at, int end, string value) => new(at, end, TimeType.Date, value) { Problem = ProblemCodes.DateBeyond };

    /// <summary>"14 to 16 May", "14 and 16 May 2031": days of one month.</summary>
    private static TimeMatch? Days(TimeScene scene, int at)
    {
        if (scene.Form(at + 1) is not ("to" or "and" or "-" or "–" or "or" or "through")
            || SmallNumber.DayOfMonth(scene.Form(at)) is not { } first
            || !char.IsAsciiDigit(scene.Form(at)[0]) || !char.IsAsciiDigit(scene.Form(at + 2) is { Length: > 0 } next ? next[0] : ' ')
            || DayFirst(scene, at + 2) is not { Day: { } last } match || first >= last.Day)
        {
            return null;
        }

        return match with { First = at, Value = $"{Written(last.PlusDays(first - last.Day))}/{Written(last)}", Day = null };
    }

    private static TimeMatch? DayFirst(TimeScene scene, int at)
    {
        var first = scene.Form(at) == "the" ? at + 1 : at;
        if (SmallNumber.DayOfMonth(scene.Form(first)) is not { } day)
        {
            return null;
        }

        var of = scene.Form(first + 1) == "of" ? first + 2 : first + 1;
        if (Month(scene, of) is not var (month, end) || (of == first + 1 && !char.IsAsciiDigit(scene.Form(first)[0])))
        {
            return null;
        }

        // "1 May" and "May" the verb: a capital is asked for, and "2 March" is two of nothing.
        return WithYear(scene, (at, end), month, day);
    }

    private static TimeMatch? MonthFirst(TimeScene scene, int at)
    {
        var mod = scene.Form(at) switch { "early" => "START", "late" => "END", "mid" => "MID", _ => null };
        var isTurned = scene.Form(at) is "last" or "next" or "this";
        var start = isTurned ? at + 1 : mod is null ? at : scene.Form(at + 1) is "-" or "in" ? at + 2 : at + 1;
        if (Month(scene, start) is not var (month, end))
        {
            return null;
        }

        if (scene.Form(end) == "the" && SmallNumber.DayOfMonth(scene.Form(end + 1)) is not null)
        {
            end++;
        }

        if (mod is null && SmallNumber.DayOfMonth(scene.Form(end)) is { } day && scene.Form(end).Length <= 4 && !IsClock(scene, end))
        {
            return isTurned ? null : WithYear(scene, (at, end + 1), month, day);
        }

        // "May" and "March" by themselves are more often something else.
        var isName = month is not (3 or 5) || end > start + 1 || IsYear(scene, end) || isTurned
            || scene.Form(at - 1) is "between" or "during" or "throughout" or "till" or "into" or "in" or "since" or "last" or "this"
            or "until" or "by" or "early" or "late" or "next" or "of"
            or "from" or "to" or "and" or "for" or "before" or "after" or "through";
        return isName ? MonthAlone(scene, (at, end), month, start) with { Mod = mod } : null;
    }

    private static bool IsClock(TimeScene scene, int at) => scene.Form(at + 1) == ":" && scene.Touch(at, at + 1);

    private static bool IsYear(TimeScene scene, int at) => YearOf(scene.Form(scene.Form(at) is "," or "of" ? at + 1 : at)) is not null;

    private static TimeMatch MonthAlone(TimeScene scene, (int At, int End) words, int month, int named)
    {
        var (at, end) = words;
        if (IsYear(scene, end))
        {
            var place = scene.Form(end) is "," or "of" ? end + 1 : end;
            return new TimeMatch(at, place + 1, TimeType.Date, $"{scene.Form(place)}-{month:00}");
        }

        return Linked(scene, (named, end), month) is { } linked ? new TimeMatch(at, end, TimeType.Date, $"{linked:0000}-{month:00}")
            : scene.Published is not { } today ? new TimeMatch(at, end, TimeType.Date, $"XXXX-{month:00}")
            : new TimeMatch(at, end, TimeType.Date, $"{YearFor(scene, today, month, (named, end)):0000}-{month:00}") { IsAnchored = true };
    }

    /// <summary>The year that stands at the other end: "from May to July 2029", "from 3 October 2029 to March".</summary>
    private static int? Linked(TimeScene scene, (int First, int End) words, int month) =>
        LinkedTo(scene, words, month) ?? LinkedFrom(scene, words.First, month);

    private static int? LinkedTo(TimeScene scene, (int First, int End) words, int month)
    {
        var (first, end) = words;
        if (!IsLink(scene.Form(end)))
        {
            return null;
        }

        var next = SmallNumber.DayOfMonth(scene.Form(end + 1)) is not null && char.IsAsciiDigit(scene.Form(end + 1)[0]) ? end + 2 : end + 1;
        next += scene.Form(next) is "early" or "late" ? 1 : 0;
        if (Month(scene, next) is not var (last, behind))
        {
            return null;
        }

        behind += SmallNumber.DayOfMonth(scene.Form(behind)) is not null ? 1 : 0;
        behind += scene.Form(behind) == "," ? 1 : 0;
        var year = YearOf(scene.Form(behind))
            ?? (scene.Form(first - 1) is "between" or "from" && scene.Published is { } today ? YearFor(scene, today, last, (next, behind))
            : null);
        return year is not { } known ? null : month <= last ? known : known - 1;
    }

    private static int? LinkedFrom(TimeScene scene, int first, int month)
    {
        var link = SmallNumber.DayOfMonth(scene.Form(first - 1)) is not null ? first - 2 : first - 1;
        var isLink = scene.Form(link) is "to" or "until" or "till" or "through" or "-" or "–"
            || (scene.Form(link) == "and" && Enumerable.Range(link - 5, 4).Any(i => scene.Form(i) == "between"));
        return isLink && YearOf(scene.Form(link - 1)) is { } begun
            && Enumerable.Range(link - 4, 3).Select(i => Month(scene, i)).FirstOrDefault(m => m is not null) is var (from, _)
            ? month >= from ? begun : begun + 1 : null;
    }

    private static bool IsLink(string form) => form is "to" or "until" or "till" or "through" or "-" or "–" or "and" or "or";

    /// <summary>
    /// The year of a month that states none: "last" and "next" say it, the sentence's tense does, else the nearest is meant.
    /// </summary>
    private static int YearFor(TimeScene scene, LocalDate today, int month, (int At, int End) words)
    {
        var (at, end) = words;
        var ahead = (month - today.Month + 12) % 12;
        return ahead == 0 ? today.Year
            : scene.Form(at - 1) == "this" ? today.Year
            : scene.Form(at - 1) == "last" ? Before()
            : scene.Form(at - 1) == "next" || scene.IsFuture(at) || IsElection(scene, at) ? After()
            : scene.IsPast(at) || scene.IsPastBehind(at, end - 1) ? Before()
            : ahead <= 6 ? After() : Before();

        int After() => month < today.Month ? today.Year + 1 : today.Year;
        int Before() => month > today.Month ? today.Year - 1 : today.Year;
    }

    /// <summary>"Can win the election in November": a vote that nothing says is over.</summary>
    private static bool IsElection(TimeScene scene, int at) =>
        scene.Form(at - 1) == "in" && scene.Form(at - 2) is "election" or "elections" or "vote" && !scene.IsPast(at - 2);

    private static TimeMatch? WithYear(TimeScene scene, (int At, int End) words, int month, int day)
    {
        var (at, end) = words;
        // "October 1-2", "October 1 and 2".
        var last = scene.Form(end) is "-" or "–" or "and" or "to" && SmallNumber.DayOfMonth(scene.Form(end + 1)) is { } until
            && until > day && scene.Form(end + 1).Length <= 2
            && SmallNumber.Digits(scene.Form(end + 1)) is not null && !TimeUnit.TryRead(scene.Form(end + 2), out _, out _)
                ? until
                : (int?)null;
        end += last is null ? 0 : 2;
        var place = scene.Form(end) == "," ? end + 1 : end;
        var year = YearOf(scene.Form(place));
        if (year is not null)
        {
            end = place + 1;
        }

        if (year is null && place == end && IsBeyond(scene, place))
        {
            return Beyond(at, place + 1, $"XXXX-{month:00}-{day:00}");
        }

        year ??= Linked(scene, (at, end), month);
        var isAnchored = year is null && scene.Published is not null;
        if (year is null && day > CalendarSystem.Iso.GetDaysInMonth(LeapYear, month))
        {
            return Beyond(at, end, $"XXXX-{month:00}-XX");
        }

        year ??= scene.Published is { } today ? YearFor(scene, today, month, (at, end)) : null;
        if (year is not { } known)
        {
            return new TimeMatch(at, end, TimeType.Date, $"XXXX-{month:00}-{day:00}");
        }

        if (day > CalendarSystem.Iso.GetDaysInMonth(known, month))
        {
            // Without a year, 29 February may be of another one.
            return isAnchored ? new TimeMatch(at, end, TimeType.Date, $"XXXX-{month:00}-{day:00}")
                : Beyond(at, end, $"{known:0000}-{month:00}-XX");
        }

        // The attacks have no year in the news, and at other times of the year nothing else is called by their day.
        known = isAnchored && (month, day) == (9, 11)
            && (scene.Form(end) is "attack" or "attacks" or "terrorist" or "terror" or "hijackers"
                || IsFarFrom(scene.Published, known, month, day)) ? 2001 : known;
        var date = new LocalDate(known, month, day);
        return last is { } second && second <= CalendarSystem.Iso.GetDaysInMonth(known, month)
            ? new TimeMatch(at, end, TimeType.Date,
                $"{Written(date)}/{Written(new LocalDate(known, month, second))}")
            { IsAnchored = isAnchored }
            : new TimeMatch(at, end, TimeType.Date, Written(date)) { IsAnchored = isAnchored, Day = date };
    }

    private static bool IsFarFrom(LocalDate? published, int year, int month, int day) =>
        published is { } today && Math.Abs(Period.DaysBetween(today, new LocalDate(year, month, day))) > Around;

    /// <summary>"9/11" is a name, and a date by that.</summary>
    private static TimeMatch? NineEleven(TimeScene scene, int at) =>
        scene.Form(at) == "9" && scene.Form(at + 1) == "/" && scene.Form(at + 2) == "11" && scene.Form(at + 3) != "/"
            ? new TimeMatch(at, at + 3, TimeType.Date, "2001-09-11")
            : null;

    /// <summary>"2016-03-01", "3/14/2016" (the month first, unless that cannot be).</summary>
    private static TimeMatch? Numeric(TimeScene scene, int at)
    {
        var mark = scene.Form(at + 1);
        if (mark is not ("-" or "/") || scene.Form(at + 3) != mark || !scene.Touch(at, at + 1) || !scene.Touch(at + 2, at + 3)
            || !scene.Touch(at + 3, at + 4))
        {
            return null;
        }

        if (SmallNumber.Digits(scene.Form(at)) is not { } one || SmallNumber.Digits(scene.Form(at + 2)) is not { } two
            || SmallNumber.Digits(scene.Form(at + 4)) is not { } three)
        {
            return null;
        }

        var (year, month, day) = scene.Form(at).Length == 4 ? (one, two, three) : one > 12 ? (three, two, one) : (three, one, two);
        year += scene.Form(at).Length != 4 && scene.Form(at + 4).Length == 2 ? (year < 50 ? 2000 : 1900) : 0;
        if (year is < 1500 or > 2199 || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        if (day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return new TimeMatch(at, at + 5, TimeType.Date, $"{year:0000}-{month:00}-XX") { Problem = ProblemCodes.DateBeyond };
        }

        var date = new LocalDate(year, month, day);
        return new TimeMatch(at, at + 5, TimeType.Date, Written(date)) { Day = date };
    }

    /// <summary>A year by itself. Four digits before a plural are a count: "2000 people".</summary>
    private static TimeMatch? Year(TimeScene scene, int at)
    {
        if (BriefYear(scene, at) is { } since)
        {
            return new TimeMatch(at, at + 2, TimeType.Date, since.ToString("0000", CultureInfo.InvariantCulture));
        }

        var mod = scene.Form(at) switch { "early" => "START", "late" => "END", "mid" => "MID", _ => null };
        var place = mod is null ? (scene.Form(at) is "fiscal" ? at + 1 : at) : scene.Form(at + 1) is "-" or "in" ? at + 2 : at + 1;
        if (YearOf(scene.Form(place)) is not { } year || scene.Form(place - 1) is "$" or "€" or "£" or "#" or "." or "no"
            || scene.Form(place + 1) is "%" or "percent" or "°")
        {
            return null;
        }

        // "An average of 1500" is no year.
        if (scene.Form(place - 1) == "of" && scene.Form(place - 2) is "average" or "total" or "maximum" or "minimum" or "price" or "sum")
        {
            return null;
        }

        var next = scene.Form(place + 1);
        var isCount = next is "people" or "men" or "women" or "children" or "dead" or "wounded" || year % 10 == 0 && next.Length > 3
            && next[^1] == 's' && next[^2] != 's'
            && next is not ("was" or "is" or "as" or "has" or "elections" or "campaigns" or "games" or "primaries" or "olympics");
        if (isCount || year is < 1800 or > 2100
            && scene.Form(place - 1) is not ("in" or "since" or "from" or "until" or "of" or "by" or "around" or "about" or "circa"))
        {
            return null;
        }

        // "The 2028-29 season", "2028/29"; "2010 to 2014" are two years.
        if (mod is null && scene.Form(place + 1) is "-" or "–" or "/" && scene.Touch(place, place + 1) && scene.Touch(place + 1, place + 2)
            && scene.Form(place + 2) is { Length: 2 } brief && SmallNumber.Digits(brief) is { } second && second > year % 100
            && scene.Form(place + 3) is not ("-" or "/"))
        {
            return new TimeMatch(at, place + 3, TimeType.Date, $"{year:0000}/{(year / 100 * 100) + second:0000}");
        }

        return new TimeMatch(at, place + 1, TimeType.Date, year.ToString("0000", CultureInfo.InvariantCulture)) { Mod = mod };
    }

    /// <summary>"the 1990s", "the early seventies", "the nineteen seventies", "the ’90s".</summary>
    private static TimeMatch? Decade(TimeScene scene, int at)
    {
        var place = scene.Form(at) == "the" ? at + 1 : at;
        var mod = scene.Form(place) switch { "early" => "START", "late" => "END", "mid" => "MID", _ => null };
        place += mod is null ? 0 : scene.Form(place + 1) == "-" ? 2 : 1;
        var form = scene.Form(place);
        if (form.Length == 5 && form[4] == 's' && YearOf(form[..4]) is { } year && year % 10 == 0)
        {
            return new TimeMatch(at, place + 1, TimeType.Date, form[..3]) { Mod = mod };
        }

        if (form is "'" or "’" or "‘" && scene.Form(place + 1) is { Length: 3 } brief && brief[2] == 's' && brief[1] == '0'
            && char.IsAsciiDigit(brief[0]))
        {
            return new TimeMatch(at, place + 2, TimeType.Date, $"{(brief[0] <= '2' ? "20" : "19")}{brief[0]}") { Mod = mod };
        }

        var isNineteen = form == "nineteen";
        var named = scene.Form(isNineteen ? place + 1 : place);
        return Array.IndexOf(_decades, named) is var decade and > 0 && (isNineteen || place > at)
            ? new TimeMatch(at, place + (isNineteen ? 2 : 1), TimeType.Date, $"19{decade}") { Mod = mod }
            : null;
    }

    /// <summary>A day in ISO 8601.</summary>
    public static string Written(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
