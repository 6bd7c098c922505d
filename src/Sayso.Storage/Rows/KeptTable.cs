using Sayso.Core.Ledger;
using Sayso.Storage.Files;

namespace Sayso.Storage.Rows;

/// <summary>What was computed from the ledger and is kept so as not to be computed anew.</summary>
internal sealed class KeptTable(Database database)
{
    /// <summary>A value; <c>null</c> for none.</summary>
    public ReadOnlyMemory<byte>? Get(string kind, string key) => database.First<ReadOnlyMemory<byte>?>(
        "SELECT value FROM kept WHERE kind = $kind AND key = $key", r => r.GetFieldValue<byte[]>(0), ("$kind", kind), ("$key", key));

    /// <summary>Whether a value is kept as it is here; one without bytes: whether none is.</summary>
    public bool Has(KeptValue value) => (Get(value.Kind, value.Key) ?? default).Span.SequenceEqual(value.Value.Span);

    /// <summary>Values of a kind whose keys begin so, in the order of their keys.</summary>
    public IEnumerable<KeptValue> From(string kind, string keyPrefix) => database.Stream(
        "SELECT key, value FROM kept WHERE kind = $kind AND key >= $from AND key < $to ORDER BY key",
        r => new KeptValue(kind, r.GetString(0), r.GetFieldValue<byte[]>(1)),
        ("$kind", kind),
        ("$from", keyPrefix),
        ("$to", keyPrefix + "\U0010FFFF"));

    /// <summary>Puts values in the place of those of the same kind and key, nothing for one without bytes; of some kinds, of all.</summary>
    public void Put(IEnumerable<KeptValue> values, IEnumerable<string> clearedKinds)
    {
        foreach (var kind in clearedKinds)
        {
            database.Execute("DELETE FROM kept WHERE kind = $kind", ("$kind", kind));
        }

        foreach (var (kind, key, value) in values)
        {
            if (value.IsEmpty)
            {
                database.Execute("DELETE FROM kept WHERE kind = $kind AND key = $key", ("$kind", kind), ("$key", key));
                continue;
            }

            database.Execute("INSERT OR REPLACE INTO kept (kind, key, value) VALUES ($kind, $key, $value)", ("$kind", kind),
                ("$key", key), ("$value", value.ToArray()));
        }
    }
}
