using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Conflicts;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Corrections;

/// <summary>Who corrects, and why.</summary>
/// <param name="Author">The person's name.</param>
/// <param name="Reason">Why, in the person's words; <c>null</c> where none is needed.</param>
public sealed record Signature(string? Author, string? Reason);

/// <summary>
/// Makes corrections of what a person names: claims, statements, origins, documents, actors, conflicts by their ids or the ids'
/// beginnings, and keeps them in the ledger. What would change nothing, or has no reason, is refused. All but undoing and notes
/// need a reason.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="views">Its claims and views as they are; asked for where a correction needs them.</param>
/// <param name="programVersion">The program's version.</param>
public sealed class CorrectionDesk(ILedger ledger, Func<LedgerViews> views, string programVersion)
{
    private readonly Lazy<LedgerViews> _views = new(views);

    private ClaimedLedger Claims => _views.Value.Ledger;

    /// <summary>Makes claims one.</summary>
    /// <exception cref="SaysoException">One is not there, or they are one already.</exception>
    public LedgerEntry MergeClaims(IReadOnlyList<string> claims, Signature by)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var found = claims.Select(Claims.Find).DistinctBy(c => c.Claim.Id).ToList();
        return found.Count < 2
            ? throw Nothing(found.Count == 1
                ? $"{Short(found[0].Claim.Id)} cannot be merged with itself: name another claim." : "Name two claims to merge.")
            : Keep(new Correction(CorrectionKind.ClaimMerge, found.Select(c => Ids(c.Claim)).ToValueList()), by);
    }

    /// <summary>Makes some statements of a claim a claim of their own.</summary>
    /// <exception cref="SaysoException">Something is not there, or the statements are not of the claim, or are all of it.</exception>
    public LedgerEntry SplitClaim(string claim, IReadOnlyList<string> statements, Signature by)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var found = Claims.Find(claim).Claim;
        var taken = statements.Select(Statement).Distinct(StringComparer.Ordinal).ToList();
        if (taken.Find(id => Claims.Of(id)?.Claim.Id != found.Id) is { } stranger)
        {
            throw Nothing($"The statement {Short(stranger)} is not of the claim {Short(found.Id)}.");
        }

        var left = Ids(found).Except(taken, StringComparer.Ordinal).ToValueList();
        return taken.Count == 0 ? throw Nothing("Name the statements to split off.")
            : left.Count == 0 ? throw Nothing($"These are all statements of the claim {Short(found.Id)}: nothing would be left of it.")
            : Keep(new Correction(CorrectionKind.ClaimSplit, new([taken.ToValueList(), left])), by);
    }

    /// <summary>Moves statements to another claim.</summary>
    /// <exception cref="SaysoException">Something is not there, or a statement is of that claim already.</exception>
    public LedgerEntry MoveStatements(IReadOnlyList<string> statements, string claim, Signature by)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var target = Claims.Find(claim).Claim;
        var moved = statements.Select(Statement).Distinct(StringComparer.Ordinal).ToList();
        if (moved.Find(id => Of(id).Id == target.Id) is { } there)
        {
            throw Nothing($"The statement {Short(there)} is of the claim {Short(target.Id)} already.");
        }

        var left = moved.Select(Of).DistinctBy(c => c.Id).Select(c => Ids(c).Except(moved, StringComparer.Ordinal).ToValueList())
            .Where(ids => ids.Count > 0);
        return moved.Count == 0
            ? throw Nothing("Name the statements to move.")
            : Keep(new Correction(CorrectionKind.ClaimMove, new([moved.ToValueList(), Ids(target), .. left])), by);
    }

    /// <summary>Says that origins, or the statements named, trace back to one act.</summary>
    /// <exception cref="SaysoException">One is not there, or they are one already, or of two claims, or of two sides.</exception>
    public LedgerEntry SameOrigin(IReadOnlyList<string> origins, Signature by)
    {
        var sets = OriginSets(origins);
        var all = sets.SelectMany(s => s).ToList();
        return Of(all[0]) is var claim
            && Claims.Of(all[0])!.Origins.Groups.Any(g => all.TrueForAll(id => g.Statements.Contains(id, StringComparer.Ordinal)))
            ? throw Nothing($"These are counted as one origin of the claim {Short(claim.Id)} already.")
            : Keep(new Correction(CorrectionKind.OriginSame, sets), by);
    }

    /// <summary>Says that origins, or the statements named, trace back to different acts.</summary>
    /// <exception cref="SaysoException">One is not there, or named twice, or they are of two claims, or of two sides.</exception>
    public LedgerEntry DifferentOrigins(IReadOnlyList<string> origins, Signature by) =>
        Keep(new Correction(CorrectionKind.OriginDifferent, OriginSets(origins)), by);

    /// <summary>Says that names are one person's, body's or place's.</summary>
    /// <param name="names">Names of chains of sources.</param>
    /// <param name="shownAs">The name that all are shown under; <c>null</c>: the first.</param>
    /// <param name="by">Who says so.</param>
    /// <exception cref="SaysoException">No source has such a name, or they mean one already.</exception>
    public LedgerEntry MergeNames(IReadOnlyList<string> names, string? shownAs, Signature by)
    {
        ArgumentNullException.ThrowIfNull(names);
        var found = names.Select(Name).ToList();
        var shown = Clean(shownAs) ?? (found.Count > 0 ? found[0].Meant : string.Empty);
        var meant = found.Select(n => n.Meant).Distinct(StringComparer.Ordinal).ToList();
        return meant.Count < 2 && (meant.Count == 0 || meant[0] == shown || found.Count < 2)
            ? throw Nothing(meant.Count == 0 ? "Name two names to merge." : $"All of these mean {meant[0]} already.")
            : Keep(new Correction(CorrectionKind.EntityMerge,
                new([found.SelectMany(n => new[] { n.Meant, n.Plain }).Append(shown).Distinct(StringComparer.Ordinal)
                    .ToValueList()]))
            { Value = shown }, by);
    }

    /// <summary>Says that a name is somebody else's, in all documents or in some.</summary>
    /// <param name="name">A name of chains of sources.</param>
    /// <param name="shownAs">
    /// Whom it means; <c>null</c>: whoever has just this name, and not the longer one that it was taken to be short for.
    /// </param>
    /// <param name="documents">The ids of the documents; none: all.</param>
    /// <param name="by">Who says so.</param>
    /// <exception cref="SaysoException">No source has such a name, or it means that already.</exception>
    public LedgerEntry SplitName(string name, string? shownAs, IReadOnlyList<string> documents, Signature by)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var (meant, plain) = Name(name);
        var shown = Clean(shownAs) ?? plain;
        if (shown == meant)
        {
            throw Nothing(shownAs is null
                ? $"“{plain}” is taken for nobody else: say with --as what the other one is called, and with --in in which documents."
                : $"“{plain}” means {meant} already.");
        }

        var inDocuments = documents.Select(d => ledger.GetDocument(d).Document.Id).Distinct(StringComparer.Ordinal).ToValueList();
        ValueList<string>[] sets = [new([plain]), new[] { meant, plain }.Where(n => n != shown).Distinct(StringComparer.Ordinal)
            .ToValueList()];
        return Keep(new Correction(CorrectionKind.EntitySplit, inDocuments.Count > 0
            ? new([.. sets, inDocuments]) : new([.. sets]))
        { Value = shown }, by);
    }

    /// <summary>Grades a claim by hand, or an outlet.</summary>
    /// <param name="what">The claim's id for a number, the outlet's name for a letter.</param>
    /// <param name="grade">1 to 6, or A to F.</param>
    /// <param name="by">Who grades.</param>
    /// <exception cref="SaysoException">It is not there, or there is no such grade, or it has it already.</exception>
    public LedgerEntry Grade(string what, string grade, Signature by)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(grade);
        if (grade is [>= '1' and <= '6'])
        {
            var claim = Claims.Find(what);
            return claim.GradedBy?.Correction.Value == grade
                ? throw Nothing($"The claim {Short(claim.Claim.Id)} is graded {grade} already.")
                : Keep(new Correction(CorrectionKind.GradeClaim, new([Ids(claim.Claim)])) { Value = grade }, by);
        }

        var letter = grade.ToUpperInvariant();
        if (letter is not [>= 'A' and <= 'F'])
        {
            throw Nothing($"“{grade}” is no grade: 1 to 6 for a claim, A to F for an outlet.");
        }

        var outlet = ledger.Documents(new DocumentQuery { Outlet = what, IncludeRetracted = true }).Select(d => d.Document.Outlet)
            .FirstOrDefault(o => string.Equals(o, what.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new SaysoException(ProblemCodes.NotFound,
                $"No document of the ledger is by an outlet “{what}”. `sayso documents` lists them.");
        return CorrectionBook.Of(ledger).ReliabilityOf(outlet)?.Correction.Value == letter
            ? throw Nothing($"{outlet} is graded {letter} already.")
            : Keep(new Correction(CorrectionKind.GradeOutlet, new([new([outlet])])) { Value = letter }, by);
    }

    /// <summary>Notes something on a claim, statement, document or conflict.</summary>
    /// <param name="what">Its id.</param>
    /// <param name="words">The note.</param>
    /// <param name="by">Who notes it; a reason is not needed.</param>
    /// <exception cref="SaysoException">It is not there, or several begin so, or the note is empty.</exception>
    public LedgerEntry Note(string what, string words, Signature by)
    {
        ArgumentNullException.ThrowIfNull(what);
        var note = Clean(words) ?? throw new SaysoException(ProblemCodes.NoReason, "A note needs words.");
        var found = new Func<Correction>[]
        {
            () => new Correction(CorrectionKind.NoteDocument, Sets([ledger.GetDocument(what).Document.Id])),
            () => new Correction(CorrectionKind.NoteStatement, Sets([ledger.GetStatement(what).Statement.Id])),
            () => new Correction(CorrectionKind.NoteClaim, new([Ids(Claims.Find(what).Claim)])),
            () => new Correction(CorrectionKind.NoteConflict, Sets([_views.Value.FindConflict(what).Id])),
        }.Select(Tried).OfType<Correction>().ToList();
        return found.Count switch
        {
            0 => throw new SaysoException(ProblemCodes.NotFound,
                $"There is no document, statement, claim or conflict “{what}” in the ledger."),
            1 => Keep(found[0] with { Value = note }, by with { Reason = Clean(by.Reason) }, isReasonNeeded: false),
            _ => throw new SaysoException(ProblemCodes.AmbiguousId, $"“{what}” begins the ids of several things: give more of the id."),
        };
    }

    /// <summary>Judges a conflict.</summary>
    /// <param name="conflict">Its id.</param>
    /// <param name="verdict">What it comes to.</param>
    /// <param name="wrong">
    /// Which of it is wrong, for that verdict only: ids of its statements or documents, or their beginnings; or passages as
    /// <see cref="Correction.Sets"/> has them.
    /// </param>
    /// <param name="by">Who judges; a reason is not needed.</param>
    /// <exception cref="SaysoException">It is not there, it was found so already, or what is wrong is not of it.</exception>
    public LedgerEntry Judge(string conflict, ConflictVerdict verdict, IReadOnlyList<string> wrong, Signature by)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        ArgumentNullException.ThrowIfNull(by);
        var found = _views.Value.FindConflict(conflict);
        var marked = wrong.SelectMany(w => PassagesOf(found, w.Trim())).Distinct().ToList();
        if (verdict == ConflictVerdict.Wrong && marked.Count == 0)
        {
            throw Nothing($"Say which of the conflict {Short(found.Id)} is wrong: a statement of it, or a document.");
        }

        if (verdict != ConflictVerdict.Wrong && marked.Count > 0)
        {
            throw Nothing("Only where something is wrong is there something to name as wrong.");
        }

        return found.IsJudged && found.Judgement is { } now && now.Verdict == verdict && found.Passages.All(p => now.IsWrong(p) == marked.Contains(p))
            ? throw Nothing($"The conflict {Short(found.Id)} was found to be so already, by {now.Entry.Author}. `sayso note` adds words to it.")
            : Keep(ConflictJudgement.Kept(found, verdict, marked), by with { Reason = Clean(by.Reason) }, isReasonNeeded: false);
    }

    /// <summary>Takes a correction back, or its undoing.</summary>
    /// <param name="sequence">The number of its entry; <c>null</c>: the latest correction that was not taken back.</param>
    /// <param name="by">Who does it; a reason is not needed.</param>
    /// <exception cref="SaysoException">There is none, it is no correction, or was taken back already.</exception>
    public LedgerEntry Undo(long? sequence, Signature by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var target = sequence ?? CorrectionBook.Of(ledger).Entries.LastOrDefault(e => e.State != CorrectionState.Undone
            && e.Correction.Kind != CorrectionKind.Undo)?.Sequence
            ?? throw new SaysoException(ProblemCodes.NotFound, "There is no correction to undo: none was made, or all were undone.");
        return Keep(new Correction(CorrectionKind.Undo, ValueList<ValueList<string>>.Empty) { Undoes = target },
            by with { Reason = Clean(by.Reason) }, isReasonNeeded: false);
    }

    private LedgerEntry Keep(Correction correction, Signature by, bool isReasonNeeded = true)
    {
        ArgumentNullException.ThrowIfNull(by);
        var reason = Clean(by.Reason);
        if (reason is null && isReasonNeeded)
        {
            throw new SaysoException(ProblemCodes.NoReason, "A correction needs a reason: say why, so that others can judge it.");
        }

        var author = Clean(by.Author) ?? throw new SaysoException(ProblemCodes.NoReason, "A correction needs an author: say who makes it.");
        return ledger.Correct(correction, reason, new Provenance(programVersion, null, author));
    }

    /// <summary>Statements by origin: those of an origin's id, or one by its own.</summary>
    private ValueList<ValueList<string>> OriginSets(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var sets = ids.Select(OriginOrStatement).ToList();
        var all = sets.SelectMany(s => s).ToList();
        if (all.Distinct(StringComparer.Ordinal).Count() < all.Count)
        {
            throw Nothing("An origin cannot be set against itself: one of these is named twice.");
        }

        if (sets.Count < 2)
        {
            throw Nothing("Name two origins, or statements of two.");
        }

        var sides = all.Select(id => (Claim: Of(id), Side: Of(id).Statements.First(s => s.Traits.Id == id).Side))
            .DistinctBy(s => (s.Claim.Id, s.Side)).ToList();
        return sides.Count > 1 ? throw Nothing("Origins are counted within one side of one claim; these are of several. Merge the "
            + "claims first, if they are one.")
            : sides[0].Side == Side.Neutral
                ? throw Nothing("Statements that take no side, such as no-comments and demands, have no origin.")
            : sets.ToValueList();
    }

    private ValueList<string> OriginOrStatement(string idOrPrefix)
    {
        var groups = idOrPrefix.Length == 0
            ? [] : Claims.Claims.SelectMany(c => c.Origins.Groups).Where(g => g.Id.StartsWith(idOrPrefix, StringComparison.Ordinal))
            .Take(2).ToList();
        return groups.Count switch
        {
            0 => new([Statement(idOrPrefix)]),
            1 => groups[0].Statements,
            _ => throw new SaysoException(ProblemCodes.AmbiguousId, $"Several origins begin with “{idOrPrefix}”: give more of the id."),
        };
    }

    /// <summary>The passages of a conflict that somebody means: those of a statement or document of it, or one by its own name.</summary>
    private List<Passage> PassagesOf(Conflict conflict, string named)
    {
        if (named.Length == 0)
        {
            return [];
        }

        var statements = conflict.Statements.Where(id => id.StartsWith(named, StringComparison.Ordinal)).ToList();
        if (statements.Count > 1)
        {
            throw new SaysoException(ProblemCodes.AmbiguousId, $"Several statements of the conflict begin with “{named}”: give more of the id.");
        }

        List<Passage> found =
        [
            .. conflict.Passages.Where(p => ConflictJudgement.KeyOf(p) == named || p.DocumentId.StartsWith(named, StringComparison.Ordinal)
                || statements.Any(id => _views.Value.Statement(id)?.Statement is { } s && s.DocumentId == p.DocumentId && s.Content.Extent.Overlaps(p.Span))),
        ];
        return found.Count > 0 ? found
            : throw Nothing($"“{named}” is no statement, document or passage of the conflict {Short(conflict.Id)}.");
    }

    private (string Meant, string Plain) Name(string name)
    {
        var meant = _views.Value.ActorNamed(name.Trim())
            ?? throw new SaysoException(ProblemCodes.NotFound,
                $"No source in the ledger is called “{name}”. `sayso positions --all` lists those who are.");
        var plain = ActorNames.Plain(name.Trim());
        return (Claims.Corrections.Names.Of(plain, null, meant), plain);
    }

    /// <summary>The id of a statement that is of a claim now.</summary>
    private string Statement(string idOrPrefix)
    {
        var stored = ledger.GetStatement(idOrPrefix);
        var id = new Anchors(ledger).Present(stored.Statement.Id).Id;
        return Claims.Of(id) is null
            ? throw Nothing($"The statement {Short(id)} is of no claim: its document is hidden, or it has no content.")
            : id;
    }

    private Claim Of(string statement) => Claims.Of(statement)!.Claim;

    private static Correction? Tried(Func<Correction> find)
    {
        try
        {
            return find();
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.NotFound)
        {
            return null;
        }
    }

    private static ValueList<ValueList<string>> Sets(IEnumerable<string> ids) => new([ids.ToValueList()]);

    private static ValueList<string> Ids(Claim claim) => claim.Statements.Select(s => s.Traits.Id).ToValueList();

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static string Short(string id) => id.Length > 10 ? id[..10] : id;

    private static SaysoException Nothing(string message) => new(ProblemCodes.NothingToCorrect, message);
}
