using System.CommandLine;
using NodaTime;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Export;
using Sayso.Core.Search;
using Sayso.Core.Text;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso search WORDS</c>: people by name, statements by their words and by what they mean, documents by their words.</summary>
internal sealed class SearchCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Ledgers _ledgers;
    private readonly ClaimAnalysis _claims;
    private readonly Argument<string> _words = new("WORDS")
    {
        Description = "Words, all of them; a phrase in double quotes; a star "
        + "behind a word for all that begin so."
    };
    private readonly Option<string?> _kind =
        CommonOptions.Words("--kind", "KIND", $"Only these: {string.Join(", ", ClosedSet.Names<HitKind>())}.");
    private readonly PublicationOptions _published = new();
    private readonly Option<LocalDate?> _asOf = CommonOptions.AsOf();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    public SearchCommand(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims)
        : base("search", "Search people and bodies by name, statements by their words and by what they mean, documents by their words.")
    {
        (_terminal, _ledgers, _claims) = (terminal, ledgers, claims);
        _kind.AcceptOnlyFromAmong([.. ClosedSet.Names<HitKind>()]);
        Add(_words);
        foreach (var option in (Option[])[_kind, .. _published.All, _asOf, _limit, _ledger, _format])
        {
            Add(option);
        }

        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = _ledgers.Open(arguments.GetRequiredValue(_ledger));
        var (since, until, outlet) = _published.Of(arguments);
        var query = new SearchQuery
        {
            Text = arguments.GetRequiredValue(_words),
            Kind = ClosedSet.Parse<HitKind>(arguments.GetValue(_kind)),
            Since = since,
            Until = until,
            Outlet = outlet,
            AsOf = arguments.GetValue(_asOf),
        };
        var claimOf = arguments.GetValue(_format) == CommonOptions.Jsonl ? _claims.ClaimIds(ledger, cancellationToken) : null;
        var reach = _claims.Reach(ledger, cancellationToken);
        var hits = LedgerSearch.Find(ledger, query, reach).Take(arguments.GetValue(_limit) ?? int.MaxValue);
        if (claimOf is not null)
        {
            using var lines = new ViewLines(new Dictionary<string, Core.Documents.Document>(StringComparer.Ordinal));
            foreach (var hit in hits)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _terminal.WriteBytes(lines.Hit(hit, hit.Kind is HitKind.Statement ? claimOf(hit.Id) : null));
            }

            return ExitCode.Done;
        }

        var list = new HitList(_terminal);
        foreach (var hit in hits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            list.Add(hit);
        }

        if (list.Count == 0)
        {
            Hints.Nothing(_terminal, "words of the ledger");
        }

        if (reach.Meanings.Count == 0)
        {
            Hints.Show(_terminal, "By words only: people and what statements mean are searched once the claims were reckoned, which `sayso claims` does.");
        }

        return ExitCode.Done;
    }
}
