using Sayso.Core.Ledger;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <summary>The contract, kept by the SQLite ledger.</summary>
public sealed class SqliteLedgerTests : LedgerContract
{
    private readonly TemporaryFolder _folder = new();
    private SqliteLedger? _reopened;

    protected override ILedger Open(TimeProvider time) =>
        SqliteLedger.Open(new LedgerOptions { Path = _folder.File(), CreateIfMissing = true, Time = time });

    protected override ILedger Reopen(ILedger ledger) => _reopened = SqliteLedger.Open(new LedgerOptions { Path = _folder.File() });

    public override void Dispose()
    {
        _reopened?.Dispose();
        base.Dispose();
        _folder.Dispose();
    }
}

/// <summary>The contract, kept by the double that the SQLite ledger is compared with.</summary>
public sealed class InMemoryLedgerTests : LedgerContract
{
    protected override ILedger Open(TimeProvider time) => new InMemoryLedger(time);

    protected override ILedger Reopen(ILedger ledger) => ledger;
}
