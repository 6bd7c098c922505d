using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Sayso.Core.Inconsistencies;

/// <summary>"Tuesday, 3 March 2027", where that day is a Wednesday.</summary>
internal static class DatedWeekdays
{
    private static readonly Dictionary<string, IsoDayOfWeek> _days = new(StringComparer.Ordinal)
    {
        ["monday"] = IsoDayOfWeek.Monday,
        ["tuesday"] = IsoDayOfWeek.Tuesday,
        ["wednesday"] = IsoDayOfWeek.Wednesday,
        ["thursday"] = IsoDayOfWeek.Thursday,
        ["friday"] = IsoDayOfWeek.Friday,
        ["saturday"] = IsoDayOfWeek.Saturday,
        ["sunday"] = IsoDayOfWeek.Sunday,
    };

    /// <summary>Those of one sentence.</summary>
    public static IEnumerable<Inconsistency> In(InconsistencyScene scene, int sentence)
    {
        foreach (var time in scene.TimesIn(sentence))
        {
            var words = scene.Words(time.Span.Start, time.Span.End);
            var named = words.FindAll(w => _days.ContainsKey(w.Form));
            if (named.Count != 1 || time.Value.Length < 10 || !words.Exists(w => char.IsDigit(w.Form[0]))
                || LocalDatePattern.Iso.Parse(time.Value[..10]) is not { Success: true, Value: var day }
                    || day.DayOfWeek == _days[named[0].Form])
            {
                continue;
            }

            // A day without a year was given the one nearest to the publication: the text may mean its neighbour.
            var hasYear = words.Exists(w => w.Form == day.Year.ToString(CultureInfo.InvariantCulture));
            if (hasYear || !IsOfNeighbour(day, _days[named[0].Form]))
            {
                yield return InconsistencyScene.Found(
                    string.Create(CultureInfo.InvariantCulture, $"{day:d MMMM uuuu} is a {day.DayOfWeek}, not a {_days[named[0].Form]}."),
                    time.Span);
            }
        }
    }

    private static bool IsOfNeighbour(LocalDate day, IsoDayOfWeek named) =>
        new[] { day.PlusYears(-1), day.PlusYears(1) }.Any(other => other.DayOfWeek == named);
}
