using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;
using Sayso.Core.Times;
using DayRange = Sayso.Core.Times.DayRange;

namespace Sayso.Core.Timeline;

/// <summary>
/// What happened, or will, and when: of each statement the first time in its content that has a place in the calendar, and of
/// each sentence in the outlet's own voice the first one. Statements of one claim at one time are one event, as are sentences
/// of the same words.
/// </summary>
internal static class TimelineBuilder
{
    /// <summary>Words that a sentence has at least, to be one: datelines and picture credits have fewer.</summary>
    private const int FewestWords = 5;

    /// <summary>Characters of a content from which a part of it says better what happened.</summary>
    private const int LongestContent = 400;

    /// <summary>Characters before a time in which the word that ties it to the event stands.</summary>
    private const int Reach = 24;

    /// <summary>The events: by the earliest day, then by the latest, then by time, document and place.</summary>
    public static IReadOnlyList<TimelineEvent> Of(LedgerScene ledger) =>
    [
        .. ledger.Documents.SelectMany(scene => Told(ledger, scene).Concat(Stated(ledger, scene)))
            .GroupBy(e => (e.Edtf, Of: e.ClaimId ?? string.Join(' ', ContentWords.Words(e.What))))
            .Select(Merged)
            .OrderBy(e => e.Days.Earliest).ThenBy(e => e.Days.Latest).ThenBy(e => e.Edtf, StringComparer.Ordinal)
            .ThenBy(e => e.PublishedAt?.ToInstant() ?? Instant.MaxValue).ThenBy(e => e.DocumentId, StringComparer.Ordinal)
                .ThenBy(e => e.Span),
    ];

    private static IEnumerable<TimelineEvent> Told(LedgerScene ledger, DocumentScene scene)
    {
        // Of statements that share a time, one being inside the other, the whole one tells more.
        HashSet<TextSpan> told = [];
        foreach (var (traits, _) in scene.Statements.OrderByDescending(s => s.Traits.Content.Length <= LongestContent)
            .ThenByDescending(s => s.Traits.Content.Length).ThenBy(s => s.Traits.Id, StringComparer.Ordinal))
        {
            if (traits.Statement.Times.FirstOrDefault(t => IsEvents(scene.Document, t)) is { } time && DayRange.Of(time) is { } days
                && LedgerScene.HasMatter(traits) && told.Add(time.Span))
            {
                yield return new TimelineEvent(time.Edtf!, days, traits.Content, scene.Document.Id)
                {
                    StatementId = traits.Id,
                    Source = ledger.SourceOf(scene, traits.Statement),
                    SourceEntity = ledger.EntityOf(scene, traits.Statement),
                    Span = traits.Statement.Content.Extent,
                    ClaimId = ledger.Ledger.Of(traits.Id)?.Claim.Id,
                    SaidAt = traits.Statement.SaidAt,
                    PublishedAt = scene.Document.Published,
                };
            }
        }
    }

    /// <summary>Whether a time is the event's: "since Thursday" and "the previous one in May" are when something else was.</summary>
    private static bool IsEvents(Document document, TimeExpression time) => time.Edtf is not null && !time.IsAside
        && WordReader.Read(document.Text, [new TextSpan(Math.Max(0, time.Span.Start - Reach), time.Span.Start)], Reach) is var before
        && !before.TakeLast(3).Any(w => w.Form == "since");

    private static IEnumerable<TimelineEvent> Stated(LedgerScene ledger, DocumentScene scene)
    {
        foreach (var sentence in scene.Sentences)
        {
            var time = scene.Times.Within(sentence, t => t.Span).FirstOrDefault(t => IsEvents(scene.Document, t));
            if (time is null || DayRange.Of(time) is not { } days || !IsSentence(scene.Document, sentence)
                || scene.Statements.Any(s => Places(s.Traits.Statement).Any(p => p.Overlaps(sentence))))
            {
                continue;
            }

            yield return new TimelineEvent(time.Edtf!, days,
                string.Join(' ', sentence.Slice(scene.Document.Text).ToString()
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), scene.Document.Id)
            {
                StatementId = scene.OwnAt(time.Span)?.Traits.Id,
                Source = LedgerScene.OutletOf(scene.Document),
                SourceEntity = ledger.EntityOf(scene, null),
                Span = sentence,
                PublishedAt = scene.Document.Published,
            };
        }
    }

    private static IEnumerable<TextSpan> Places(Statement statement) => statement.Source.Concat(statement.Cue).Concat(statement.Content);

    /// <summary>Whether a line is a sentence: words enough in lower case, and a mark that ends it.</summary>
    private static bool IsSentence(Document document, TextSpan sentence)
    {
        var text = sentence.Slice(document.Text);
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            words += char.IsLower(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) ? 1 : 0;
        }

        return words >= FewestWords && text.TrimEnd("”\"’')").EndsWith(".", StringComparison.Ordinal);
    }

    private static TimelineEvent Merged(IEnumerable<TimelineEvent> events)
    {
        TimelineEvent[] ordered = [.. events.OrderBy(e => e.PublishedAt?.ToInstant() ?? Instant.MaxValue)
            .ThenBy(e => e.DocumentId, StringComparer.Ordinal).ThenBy(e => e.Span)];
        return ordered[0] with { Documents = ordered.Select(e => e.DocumentId).Distinct(StringComparer.Ordinal).ToValueList() };
    }
}
