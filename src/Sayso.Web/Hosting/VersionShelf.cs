using Sayso.Core.Changes;
using Sayso.Core.Ledger;

namespace Sayso.Web.Hosting;

/// <summary>
/// Pages that were read again: looked for anew only when the ledger has grown, by one who asks while the others wait for that. Safe for
/// use by several threads.
/// </summary>
internal sealed class VersionShelf : IDisposable
{
    private readonly SemaphoreSlim _looking = new(1);
    private PageHistory _present = new([], []) { Entries = -1 };

    /// <summary>They, in a ledger as it is.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends it between two documents with an <see cref="OperationCanceledException"/>.</param>
    public PageHistory Of(ILedger ledger, CancellationToken cancellationToken)
    {
        // What comes while one waits need not be in it: else nobody would get an answer of a ledger that grows without a pause.
        var wanted = ledger.LastEntry();
        if (Volatile.Read(ref _present) is var known && known.Entries >= wanted)
        {
            return known;
        }

        _looking.Wait(cancellationToken);
        try
        {
            if (_present.Entries < wanted)
            {
                var (entries, versions) = ledger.AtOneMoment(() => (ledger.LastEntry(), PageVersions.Of(ledger, asOf: null, cancellationToken)));
                Volatile.Write(ref _present, new PageHistory(versions, ChangeFinder.Of(versions)) { Entries = entries });
            }

            return _present;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _looking.Dispose();
}

/// <summary>Pages that were read again.</summary>
/// <param name="Versions">All versions of each.</param>
/// <param name="Changes">What changed from one to the next.</param>
public sealed record PageHistory(IReadOnlyList<PageVersion> Versions, IReadOnlyList<PageChange> Changes)
{
    /// <summary>The ledger's last entry when they were looked for.</summary>
    internal long Entries { get; init; }
}
