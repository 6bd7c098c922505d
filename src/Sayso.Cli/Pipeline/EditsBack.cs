using Sayso.Core.Documents;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Pipeline;

/// <summary>
/// Tells pages that were edited back from inputs that are merely added again. What is read last of a page in one run is what the
/// page says now: is that an earlier version, the page has it again, and that is a new version. A folder that holds both versions
/// can be added any number of times: its last one is the newest already.
/// </summary>
/// <param name="ledger">The ledger that is written.</param>
/// <param name="reader">The same for the thread that reads inputs.</param>
internal sealed class EditsBack(ILedger ledger, SharedReader reader)
{
    private readonly Dictionary<string, AddedItem> _earlier = new(StringComparer.Ordinal);

    /// <summary>Takes an input's fate; what is certain by it is given, in order.</summary>
    public IEnumerable<AddedItem> Settle(AddedItem item)
    {
        var isNew = item.Outcome is AddOutcome.Added or AddOutcome.NewVersion;
        if ((!isNew && item.Outcome != AddOutcome.AlreadyThere) || (isNew && _earlier.Count == 0)
            || ledger.GetDocument(item.Id!).Document is not { Url: { } url } document)
        {
            yield return item;
            yield break;
        }

        if (_earlier.Remove(url, out var before))
        {
            // Another input of the page came behind it: it was no more than added again.
            yield return before;
        }

        if (!isNew && NewestOther(ledger, document) is not null)
        {
            _earlier.Add(url, item);
        }
        else
        {
            yield return item;
        }
    }

    /// <summary>The documents that pages have again, to be added.</summary>
    public IEnumerable<ReadResult> Returned() =>
        _earlier.Values.Select(item =>
            ReadResult.Of(item.Path, reader.Ask(l => Again(l, l.GetDocument(item.Id!).Document) with { Path = item.Path })));

    private static Document Again(ILedger ledger, Document document) =>
        NewestOther(ledger, document) is { } newest ? document with { Id = DocumentId.OfReturn(document.Id, newest) } : document;

    /// <summary>The page's newest version, where that has other bytes; else <c>null</c>.</summary>
    private static string? NewestOther(ILedger ledger, Document document) =>
        ledger.NewestAt(document.Url!) is { } newest && ledger.GetDocument(newest).Document.RawHash != document.RawHash ? newest : null;
}
