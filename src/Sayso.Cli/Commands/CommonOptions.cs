using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Documents;
using Sayso.Core.Times;

namespace Sayso.Cli.Commands;

/// <summary>Options that several commands have, each with the same name and meaning everywhere.</summary>
internal static class CommonOptions
{
    /// <summary>The output format for people.</summary>
    public const string Table = "table";

    /// <summary>The output format for programs.</summary>
    public const string Jsonl = "jsonl";

    /// <summary><c>--ledger FILE</c>.</summary>
    public static Option<string> Ledger() => new Option<string>("--ledger")
    {
        Description = "The ledger's file.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "sayso.db",
    }.IsPath();

    /// <summary>Makes a path without a character, such as an unset variable gives, a mistake.</summary>
    public static Option<T> IsPath<T>(this Option<T> option)
    {
        option.Validators.Add(result => RefuseEmpty(result, option.Name));
        return option;
    }

    /// <summary>Makes a path without a character, such as an unset variable gives, a mistake.</summary>
    public static Argument<T> IsPath<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result => RefuseEmpty(result, argument.Name));
        return argument;
    }

    /// <summary><c>--format table|jsonl</c>.</summary>
    public static Option<string> Format() => Format("For people, or one JSON object a line for programs.", Table, Jsonl);

    /// <summary><c>--format</c> with other forms, the first the default.</summary>
    public static Option<string> Format(string description, params string[] forms)
    {
        var option = new Option<string>("--format")
        {
            Description = description,
            HelpName = string.Join('|', forms),
            DefaultValueFactory = _ => forms[0],
        };
        option.AcceptOnlyFromAmong(forms);
        return option;
    }

    /// <summary>An option that takes a day, <c>2031-03-12</c>.</summary>
    public static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result => Parse<LocalDate>(result, text => LocalDatePattern.Iso.Parse(text) is { Success: true } day
            ? day.Value : null, "a day like 2031-03-12"),
    };

    /// <summary>
    /// An option that takes days as EDTF has them: <c>2031-03-12</c>, <c>2031-03</c>, <c>2031</c>, <c>2031-03-12/2031-03-19</c>.
    /// </summary>
    public static Option<DayRange?> Days(string name, string description) => new(name)
    {
        Description = $"{description} A day, month or year, or two with a slash: 2031-03-12, 2031-03, 2031-03-12/2031-04.",
        HelpName = "DAYS",
        CustomParser = result => Parse<DayRange>(result, DayRange.Of, "a day, month or year like 2031-03-12 or 2031-03, or two of them "
            + "with a slash"),
    };

    /// <summary><c>--as-of DAY</c>: what was known then.</summary>
    public static Option<LocalDate?> AsOf() =>
        Day("--as-of", "As known at the end of this day (UTC): from documents published by then, or, where that is not known, added by "
            + "then.");

    /// <summary>An option that takes a number of things, 1 or more.</summary>
    public static Option<int?> Limit() => Count("--limit", "At most so many.");

    /// <summary><c>--window N</c>: of how many statements claims are reckoned.</summary>
    public static Option<int?> Window() => Count("--window", string.Create(
        CultureInfo.InvariantCulture,
        $"Of a ledger with more statements, claims of the latest N at least ({ClaimAnalysis.UsualMost:N0}, where none is given): memory holds them together, about 20 KB each."));

    private static Option<int?> Count(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Parse<int>(result, text => int.TryParse(text, out var number) && number > 0
            ? number : null, "a number from 1 on"),
    };

    /// <summary>An option that takes a number from 0 to 1.</summary>
    public static Option<double?> Probability(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "P",
        CustomParser = result => Parse<double>(
            result,
            text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number is >= 0 and <= 1 ? number : null,
            "a number from 0 to 1, like 0.9"),
    };

    /// <summary>An option that takes words.</summary>
    public static Option<string?> Words(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>The argument <c>DOCUMENT</c>.</summary>
    public static Argument<string> Document() => new("DOCUMENT") { Description = "A document's id, or its beginning." };

    /// <summary>Makes a mistyped option a mistake: an argument that takes any number of words would take it for one.</summary>
    public static void RefuseOptions(this Argument<string[]> argument, Func<string, string> complaint) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
        {
            result.AddError(complaint(token.Value));
        }
    });

    private static void RefuseEmpty(SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
        {
            result.AddError($"{name} needs a path, and ‘’ is none.");
        }
    }

    private static T? Parse<T>(ArgumentResult result, Func<string, T?> parse, string form)
        where T : struct
    {
        var text = result.Tokens[0].Value;
        if (parse(text) is { } value)
        {
            return value;
        }

        result.AddError($"‘{text}’ is not {form}.");
        return null;
    }
}

