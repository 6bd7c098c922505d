using System.CommandLine;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Core.Times;
using Sayso.Core.Watchlists;

namespace Sayso.Cli.Commands;

/// <summary>The options that say which statements are wanted, for lists and for searches that are saved.</summary>
internal sealed class StatementFilters
{
    private readonly Option<string?> _who = CommonOptions.Words("--who", "NAME", "Whose word: an entity in the chain of sources, under any of its names, or the words of a name.");
    private readonly Option<string?> _stance = CommonOptions.Words("--stance", "STANCE", $"What the speaker does with it: {string.Join(", ", ClosedSet.Names<Stance>())}.");
    private readonly Option<string?> _about = CommonOptions.Words("--about", "WORDS", "Words in what is said; a phrase in double quotes.");
    private readonly Option<string?> _text = CommonOptions.Words("--text", "WORDS", "Words anywhere in source, cue or what is said; a phrase in double quotes.");
    private readonly Option<DayRange?> _said = CommonOptions.Days("--said", "Said then, as the text says.");
    private readonly Option<DayRange?> _event = CommonOptions.Days("--event", "About what was, or will be, then.");
    private readonly Option<double?> _confidence = CommonOptions.Probability("--confidence", "The network is at least so sure of its words, from 0 to 1.");
    private readonly PublicationOptions _published = new();
    private readonly Option<string?> _document = CommonOptions.Words("--document", "ID", "In this document only: its id, or its beginning.");

    public StatementFilters() => _stance.AcceptOnlyFromAmong([.. ClosedSet.Names<Stance>()]);

    /// <summary>The options, in the order in which help shows them.</summary>
    public IEnumerable<Option> All => [_who, _stance, _about, _text, _said, _event, _confidence, .. _published.All, _document];

    /// <summary>The query that was given.</summary>
    public StatementQuery Query(ParseResult arguments, ILedger ledger)
    {
        var (since, until, outlet) = _published.Of(arguments);
        return new StatementQuery
        {
            Who = arguments.GetValue(_who),
            Stance = ClosedSet.Parse<Stance>(arguments.GetValue(_stance)),
            About = arguments.GetValue(_about),
            Text = arguments.GetValue(_text),
            SaidIn = arguments.GetValue(_said),
            EventIn = arguments.GetValue(_event),
            Confidence = arguments.GetValue(_confidence),
            Since = since,
            Until = until,
            Outlet = outlet,
            DocumentId = Document(arguments, ledger),
        };
    }

    /// <summary>What was given, to be saved: as it was typed, but for the document's id, which is whole.</summary>
    public SavedSearch Saved(ParseResult arguments, ILedger ledger) => SavedSearch.Of(All.Select(option => (
        option.Name.TrimStart('-'),
        option == _document ? Document(arguments, ledger) : arguments.GetResult(option)?.Tokens is [var token, ..] ? token.Value : null)));

    private string? Document(ParseResult arguments, ILedger ledger) => arguments.GetValue(_document) is { } id ? ledger.GetDocument(id).Document.Id : null;
}
