using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Changes;
using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Figures;
using Sayso.Core.Positions;
using Sayso.Core.Search;
using Sayso.Core.Stories;
using Sayso.Core.Text;
using Sayso.Core.Timeline;

namespace Sayso.Core.Export;

/// <summary>
/// The views over claims as JSON, one object a line, in the stable contract of <see cref="JsonLines"/>. A method's bytes, line
/// end included, are good until the next call. Not safe for use by several threads at once.
/// </summary>
/// <param name="documents">The documents that the views are of, by their ids.</param>
public sealed class ViewLines(IReadOnlyDictionary<string, Document> documents) : IDisposable
{
    private static readonly JsonWriterOptions _options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Dictionary<string, CodePointMap> _maps = new(StringComparer.Ordinal);
    private readonly Utf8JsonWriter _json = new(Stream.Null, _options);

    /// <summary>A counted thing.</summary>
    public ReadOnlyMemory<byte> Figure(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        Begin();
        _json.WriteString("id", figure.Id);
        _json.WriteString("of", figure.Of);
        _json.WriteString("unit", figure.Unit);
        _json.WriteString("scope", figure.Scope);
        _json.WriteStartArray("readings");
        foreach (var reading in figure.Readings)
        {
            Reading(reading);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("revisions");
        foreach (var revision in figure.Revisions)
        {
            _json.WriteStartArray();
            foreach (var index in revision)
            {
                _json.WriteNumberValue(index);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        return End();
    }

    /// <summary>What an actor did with a claim.</summary>
    public ReadOnlyMemory<byte> Position(Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        Begin();
        _json.WriteString("actor", position.Actor);
        _json.WriteString("actorEntity", EntityId.OfName(position.Actor));
        _json.WriteString("claim", position.ClaimId);
        _json.WriteString("proposition", position.Proposition);
        _json.WriteStartArray("entries");
        foreach (var entry in position.Entries)
        {
            _json.WriteStartObject();
            _json.WriteString("date", entry.Date);
            _json.WriteString("stance", ClosedSet.NameOf(entry.Stance));
            _json.WriteString("side", ClosedSet.NameOf(entry.Side));
            _json.WriteString("speaker", entry.Speaker);
            _json.WriteString("statement", entry.StatementId);
            _json.WriteString("document", entry.DocumentId);
            _json.WriteString("publishedAt", Iso(entry.PublishedAt));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("moves");
        foreach (var move in position.Moves)
        {
            _json.WriteStartObject();
            _json.WriteString("from", ClosedSet.NameOf(move.From));
            _json.WriteString("to", ClosedSet.NameOf(move.To));
            Strings("statements", [move.First, move.Second]);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        return End();
    }

    /// <summary>Something that happened, or will.</summary>
    public ReadOnlyMemory<byte> Event(TimelineEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Begin();
        _json.WriteString("edtf", happened.Edtf);
        _json.WriteString("earliest", LocalDatePattern.Iso.Format(happened.Days.Earliest));
        _json.WriteString("latest", LocalDatePattern.Iso.Format(happened.Days.Latest));
        _json.WriteString("what", happened.What);
        _json.WriteString("source", happened.Source);
        _json.WriteString("sourceEntity", happened.SourceEntity);
        _json.WriteString("statement", happened.StatementId);
        _json.WriteString("claim", happened.ClaimId);
        _json.WriteString("document", happened.DocumentId);
        Span("span", happened.DocumentId, happened.Span);
        Strings("documents", happened.Documents);
        _json.WriteString("saidAt", happened.SaidAt);
        _json.WriteString("publishedAt", Iso(happened.PublishedAt));
        return End();
    }

    /// <summary>What cannot hold together.</summary>
    public ReadOnlyMemory<byte> Conflict(Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        Begin();
        _json.WriteString("id", conflict.Id);
        _json.WriteString("kind", ClosedSet.NameOf(conflict.Kind));
        Strings("statements", conflict.Statements);
        Strings("documents", conflict.Documents);
        _json.WriteString("reason", conflict.Reason);
        _json.WriteString("claim", conflict.ClaimId);
        _json.WriteString("figure", conflict.FigureId);
        _json.WriteStartArray("passages");
        foreach (var passage in conflict.Passages)
        {
            _json.WriteStartObject();
            _json.WriteString("document", passage.DocumentId);
            Span("span", passage.DocumentId, passage.Span);
            _json.WriteString("text", passage.Span.Slice(documents[passage.DocumentId].Text));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteBoolean("judged", conflict.IsJudged);
        Judgement(conflict);
        return End();
    }

    /// <summary>What changed on a page.</summary>
    public ReadOnlyMemory<byte> Change(PageChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Begin();
        _json.WriteString("url", change.Url);
        _json.WriteString("from", change.From);
        _json.WriteString("to", change.To);
        _json.WriteString("titleBefore", change.TitleBefore);
        _json.WriteString("titleAfter", change.TitleAfter);
        _json.WriteBoolean("silent", change.IsSilent);
        _json.WriteStartArray("edits");
        foreach (var edit in change.Edits)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", ClosedSet.NameOf(edit.Kind));
            _json.WriteString("before", edit.Before?.Id);
            _json.WriteString("after", edit.After?.Id);
            Strings("parts", edit.Parts.Select(ClosedSet.NameOf));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        return End();
    }

    /// <summary>Documents that share events.</summary>
    public ReadOnlyMemory<byte> Story(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        Begin();
        _json.WriteString("id", story.Id);
        _json.WriteString("title", story.Title);
        Strings("documents", story.Documents);
        Strings("claims", story.Claims);
        _json.WriteStartObject("origins");
        _json.WriteNumber("low", story.Origins.Low);
        _json.WriteNumber("high", story.Origins.High);
        _json.WriteEndObject();
        _json.WriteString("first", Day(story.First));
        _json.WriteString("last", Day(story.Last));
        return End();
    }

    /// <summary>Somebody or something that documents name.</summary>
    public ReadOnlyMemory<byte> Entity(LedgerEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Begin();
        _json.WriteString("id", entity.Id);
        _json.WriteString("name", entity.Name);
        _json.WriteString("type", ClosedSet.NameOf(entity.Type));
        _json.WriteString("standsFor", entity.StandsFor);
        _json.WriteNumber("mentionCount", entity.Mentions);
        Strings("documents", entity.Documents);
        Strings("statements", entity.Statements);
        return End();
    }

    /// <summary>What a search found.</summary>
    /// <param name="hit">It.</param>
    /// <param name="claim">The id of the claim that a statement is of; <c>null</c> where it is of none.</param>
    public ReadOnlyMemory<byte> Hit(SearchHit hit, string? claim)
    {
        ArgumentNullException.ThrowIfNull(hit);
        Begin();
        _json.WriteString("kind", ClosedSet.NameOf(hit.Kind));
        _json.WriteString("id", hit.Id);
        _json.WriteString("text", hit.Text);
        _json.WriteString("document", hit.DocumentId);
        if (hit.CodePoints is { } span)
        {
            _json.WriteStartArray("span");
            _json.WriteNumberValue(span.Start);
            _json.WriteNumberValue(span.End);
            _json.WriteEndArray();
        }
        else
        {
            _json.WriteNull("span");
        }

        _json.WriteString("foundBy", ClosedSet.NameOf(hit.Found));
        if (hit.Actor is { } actor)
        {
            _json.WriteStartObject("actor");
            Strings("names", actor.Names);
            _json.WriteNumber("statements", actor.Statements);
            _json.WriteNumber("documents", actor.Documents);
            _json.WriteEndObject();
        }
        else
        {
            _json.WriteNull("actor");
        }

        _json.WriteString("claim", claim);
        _json.WriteString("title", hit.Title);
        _json.WriteString("outlet", hit.Outlet);
        _json.WriteString("published", Iso(hit.Published));
        return End();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Reading(FigureReading reading)
    {
        var quantity = reading.Quantity;
        _json.WriteStartObject();
        Number("value", quantity.Value);
        Number("low", quantity.Low);
        Number("high", quantity.High);
        _json.WriteBoolean("approx", quantity.IsApproximate);
        _json.WriteString("comparator", QuantityJson.Sign(quantity.Comparator));
        _json.WriteString("asOf", reading.AsOf);
        _json.WriteString("saidAt", reading.SaidAt);
        _json.WriteString("publishedAt", Iso(reading.PublishedAt));
        _json.WriteString("source", reading.Source);
        _json.WriteString("sourceEntity", reading.SourceEntity);
        _json.WriteString("statement", reading.StatementId);
        _json.WriteString("document", reading.DocumentId);
        _json.WriteString("origin", reading.Origin);
        Span("span", reading.DocumentId, quantity.Span);
        _json.WriteString("text", quantity.Span.Slice(documents[reading.DocumentId].Text));
        _json.WriteEndObject();
    }

    private void Number(string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    private void Span(string name, string document, TextSpan span)
    {
        if (!_maps.TryGetValue(document, out var map))
        {
            map = new CodePointMap(documents[document].Text);
            _maps.Add(document, map);
        }

        _json.WriteStartArray(name);
        _json.WriteNumberValue(map.ToCodePoint(span.Start));
        _json.WriteNumberValue(map.ToCodePoint(span.End));
        _json.WriteEndArray();
    }

    private void Strings(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void Judgement(Conflict conflict)
    {
        if (conflict.Judgement is not { } found)
        {
            _json.WriteNull("judgement");
            return;
        }

        _json.WriteStartObject("judgement");
        _json.WriteString("verdict", ClosedSet.NameOf(found.Verdict));
        _json.WriteStartArray("wrong");
        foreach (var (passage, index) in conflict.Passages.Select((p, i) => (p, i)).Where(p => found.IsWrong(p.p)))
        {
            _json.WriteNumberValue(index);
        }

        _json.WriteEndArray();
        _json.WriteString("note", found.Entry.Reason);
        _json.WriteString("author", found.Entry.Author);
        _json.WriteString("at", InstantPattern.ExtendedIso.Format(found.Entry.At));
        _json.WriteNumber("entry", found.Entry.Sequence);
        _json.WriteEndObject();
    }

    private void Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
    }

    private ReadOnlyMemory<byte> End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        return _buffer.WrittenMemory;
    }

    private static string? Day(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private static string? Iso(OffsetDateTime? time) => time is { } t ? OffsetDateTimePattern.Rfc3339.Format(t) : null;
}
