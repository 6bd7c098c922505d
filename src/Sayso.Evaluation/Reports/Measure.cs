using System.Numerics;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>A figure that follows from a tally.</summary>
/// <typeparam name="TTally">The tally.</typeparam>
/// <param name="Name">Its name in reports.</param>
/// <param name="Row">The figure without its interval.</param>
internal sealed record Measure<TTally>(string Name, Func<TTally, EvaluationRow> Row)
    where TTally : class, IAdditionOperators<TTally, TTally, TTally>, IAdditiveIdentity<TTally, TTally>
{
    public static Measure<TTally> F1(string name, Func<TTally, Counts> counts) => new(name, tally =>
    {
        var c = counts(tally);
        return new(name, c.F1)
        {
            Precision = c.Precision,
            Recall = c.Recall,
            Right = c.Right,
            Predicted = c.Predicted,
            Gold = c.Gold,
        };
    });

    public static Measure<TTally> OfShare(string name, Func<TTally, Share> share) => new(name, tally =>
    {
        var s = share(tally);
        return new(name, s.Value) { Right = s.Right, Gold = s.Of };
    });

    public static Measure<TTally> Plain(string name, Func<TTally, double?> value) =>
        new(name, tally => new(name, value(tally)));
}

/// <summary>The measures of each kind of tally, in the order of the reports.</summary>
internal static class Measures
{
    /// <summary>How often gold must have a stance for the mean over stances.</summary>
    private const long CasesOfAStance = 10;

    private static readonly Role[] _roles = [Role.Source, Role.Cue, Role.Content];

    /// <summary>Of two people, who have no confidence.</summary>
    public static IReadOnlyList<Measure<AttributionTally>> Spans { get; } = [.. OfSpans<AttributionTally>(t => t)];

    public static IReadOnlyList<Measure<AttributionTally>> Attributions { get; } = [.. Spans, .. OfConfidence<AttributionTally>(t => t)];

    public static IReadOnlyList<Measure<SentenceBioTally>> Sentences { get; } =
        [.. _roles.Select(r => Measure<SentenceBioTally>.F1($"exact {Word(r)}", t => t.Exact[r]))];

    public static IReadOnlyList<Measure<SaysoTally>> Statements { get; } =
    [
        .. OfSpans<SaysoTally>(t => t.Outer),
        .. OfConfidence<SaysoTally>(t => t.Outer),
        Measure<SaysoTally>.OfShare("source right of found", t => t.Source),
        Measure<SaysoTally>.F1("found, with nested", t => t.All),
        Measure<SaysoTally>.OfShare("nested recall", t => t.Nested),
    ];

    public static IReadOnlyList<Measure<StatementTally>> Understanding { get; } =
    [
        Measure<StatementTally>.F1("found", t => t.Found),
        Measure<StatementTally>.OfShare("nested recall", t => t.Nested),
        Measure<StatementTally>.OfShare("source", t => t.Source),
        Measure<StatementTally>.OfShare("chain", t => t.Chain),
        Measure<StatementTally>.OfShare("chain of two or more", t => t.LongChain),
        Measure<StatementTally>.OfShare("first hop's kind", t => t.Kind),
        Measure<StatementTally>.OfShare("speaker", t => t.Speaker),
        Measure<StatementTally>.OfShare("stance", t => t.Stance.Accuracy),
        Measure<StatementTally>.Plain("stance, macro-F1", t => t.Stance.MacroF1(CasesOfAStance)),
        Measure<StatementTally>.OfShare("certainty", t => t.Certainty.Accuracy),
        Measure<StatementTally>.OfShare("polarity", t => t.Polarity.Accuracy),
    ];

    public static IReadOnlyList<Measure<ValueTally>> Values { get; } =
    [
        Measure<ValueTally>.F1("found", t => t.Found),
        Measure<ValueTally>.F1("right", t => t.Right),
    ];

    public static IReadOnlyList<Measure<MeasuredTally>> Measured { get; } =
    [
        Measure<MeasuredTally>.F1("value", t => t.Value),
        Measure<MeasuredTally>.F1("value and unit", t => t.Unit),
        Measure<MeasuredTally>.F1("value and change", t => t.Change),
        Measure<MeasuredTally>.F1("value and what is counted", t => t.Of),
    ];

    public static IReadOnlyList<Measure<QuantityCaseTally>> Cases { get; } =
    [
        Measure<QuantityCaseTally>.OfShare("cases passed", t => t.Passed),
        Measure<QuantityCaseTally>.F1("value", t => t.Value),
        Measure<QuantityCaseTally>.F1("value and unit", t => t.Unit),
    ];

