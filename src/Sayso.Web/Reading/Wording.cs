using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Export;
using Sayso.Core.Origins;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Web.Reading;

/// <summary>Small things in words.</summary>
public static class Wording
{
    /// <summary>Digits of an id that addresses have; any beginning of an id leads to it.</summary>
    public const int IdDigits = 10;

    /// <summary>What is said where the text does not say.</summary>
    public const string Unknown = PlainWords.Unknown;

    /// <summary>Who is credited where the text names nobody.</summary>
    public const string Nobody = "nobody named";

    /// <summary>Whose own voice it is where a page names no outlet.</summary>
    public const string ThePage = "the page itself";

    private static readonly LocalDatePattern _month = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");

    /// <summary>The beginning of an id.</summary>
    public static string Brief(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length > IdDigits ? id[..IdDigits] : id;
    }

    /// <summary><c>1 document</c>, <c>1,200 documents</c>.</summary>
    public static string Count(long number, string noun) => PlainWords.Count(number, noun);

    /// <summary><c>12 March 2031</c>; <c>undated</c> for none.</summary>
    public static string Day(OffsetDateTime? time) => PlainWords.Day(time);

    /// <summary><c>12 March 2031</c>.</summary>
    public static string Day(LocalDate day) => PlainWords.Day(day);

    /// <summary><c>March 2031</c>.</summary>
    public static string Month(LocalDate day) => _month.Format(day);

    /// <summary><c>07:05</c>.</summary>
    public static string Hour(OffsetDateTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");

    /// <summary><c>12 March 2031, 07:05 +02:00</c>, or <c>UTC</c>; <c>unknown</c> for none.</summary>
    public static string Minute(OffsetDateTime? time) => PlainWords.Minute(time);

    /// <summary>How long ago: <c>just now</c>, <c>5 minutes ago</c>, <c>3 days ago</c>; <c>in the future</c> of a clock that ran ahead.</summary>
    public static string Ago(Instant then, Instant now) => (now - then) switch
    {
        { TotalSeconds: < -60 } => "in the future",
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } d => Count((long)d.TotalMinutes, "minute") + " ago",
        { TotalDays: < 1 } d => Count((long)d.TotalHours, "hour") + " ago",
        { TotalDays: < 60 } d => Count((long)d.TotalDays, "day") + " ago",
        { TotalDays: < 730 } d => Count((long)(d.TotalDays / 30.4), "month") + " ago",
        var d => Count((long)(d.TotalDays / 365.25), "year") + " ago",
    };

    /// <summary>A time as people tell it: how long ago where that is less than a week, else its day; <c>undated</c> for none.</summary>
    public static string Lately(OffsetDateTime? time, Instant now) =>
        time is { } then && then.ToInstant() is var at && at <= now && now - at < NodaTime.Duration.FromDays(7) ? Ago(at, now) : Day(time);

    /// <summary>Who is credited: the name that the source means; the outlet in its own voice; what stands for them where the text names nobody.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="outlet">Its document's outlet.</param>
    public static string Who(Statement statement, string? outlet)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Cue.Count == 0 ? outlet ?? ThePage : (statement.SourceHop ?? (statement.Chain.Count > 0 ? statement.Chain[0] : null)) is { } hop ? Name(hop) : Nobody;
    }

    /// <summary>A hop's name; <c>nobody named</c> where the text has none.</summary>
    public static string Name(Hop hop)
    {
        ArgumentNullException.ThrowIfNull(hop);
        return hop.Name == Hop.Unspecified ? Nobody : hop.Name;
    }

    /// <summary>An origin's name; <c>nobody named</c> where the text has none.</summary>
    public static string Name(OriginGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Name == Hop.Unspecified ? Nobody : group.Name;
    }

    private static string Rate(Rate rate)
    {
        var number = rate.Value.ToString("#,##0.####", CultureInfo.InvariantCulture);
        return rate.Of is not { } of ? number : rate.Value == 1 ? of : $"{number} {of}";
    }

    /// <summary>What a quantity means: <c>1,180 ton</c>, <c>about 30 survivors</c>, <c>at least 200</c>, <c>50–70 percent, up</c>.</summary>
    public static string Reading(Quantity quantity, string text)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var of = quantity.Of is { } span ? $" {span.Slice(text).ToString().ReplaceLineEndings(" ")}" : string.Empty;
        var unit = quantity.Unit is { } u ? $" {u}" : string.Empty;
        var per = quantity.Per is { } rate
            ? $" per {Rate(rate)}" : string.Empty;
        var change = quantity.Change is { } c ? $", {ClosedSet.NameOf(c.Direction)}" : string.Empty;
        return $"{QuantityFigures.Number(quantity)}{unit}{of}{per}{change}";
    }

    /// <summary>At most so many characters, cut after a word; an ellipsis stands for the rest.</summary>
    public static string Clip(string text, int most) => PlainWords.Clip(text, most);

    /// <summary>One line: white space folded.</summary>
    public static string Line(string? text) => PlainWords.Line(text);
}
