using CsCheck;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <summary>Random documents, statements and queries; few values, so that they meet.</summary>
internal static class Generated
{
    private static readonly Gen<string> _word = Gen.OneOf(
        "ferry", "Ferry", "café", "CAFE", "Müller", "said", "denied", "12", "🗼", "\"", ".", "don't", "-", "harbour", "\n", "AND", "NOT", "*", "(");

    private static readonly Gen<string?> _url = Gen.OneOf(null, null, "https://a.example/1", "https://a.example/2");

    private static readonly Gen<string?> _outlet = Gen.OneOf(null, "Bell", "The Évening Bell", "Courier");

    private static readonly Gen<OffsetDateTime?> _published = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 23], Gen.Int[-12, 12], (day, hour, offset) =>
        day == 0 ? (OffsetDateTime?)null : new LocalDateTime(2031, 3, day, hour, 30).WithOffset(Offset.FromHours(offset)));

    private static readonly Gen<LocalDate?> _day = Gen.Int[-4, 5].Select(d => d <= 0 ? (LocalDate?)null : new LocalDate(2031, 3, d));

    private static readonly Gen<int?> _limit = Gen.Int[-3, 4].Select(l => l < 0 ? (int?)null : l);

    private static readonly Gen<string?> _words = Gen.OneOf(Gen.Const((string?)null), _word.Array[0, 3].Select(w => (string?)string.Join(' ', w)));

    public static Gen<Document> Document { get; } =
        from text in _word.Array[0, 30].Select(words => string.Join(' ', words))
        from url in _url
        from outlet in _outlet
        from title in _words
        from published in _published
        from problems in Gen.Int[0, 2]
        select Made.Document(text, url) with
        {
            Outlet = outlet,
            Title = title,
            Published = published,
            Problems = Enumerable.Range(0, problems).Select(i => new Problem("SAY100" + i, text)).ToValueList(),
        };

    public static Gen<Provenance> Provenance { get; } = Gen.Select(
        Gen.OneOf("1.0", "2.0"), Gen.OneOf("model-a", "model-b", null), Gen.OneOf("rosa", null), (p, m, a) => new Provenance(p, m, a));

    public static Gen<DocumentQuery> DocumentQuery { get; } =
        from since in _day
        from until in _day
        from asOf in _day
        from outlet in Gen.OneOf(Gen.Const((string?)null), Gen.OneOf((string?)"bell", "é", "x"))
        from of in Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)null), Gen.OneOf((string?)"", "Bell", "The Évening Bell"))
        from text in _words
        from flags in Gen.Int[0, 31]
        from limit in _limit
        select new DocumentQuery
        {
            Since = since,
            Until = until,
            AsOf = asOf,
            Outlet = outlet,
            OfOutlet = of,
            Text = text,
            IncludeRetracted = (flags & 1) != 0,
            IncludeEarlierVersions = (flags & 2) != 0,
            IncludeContent = (flags & 4) != 0,
            IsReadAgain = (flags & 8) != 0,
            IsLastAddedFirst = (flags & 16) != 0,
            Limit = limit,
        };

    /// <summary>A query; its document is put in by whoever knows the documents.</summary>
    public static Gen<StatementQuery> StatementQuery { get; } =
        from since in _day
        from until in _day
        from asOf in _day
        from who in Gen.OneOf(Gen.Const((string?)null), Gen.OneOf((string?)"ferry", "É", "ü", "a", "muller cafe", "Russia", "the Pentagon", "US", "", "-"))
        from about in _words
        from text in _words
        from names in Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)null), Gen.OneOf((string?)"ferry", "É", "muller cafe", "a", "-"))
        from lastReadFirst in Gen.Bool
        from limit in _limit
        select new StatementQuery { IsLastReadFirst = lastReadFirst, NameWords = names, Since = since, Until = until, AsOf = asOf, Who = who, About = about, Text = text, Limit = limit };

    /// <summary>Statements over a text: their three roles are cut at random.</summary>
    public static Gen<Statement[]> Statements(string documentId, string text) => text.Length == 0
        ? Gen.Const(Array.Empty<Statement>())
        : Gen.Select(Spans(text.Length, 0), Spans(text.Length, 1), Spans(text.Length, 0), (s, c, t) => new Attribution(s, c, t))
            .Array[0, 4]
            .Select(all => all.Distinct().ToArray())
            .SelectMany(all => Gen.OneOf(Gen.Const(new List<Hop>()), _hop.List[1, 3]).Array[all.Length]
                .Select(chains => all.Select((a, i) => Made.Statement(documentId, a) with { Chain = chains[i].ToValueList() }).ToArray()));

    private static readonly Gen<Hop> _hop = Gen.Select(
        Gen.OneOf("Kremlin", "the Russian government", "Moscow’s", "Pentagon", "U.S.", "Ferry Müller", "Café “Müller”", "ferry", "🗼", "-", "Müller-Ferry's café"),
        Gen.OneOf(SourceKind.Named, SourceKind.Collective, SourceKind.Outlet),
        (name, kind) => new Hop(name, kind, SpanList.Empty, HopRelation.Says));

    private static Gen<SpanList> Spans(int length, int fewest) =>
        Gen.Int[0, length].HashSet[fewest == 0 ? 0 : Math.Min(2, length + 1), Math.Min(4, length + 1)].Select(cuts =>
        {
            var ends = cuts.Order().ToArray();
            return SpanList.Of(Enumerable.Range(0, ends.Length / 2).Select(i => new TextSpan(ends[2 * i], ends[(2 * i) + 1])));
        });
}
