using System.Globalization;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>Reads the traits by which statements are compared.</summary>
public static class TraitReader
{
    /// <summary>Longest span of a time, in days, that tells events apart.</summary>
    private const int LongestRange = 31;

    /// <summary>Characters before a content in which the name that its pronoun means is looked for.</summary>
    private const int Reach = 400;

    private static readonly HashSet<string> _pronouns = new("he she it they".Split(' '), StringComparer.Ordinal);
    private static readonly char[] _marks = [' ', '“', '”', '"', '‘', '’', '\'', ',', ';', ':'];

    /// <summary>The traits of a document's statements, in their order.</summary>
    /// <param name="document">The document, with its text.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="encode">Gives texts their vectors, in their order.</param>
    public static IReadOnlyList<StatementTraits> Read(
        Document document, IReadOnlyList<Statement> statements, Func<IReadOnlyList<string>, IReadOnlyList<SentenceVector>> encode)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(encode);
        var mentions = NameFinder.Find(document.Text);
        Matter[] matters = [.. statements.Select(s => MatterOf(document.Text, s, mentions))];
        var vectors = encode([.. matters.Select(m => m.Encoded),
            .. statements.Select((s, i) => ContextWords.Before(document.Text, s) + matters[i].Clause)]);
        return [.. statements.Select((s, i) =>
            Read(document, s, matters[i], vectors[i]) with { InContext = vectors[statements.Count + i] })];
    }

    private static StatementTraits Read(Document document, Statement statement, Matter matter, SentenceVector vector) =>
        new(statement, matter.Content, vector)
        {
            Clause = matter.Clause == matter.Content ? matter.Content : matter.Clause,
            Words = new([.. ContentWords.Of(matter.Clause)]),
            Tells = ContentWords.Of(matter.Clause).Any(StatementTraits.IsTelling),
            Names = matter.Names,
            NamesAreMeant = matter.IsMeant,
            NameWords = matter.Names.SelectMany(ContentWords.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
            Counts = PartsOfWholes.Alone(statement.Quantities)
            .Where(q => matter.Spans.Any(s => s.Overlaps(q.Span))
                && !ContrastedCounts.Holds(document.Text, statement.Content.Extent, q.Span))
            .Select(q => Count(document.Text, q)).OfType<CountTrait>().ToValueList(),
            HasPredicate = Predicates.AreIn(matter.Clause),
            Refutes = Refutations.AreIn(matter.Clause),
            Days = statement.Times.Where(t => matter.Spans.Any(s => s.Overlaps(t.Span))).Select(t => Days(t.Edtf)).OfType<DayRange>()
            .ToValueList(),
            Clocks = statement.Times.Where(t => matter.Spans.Any(s => s.Overlaps(t.Span))).Select(t => Minutes(t.Edtf ?? t.Value))
            .OfType<int>().ToValueList(),
            Published = document.Published?.ToInstant(),
        };

    private static Matter MatterOf(string text, Statement statement, IReadOnlyList<NameMention> mentions)
    {
        var content = Folded(statement.Content.TextOf(text));

        // A sentence of the outlet's own is compared whole.
        IReadOnlyList<TextSpan> spans = statement.Cue.Count > 0 ? LeadingClause.Of(text, statement.Content) : statement.Content;
        var clause = Folded(string.Join(' ', spans.Select(s => text[s.Start..s.End])));
        var names = spans.SelectMany(piece => mentions.Where(m => piece.Contains(m.Span)))
            .Select(m => m.Entity.Name).Where(name => !ContentWords.IsFunction(name.ToLowerInvariant())).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal).ToValueList();
        var space = clause.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? clause : clause[..space];
        return names.Count == 0 && _pronouns.Contains(first.ToLowerInvariant()) && Meant(statement, mentions, first) is { } meant
            ? new Matter(content, clause, meant + clause[first.Length..], new([meant]), spans) { IsMeant = true }
            : new Matter(content, clause, clause, names, spans);
    }

    /// <summary>White space folded, marks around it and a leading "that" left out.</summary>
    private static string Folded(string words)
    {
        var folded = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(_marks);
        return folded.StartsWith("that ", StringComparison.OrdinalIgnoreCase) ? folded["that ".Length..] : folded;
    }

    /// <summary>
    /// The last name before the statement's content that is not the speaker's own; persons alone are "he", things alone "it".
    /// </summary>
    private static string? Meant(Statement statement, IReadOnlyList<NameMention> mentions, string pronoun)
    {
        var at = statement.Content.Extent.Start;
        return mentions.LastOrDefault(m => m.Span.End <= at && m.Span.Start >= at - Reach
            && !statement.Chain.Any(hop => StatementPair.IsSameName(hop.Name, m.Entity.Name))
            && (!pronoun.Equals("he", StringComparison.OrdinalIgnoreCase) || m.Entity.IsPerson || m.Entity.MayBePerson)
            && (!pronoun.Equals("it", StringComparison.OrdinalIgnoreCase) || !m.Entity.IsPerson))?.Entity.Name;
    }

    /// <summary>What a statement's words are.</summary>
    /// <param name="Content">As they stand.</param>
    /// <param name="Clause">The leading clause, which is compared.</param>
    /// <param name="Encoded">The clause as it is encoded.</param>
    /// <param name="Names">Whom it names.</param>
    /// <param name="Spans">Where it stands.</param>
    private readonly record struct Matter(string Content, string Clause, string Encoded, ValueList<string> Names,
        IReadOnlyList<TextSpan> Spans)
    {
        /// <summary>Whether the name is only what a pronoun most likely means.</summary>
        public bool IsMeant { get; init; }
    }

    /// <summary>Minutes since midnight of a time of day such as <c>2031-03-12T04:52</c>; <c>null</c> for none.</summary>
    private static int? Minutes(string value)
    {
        var at = value.IndexOf('T', StringComparison.Ordinal);
        return at >= 0 && value.Length >= at + 6 && value[at + 3] == ':'
            && Number(value, at + 1, 2, allowsZero: true) is { } hour and < 24
            && Number(value, at + 4, 2, allowsZero: true) is { } minute and < 60
            ? (hour * 60) + minute
            : null;
    }

    private static CountTrait? Count(string text, Quantity quantity)
    {
        var low = quantity.Value ?? quantity.Low;
        var high = quantity.Value ?? quantity.High;
        return low is null && high is null ? null : new CountTrait(
            low ?? high!.Value,
            high ?? low!.Value,
            quantity.Unit,
            quantity.IsApproximate,
            quantity.Of is { } of ? new([.. ContentWords.Of(of.Slice(text).ToString())]) : ValueList<string>.Empty);
    }

    /// <summary>The days of an EDTF point or interval; <c>null</c> for what is longer than a month, or is no calendar's.</summary>
    private static DayRange? Days(string? edtf)
    {
        if (edtf is null)
        {
            return null;
        }

        var ends = edtf.TrimEnd('~', '?').Split('/');
        return Point(ends[0]) is { } first && Point(ends[^1]) is { } last && last.Last >= first.First
            && Period.DaysBetween(first.First, last.Last) <= LongestRange ? new DayRange(first.First, last.Last) : null;
    }

    private static DayRange? Point(string edtf)
    {
        var date = edtf.Split('T')[0];
        if (date.Length == 10 && Number(date, 0, 4) is { } year && Number(date, 5, 2) is { } month and >= 1 and <= 12
            && Number(date, 8, 2) is { } day && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            var only = new LocalDate(year, month, day);
            return new(only, only);
        }

        if (date.Length == 7 && Number(date, 0, 4) is { } ofYear && Number(date, 5, 2) is { } whole and >= 1 and <= 12)
        {
            return new(new LocalDate(ofYear, whole, 1), new LocalDate(ofYear, whole, CalendarSystem.Iso.GetDaysInMonth(ofYear, whole)));
        }

        return null;
    }

    private static int? Number(string date, int start, int length, bool allowsZero = false) =>
        int.TryParse(date.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (number > 0 || allowsZero) ? number : null;
}
