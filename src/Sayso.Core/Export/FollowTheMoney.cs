using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// A ledger as FollowTheMoney entities, one a line: an <c>Article</c> for each document, a <c>Person</c>, <c>Organization</c>,
/// <c>PublicBody</c> or <c>LegalEntity</c> for each speaker, a <c>Note</c> for each statement, an <c>UnknownLink</c> between speakers
/// of whom one has it from the other. The same ids in every export. Whoever was written is remembered by 16 bytes, all else is not.
/// </summary>
internal static class FollowTheMoney
{
    private static readonly InstantPattern _time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <summary>ISO 639-3 for the languages that are told apart.</summary>
    private static readonly Dictionary<string, string> _languages = new(StringComparer.Ordinal)
    {
        ["ar"] = "ara",
        ["de"] = "deu",
        ["en"] = "eng",
        ["es"] = "spa",
        ["fr"] = "fra",
        ["it"] = "ita",
        ["ja"] = "jpn",
        ["ko"] = "kor",
        ["nl"] = "nld",
        ["pl"] = "pol",
        ["pt"] = "por",
        ["ru"] = "rus",
        ["sv"] = "swe",
        ["tr"] = "tur",
        ["uk"] = "ukr",
        ["zh"] = "zho",
    };

    /// <summary>Writes the entities.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ExportSource source, CancellationToken cancellationToken)
    {
        using var json = new JsonPieces();
        HashSet<UInt128> written = [];
        foreach (var read in source.Documents(cancellationToken))
        {
            var speakers = new ExportedSpeakers(read);
            yield return json.Object(isInList: false, w => Article(w, read, speakers));
            foreach (var statement in read.Statements)
            {
                var chain = speakers.Chain(statement);
                foreach (var (speaker, _) in chain.Where(c => written.Add(Key(c.Speaker.Id))))
                {
                    yield return json.Object(isInList: false, w => Speaker(w, speaker, read.Document));
                }

                foreach (var ((nearer, relation), (further, _)) in chain.Zip(chain.Skip(1)).Where(pair => pair.First.Speaker.Id != pair.Second.Speaker.Id))
                {
                    using var hash = new ContentHash("ftm-link");
                    var id = hash.Add(nearer.Id).Add(further.Id).Add(ClosedSet.NameOf(relation)).ToId();
                    if (written.Add(Key(id)))
                    {
                        yield return json.Object(isInList: false, w => Link(w, id, (nearer, further, relation), read.Document));
                    }
                }

                yield return json.Object(isInList: false, w => Note(w, statement, chain, read.Document));
            }
        }
    }

