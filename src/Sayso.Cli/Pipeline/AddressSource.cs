using Sayso.Core.Documents;
using Sayso.Core.Text;
using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;

namespace Sayso.Cli.Pipeline;

/// <summary>
/// Addresses → documents. It is made before anything is fetched, and opens connections and the archive when the first
/// address is read. Inputs are read on one thread, which waits here for the network.
/// </summary>
internal sealed class AddressSource : IDisposable
{
    /// <summary>Sitemaps lead to sitemaps; deeper ones lead in circles.</summary>
    private const int MostLists = 500;

    private readonly DocumentReader _reader;
    private readonly FetchPlan _plan;
    private readonly Lazy<WarcArchive?> _archive;
    private readonly Lazy<Fetcher> _fetcher;

    public AddressSource(DocumentReader reader, FetchPlan plan)
    {
        _reader = reader;
        _plan = plan;
        _archive = new Lazy<WarcArchive?>(() => plan.Archive is { } folder ? new WarcArchive(folder, plan.Time) : null);
        _fetcher = new Lazy<Fetcher>(() => new Fetcher(plan.Options, _archive.Value, plan.Time));
    }

    /// <summary>Fetches, waiting for the answer.</summary>
    public FetchResult Fetch(FetchRequest request) => _fetcher.Value.FetchAsync(request, _plan.Stop).GetAwaiter().GetResult();

    /// <summary>The documents at an address; where links are followed and it is a list, those at its links.</summary>
    public IEnumerable<ReadResult> Read(string address, StatedMetadata stated, Func<string, bool>? isKnown)
    {
        var fetched = Fetch(new FetchRequest(address));
        if (fetched.Problem is { } problem)
        {
            return [ReadResult.Failed(address, problem)];
        }

        return _plan.Follows && LinkList.Of(fetched.Body, fetched.FinalAddress) is { } links
            ? Follow(links, isKnown)
            : _reader.ReadFetched(fetched, stated, isKnown);
    }

    /// <summary>The documents that a file's links lead to; <c>null</c> where it is no list.</summary>
    public IEnumerable<ReadResult>? ReadList(string path, Func<string, bool>? isKnown)
    {
        try
        {
            return new FileInfo(path) is { Exists: true } file && file.Length <= _plan.Options.MaxBytes
                && LinkList.Of(File.ReadAllBytes(path), path) is { } links
                ? Follow(links, isKnown)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it as a document says what is wrong.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_fetcher.IsValueCreated)
        {
            _fetcher.Value.Dispose();
        }

        if (_archive.IsValueCreated)
        {
            _archive.Value?.Dispose();
        }
    }

    private IEnumerable<ReadResult> Follow(LinkList first, Func<string, bool>? isKnown)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        var open = new Queue<LinkList>([first]);
        for (var lists = 0; open.TryDequeue(out var links);)
        {
            foreach (var page in links.Pages.Where(seen.Add))
            {
                var fetched = Fetch(new FetchRequest(page));
                IEnumerable<ReadResult> results = fetched.Problem is { } problem
                    ? [ReadResult.Failed(page, problem)] : _reader.ReadFetched(fetched, StatedMetadata.None, isKnown);
                foreach (var result in results)
                {
                    yield return result;
                }
            }

            foreach (var list in links.Lists.Where(seen.Add).TakeWhile(_ => lists++ < MostLists))
            {
                var fetched = Fetch(new FetchRequest(list));
                if (fetched.Problem is { } problem)
                {
                    yield return ReadResult.Failed(list, problem);
                }
                else if (LinkList.Of(fetched.Body, fetched.FinalAddress) is { } inner)
                {
                    open.Enqueue(inner);
                }
            }
        }
    }
}