/// <summary>What the user states of the files on the command line: <c>--published</c>, <c>--outlet</c>, <c>--url</c>.</summary>
internal sealed class StatedOptions
{
    private readonly Option<OffsetDateTime?> _published = new("--published")
    {
        Description = "When it was published, where the file does not say: 2031-03-12, or with a time, 2031-03-12T07:05+02:00 (UTC "
            + "without an offset).",
        HelpName = "DATE",
        CustomParser = Published,
    };

    private readonly Option<string?> _outlet = CommonOptions.Words("--outlet", "NAME", "Who published it, where the file does not say.");
    private readonly Option<string?> _url = CommonOptions.Words("--url", "URL", "The address it came from, where the file does not say: "
        + "http or https.");

    /// <summary>Makes the three.</summary>
    public StatedOptions() => _url.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(t => !string.IsNullOrWhiteSpace(t.Value) && !IsAddress(t.Value)))
        {
            result.AddError($"‘{token.Value}’ is not an address like https://post.example/ferry.");
        }
    });

    /// <summary>Adds the three to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_published);
        command.Add(_outlet);
        command.Add(_url);
    }

    /// <summary>What was stated; an empty value, such as an unset variable gives, states nothing.</summary>
    public StatedMetadata Of(System.CommandLine.ParseResult result) => new()
    {
        Published = result.GetValue(_published),
        Outlet = Stated(result.GetValue(_outlet)),
        Url = Stated(result.GetValue(_url)),
    };

    private static OffsetDateTime? Published(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (StatedTime.Understood(text) is not { } time)
        {
            result.AddError($"‘{text}’ is not a time like 2031-03-12 or 2031-03-12T07:05+02:00.");
            return null;
        }

        if (StatedTime.Parse(text) is null)
        {
            result.AddError($"‘{text}’ is not in a year from {StatedTime.FirstYear} to {StatedTime.LastYear}.");
            return null;
        }

        return time;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0;

    /// <summary>A value; <c>null</c> where it is empty.</summary>
    private static string? Stated(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>Which documents a list is about: <c>--since</c>, <c>--until</c>, <c>--outlet</c>.</summary>
internal sealed class PublicationOptions
{
    private readonly Option<LocalDate?> _since = CommonOptions.Day("--since", "Published on this day or later.");
    private readonly Option<LocalDate?> _until = CommonOptions.Day("--until", "Published on this day or earlier.");
    private readonly Option<string?> _outlet = CommonOptions.Words("--outlet", "NAME", "The outlet's name, or part of it.");

    /// <summary>Makes the three.</summary>
    public PublicationOptions() => _until.Validators.Add(result =>
    {
        if (DayOf(result, _since) is { } since && DayOf(result, _until) is { } until && until < since)
        {
            result.AddError($"--since {since:uuuu-MM-dd} is after --until {until:uuuu-MM-dd}: no day is both.");
        }
    });

    /// <summary>The options, in the order in which help shows them.</summary>
    public IEnumerable<Option> All => [_since, _until, _outlet];

    /// <summary>What was given.</summary>
    public (LocalDate? Since, LocalDate? Until, string? Outlet) Of(ParseResult arguments) =>
        (arguments.GetValue(_since), arguments.GetValue(_until), arguments.GetValue(_outlet));

    /// <summary>The day that was given; <c>null</c> for none, or for one that is no day, of which its own parser tells.</summary>
    private static LocalDate? DayOf(OptionResult beside, Option<LocalDate?> option) =>
        beside.GetResult(option) is { Tokens: [var token] } && LocalDatePattern.Iso.Parse(token.Value) is { Success: true } day
            ? day.Value : null;
}
