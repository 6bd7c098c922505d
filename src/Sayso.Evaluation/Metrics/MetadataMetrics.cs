using System.Numerics;
using NodaTime;
using Sayso.Core.Documents;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Metrics;

/// <summary>How much of what pages say of themselves was read rightly.</summary>
/// <param name="Title">Headlines.</param>
/// <param name="Outlet">Publications.</param>
/// <param name="Byline">Authors.</param>
/// <param name="Published">Days of publication.</param>
/// <param name="PublishedTime">Times of publication, to the minute.</param>
/// <param name="Modified">Days of change.</param>
/// <param name="Url">Addresses.</param>
/// <param name="Language">Languages.</param>
public sealed record MetadataTally(
    Counts Title, Counts Outlet, Counts Byline, Counts Published, Counts PublishedTime, Counts Modified, Counts Url, Counts Language)
    : IAdditionOperators<MetadataTally, MetadataTally, MetadataTally>, IAdditiveIdentity<MetadataTally, MetadataTally>
{
    /// <inheritdoc/>
    public static MetadataTally AdditiveIdentity { get; } = new(default, default, default, default, default, default, default, default);

    /// <inheritdoc/>
    public static MetadataTally operator +(MetadataTally left, MetadataTally right) => new(
        left.Title + right.Title,
        left.Outlet + right.Outlet,
        left.Byline + right.Byline,
        left.Published + right.Published,
        left.PublishedTime + right.PublishedTime,
        left.Modified + right.Modified,
        left.Url + right.Url,
        left.Language + right.Language);
}

/// <summary>Compares what was read of a page with our annotation.</summary>
public static class MetadataMetrics
{
    /// <summary>Counts one page; a document that could not be read says nothing.</summary>
    public static MetadataTally Count(GoldMetadata gold, Document? read)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return new MetadataTally(
            Words(gold.Title, read?.Title),
            Words(gold.Outlet, read?.Outlet),
            Words(gold.Byline, read?.Byline),
            Times(gold.Published, read?.Published, GoldMoment.IsSameDay),
            Times(gold.Published, read?.Published, GoldMoment.IsSameMinute),
            Times(gold.Modified, read?.Modified, GoldMoment.IsSameDay),
            Count(gold.Url, read?.Url, (value, url) => value == GoldMetadata.HashOfAddress(url)),
            Count(gold.Language, read?.Language, (value, language) => value == language));
    }

    /// <summary>The fields that are wrong, too many or missed, with what was read.</summary>
    public static IEnumerable<(string Field, string? Read)> Wrong(GoldMetadata gold, Document? read)
    {
        var tally = Count(gold, read);
        (string Field, Counts Counts, string? Read)[] fields =
        [
            ("title", tally.Title, read?.Title), ("outlet", tally.Outlet, read?.Outlet), ("byline", tally.Byline, read?.Byline),
            ("published", tally.PublishedTime, read?.Published?.ToString()), ("modified", tally.Modified, read?.Modified?.ToString()),
            ("url", tally.Url, read?.Url), ("language", tally.Language, read?.Language),
        ];
        return fields.Where(f => f.Counts.Right < Math.Max(f.Counts.Predicted, f.Counts.Gold)).Select(f => (f.Field, f.Read));
    }

    private static Counts Words(GoldValue gold, string? read) => Count(gold, read, (value, words) => value == GoldMetadata.HashOf(words));

    private static Counts Times(GoldValue gold, OffsetDateTime? read, Func<string, OffsetDateTime, bool> isSame) =>
        !gold.IsJudged ? default
        : read is not { } time ? new Counts(0, 0, gold.MayBeNone ? 0 : 1)
        : new Counts(gold.Values.Any(v => isSame(v, time)) ? 1 : 0, 1, gold.Values.Count > 0 ? 1 : 0);

    private static Counts Count(GoldValue gold, string? read, Func<string, string, bool> isSame) =>
        !gold.IsJudged ? default
        : read is null ? new Counts(0, 0, gold.MayBeNone ? 0 : 1)
        : new Counts(gold.Values.Any(v => isSame(v, read)) ? 1 : 0, 1, gold.Values.Count > 0 ? 1 : 0);
}
