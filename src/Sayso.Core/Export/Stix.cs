using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// A ledger as one STIX 2.1 bundle: a report for each document, an observed address where it has one, an identity for each speaker
/// and outlet, a note for each statement, a relationship between speakers of whom one has it from the other. Ids are made of names,
/// so that the same thing has the same id in every export. Whoever was written is remembered by 16 bytes, all else is not.
/// </summary>
internal static class Stix
{
    private const int HundredPercent = 100;

    /// <summary>When the identity of the program was made: the same for all, so that it is one.</summary>
    private static readonly Instant _firstDay = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static string Program { get; } = StixId.Of("identity", "program");

    /// <summary>Writes the bundle.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ExportSource source, CancellationToken cancellationToken)
    {
        using var json = new JsonPieces();
        HashSet<Guid> written = [];
        yield return JsonPieces.Text($"{{\"type\":\"bundle\",\"id\":\"{StixId.Of("bundle", source.Head)}\",\"objects\":[\n");
        yield return json.Object(isInList: true, w =>
        {
            Begin(w, Program, _firstDay);
            w.WriteString("name", "Sayso");
            w.WriteString("identity_class", "system");
        });
        foreach (var read in source.Documents(cancellationToken))
        {
            var article = new Article(read);
            foreach (var write in article.Objects())
            {
                if (write.IsShared && !written.Add(StixId.Uuid(write.Id)))
                {
                    continue;
                }

                yield return json.Object(isInList: true, write.Write);
            }
        }

        yield return JsonPieces.Text("\n]}\n");
    }

