using System.CommandLine;
using Sayso.Core.Conflicts;
using Sayso.Core.Text;

namespace Sayso.Cli.Commands;

/// <summary>The commands that correct by hand.</summary>
/// <param name="tools">What they need.</param>
internal sealed class Corrections(CorrectionTools tools)
{
    private const string Why = "Why: kept in the ledger and shown with the correction. Needed.";
    private const string MayBeWhy = "Why; kept in the ledger.";

    /// <summary><c>sayso claim merge|split|move</c>.</summary>
    public IEnumerable<Command> OfClaims()
    {
        var merged = Several("CLAIM", "Claims' ids, or their beginnings: two or more.", 2);
        yield return Made(("merge", "Make claims one: their statements stay together whatever is read later.", Why), [merged],
            (desk, a, by) => desk.MergeClaims(a.GetRequiredValue(merged), by));

        var (claim, taken) = (One("CLAIM", "A claim's id, or its beginning."), Several("STATEMENT", "Ids of some of its statements.", 1));
        yield return Made(("split", "Take statements out of a claim: they are together in another one, with whatever else is like them.",
            Why), [claim, taken], (desk, a, by) => desk.SplitClaim(a.GetRequiredValue(claim), a.GetRequiredValue(taken), by));

        var moved = Several("STATEMENT", "Statements' ids, or their beginnings.", 1);
        var target = new Option<string>("--to")
        {
            Description = "The claim that they are of: its id, or its beginning.",
            HelpName = "CLAIM",
            Required = true
        };
        yield return Made(("move", "Move statements to another claim.", Why), [moved, target],
            (desk, a, by) => desk.MoveStatements(a.GetRequiredValue(moved), a.GetRequiredValue(target), by));
    }

    /// <summary><c>sayso origin same|different</c>.</summary>
    public Command OfOrigins()
    {
        var (same, different) = (Several("ID", "Origins, or statements of them: two ids or more.", 2),
            Several("ID", "Origins, or statements of them: two ids or more.", 2));
        return new Command("origin", "Say by hand which statements of a claim trace back to one act of saying or seeing.")
        {
            Made(("same", "Say that origins of a claim are one.", Why), [same],
                (desk, a, by) => desk.SameOrigin(a.GetRequiredValue(same), by)),
            Made(("different", "Say that statements, or origins, of a claim trace back to different acts.", Why), [different],
                (desk, a, by) => desk.DifferentOrigins(a.GetRequiredValue(different), by)),
        };
    }

    /// <summary><c>sayso entity merge|split</c>.</summary>
    public Command OfEntities()
    {
        var names = Several("NAME", "Names of sources: two or more.", 2);
        var shown = CommonOptions.Words("--as", "NAME", "The name that all are shown under; the first without it.");
        var name = One("NAME", "A name of sources.");
        var other = CommonOptions.Words("--as", "NAME", "Whom it means; without it, whoever has just this name, not the longer one that "
            + "it was taken to be short for.");
        var documents = new Option<string[]>("--document")
        {
            Description = "Only in this document: its id, or its beginning. Can be "
            + "given more than once.",
            HelpName = "ID",
            DefaultValueFactory = _ => []
        };
        return new Command("entity", "Say by hand whom names mean.")
        {
            Made(("merge", "Say that names are one person's, body's or place's.", Why), [names, shown],
                (desk, a, by) => desk.MergeNames(a.GetRequiredValue(names), a.GetValue(shown), by)),
            Made(("split", "Say that a name is somebody else's, in all documents or in some.", Why), [name, other, documents],
                (desk, a, by) => desk.SplitName(a.GetRequiredValue(name), a.GetValue(other), a.GetRequiredValue(documents), by)),
        };
    }

    /// <summary><c>sayso grade set</c>.</summary>
    public Command OfGrades()
    {
        var (what, grade) = (One("WHAT", "A claim's id, or an outlet's name."), One("GRADE", "1 to 6 for a claim (credibility), A to F "
            + "for an outlet (reliability), as the Admiralty code has them."));
        return new Command("grade", "Grade a claim's credibility or an outlet's reliability by hand.")
        {
            Made(("set", "Set a grade. An outlet's is yours alone: Sayso never reckons one.", Why), [what, grade],
                (desk, a, by) => desk.Grade(a.GetRequiredValue(what), a.GetRequiredValue(grade), by)),
        };
    }

    /// <summary><c>sayso judge</c>.</summary>
    public Command OfConflicts()
    {
        var (conflict, verdict) = (One("CONFLICT", "A conflict's id, or its beginning."), One("VERDICT", "What it comes to: "
            + "real; no-conflict, where they are of different things; wrong, where some of it is."));
        verdict.AcceptOnlyFromAmong([.. ClosedSet.Names<ConflictVerdict>()]);
        var wrong = new Option<string[]>("--which")
        {
            Description = "What is wrong: a statement of the conflict, or a document; its id, or its beginning. Can be given more than once.",
            HelpName = "ID",
            DefaultValueFactory = _ => []
        };
        return Made(("judge", "Judge a conflict: it is real, it is none, or some of it is wrong.", MayBeWhy), [conflict, verdict, wrong],
            (desk, a, by) => desk.Judge(a.GetRequiredValue(conflict), ClosedSet.Parse<ConflictVerdict>(a.GetRequiredValue(verdict))!.Value,
                a.GetRequiredValue(wrong), by));
    }

    /// <summary><c>sayso note</c>.</summary>
    public Command OfNotes()
    {
        var (what, words) = (One("ID", "Of a claim, statement, document or conflict; or its beginning."), One("WORDS", "The note."));
        return Made(("note", "Note something on a claim, statement, document or conflict.", MayBeWhy), [what, words],
            (desk, a, by) => desk.Note(a.GetRequiredValue(what), a.GetRequiredValue(words), by));
    }

    /// <summary><c>sayso undo</c>.</summary>
    public Command OfUndoing()
    {
        var entry = new Argument<long?>("ENTRY")
        {
            Description = "The correction's entry, as `sayso history` shows it; the latest that "
            + "stands without it.",
            Arity = ArgumentArity.ZeroOrOne
        };
        return Made(("undo", "Take a correction back, by another entry; undoing an undoing brings it back.", MayBeWhy), [entry],
            (desk, a, by) => desk.Undo(a.GetValue(entry), by));
    }

    private CorrectionCommand Made((string, string, string) words, IReadOnlyList<Symbol> symbols, Correcting correct) =>
        new(words, tools, symbols, correct);

    private static Argument<string> One(string name, string description) => new(name) { Description = description };

    private static Argument<string[]> Several(string name, string description, int least) =>
        new(name) { Description = description, Arity = new ArgumentArity(least, 100) };
}
