using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Ledger;
using Sayso.Core.Search;

namespace Sayso.Web.Pages;

/// <summary>Lists that take a walk through a whole ledger: nothing is held of a statement but what is counted.</summary>
/// <param name="Entries">The ledger's last entry when they were made.</param>
/// <param name="Actors">Who is credited most, the most heard first.</param>
/// <param name="Outlets">The outlets of documents that are shown, by name.</param>
public sealed record LedgerDigest(long Entries, IReadOnlyList<ActorLine> Actors, IReadOnlyList<string> Outlets)
{
    private const int MostActors = 300;

    /// <summary>Of more speakers nobody knows a name to search for.</summary>
    private const int MostSpeakers = 50_000;

    /// <summary>Who is credited most, each name as a speaker of its own: for a search, where no claims tell which names are one.</summary>
    public ActorIndex Speakers { get; private init; } = ActorIndex.Empty;

    /// <summary>How many actors there are at all.</summary>
    public int TotalActors { get; private init; }

    /// <summary>Makes them.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entries">Its last entry.</param>
    /// <param name="cancellationToken">Ends it between two statements with an <see cref="OperationCanceledException"/>.</param>
    public static LedgerDigest Of(ILedger ledger, long entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Dictionary<string, Heard> heard = new(StringComparer.Ordinal);
        foreach (var entry in ledger.Statements(new StatementQuery()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Statement.SourceHop is { Kind: SourceKind.Named or SourceKind.Document or SourceKind.Outlet or SourceKind.Collective } hop && hop.Name != Hop.Unspecified)
            {
                if (!heard.TryGetValue(hop.Name, out var actor))
                {
                    heard.Add(hop.Name, actor = new Heard(hop.Kind));
                }

                actor.Add(entry);
            }
        }

        var most = heard.OrderByDescending(a => a.Value.Statements).ThenBy(a => a.Key, StringComparer.Ordinal).ToList();
        return new LedgerDigest(entries, [.. most.Take(MostActors).Select(a => a.Value.Line(a.Key))], OutletsOf(ledger, cancellationToken))
        {
            TotalActors = heard.Count,
            Speakers = new ActorIndex([.. most.Take(MostSpeakers).Select(a => new LedgerActor(a.Key, new([a.Key]), a.Value.Statements, a.Value.Documents))]),
        };
    }

    private static List<string> OutletsOf(ILedger ledger, CancellationToken cancellationToken)
    {
        HashSet<string> outlets = new(StringComparer.Ordinal);
        foreach (var document in ledger.Documents(new DocumentQuery()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.Document.Outlet is { } outlet)
            {
                outlets.Add(outlet);
            }
        }

        return [.. outlets.Order(StringComparer.OrdinalIgnoreCase)];
    }

    private sealed class Heard(SourceKind kind)
    {
        private readonly HashSet<string> _outlets = new(StringComparer.Ordinal);
        private readonly Dictionary<Stance, int> _stances = [];

        private string? _document;

        public int Statements { get; private set; }

        /// <summary>Statements come document by document.</summary>
        public int Documents { get; private set; }

        public void Add(LedgerStatement entry)
        {
            Statements++;
            if (_document != entry.Statement.DocumentId)
            {
                (_document, Documents) = (entry.Statement.DocumentId, Documents + 1);
            }

            if (entry.Outlet is { } outlet)
            {
                _outlets.Add(outlet);
            }

            if (entry.Statement.Attitude is { Stance: var stance })
            {
                _stances[stance] = _stances.GetValueOrDefault(stance) + 1;
            }
        }

        public ActorLine Line(string name) => new(name, Statements, _outlets.Count)
        {
            Kind = kind,
            Stances = [.. _stances.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => (s.Key, s.Value))],
        };
    }
}