    private static void Begin(Utf8JsonWriter json, string id, Instant at)
    {
        json.WriteString("type", id[..id.IndexOf("--", StringComparison.Ordinal)]);
        json.WriteString("spec_version", "2.1");
        json.WriteString("id", id);
        json.WriteString("created", JsonPieces.Utc(at));
        json.WriteString("modified", JsonPieces.Utc(at));
        if (id != Program)
        {
            json.WriteString("created_by_ref", Program);
        }
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>An object of the bundle.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="IsShared">Whether other documents may have it too.</param>
    /// <param name="Write">Writes it.</param>
    private sealed record StixObject(string Id, bool IsShared, Action<Utf8JsonWriter> Write);

    /// <summary>A document's objects.</summary>
    private sealed class Article(ExportedDocument read)
    {
        private readonly ExportedSpeakers _speakers = new(read);
        private readonly string _report = StixId.Of("report", read.Document.Id);
        private readonly Instant _at = read.Entry.AddedAt;

        private Document Document => read.Document;

        public IEnumerable<StixObject> Objects()
        {
            List<string> parts = [];
            foreach (var part in Parts())
            {
                parts.Add(part.Id);
                yield return part;
            }

            yield return new StixObject(_report, IsShared: false, w => Report(w, parts.Count > 0 ? [.. parts.Distinct(StringComparer.Ordinal)] : [Program]));
        }

        private IEnumerable<StixObject> Parts()
        {
            if (SafeAddress.Of(Document.Url) is { } address)
            {
                var url = StixId.OfUrl($"{{\"value\":\"{JsonEncodedText.Encode(address, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"}}");
                yield return new StixObject(url, IsShared: true, w =>
                {
                    w.WriteString("type", "url");
                    w.WriteString("spec_version", "2.1");
                    w.WriteString("id", url);
                    w.WriteString("value", address);
                });
                yield return new StixObject(StixId.Of("observed-data", Document.Id), IsShared: false, w => Observed(w, url));
            }

            if (_speakers.Outlet is { } outlet)
            {
                yield return Identity(outlet);
            }

            foreach (var statement in read.Statements)
            {
                var chain = _speakers.Chain(statement);
                foreach (var (speaker, _) in chain)
                {
                    yield return Identity(speaker);
                }

                foreach (var ((nearer, relation), (further, _)) in chain.Zip(chain.Skip(1)).Where(pair => pair.First.Speaker.Id != pair.Second.Speaker.Id))
                {
                    yield return Relationship(nearer, further, relation);
                }

                yield return new StixObject(StixId.Of("note", statement.Id), IsShared: false, w => Note(w, statement, chain));
            }
        }

        private StixObject Identity(Entity speaker)
        {
            var id = IdentityId(speaker);
            return new StixObject(id, IsShared: true, w =>
            {
                Begin(w, id, _at);
                w.WriteString("name", PlainWords.Line(speaker.Name));
                w.WriteString("identity_class", speaker.Type switch
                {
                    EntityType.Person => "individual",
                    EntityType.Organization or EntityType.Country => "organization",
                    EntityType.Group => "class",
                    _ => "unknown",
                });
            });
        }

        private StixObject Relationship(Entity nearer, Entity further, HopRelation relation)
        {
            var word = ClosedSet.NameOf(relation);
            var id = StixId.Of("relationship", $"{nearer.Id}:{word}:{further.Id}");
            return new StixObject(id, IsShared: true, w =>
            {
                Begin(w, id, _at);
                w.WriteString("relationship_type", "related-to");
                w.WriteString("description", $"{PlainWords.Line(nearer.Name)} {word} {PlainWords.Line(further.Name)}");
                w.WriteString("source_ref", IdentityId(nearer));
                w.WriteString("target_ref", IdentityId(further));
            });
        }

        private void Observed(Utf8JsonWriter json, string url)
        {
            Begin(json, StixId.Of("observed-data", Document.Id), _at);
            json.WriteString("first_observed", JsonPieces.Utc(_at));
            json.WriteString("last_observed", JsonPieces.Utc(_at));
            json.WriteNumber("number_observed", 1);
            Strings(json, "object_refs", [url]);
        }

        private void Note(Utf8JsonWriter json, Statement statement, IReadOnlyList<(Entity Speaker, HopRelation Relation)> chain)
        {
            Begin(json, StixId.Of("note", statement.Id), _at);
            json.WriteString("abstract", PlainWords.Line(string.Join(" ‹ ", [Document.Outlet ?? "the page itself", .. statement.Chain.Select(h => h.Name == Hop.Unspecified ? "nobody named" : h.Name)])));
            json.WriteString("content", (statement.Content.Count > 0 ? statement.Content : statement.Cue).TextOf(Document.Text));
            if (chain.Count > 0)
            {
                Strings(json, "authors", [PlainWords.Line(chain[0].Speaker.Name)]);
            }

            Strings(json, "object_refs", chain.Select(c => IdentityId(c.Speaker)).Distinct(StringComparer.Ordinal).Append(_report));
            if (statement.Attitude is { } attitude)
            {
                Strings(json, "labels", [$"stance:{ClosedSet.NameOf(attitude.Stance)}", $"certainty:{ClosedSet.NameOf(attitude.Certainty)}", $"polarity:{ClosedSet.NameOf(attitude.Polarity)}"]);
            }

            if (statement.Confidence is { } confidence)
            {
                json.WriteNumber("confidence", (int)Math.Round(confidence * HundredPercent));
            }

            Reference(json, statement.Id);
        }

        private void Report(Utf8JsonWriter json, IReadOnlyList<string> parts)
        {
            Begin(json, _report, _at);
            json.WriteString("name", PlainWords.Line(Document.Title ?? Document.Path ?? Document.Id));
            json.WriteString("published", JsonPieces.Utc(Document.Published?.ToInstant() ?? _at));
            Strings(json, "report_types", ["observed-data"]);
            if (Document.Language is { } language)
            {
                json.WriteString("lang", language);
            }

            Strings(json, "object_refs", parts);
            Reference(json, Document.Id);
        }

        private void Reference(Utf8JsonWriter json, string id)
        {
            json.WriteStartArray("external_references");
            json.WriteStartObject();
            json.WriteString("source_name", Document.Outlet is { } outlet ? PlainWords.Line(outlet) : "sayso");
            json.WriteString("external_id", id);
            if (SafeAddress.Of(Document.Url) is { } address)
            {
                json.WriteString("url", address);
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        private static string IdentityId(Entity speaker) => StixId.Of("identity", speaker.Id);
    }
}
