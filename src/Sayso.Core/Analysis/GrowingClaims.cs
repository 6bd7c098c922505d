using System.Runtime.CompilerServices;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>
/// Claims and origins of documents to which more are added: what new statements do not touch stays as it was made. Whatever the order
/// and the batches, they are those that all documents together have. Not safe for use by several threads at once.
/// </summary>
/// <param name="corrections">What persons corrected.</param>
internal sealed class GrowingClaims(CorrectionBook corrections)
{
    private readonly Dictionary<string, Document> _documents = new(StringComparer.Ordinal);
    private readonly ClaimGrouper _grouper = new(corrections.Claims);
    private readonly NamesSeen _names = new();
    private readonly WordPool _words = new();
    private readonly Spokespeople _spokespeople = new();
    private readonly PressShelf _press = new();
    private readonly ConditionalWeakTable<Document, DocumentReading> _readings = [];
    private readonly Dictionary<string, Instant> _grown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<LedgerClaim, IReadOnlyList<(Hop Hop, Instant? Until)>> _asked = new(ReferenceEqualityComparer.Instance);
    private Dictionary<ValueList<StatementTraits>, LedgerClaim> _made = new(ReferenceEqualityComparer.Instance);
    private ActorNames? _actors;

    /// <summary>Whether a document was added.</summary>
    public bool Has(string documentId) => _documents.ContainsKey(documentId);

    /// <summary>Adds a document, which was not added before.</summary>
    /// <param name="document">The document.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="encode">Gives texts their vectors.</param>
    /// <param name="cancellationToken">Ends it between two statements with an <see cref="OperationCanceledException"/>: then it is of no use any more.</param>
    public void Add(Document document, IEnumerable<Statement> statements, Func<IReadOnlyList<string>, CancellationToken, IReadOnlyList<SentenceVector>> encode,
        CancellationToken cancellationToken)
    {
        var plain = document with { Raw = default };
        Statement[] told = [.. statements.Where(s => s.Content.Count > 0)];
        _documents.Add(document.Id, plain);
        StatementTraits[] traits = [.. TraitReader.Read(plain, told, texts => encode(texts, cancellationToken)).Select(_words.Of)];
        _grouper.Add(traits, cancellationToken);
        _names.Add(told);
        _names.Add(plain);
        _changed.UnionWith(_spokespeople.Add(plain));
        _press.Add(plain, traits);
        var (outlet, published) = (PressShelf.KeyOf(plain), plain.Published?.ToInstant() ?? Instant.MinValue);
        _grown[outlet] = _grown.TryGetValue(outlet, out var since) && since < published ? since : published;
    }

    /// <summary>The claims of all that was added.</summary>
    /// <param name="window">Of which statements of the ledger they are.</param>
    /// <param name="changes">What is other than at the last time.</param>
    public ClaimedLedger Claims(ClaimWindow window, out ClaimChanges changes)
    {
        var actors = ActorNames.Of(_names, corrections.Names);
        _changed.UnionWith(_actors?.Changed(actors) ?? new HashSet<string>());
        _actors = actors;
        Dictionary<string, Document> documents = new(_documents, StringComparer.Ordinal);
        var finder = new OriginFinder(documents, corrections, (actors, _spokespeople), _press);
        Dictionary<ValueList<StatementTraits>, LedgerClaim> made = new(ReferenceEqualityComparer.Instance);
        List<LedgerClaim> fresh = [];
        foreach (var group in _grouper.Groups)
        {
            if (!_made.TryGetValue(group, out var claim) || IsTouched(claim))
            {
                var bare = Bare(ClaimBuilder.Of(group));
                claim = new LedgerClaim(bare, finder.Of(bare));
                fresh.Add(claim);
                if (finder.AskedOf(bare) is { Count: > 0 } asked)
                {
                    _asked[claim] = asked;
                }
            }

            made.Add(group, claim);
        }

        HashSet<LedgerClaim> present = new(made.Values, ReferenceEqualityComparer.Instance);
        changes = new ClaimChanges([.. _made.Values.Where(c => !present.Contains(c))], fresh);
        _made = made;
        foreach (var gone in changes.Gone)
        {
            _asked.Remove(gone);
        }

        _changed.Clear();
        _grown.Clear();
        return new ClaimedLedger(documents, LedgerClaim.InOrder(made.Values), corrections) { Window = window, Readings = _readings };
    }

    /// <summary>Whether a name in its chains means somebody else now, or an outlet in them has a new report that they may go back to.</summary>
    private bool IsTouched(LedgerClaim claim) => (_asked.TryGetValue(claim, out var asked) && asked.Any(a => HasGrown(a.Hop, a.Until)))
        || claim.Claim.Statements.Any(s => s.Traits.Statement.Chain.Any(hop =>
            (_changed.Count > 0 && (_changed.Contains(ActorNames.Plain(hop.Name)) || _changed.Contains(_actors!.NameOf(hop, s.Traits.Statement.DocumentId))))
                || HasGrown(hop, s.Traits.Published)));

    /// <summary>Whether an outlet that a hop means has a new report from before the hop was published; what has no day goes back to none.</summary>
    private bool HasGrown(Hop hop, Instant? until) => until is not null
        && _press.Named(hop).Any(outlet => _grown.TryGetValue(outlet.Key, out var since) && since <= until);

    /// <summary>Without the vectors: a claim is not compared any more.</summary>
    private static Claim Bare(Claim claim) => claim with
    {
        Statements = claim.Statements.Select(s => s with { Traits = s.Traits with { Vector = SentenceVector.None, InContext = SentenceVector.None } }).ToValueList(),
    };
}

/// <summary>Which claims are others than before.</summary>
/// <param name="Gone">Those that are no more.</param>
/// <param name="Fresh">Those that were made.</param>
internal sealed record ClaimChanges(IReadOnlyCollection<LedgerClaim> Gone, IReadOnlyCollection<LedgerClaim> Fresh);
