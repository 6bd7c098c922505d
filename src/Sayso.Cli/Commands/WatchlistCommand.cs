using System.CommandLine;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Core.Watchlists;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso watchlist add|list|show|seen|remove|undo</c>: saved searches and claims, with what is new on them.</summary>
internal sealed class WatchlistCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimAnalysis _claims;

    public WatchlistCommand(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims)
        : base("watchlist", "Keep searches and claims that you come back to, and see what is new on them.")
    {
        (_terminal, _ledgers, _claims) = (terminal, ledgers, claims);
        Add(Adding());
        Add(Listing());
        Add(Showing());
        Add(Changing("seen", "Say that you have seen all that is on a watchlist now.", (book, list) => book.Seen(list)));
        Add(Changing("remove", "Take a watchlist off.", (book, list) => book.Remove(list)));
        Add(Changing("undo", "Put a watchlist back to what it was before the latest change: seen, removed or made.", (book, list) => book.Undo(list)));
    }

    private Command Adding()
    {
        var name = new Argument<string>("NAME") { Description = "What you call it." };
        var claim = CommonOptions.Words("--claim", "ID", "A claim, by its id or its beginning, instead of a search.");
        var filters = new StatementFilters();
        var author = CommonOptions.Words("--author", "NAME", "Who makes it; your user name without it.");
        var command = Made(("add", "Save a search of statements, or a claim, under a name. The same again changes nothing."), [name], [claim, .. filters.All, author], (asked, ledger, arguments) =>
        {
            var claims = Claims(ledger, asked.CancellationToken);
            var id = arguments.GetValue(claim) is { } prefix ? claims().Find(prefix).Claim.Id : null;
            var list = Book(ledger).Add(arguments.GetRequiredValue(name), filters.Saved(arguments, ledger), id, arguments.GetValue(author) ?? Environment.UserName);
            Show([list], ledger, asked, claims);
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(claim) is not null && filters.All.Any(f => result.GetResult(f) is { Implicit: false }))
            {
                result.AddError("--claim stands alone: a watchlist has a claim or a search.");
            }
        });
        return command;
    }

    private Command Listing() => Made(("list", "List the watchlists with how much is new on each."), [], [], (asked, ledger, _) =>
    {
        var lists = Book(ledger).Lists;
        Show(lists, ledger, asked, Claims(ledger, asked.CancellationToken));
        if (lists.Count == 0 && !asked.IsForPrograms)
        {
            Hints.Show(_terminal, "No watchlists yet. sayso watchlist add NAME --who WHOM saves a search.");
        }
    });

    private Command Showing()
    {
        var name = List();
        var all = new Option<bool>("--all") { Description = "What was seen, too." };
        return Made(("show", "Show what is new on a watchlist, what came last first."), [name], [all], (asked, ledger, arguments) =>
        {
            var list = Book(ledger).Find(arguments.GetRequiredValue(name));
            var shown = new WatchlistNews(ledger, Claims(ledger, asked.CancellationToken)).Of(list, int.MaxValue, onlyNew: !arguments.GetValue(all)).Latest.Select(s => s.Entry).ToList();
            if (asked.IsForPrograms)
            {
                WriteLines(ledger, shown, asked.CancellationToken);
                return;
            }

            var statements = new StatementList(_terminal);
            shown.ForEach(s => statements.Add(StatementRow.Of(s)));
            Hints.Show(_terminal, shown.Count == 0 ? $"Nothing new on “{SafeText.Line(list.Name)}”." : $"sayso watchlist seen {ShellWord.Of(list.Name)} says that you have seen it.");
        });
    }

    private Command Changing(string word, string description, Func<WatchlistBook, string, Watchlist> change)
    {
        var name = List();
        return Made((word, description), [name], [], (asked, ledger, arguments) =>
        {
            var list = change(Book(ledger), arguments.GetRequiredValue(name));
            if (list.IsRemoved && !asked.IsForPrograms)
            {
                _terminal.Say($"“{SafeText.Line(list.Name)}” is off. sayso watchlist undo {Wording.Short(list.Id)} brings it back.");
                return;
            }

            Show([list], ledger, asked, Claims(ledger, asked.CancellationToken));
        });
    }

    private static Argument<string> List() => new("WATCHLIST") { Description = "Its name, or its id, or the id's beginning." };

    private Command Made((string Word, string Description) words, IReadOnlyList<Argument> arguments, IReadOnlyList<Option> options, Action<Asked, ILedger, ParseResult> run)
    {
        var (ledger, format) = (CommonOptions.Ledger(), CommonOptions.Format());
        var command = new Command(words.Word, words.Description);
        foreach (var argument in arguments)
        {
            command.Add(argument);
        }

        foreach (var option in options.Concat([ledger, format]))
        {
            command.Add(option);
        }

        command.Does((parsed, cancellationToken) =>
        {
            using var opened = _ledgers.Open(parsed.GetRequiredValue(ledger));
            run(new Asked(parsed.GetValue(format) == CommonOptions.Jsonl, cancellationToken), opened, parsed);
            return ExitCode.Done;
        });
        return command;
    }

    private WatchlistBook Book(ILedger ledger) => new(ledger, _ledgers.Time);

    private Func<ClaimedLedger> Claims(ILedger ledger, CancellationToken cancellationToken)
    {
        var claims = new Lazy<ClaimedLedger>(() => _claims.Read(ledger, new ClaimQuery(), cancellationToken));
        return () => claims.Value;
    }

    private void Show(IReadOnlyList<Watchlist> lists, ILedger ledger, Asked asked, Func<ClaimedLedger> claims)
    {
        var news = new WatchlistNews(ledger, claims);
        using var lines = new WatchlistLines();
        foreach (var list in lists)
        {
            asked.CancellationToken.ThrowIfCancellationRequested();
            var content = news.Of(list, most: 0);
            if (asked.IsForPrograms)
            {
                _terminal.WriteBytes(lines.Watchlist(list, content));
                continue;
            }

            var about = list.Claim is { } claim ? news.Claim(claim)?.Claim.Proposition ?? (claims().Window.IsWhole ? "a claim of which nothing is shown" : "a claim that none of the latest statements is of") : list.Search.ToString();
            string[] fields =
            [
                Wording.Short(list.Id), SafeText.Line(list.Name), $"{Wording.Count(content.New, "new statement")} of {content.Count:N0}", SafeText.Line(about),
            ];
            _terminal.Out.WriteLine(string.Join(_terminal.IsTerminal ? "  " : "\t", fields));
        }
    }

    private void WriteLines(ILedger ledger, IEnumerable<LedgerStatement> statements, CancellationToken cancellationToken)
    {
        using var lines = new JsonLines();
        var claimOf = _claims.ClaimIds(ledger, cancellationToken);
        foreach (var entry in statements)
        {
            var text = ledger.GetDocument(entry.Statement.DocumentId).Document.Text;
            _terminal.WriteBytes(lines.Statement(entry, text, new CodePointMap(text), claimOf(entry.Statement.Id)));
        }
    }

    /// <summary>How a subcommand was asked.</summary>
    private sealed record Asked(bool IsForPrograms, CancellationToken CancellationToken);
}
