using System.CommandLine;
using NodaTime;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Commands;

/// <summary>The options that every view over claims has, and the views that they ask for.</summary>
internal sealed class ViewOptions(Terminal terminal, Ledgers ledgers, ClaimAnalysis claims)
{
    private readonly Option<string?> _story = CommonOptions.Words("--story", "ID", "Of this story only: its id, or its beginning.");
    private readonly Option<LocalDate?> _asOf = CommonOptions.AsOf();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _window = CommonOptions.Window();
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();

    /// <summary>The options, in the order in which help shows them.</summary>
    public IEnumerable<Option> All => [_story, _asOf, _limit, _window, _ledger, _format];

    /// <summary>The options of a view of whole stories.</summary>
    public IEnumerable<Option> WithoutStory => [_asOf, _limit, _window, _ledger, _format];

    /// <summary>Whether a program reads the result.</summary>
    public bool IsForPrograms(ParseResult arguments) => arguments.GetValue(_format) == CommonOptions.Jsonl;

    /// <summary>At most so many.</summary>
    public int Limit(ParseResult arguments) => arguments.GetValue(_limit) ?? int.MaxValue;

    /// <summary>The day up to which things are known; <c>null</c>: all that is known now.</summary>
    public LocalDate? AsOf(ParseResult arguments) => arguments.GetValue(_asOf);

    /// <summary>Opens the ledger.</summary>
    public ILedger Open(ParseResult arguments) => ledgers.Open(arguments.GetRequiredValue(_ledger));

    /// <summary>The views of a ledger, and the documents of the story that is asked for: <c>null</c> for all.</summary>
    public (LedgerViews Views, IReadOnlyCollection<string>? Documents) Read(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var ledger = Open(arguments);
        var views = new LedgerViews(claims.Read(ledger, new ClaimQuery { AsOf = AsOf(arguments), MostStatements = arguments.GetValue(_window) }, cancellationToken));
        Hints.Window(terminal, views.Ledger);
        return (views, arguments.GetValue(_story) is { } story ? views.FindStory(story).Documents : null);
    }
}
