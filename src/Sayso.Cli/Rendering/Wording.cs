using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Export;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Cli.Rendering;

/// <summary>Small things in words.</summary>
internal static class Wording
{
    /// <summary>Digits of an id that are shown to people; every command takes a beginning of an id.</summary>
    public const int IdDigits = 10;

    /// <summary>Who speaks where nobody is credited.</summary>
    public const string OwnVoice = "in its own voice";

    private static readonly OffsetDateTimePattern _minute = OffsetDateTimePattern.CreateWithInvariantCulture("d MMM uuuu, HH:mm o<m>");
    private static readonly LocalDateTimePattern _minuteUtc = LocalDateTimePattern.CreateWithInvariantCulture("d MMM uuuu, HH:mm");
    private static readonly OffsetDateTimePattern _day = OffsetDateTimePattern.CreateWithInvariantCulture("d MMM uuuu");

    /// <summary>The beginning of an id.</summary>
    public static string Short(string id) => id.Length > IdDigits ? id[..IdDigits] : id;

    /// <summary><c>12 Mar 2031</c>; empty for none.</summary>
    public static string Day(OffsetDateTime? time) => time is { } t ? _day.Format(t) : string.Empty;

    /// <summary><c>12 Mar 2031, 07:05 +02:00</c>, or <c>UTC</c>; empty for none.</summary>
    public static string Minute(OffsetDateTime? time) => time switch
    {
        null => string.Empty,
        { Offset: var offset } t when offset == Offset.Zero => _minuteUtc.Format(t.LocalDateTime) + " UTC",
        { } t => _minute.Format(t),
    };

    /// <summary><c>1 document</c>, <c>1,200 documents</c>.</summary>
    public static string Count(long number, string noun) => PlainWords.Count(number, noun);

    /// <summary>The names of a chain, nearest speaker first, arrows between them.</summary>
    public static string Chain(IReadOnlyList<Hop> chain) => string.Join(" ← ", chain.Select(hop => hop.Name));

    /// <summary>What is not a plain, certain assertion: <c>deny, negative</c>, <c>estimate, probable</c>; else empty.</summary>
    public static string Attitude(Attitude? attitude) => attitude is null ? string.Empty : string.Join(", ", new[]
    {
        attitude.Stance == Stance.Assert ? null : ClosedSet.NameOf(attitude.Stance),
        attitude.Certainty is Certainty.Certain or Certainty.Unknown ? null : ClosedSet.NameOf(attitude.Certainty),
        attitude.Polarity == Polarity.Positive ? null : ClosedSet.NameOf(attitude.Polarity),
    }.Where(word => word is not null));

    /// <summary>
    /// A statement's figures and times with their readings: <c>said 2031-03-07; nearly 400 men = less than 400; last month =
    /// 2031-02</c>.
    /// </summary>
    public static string Values(Statement statement, string text) =>
        string.Join("; ", new[] { statement.SaidAt is { } said ? $"said {said}" : null }
        .Concat(statement.Quantities.Select(q => $"{q.Span.Slice(text)} = {Quantity(q, text)}"))
        .Concat(statement.Times.Select(t => $"{t.Span.Slice(text)} = {Time(t)}"))
        .OfType<string>());

    /// <summary>What a quantity means: <c>1,180 ton</c>, <c>about 30</c>, <c>at least 200</c>, <c>50–70 percent, up</c>.</summary>
    public static string Quantity(Quantity quantity) =>
        QuantityFigures.Number(quantity)
            + (quantity.Unit is { } unit ? $" {unit}" : string.Empty)
            + (quantity.Change is { } change ? $", {ClosedSet.NameOf(change.Direction)}" : string.Empty);


    /// <summary>
    /// The same with what is counted, by what, and the ends of its change: <c>3 officers per 30 soldiers</c>, <c>10,000 troops, up from
    /// 3,000 to 10,000</c>.
    /// </summary>
    public static string Quantity(Quantity quantity, string text) =>
        QuantityFigures.Number(quantity)
            + (quantity.Unit is { } unit ? $" {unit}" : string.Empty)
            + (quantity.Of is { } of ? $"{(quantity.Unit is null ? string.Empty : " of")} {of.Slice(text)}" : string.Empty)
            + (quantity.Per is { } per ? $" per {Rate(per)}" : string.Empty)
            + (quantity.Change is { } change ? $", {Change(change)}" : string.Empty);

    private static string Rate(Rate rate) => rate.Of is not { } of ? Number(rate.Value) : rate.Value == 1 ? of : $"{Number(rate.Value)} {of}";

    private static string Change(Change change) => string.Join(' ', new[]
    {
        ClosedSet.NameOf(change.Direction),
        change.From is { } from ? $"from {Number(from)}" : null,
        change.To is { } to ? $"to {Number(to)}" : null,
        change.By is { } by ? $"by {Number(by)}" : null,
    }.OfType<string>());

    private static string Number(double value) => value.ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>What a time expression means: <c>2031-03-12</c>, <c>P3W, LESS_THAN</c>, <c>2031-06, END, ../2031-06</c>.</summary>
    public static string Time(TimeExpression time) =>
        string.Join(", ", new[] { time.Value, time.Mod, time.IsUntil ? time.Edtf : null }.OfType<string>());

    /// <summary>At most so many characters, cut after a word; an ellipsis stands for the rest.</summary>
    public static string Clip(string text, int most) => PlainWords.Clip(text, most);
}
