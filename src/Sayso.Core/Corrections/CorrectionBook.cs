using System.Globalization;
using Sayso.Core.Conflicts;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Core.Corrections;

/// <summary>
/// The corrections of a ledger, and what they come to: a function of its entries, whatever else is read before or after. Where
/// two contradict each other the later one holds. Immutable.
/// </summary>
public sealed class CorrectionBook
{
    private static readonly CorrectionKind[] _claimKinds = [CorrectionKind.ClaimMerge, CorrectionKind.ClaimSplit, CorrectionKind.ClaimMove];
    private static readonly CorrectionKind[] _originKinds = [CorrectionKind.OriginSame, CorrectionKind.OriginDifferent];
    private static readonly CorrectionKind[] _entityKinds = [CorrectionKind.EntityMerge, CorrectionKind.EntitySplit];

    private readonly Dictionary<string, CorrectionEntry> _reliability = new(StringComparer.OrdinalIgnoreCase);

    private CorrectionBook(IReadOnlyList<LedgerEntry> entries, Func<string, (string Id, bool IsShown)> presentOf)
    {
        var undone = Standing.Undone(entries);
        List<CorrectionEntry> all = [.. entries.Select(e => Read(e, undone, presentOf))];
        Claims = new Bonds();
        Origins = new Bonds();
        var overruled = Standing.Bind(Latest(all, _claimKinds), Claims)
            .Concat(Standing.Bind(Latest(all, _originKinds), Origins))
            .Concat(Standing.Bind(Latest(all, _entityKinds), new Bonds()))
            .Concat(Regraded(Latest(all, [CorrectionKind.GradeClaim]), a => b => b.Correction.Sets[0].Any(a.Names)))
            .Concat(Regraded(Latest(all, [CorrectionKind.JudgeConflict]), a => ConflictJudgement.Of(a) is var mine ? b => ConflictJudgement.Of(b).IsOfSame(mine) : _ => false))
            .Concat(Regraded(Latest(all, [CorrectionKind.GradeOutlet]), a => b => b.Correction.Sets[0][0].Equals(a.Correction.Sets[0][0], StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(o => o.Entry.Sequence, o => o.OverruledBy);
        Names = new NamesByHand(Latest(all, _entityKinds));
        Entries = [.. all.Select(e => e.State == CorrectionState.InForce && overruled.TryGetValue(e.Sequence, out var by) ? e with { State = CorrectionState.Overruled, OverruledBy = by } : e)];
        Judgements = [.. Entries.Where(e => e is { Counts: true, Correction.Kind: CorrectionKind.JudgeConflict }).Reverse().Select(ConflictJudgement.Of)];
        foreach (var entry in Entries.Where(e => e is { Counts: true, Correction.Kind: CorrectionKind.GradeOutlet }))
        {
            _reliability[entry.Correction.Sets[0][0]] = entry;
        }
    }

    /// <summary>No corrections.</summary>
    public static CorrectionBook Empty { get; } = new([], id => (id, true));

    /// <summary>All of them, undone ones included, in the order of making.</summary>
    public IReadOnlyList<CorrectionEntry> Entries { get; }

    /// <summary>Which statements are of one claim by hand, and which are not.</summary>
    public Bonds Claims { get; }

    /// <summary>Which statements are of one origin by hand, and which are not.</summary>
    public Bonds Origins { get; }

    /// <summary>Whom names mean by hand.</summary>
    public NamesByHand Names { get; }

    /// <summary>What was found of conflicts, the latest first.</summary>
    public IReadOnlyList<ConflictJudgement> Judgements { get; }

    /// <summary>The corrections of a ledger.</summary>
    public static CorrectionBook Of(ILedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        List<LedgerEntry> entries = [.. ledger.Corrections()];
        return entries.Count == 0 ? Empty : new CorrectionBook(entries, new Anchors(ledger).Present);
    }

    /// <summary>The corrections that entries make, all of whose statements are shown.</summary>
    /// <param name="entries">Entries of one ledger, in order; those that correct nothing are left aside.</param>
    public static CorrectionBook Of(IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new CorrectionBook([.. entries.Where(e => e.Correction is not null)], id => (id, true));
    }

    /// <summary>Refuses to take back what cannot be.</summary>
    /// <param name="corrections">All entries of corrections, in order.</param>
    /// <param name="sequence">The number of the entry to be taken back.</param>
    /// <exception cref="SaysoException">It is no correction (<c>SAY2015</c>), or was taken back already (<c>SAY2014</c>).</exception>
    public static void RefuseUndoing(IReadOnlyList<LedgerEntry> corrections, long sequence)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        if (!corrections.Any(e => e.Sequence == sequence))
        {
            throw new SaysoException(ProblemCodes.NotACorrection, string.Create(CultureInfo.InvariantCulture, $"Entry {sequence} is no correction, so it cannot be undone. `sayso history` lists what can be; `sayso restore` shows a retracted document again."));
        }

        if (Standing.Undone(corrections).TryGetValue(sequence, out var by))
        {
            throw new SaysoException(ProblemCodes.AlreadyUndone, string.Create(CultureInfo.InvariantCulture, $"Entry {sequence} was undone already, by entry {by}. `sayso undo {by}` brings it back."));
        }
    }

    /// <summary>An outlet's reliability, as a person set it; <c>null</c> where nobody did: it is never reckoned.</summary>
    public CorrectionEntry? ReliabilityOf(string? outlet) => outlet is null ? null : _reliability.GetValueOrDefault(outlet);

    /// <summary>What was found of a conflict last: of all of it, or else of a part; <c>null</c> where nobody judged.</summary>
    public ConflictJudgement? JudgementOf(Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return Judgements.FirstOrDefault(j => j.Covers(conflict)) ?? Judgements.FirstOrDefault(j => j.Touches(conflict));
    }

    /// <summary>The entry of a number; <c>null</c> where it is none of a correction.</summary>
    public CorrectionEntry? Entry(long sequence) => Entries.FirstOrDefault(e => e.Sequence == sequence);

    /// <summary>
    /// The corrections about claims, by the claims' ids, in the order of making; undone ones are left out. Those that say what is
    /// together or apart are about every claim that has one of their statements; a grade or note about the one that has most of those that
    /// it was given for.
    /// </summary>
    internal ILookup<string, CorrectionEntry> ByClaim(Func<string, string?> claimOf)
    {
        List<(string Claim, CorrectionEntry Entry)> about = [];
        foreach (var entry in Entries.Where(e => e.Counts && e.Correction.IsOfStatements))
        {
            var claims = entry.Correction.Sets.SelectMany(s => s).Select(claimOf).OfType<string>().GroupBy(id => id, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key);
            about.AddRange((entry.Correction.Kind is CorrectionKind.GradeClaim or CorrectionKind.NoteClaim ? claims.Take(1) : claims).Select(c => (c, entry)));
        }

        return about.ToLookup(a => a.Claim, a => a.Entry, StringComparer.Ordinal);
    }

    private static CorrectionEntry Read(LedgerEntry entry, Dictionary<long, long> undone, Func<string, (string Id, bool IsShown)> presentOf)
    {
        var correction = entry.Correction!;
        var isShown = true;
        if (correction.IsOfStatements)
        {
            isShown = correction.Sets.Any(set => set.Any(id => presentOf(id).IsShown));
            correction = correction with { Sets = correction.Sets.Select(set => set.Select(id => presentOf(id).Id).Distinct(StringComparer.Ordinal).ToValueList()).ToValueList() };
        }

        var isUndone = undone.TryGetValue(entry.Sequence, out var by);
        return new CorrectionEntry(entry.Sequence, entry.At, entry.Provenance.Author ?? string.Empty, entry.Reason, correction)
        {
            State = isUndone ? CorrectionState.Undone : isShown ? CorrectionState.InForce : CorrectionState.Dormant,
            UndoneBy = isUndone ? by : null,
        };
    }

    private static List<CorrectionEntry> Latest(IEnumerable<CorrectionEntry> entries, CorrectionKind[] kinds) =>
        [.. entries.Where(e => e.State != CorrectionState.Undone && kinds.Contains(e.Correction.Kind)).Reverse()];

    private static IEnumerable<(CorrectionEntry Entry, ValueList<long> OverruledBy)> Regraded(List<CorrectionEntry> latestFirst, Func<CorrectionEntry, Func<CorrectionEntry, bool>> isSame)
    {
        for (var i = 1; i < latestFirst.Count; i++)
        {
            if (latestFirst.Take(i).LastOrDefault(isSame(latestFirst[i])) is { } later)
            {
                yield return (latestFirst[i], new ValueList<long>([later.Sequence]));
            }
        }
    }
}
