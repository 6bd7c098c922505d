using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Sayso.Core.Ledger;
using Sayso.Core.Search;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>On whose word the statements of a ledger are, as it keeps that since its claims were made.</summary>
/// <param name="ledger">The ledger.</param>
internal sealed class KeptActors(ILedger ledger)
{
    private const string Kind = "actor-1";
    private const string State = "actors-1";
    private const string Of = "claims";

    /// <summary>Keeps those of claims.</summary>
    /// <param name="actors">They, in the order of lists.</param>
    /// <param name="entry">The ledger's last entry before the claims were read.</param>
    /// <param name="claims">What the claims are kept under.</param>
    public void Keep(IReadOnlyList<LedgerActor> actors, long entry, string claims) => ledger.Keep(new KeptBatch(
        entry,
        [.. actors.Select((a, i) => new KeptValue(Kind, i.ToString("D9", CultureInfo.InvariantCulture), Encode(a))), new KeptValue(State, Of, Encoding.UTF8.GetBytes(claims))])
    {
        ClearedKinds = [Kind],
    });

    /// <summary>Whether those that are kept are of claims of this state.</summary>
    public bool AreOf(string claims) => ledger.Kept(State, Of) is { } of && Encoding.UTF8.GetString(of.Span) == claims;

    /// <summary>Those that were kept last, whatever came since; none where no claims were made yet.</summary>
    public IReadOnlyList<LedgerActor> Read() => [.. ledger.KeptFrom(Kind, string.Empty).Select(k => Decode(k.Value))];

    private static byte[] Encode(LedgerActor actor)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            json.WriteStringValue(actor.Name);
            json.WriteNumberValue(actor.Statements);
            json.WriteNumberValue(actor.Documents);
            foreach (var name in actor.Names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static LedgerActor Decode(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        JsonElement[] parts = [.. json.RootElement.EnumerateArray()];
        return new LedgerActor(parts[0].GetString()!, parts[3..].Select(n => n.GetString()!).ToValueList(), parts[1].GetInt32(), parts[2].GetInt32());
    }
}