    private static UInt128 Key(string id) => UInt128.Parse(id, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private static string ArticleId(Document document) => $"sayso-document-{document.Id}";

    private static string SpeakerId(Entity speaker) => $"sayso-entity-{speaker.Id}";

    private static void Article(Utf8JsonWriter json, ExportedDocument read, ExportedSpeakers speakers)
    {
        var document = read.Document;
        Begin(json, ArticleId(document), "Article");
        Values(json, "name", document.Title ?? document.Path ?? document.Id);
        Values(json, "title", document.Title);
        Values(json, "author", document.Byline);
        Values(json, "publisher", document.Outlet);
        Values(json, "sourceUrl", SafeAddress.Of(document.Url));
        Values(json, "fileName", document.Path is { } path ? path[(path.LastIndexOfAny(['/', '\\']) + 1)..] : null);
        Values(json, "mimeType", document.MediaType);
        Values(json, "fileSize", document.Raw.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Values(json, "language", document.Language is { } code ? _languages.GetValueOrDefault(code) : null);
        Values(json, "publishedAt", Time(document.Published));
        Values(json, "modifiedAt", Time(document.Modified));
        Values(json, "retrievedAt", _time.Format(read.Entry.AddedAt));
#pragma warning disable CA5350 // The schema has SHA-1 for its checksums; nothing is trusted for it.
        Values(json, "contentHash", Convert.ToHexStringLower(SHA1.HashData(document.Raw.Span)));
#pragma warning restore CA5350
        Values(json, "namesMentioned", [.. speakers.All.Where(e => e.Type is EntityType.Person or EntityType.Organization).Select(e => e.Name).Distinct(StringComparer.Ordinal)]);
        End(json);
    }

    private static void Speaker(Utf8JsonWriter json, Entity speaker, Document document)
    {
        Begin(json, SpeakerId(speaker), speaker.Type switch
        {
            EntityType.Person => "Person",
            EntityType.Organization => "Organization",
            EntityType.Country => "PublicBody",
            _ => "LegalEntity",
        });
        Values(json, "name", PlainWords.Line(speaker.Name));
        Values(json, "proof", ArticleId(document));
        End(json);
    }

    private static void Link(Utf8JsonWriter json, string id, (Entity Nearer, Entity Further, HopRelation Relation) link, Document document)
    {
        Begin(json, $"sayso-link-{id}", "UnknownLink");
        Values(json, "subject", SpeakerId(link.Nearer));
        Values(json, "object", SpeakerId(link.Further));
        Values(json, "role", ClosedSet.NameOf(link.Relation));
        Values(json, "date", Time(document.Published));

        // Links have no proof in every version of the schema (Aleph's, 3.8.4, refuses it); all of them have these.
        Values(json, "recordId", ArticleId(document));
        Values(json, "publisher", document.Outlet);
        Values(json, "sourceUrl", SafeAddress.Of(document.Url));
        End(json);
    }

    private static void Note(Utf8JsonWriter json, Statement statement, IReadOnlyList<(Entity Speaker, HopRelation Relation)> chain, Document document)
    {
        Begin(json, $"sayso-statement-{statement.Id}", "Note");
        var who = statement.SourceHop is { } hop && hop.Name != Hop.Unspecified ? hop.Name : chain.Count > 0 ? chain[0].Speaker.Name : "nobody named";
        Values(json, "name", $"{PlainWords.Line(who)}{(statement.Attitude is { } said ? $": {ClosedSet.NameOf(said.Stance)}" : string.Empty)}");
        Values(json, "description", PlainWords.Line((statement.Content.Count > 0 ? statement.Content : statement.Cue).TextOf(document.Text)));
        Values(json, "summary", string.Join(" ‹ ", new[] { document.Outlet ?? "the page itself" }.Concat(statement.Chain.Select(h => h.Name == Hop.Unspecified ? "nobody named" : h.Name))));
        Values(json, "entity", [.. chain.Select(c => SpeakerId(c.Speaker)).Distinct(StringComparer.Ordinal), ArticleId(document)]);
        Values(json, "keywords", statement.Attitude is { } a
            ? [$"stance:{ClosedSet.NameOf(a.Stance)}", $"certainty:{ClosedSet.NameOf(a.Certainty)}", $"polarity:{ClosedSet.NameOf(a.Polarity)}"]
            : []);
        Values(json, "createdAt", Time(document.Published));
        Values(json, "publisher", document.Outlet);
        Values(json, "sourceUrl", SafeAddress.Of(document.Url));
        Values(json, "proof", ArticleId(document));
        End(json);
    }

    private static string? Time(OffsetDateTime? time) => time is { } t ? _time.Format(t.ToInstant()) : null;

    private static void Begin(Utf8JsonWriter json, string id, string schema)
    {
        json.WriteString("id", id);
        json.WriteString("schema", schema);
        json.WriteStartObject("properties");
    }

    private static void End(Utf8JsonWriter json) => json.WriteEndObject();

    private static void Values(Utf8JsonWriter json, string name, params IReadOnlyList<string?> values)
    {
        // A property without a value is left out: the schema knows no null.
        if (values.Any(v => !string.IsNullOrWhiteSpace(v)))
        {
            json.WriteStartArray(name);
            foreach (var value in values.Where(v => !string.IsNullOrWhiteSpace(v)))
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }
}
