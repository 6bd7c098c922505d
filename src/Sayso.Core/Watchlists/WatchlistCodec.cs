using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Sayso.Core.Watchlists;

/// <summary>Watchlists as JSON, to be kept.</summary>
internal static class WatchlistCodec
{
    /// <summary>The JSON of a list after a reader's change.</summary>
    public static string Encode(Watchlist list, string reader)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", list.Id);
            json.WriteString("name", list.Name);
            json.WriteString("claim", list.Claim);
            json.WriteStartObject("search");
            foreach (var (name, value) in list.Search.Filters)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteString("author", list.Author);
            json.WriteNumber("created", list.CreatedAt.ToUnixTimeTicks());
            json.WriteNumber("seen", list.SeenEntry);
            json.WriteNumber("seenAt", list.SeenAt.ToUnixTimeTicks());
            json.WriteBoolean("removed", list.IsRemoved);
            json.WriteString("reader", reader);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The list of JSON that <see cref="Encode"/> wrote, with the reader; <c>null</c> for one that was kept before readers were told apart.</summary>
    public static (Watchlist List, string? Reader) Decode(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var list = new Watchlist(root.GetProperty("id").GetString()!, root.GetProperty("name").GetString()!)
        {
            Claim = root.GetProperty("claim").GetString(),
            Search = SavedSearch.Of(root.GetProperty("search").EnumerateObject().Select(p => (p.Name, p.Value.GetString()))),
            Author = root.GetProperty("author").GetString()!,
            CreatedAt = Instant.FromUnixTimeTicks(root.GetProperty("created").GetInt64()),
            SeenEntry = root.GetProperty("seen").GetInt64(),
            SeenAt = Instant.FromUnixTimeTicks(root.GetProperty("seenAt").GetInt64()),
            IsRemoved = root.GetProperty("removed").GetBoolean(),
        };
        return (list, root.TryGetProperty("reader", out var reader) ? reader.GetString() : null);
    }
}
