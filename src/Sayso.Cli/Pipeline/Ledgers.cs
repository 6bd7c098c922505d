using Sayso.Core.Ledger;
using Sayso.Storage;

namespace Sayso.Cli.Pipeline;

/// <summary>Opens ledgers.</summary>
internal sealed class Ledgers(TimeProvider time)
{
    /// <summary>Opens a ledger that is there.</summary>
    /// <exception cref="Core.Errors.SaysoException">It is not there, or not a ledger, or cannot be opened.</exception>
    public ILedger Open(string path) => SqliteLedger.Open(new LedgerOptions { Path = path, Time = time });

    /// <summary>Writes a copy of a ledger that is there.</summary>
    /// <exception cref="Core.Errors.SaysoException">The ledger cannot be opened, or the copy not be written.</exception>
    public void BackUp(string path, string copy) => SqliteLedger.BackUp(new LedgerOptions { Path = path, Time = time }, copy);

    /// <summary>Opens a ledger, and makes it where there is none.</summary>
    /// <exception cref="Core.Errors.SaysoException">It is not a ledger, or cannot be written.</exception>
    public ILedger OpenOrCreate(string path) => SqliteLedger.Open(new LedgerOptions { Path = path, Time = time, CreateIfMissing = true });
}
