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
        var vectors = encode([.. matters.Select(m => m.Encoded)]);
        return [.. statements.Select((s, i) => Read(document, s, matters[i], vectors[i]))];
    }

    private static StatementTraits Read(Document document, Statement statement, Matter matter, SentenceVector vector) => new(statement, matter.Content, vector)
    {
        Words = new([.. ContentWords.Of(matter.Content)]),
        Names = matter.Names,
        NameWords = matter.Names.SelectMany(ContentWords.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
        Counts = statement.Quantities.Where(q => !ContrastedCounts.Holds(document.Text, statement.Content.Extent, q.Span)).Select(q => Count(document.Text, q)).OfType<CountTrait>().ToValueList(),
        HasPredicate = Predicates.AreIn(matter.Content),
        Days = statement.Times.Select(t => Days(t.Edtf)).OfType<DayRange>().ToValueList(),
        Published = document.Published?.ToInstant(),
    };

    private static Matter MatterOf(string text, Statement statement, IReadOnlyList<NameMention> mentions)
    {
        var content = string.Join(' ', statement.Content.TextOf(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(_marks);
        content = content.StartsWith("that ", StringComparison.OrdinalIgnoreCase) ? content["that ".Length..] : content;
        var names = statement.Content.SelectMany(piece => mentions.Where(m => piece.Contains(m.Span)))
            .Select(m => m.Entity.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
        var space = content.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? content : content[..space];
        return names.Count == 0 && _pronouns.Contains(first.ToLowerInvariant()) && Meant(statement, mentions, first) is { } meant
            ? new Matter(content, meant + content[first.Length..], new([meant]))
            : new Matter(content, content, names);
    }

    /// <summary>The last name before the statement's content that is not the speaker's own; persons alone are "he", things alone "it".</summary>
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
    /// <param name="Encoded">As they are encoded.</param>
    /// <param name="Names">Whom they name.</param>
    private readonly record struct Matter(string Content, string Encoded, ValueList<string> Names);

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

    private static int? Number(string date, int start, int length) =>
        int.TryParse(date.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
