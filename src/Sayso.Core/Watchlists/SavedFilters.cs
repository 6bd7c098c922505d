using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attitudes;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Watchlists;

/// <summary>What the filters of saved searches mean: those of statements, but for the day as of which something was known, on which nothing would ever be new.</summary>
public static class SavedFilters
{
    /// <summary>Their names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["about", "confidence", "document", "event", "outlet", "said", "since", "stance", "text", "until", "who"];

    /// <summary>The query of a search.</summary>
    /// <exception cref="SaysoException">A filter is none, or its value is not understood (<c>SAY2016</c>).</exception>
    public static StatementQuery Query(SavedSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        var values = search.Filters.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        if (values.Keys.FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
        {
            throw Bad(unknown, values[unknown]);
        }

        return new StatementQuery
        {
            Who = values.GetValueOrDefault("who"),
            Stance = Read(values, "stance", ClosedSet.Parse<Stance>),
            About = values.GetValueOrDefault("about"),
            Text = values.GetValueOrDefault("text"),
            SaidIn = Read(values, "said", DayRange.Of),
            EventIn = Read(values, "event", DayRange.Of),
            Confidence = Read<double>(values, "confidence", text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1 ? number : null),
            Since = Read<LocalDate>(values, "since", Day),
            Until = Read<LocalDate>(values, "until", Day),
            Outlet = values.GetValueOrDefault("outlet"),
            DocumentId = values.GetValueOrDefault("document"),
        };
    }

    private static LocalDate? Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;

    private static T? Read<T>(Dictionary<string, string> values, string name, Func<string, T?> read)
        where T : struct =>
        !values.TryGetValue(name, out var text) ? null : read(text) ?? throw Bad(name, text);

    private static SaysoException Bad(string name, string value) =>
        new(ProblemCodes.BadWatchlist, $"“{value}” is nothing that statements can be filtered by as “{name}”. `sayso statements --help` says what can be.");
}
