using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Quantities;
using Sayso.Core.Stories;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Figures;

/// <summary>
/// Brings together what is said of one counted thing, by whomever and whenever. Only numbers of one unit, group and state in
/// one story are of one figure; those that name another ship or place, or a time long ago, are of another. What one source said
/// and later said otherwise are revisions; different sources are rivals, which <see cref="Conflicts.ConflictFinder"/> judges.
/// </summary>
internal static class FigureBuilder
{
    /// <summary>Days before the publication from which a number is of something else than the news.</summary>
    private const int LongBefore = 45;

    /// <summary>The figures: those of most documents first, then of most readings, then by id.</summary>
    public static IReadOnlyList<Figure> Of(LedgerScene scene, IReadOnlyList<Story> stories)
    {
        Dictionary<string, string> storyOf = new(StringComparer.Ordinal);
        foreach (var story in stories)
        {
            foreach (var document in story.Documents)
            {
                storyOf[document] = story.Id;
            }
        }

        var carriers = Carriers.Of(scene.Documents);
        return
        [
            .. scene.Documents.GroupBy(d => storyOf.GetValueOrDefault(d.Document.Id, d.Document.Id), StringComparer.Ordinal)
                .SelectMany(story => OfStory(scene, [.. story], carriers))
                .OrderByDescending(f => f.Documents.Count).ThenByDescending(f => f.Readings.Count)
                    .ThenBy(f => f.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Figure> OfStory(LedgerScene ledger, DocumentScene[] documents, IReadOnlySet<string> carriers)
    {
        // A story is about one ship, and says so once: what names none is about that one.
        var main = documents.Select(d => Carriers.Usual(d, carriers)).OfType<string>().GroupBy(n => n, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return documents.SelectMany(document => Counts(ledger, document, carriers))
            .GroupBy(c => (c.Thing, Scope: c.Scope == main ? null : c.Scope))
            .Select(figure => Figure([.. figure], figure.Any(c => c.Scope == main) ? main : figure.Key.Scope));
    }

    private static IEnumerable<FoundCount> Counts(LedgerScene ledger, DocumentScene scene, IReadOnlySet<string> carriers)
    {
        string? group = null;
        CountedThing? last = null;
        var usual = Carriers.Usual(scene, carriers);
        foreach (var sentence in scene.Sentences)
        {
            var reader = new CountReader(scene, sentence, (carriers, usual), (group, last));
            foreach (var (quantity, thing, words, scope) in reader.Read())
            {
                last = thing.Unit is null ? thing : last;
                var statement = Telling(ledger, scene, quantity);
                yield return new FoundCount(thing, Reading(ledger, scene, quantity, statement), words, scope
                    ?? LongAgo(scene, sentence, thing));
            }

            group = reader.Group ?? (scene.Quantities.Within(sentence, q => q.Span).Any() ? group : null);
        }
    }

    /// <summary>
    /// The innermost statement that a number stands in and that somebody answers for: a list that is cited answers for nothing.
    /// </summary>
    private static Statement? Telling(LedgerScene ledger, DocumentScene scene, Quantity quantity)
    {
        var holders = scene.HoldersOf(quantity.Span);
        return (holders.FirstOrDefault(h => ledger.Actors.ActorOf(h.Traits.Statement) is not null)
            ?? (holders.Count > 0 ? holders[0] : null))?.Traits.Statement;
    }

    /// <summary>"Since March 2009, when 61 died": what was long before the publication is another event's, known by its time.</summary>
    private static string? LongAgo(DocumentScene scene, TextSpan sentence, CountedThing thing) =>
        thing.State is null or CountStates.Limit ? null
        : scene.Times.Within(sentence, t => t.Span).FirstOrDefault(t => t.Edtf is not null && DayRange.Of(t) is { } days
            && (scene.Document.Published?.Date ?? days.Latest) is var published
                && Period.DaysBetween(days.Latest, published) > LongBefore)?.Edtf;

    private static FigureReading Reading(LedgerScene ledger, DocumentScene scene, Quantity quantity, Statement? statement) =>
        new(quantity, ledger.SourceOf(scene, statement), scene.Document.Id)
        {
            SourceEntity = ledger.EntityOf(scene, statement),
            StatementId = (statement ?? scene.OwnAt(quantity.Span)?.Traits.Statement)?.Id,
            IsAttributed = statement is not null,
            AsOf = AsOf(scene, quantity),
            SaidAt = statement?.SaidAt,
            PublishedAt = scene.Document.Published,
            Origin = statement is null ? null : ledger.OriginOf(statement.Id),
        };

    /// <summary>"By midday", "as of Friday": the time behind the number that it holds for.</summary>
    private static string? AsOf(DocumentScene scene, Quantity quantity)
    {
        var at = scene.SentenceOf(quantity.Span);
        if (at < 0)
        {
            return null;
        }

        var sentence = scene.Sentences[at];
        var next = scene.Quantities.Within(sentence, q => q.Span).FirstOrDefault(q => q.Span.Start >= quantity.Span.End)?.Span.Start
            ?? sentence.End;
        return scene.Times.Within(new TextSpan(quantity.Span.End, Math.Max(quantity.Span.End, next)), t => t.Span)
            .FirstOrDefault(t => t.Edtf is not null && IsLimit(scene.Document.Text, t.Span.Start))?.Edtf;
    }

    private static bool IsLimit(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 8), at - Math.Max(0, at - 8)).TrimEnd();
        return before.EndsWith(" by") || before.EndsWith(" as of") || before.EndsWith(" until");
    }

    private static Figure Figure(IReadOnlyCollection<FoundCount> counts, string? scope)
    {
        var (readings, unit) = FigureUnits.InOne(Spelled([.. counts.Select(c => c.Reading)]));
        FoundCount[] ordered =
        [
            .. counts.Zip(readings, (count, reading) => count with { Reading = reading }).OrderBy(c => DayOf(c.Reading) ?? LocalDate.MaxIsoValue)
                .ThenBy(c => c.Reading.PublishedAt?.ToInstant() ?? Instant.MaxValue)
                .ThenBy(c => c.Reading.DocumentId, StringComparer.Ordinal).ThenBy(c => c.Reading.Quantity.Span),
        ];

        // What one source says twice in one document is one reading; so is what the outlet repeats of what it has somebody say.
        FoundCount[] different =
        [
            .. ordered.Where(c => c.Reading.IsAttributed
                || !Array.Exists(ordered, o => o.Reading.IsAttributed && o.Reading.DocumentId == c.Reading.DocumentId
                    && !o.Reading.Interval.IsApartFrom(c.Reading.Interval)))
                .DistinctBy(c => (c.Reading.DocumentId, c.Reading.Source, c.Reading.Interval)),
        ];
        var shown = different.Select(c => c.Reading).ToValueList();
        var thing = different[0].Thing;
        var anchor = different.OrderBy(c => c.Reading.PublishedAt?.ToInstant() ?? Instant.MaxValue)
            .ThenBy(c => c.Reading.DocumentId, StringComparer.Ordinal).ThenBy(c => c.Reading.Quantity.Span).First().Reading;
        using var hash = new ContentHash("figure");
        return new Figure(
            hash.Add(anchor.DocumentId).Add(anchor.Quantity.Span.Start).Add(thing.State).Add(scope).ToId(),
            NameOf(different),
            shown)
        {
            Unit = unit,
            Scope = scope,
            IsFixed = thing.IsFixed,
            IsToll = thing.State is not null && !thing.IsFixed,
            Revisions = Revisions(shown),
        };
    }

    /// <summary>One source is one, with a capital letter or without.</summary>
    private static FigureReading[] Spelled(FigureReading[] readings)
    {
        var spellings = readings.GroupBy(r => r.Source, StringComparer.OrdinalIgnoreCase).ToDictionary(
            g => g.Key,
            g => g.GroupBy(r => r.Source, StringComparer.Ordinal).OrderByDescending(s => s.Count()).ThenByDescending(s => s.Key, StringComparer.Ordinal).First().Key,
            StringComparer.OrdinalIgnoreCase);
        return [.. readings.Select(r => spellings[r.Source] is var source && source != r.Source ? r with { Source = source } : r)];
    }

    /// <summary>The day that a reading is of: as of then, else when it was said, else when it was published.</summary>
    private static LocalDate? DayOf(FigureReading reading) =>
        Earliest(reading.AsOf) ?? Earliest(reading.SaidAt) ?? reading.PublishedAt?.Date;

    /// <summary>The first day of a time; of one that has none, "by Sunday", the last.</summary>
    private static LocalDate? Earliest(string? edtf) => edtf is null || DayRange.Of(edtf) is not { } days ? null
        : edtf.StartsWith("..", StringComparison.Ordinal) ? days.Latest : days.Earliest;

    /// <summary>The counted words that most readings use, the shortest of them first, with the state where they do not say it.</summary>
    private static string NameOf(FoundCount[] counts)
    {
        var thing = counts[0].Thing;
        var words = counts.Where(c => c.Words.Length > 0 && (thing.Group.Length > 0 || thing.State != CountStates.Aboard))
            .GroupBy(c => c.Words, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return thing switch
        {
            { State: null } => words ?? thing.Group,
            { Group.Length: 0 } => $"people {thing.State}",
            _ when words?.EndsWith(thing.State, StringComparison.OrdinalIgnoreCase) == true => words,
            _ => $"{words ?? thing.Group} {thing.State}",
        };
    }

    /// <summary>What one source said after another: of a reading without a day nobody knows that it came later.</summary>
    private static ValueList<ValueList<int>> Revisions(ValueList<FigureReading> readings) => Enumerable.Range(0, readings.Count)
        .Where(i => DayOf(readings[i]) is not null)
        .GroupBy(i => readings[i].Source, StringComparer.Ordinal)
        .Select(source => source.Where((reading, i) => i == 0
            || !readings[reading].Interval.IsSame(readings[source.ElementAt(i - 1)].Interval)).ToValueList())
        .Where(revised => revised.Count > 1)
        .ToValueList();
}
