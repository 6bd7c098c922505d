using System.Security.Cryptography;
using System.Text;
using Sayso.Cli.Pipeline;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;

namespace Sayso.Cli.Watching;

/// <summary>What was done with an address.</summary>
/// <param name="Address">The address.</param>
/// <param name="Action"><c>list added edited same failed gone</c>.</param>
internal sealed record WatchedItem(string Address, string Action)
{
    /// <summary>The document that was added; <c>null</c> where there is none.</summary>
    public string? Document { get; init; }

    /// <summary>Statements added.</summary>
    public int Statements { get; init; }

    /// <summary>Addresses that a list led to and that were not known.</summary>
    public int Found { get; init; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>Fetches what is due, one address after another, into the ledger.</summary>
internal sealed class Watcher(WatchPlan plan, WatchState state, AddressSource addresses, TimeProvider time) : IDisposable
{
    private readonly DocumentReader _reader = new();

    /// <summary>Puts documents into the ledger.</summary>
    public required Func<IEnumerable<ReadResult>, IEnumerable<AddedItem>> Add { get; init; }

    /// <summary>Whether items of feeds are documents, rather than the pages that they link to.</summary>
    public bool TakesItems { get; init; }

    /// <summary>How long until something is due; zero or less where it is now, <c>null</c> where nothing ever is.</summary>
    public TimeSpan? UntilNext() => state.Next() is { } next ? next.Due - time.GetUtcNow() : null;

    /// <summary>Fetches what is due first. What it says is in the ledger, and what is known is on the disk, when it is back.</summary>
    public IReadOnlyList<WatchedItem> Step()
    {
        var watched = state.Next()!;
        var fetched = addresses.Fetch(new FetchRequest(watched.Address) { ETag = watched.ETag, LastModified = watched.LastModified });
        if (fetched.Problem is { } problem)
        {
            var failed = plan.Failed(watched, time.GetUtcNow());
            state.Save([failed]);
            return [new WatchedItem(watched.Address, failed.IsDone ? "gone" : "failed") { Problems = [problem] }];
        }

        if (fetched.IsUnchanged)
        {
            state.Save([plan.Read(watched, time.GetUtcNow())]);
            return [new WatchedItem(watched.Address, "same")];
        }

        return LinkList.Of(fetched.Body, fetched.FinalAddress) is { } links && (!TakesItems || links.Lists.Count > 0)
            && links.Pages.Count + links.Lists.Count > 0
            ? [List(Marked(watched, fetched) with { IsList = true }, links)]
            : Page(Marked(watched, fetched), fetched);
    }

    /// <inheritdoc/>
    public void Dispose() => addresses.Dispose();

    private static Watched Marked(Watched watched, FetchResult fetched) =>
        watched with { ETag = fetched.ETag, LastModified = fetched.LastModified };

    private WatchedItem List(Watched list, LinkList links)
    {
        var now = time.GetUtcNow();
        Watched[] found =
        [
            .. links.Lists.Where(a => !state.Knows(a)).Select(a => new Watched(a, now, now) { IsList = true, IsNamed = true }),
            .. links.Pages.Where(a => !state.Knows(a)).Select(a => new Watched(a, now, now) { IsList = false }),
        ];
        state.Save([.. found, plan.Read(list, now)]);
        return new WatchedItem(list.Address, "list") { Found = found.Length };
    }

    private List<WatchedItem> Page(Watched page, FetchResult fetched)
    {
        List<ReadResult> results = [.. _reader.ReadFetched(fetched, StatedMetadata.None)];
        var hash = HashOf(results);
        List<WatchedItem> items = [];
        if (page.TextHash == hash)
        {
            // What surrounds an article changes with every look; that is no edit.
            items.Add(new WatchedItem(page.Address, "same"));
        }
        else
        {
            items.AddRange(Add(results).Select(item =>
                new WatchedItem(item.Path, ActionOf(item, page))
                {
                    Document = item.Id,
                    Statements = item.Statements,
                    Problems = item.Problems
                }));
        }

        // Behind the ledger: after a crash between the two, the page is read again and found to be there.
        state.Save([plan.Read(page with { TextHash = hash, IsList = results.Count > 1 }, time.GetUtcNow())]);
        return items;
    }

    private static string ActionOf(AddedItem item, Watched page) => item.Outcome switch
    {
        AddOutcome.Added when page.TextHash is null || page.IsList == true => "added",
        AddOutcome.Added or AddOutcome.NewVersion => page.TextHash is null ? "added" : "edited",
        null => "failed",
        _ => "same",
    };

    private static string HashOf(IEnumerable<ReadResult> results)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var result in results)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{result.Document?.Title}\0{result.Document?.Text ?? result.Problem?.Code}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
