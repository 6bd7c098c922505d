using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Export;
using Sayso.Core.Ledger;

namespace Sayso.Web;

/// <summary>Brings the statements of a ledger together into claims.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="query">Of which documents.</param>
/// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
public delegate ClaimedLedger ClaimReading(ILedger ledger, ClaimQuery query, CancellationToken cancellationToken);

/// <summary>What the page is about and what it may ask of the rest of the house.</summary>
public sealed record Site
{
    /// <summary>Opens the ledger; several may be open at once, each is used by one thread at a time.</summary>
    public required Func<ILedger> OpenLedger { get; init; }

    /// <summary>Reads inputs into the ledger, one after the other, in their order.</summary>
    public required Intake Intake { get; init; }

    /// <summary>Brings the ledger's statements together into claims; may take long, and is not asked on a request's own time.</summary>
    public required ClaimReading Claims { get; init; }

    /// <summary>
    /// Gives what is looked for its place among meanings, within milliseconds; may be asked by several threads. <c>null</c>
    /// where meanings are not searched.
    /// </summary>
    public Func<string, CancellationToken, SentenceVector>? Encode { get; init; }

    /// <summary>The inputs of the bundled story; <c>null</c> where there is none to offer.</summary>
    public Func<IReadOnlyList<IntakeInput>>? Sample { get; init; }

    /// <summary>The forms that the ledger can be taken away in.</summary>
    public IReadOnlyList<ExportForm> Exports { get; init; } = ExportForms.All;

    /// <summary>What the ledger is called, for people: its file.</summary>
    public required string LedgerName { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
