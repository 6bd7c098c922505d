using System.Globalization;
using NodaTime;
using Sayso.Core.Conflicts;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Origins;

namespace Sayso.Core.Analysis;

/// <summary>
/// Of which statements of a ledger its claims are reckoned. They are held in memory together, so that of a ledger with more than a
/// bound they are those of the documents that were added last: whole documents, as many as are within the bound, one at least. Documents
/// that corrections are about stay in, however old, as long as they take no more than half of the bound. A function of the ledger's
/// entries and the bound. Immutable.
/// </summary>
public sealed class ClaimWindow
{
    /// <summary>Parts of the bound that old documents go out by at once: while it stands still, what comes is added to what is there.</summary>
    private const int Steps = 10;

    private readonly LocalDate? _asOf;
    private readonly HashSet<string>? _ids;

    private ClaimWindow(int statements, int total, LocalDate? asOf)
    {
        (Statements, Total, _asOf) = (statements, total, asOf);
    }

    private ClaimWindow(int total, LocalDate? asOf, Cut cut)
        : this(cut.Statements, total, asOf)
    {
        (Bound, Begin, _ids, Older) = (cut.Bound, cut.Begin, cut.Ids, cut.Older);
    }

    /// <summary>Statements that claims are reckoned of, those without a content among them.</summary>
    public int Statements { get; }

    /// <summary>Statements that the ledger shows; as of a day, those that were known then.</summary>
    public int Total { get; }

    /// <summary>Documents among them that are older than the others, and that a correction is about.</summary>
    public int Older { get; }

    /// <summary>Whether claims are reckoned of all statements.</summary>
    public bool IsWhole => _ids is null;

    /// <summary>In words, for whoever looks at claims; <c>null</c> where they are of all statements.</summary>
    public string? Words => IsWhole ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"Claims of the latest {Statements:N0} of {Total:N0} statements{(Older == 0 ? "" : Older == 1 ? ", and of an older document that a correction is about" : $", and of {Older:N0} older documents that corrections are about")}.");

    /// <summary>The bound that it was cut by; <c>null</c> where it is whole.</summary>
    internal int? Bound { get; }

    /// <summary>
    /// The oldest of the documents that are in it for being late; <c>null</c> where it is whole. Of one ledger with the same corrections,
    /// windows of the same beginning differ in the documents that came last only.
    /// </summary>
    internal string? Begin { get; }

    /// <summary>All of so many statements.</summary>
    /// <param name="statements">How many: 0 or more.</param>
    public static ClaimWindow Whole(int statements) => Whole(statements, asOf: null);

    /// <summary>The window of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="most">Statements at most, those of one document excepted: 1 or more.</param>
    /// <param name="asOf">As known at the end of this day (UTC); <c>null</c>: all that is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is less than 1.</exception>
    public static ClaimWindow Of(ILedger ledger, int most, LocalDate? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var total = ledger.Count().Statements;
        if (total <= most && asOf is null)
        {
            return Whole(total);
        }

        // What was known on a day is counted; the whole of a ledger is not walked through for it.
        var latest = ledger.Documents(new DocumentQuery { IsLastAddedFirst = true, AsOf = asOf }).Select(d => (d.Document.Id, Count: d.StatementCount));
        if (asOf is not null)
        {
            var known = latest.ToList();
            total = known.Sum(d => d.Count);
            latest = known;
        }

        return total <= most ? Whole(total, asOf) : new ClaimWindow(total, asOf, CutOf(latest, total, (most, KeptOf(ledger, most / 2, asOf))));
    }

    /// <summary>Whether a document of the ledger is in it.</summary>
    public bool Has(string documentId) => _ids?.Contains(documentId) ?? true;

    /// <summary>The documents with their texts, without their raw bytes, in any order.</summary>
    /// <param name="ledger">The ledger that it is of, as it was then.</param>
    internal IEnumerable<Document> Documents(ILedger ledger) => _ids is null
        ? ledger.Documents(new DocumentQuery { IncludeContent = true, AsOf = _asOf }).Select(d => d.Document with { Raw = default })
        : _ids.Select(id => ledger.GetDocument(id).Document with { Raw = default });

    private static ClaimWindow Whole(int statements, LocalDate? asOf) => new(statements, statements, asOf);

    /// <summary>The documents that are in it.</summary>
    /// <param name="latest">Documents with their numbers of statements, the last one first.</param>
    /// <param name="total">Statements of all of them.</param>
    /// <param name="by">The bound, and the documents that corrections are about.</param>
    private static Cut CutOf(IEnumerable<(string Id, int Count)> latest, int total, (int Most, Dictionary<string, int> Kept) by)
    {
        // What goes out, goes out by steps: until the next one the oldest document is the same.
        var (room, step) = (by.Most - by.Kept.Values.Sum(), Math.Max(1, by.Most / Steps));
        var left = total - ((total - room + step - 1) / step * step);
        List<string> ids = [];
        var count = 0;
        foreach (var (id, statements) in latest)
        {
            if (ids.Count > 0 && count + statements > left)
            {
                break;
            }

            ids.Add(id);
            count += statements;
        }

        var (begin, inside) = (ids[^1], ids.ToHashSet(StringComparer.Ordinal));
        var older = by.Kept.Where(k => inside.Add(k.Key)).ToList();
        return new Cut(by.Most, begin, inside) { Statements = count + older.Sum(k => k.Value), Older = older.Count };
    }

    /// <summary>Documents that corrections are about, with their numbers of statements: of the latest corrections, as many as there is room for.</summary>
    private static Dictionary<string, int> KeptOf(ILedger ledger, int room, LocalDate? asOf)
    {
        Dictionary<string, int> kept = new(StringComparer.Ordinal);
        foreach (var id in CorrectionBook.Of(ledger).Entries.Where(e => e.Counts).Reverse().SelectMany(e => AboutOf(ledger, e.Correction)))
        {
            if (!kept.ContainsKey(id) && ledger.GetDocument(id) is { IsRetracted: false, IsPurged: false } found && IsKnown(found, asOf))
            {
                room -= found.StatementCount;
                if (room < 0)
                {
                    break;
                }

                kept.Add(id, found.StatementCount);
            }
        }

        return kept;
    }

    private static IEnumerable<string> AboutOf(ILedger ledger, Correction correction) => correction switch
    {
        { IsOfStatements: true } => correction.Sets.SelectMany(s => s).Select(id => DocumentOf(ledger, id)).OfType<string>(),
        { Kind: CorrectionKind.JudgeConflict } => correction.Sets.Skip(1).SelectMany(s => s).Select(ConflictJudgement.PassageOf).OfType<Passage>()
            .Select(p => p.DocumentId).Where(ledger.Contains),
        _ => [],
    };

    /// <summary>The document of a statement; <c>null</c> where it was purged.</summary>
    private static string? DocumentOf(ILedger ledger, string statementId)
    {
        try
        {
            return ledger.GetStatement(statementId).Statement.DocumentId;
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.NotFound)
        {
            return null;
        }
    }

    private static bool IsKnown(LedgerDocument entry, LocalDate? asOf) =>
        asOf is not { } day || (entry.Document.Published?.ToInstant() ?? entry.AddedAt) < day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    private sealed record Cut(int Bound, string Begin, HashSet<string> Ids)
    {
        public int Statements { get; init; }

        public int Older { get; init; }
    }
}