    public static IReadOnlyList<Measure<TimeCaseTally>> TimeCases { get; } =
    [
        Measure<TimeCaseTally>.OfShare("read", t => t.Read),
        Measure<TimeCaseTally>.OfShare("right", t => t.Right),
    ];

    public static IReadOnlyList<Measure<OwnVoiceTally>> OwnVoice { get; } =
    [
        Measure<OwnVoiceTally>.OfShare("right of those judged", t => t.Judged),
        Measure<OwnVoiceTally>.OfShare("right of those still read", t => t.Read),
    ];

    public static IReadOnlyList<Measure<SourceTally>> Sources { get; } =
    [
        Measure<SourceTally>.OfShare("right of those found", t => t.Pronouns + t.Descriptions),
        Measure<SourceTally>.OfShare("pronouns", t => t.Pronouns),
        Measure<SourceTally>.OfShare("descriptions", t => t.Descriptions),
        Measure<SourceTally>.OfShare("found", t => t.Found),
    ];

    public static IReadOnlyList<Measure<RelationTally>> Relations { get; } =
    [
        Measure<RelationTally>.OfShare("right of those found", t => t.Right),
        Measure<RelationTally>.OfShare("says", t => t.Said),
        Measure<RelationTally>.OfShare("other relations", t => t.Others),
        Measure<RelationTally>.OfShare("found", t => t.Found),
    ];

    public static IReadOnlyList<Measure<PageTally>> Pages { get; } =
    [
        new("text", t => new("text", t.F1) { Precision = t.Precision, Recall = t.Recall }),
    ];

    public static IReadOnlyList<Measure<MetadataTally>> Metadata { get; } =
    [
        Measure<MetadataTally>.F1("title", t => t.Title),
        Measure<MetadataTally>.F1("outlet", t => t.Outlet),
        Measure<MetadataTally>.F1("byline", t => t.Byline),
        Measure<MetadataTally>.F1("published", t => t.Published),
        Measure<MetadataTally>.F1("published, to the minute", t => t.PublishedTime),
        Measure<MetadataTally>.F1("modified", t => t.Modified),
        Measure<MetadataTally>.F1("canonical address", t => t.Url),
        Measure<MetadataTally>.F1("language", t => t.Language),
    ];

    /// <summary>The report of article tallies.</summary>
    public static EvaluationReport Report<TTally>(
        string title, IReadOnlyList<TTally> articles, IReadOnlyList<Measure<TTally>> measures)
        where TTally : class, IAdditionOperators<TTally, TTally, TTally>, IAdditiveIdentity<TTally, TTally>
    {
        var sum = articles.Aggregate(TTally.AdditiveIdentity, (a, b) => a + b);
        var intervals = Bootstrap.Intervals(articles,
            [.. measures.Select<Measure<TTally>, Func<TTally, double?>>(m => t => m.Row(t).Value)]);
        return new(title, articles.Count, measures.Select((m, i) => m.Row(sum) with { Interval = intervals[i] }).ToValueList());
    }

    private static IEnumerable<Measure<TTally>> OfSpans<TTally>(Func<TTally, AttributionTally> part)
        where TTally : class, IAdditionOperators<TTally, TTally, TTally>, IAdditiveIdentity<TTally, TTally> =>
    [
        Measure<TTally>.Plain("alpha", t => part(t).Labels.Alpha),
        Measure<TTally>.F1("relation", t => part(t).Relation),
        Measure<TTally>.F1("found", t => part(t).Found),
        .. _roles.Select(r => Measure<TTally>.F1($"exact {Word(r)}", t => part(t).Exact[r])),
        .. _roles.Select(r => Measure<TTally>.F1($"token {Word(r)}", t => part(t).Token[r])),
    ];

    private static IEnumerable<Measure<TTally>> OfConfidence<TTally>(Func<TTally, AttributionTally> part)
        where TTally : class, IAdditionOperators<TTally, TTally, TTally>, IAdditiveIdentity<TTally, TTally> =>
    [
        Measure<TTally>.Plain("calibration error", t => part(t).Calibration.Error),
        Measure<TTally>.OfShare("right at confidence .9", t => part(t).Calibration.From(9)),
        Measure<TTally>.OfShare("right at confidence .7", t => part(t).Calibration.From(7)),
    ];

    private static string Word(Role role) => role switch
    {
        Role.Source => "source",
        Role.Cue => "cue",
        Role.Content => "content",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
