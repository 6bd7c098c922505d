using System.Globalization;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Web.Api;

/// <summary>The parameters of a request, understood or refused with what would be right (<c>SAY6003</c>).</summary>
internal sealed class ApiQuery
{
    private readonly Dictionary<string, StringValues> _values;

    /// <summary>Takes the parameters of a request.</summary>
    /// <param name="values">Its parameters.</param>
    /// <param name="parameters">All that it may have.</param>
    /// <exception cref="SaysoException">It has others, or one twice, or lacks one.</exception>
    public ApiQuery(IEnumerable<KeyValuePair<string, StringValues>> values, IReadOnlyList<ApiParameter> parameters)
    {
        _values = values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        foreach (var (name, value) in _values)
        {
            var parameter = parameters.FirstOrDefault(p => p.Name == name)
                ?? throw Bad($"There is no parameter “{name}” here{(parameters.Count == 0 ? "." : $", only {string.Join(", ", parameters.Select(p => p.Name))}.")}");
            if (value.Count > 1)
            {
                throw Bad($"The parameter “{name}” is given {value.Count} times: once is enough.");
            }

            if (value.ToString().Length > parameter.Longest)
            {
                throw Bad($"The value of “{name}” is longer than {parameter.Longest} characters.");
            }

            if (parameter.Words is { } words && Words(name) is { } word && !words.Contains(word, StringComparer.Ordinal))
            {
                throw Bad($"“{word}” is no {name}: {string.Join(", ", words)}.");
            }
        }

        if (parameters.FirstOrDefault(p => p.IsRequired && Words(p.Name) is null) is { } missing)
        {
            throw Bad($"The parameter “{missing.Name}” is missing: {missing.Description}");
        }

        if (_values.ContainsKey("since") && Day("since") is { } since && Day("until") is { } until && until < since)
        {
            throw Bad($"“since” is after “until”, {since:uuuu-MM-dd} after {until:uuuu-MM-dd}: no day is both.");
        }
    }

    /// <summary>The value; <c>null</c> where it is empty or not there.</summary>
    public string? Words(string name) => _values.GetValueOrDefault(name).ToString().Trim() is { Length: > 0 } value ? value : null;

    /// <summary>A value of a closed set.</summary>
    public TValue? Choice<TValue>(string name)
        where TValue : struct, Enum => ClosedSet.Parse<TValue>(Words(name));

    /// <summary>Whether it is asked for.</summary>
    public bool Flag(string name) => Words(name) switch
    {
        null => false,
        "true" => true,
        "false" => false,
        var other => throw Bad($"“{other}” is not true or false, as “{name}” has to be."),
    };

    /// <summary>A day.</summary>
    public LocalDate? Day(string name) =>
        Parsed<LocalDate>(name, text => LocalDatePattern.Iso.Parse(text) is { Success: true } day
            ? day.Value : null, "a day like 2031-03-12");

    /// <summary>Days.</summary>
    public DayRange? Days(string name) =>
        Parsed<DayRange>(name, DayRange.Of, "a day, month or year like 2031-03-12 or 2031-03, or two of them with a slash");

    /// <summary>A number from 1 on.</summary>
    public int? Count(string name) =>
        Parsed<int>(name, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : null, "a number from 1 on");

    /// <summary>A number from 0 to 1.</summary>
    public double? Probability(string name) => Parsed<double>(
        name, text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 1 ? number : null, "a number from 0 to 1, like 0.9");

    /// <summary>A refusal.</summary>
    public static SaysoException Bad(string message) => new(ProblemCodes.BadRequest, message);

    private T? Parsed<T>(string name, Func<string, T?> parse, string form)
        where T : struct =>
        Words(name) is not { } text ? null : parse(text) ?? throw Bad($"“{text}” is not {form}, as “{name}” has to be.");
}
