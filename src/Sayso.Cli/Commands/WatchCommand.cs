using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Cli.Watching;
using Sayso.Core.Errors;
using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso watch ADDRESS…</c>: feeds are polled, their pages read, and read again for silent edits.</summary>
internal sealed class WatchCommand : Command
{
    private readonly Terminal _terminal;
    private readonly LedgerWriter _writer;
    private readonly TimeProvider _time;
    private readonly Argument<string[]> _addresses = new("ADDRESS")
    {
        Description = "Feeds, sitemaps and pages, http or https; without any, those that were watched before.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int> _every = Number("--every", "MINUTES", 30, "The pause between two looks at a feed.");
    private readonly Option<int> _days = Number("--for", "DAYS", 7, "How long a page is read again after it was first seen.");
    private readonly Option<bool> _once = new("--once") { Description = "Fetch what is due now, then end." };
    private readonly Option<bool> _items = new("--items")
    {
        Description = "Take the items of feeds as they are, instead of the pages "
        + "that they link to."
    };
    private readonly Option<string> _ledger = CommonOptions.Ledger();
    private readonly Option<string> _format = CommonOptions.Format();
    private readonly BoundsOption _bounds = new();

    public WatchCommand(Terminal terminal, LedgerWriter writer, TimeProvider time)
        : base("watch", "Poll feeds and read their pages into the ledger, again and again for silent edits; stopped or killed, it goes "
            + "on where it was.")
    {
        _terminal = terminal;
        _writer = writer;
        _time = time;
        _addresses.RefuseOptions(like => $"‘{like}’ is no option of this command.");
        _addresses.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !Fetcher.IsAddress(t.Value) && !t.Value.StartsWith('-')))
            {
                result.AddError($"‘{token.Value}’ is not an address like https://post.example/feed.xml.");
            }
        });
        Add(_addresses);
        foreach (var option in new Option[] { _every, _days, _once, _items, _ledger, _format })
        {
            Add(option);
        }

        _bounds.AddTo(this);
        this.Does(Run);
    }

    /// <summary>How it fetches; tests replace it.</summary>
    internal FetchOptions Fetching { get; init; } = new();

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var ledger = arguments.GetRequiredValue(_ledger);
        var state = WatchState.Load(ledger);
        var now = _time.GetUtcNow();
        Watched[] named = [.. (arguments.GetValue(_addresses) ?? []).Distinct(StringComparer.Ordinal).Where(a => !state.Knows(a))
            .Select(a => new Watched(a, now, now) { IsNamed = true })];
        if (named.Length > 0)
        {
            state.Save(named);
        }

        if (state.Next() is null)
        {
            throw new SaysoException(ProblemCodes.Usage,
                $"Nothing is watched with {ledger} yet: name feeds or pages, such as https://post.example/feed.xml.");
        }

        var asJson = arguments.GetValue(_format) == CommonOptions.Jsonl;
        var bounds = _bounds.Of(arguments);
        var plan = new FetchPlan
        {
            Archive = ArchiveFolder.Of(ledger),
            Options = bounds.Of(Fetching),
            Time = _time,
            Stop = cancellationToken
        };
        var watching = new WatchPlan(TimeSpan.FromMinutes(arguments.GetValue(_every)), TimeSpan.FromDays(arguments.GetValue(_days)));
        using var watcher = new Watcher(watching, state, new AddressSource(new DocumentReader(bounds.Of(new ReaderOptions())), plan), _time)
        {
            Add = results => _writer.Add(ledger, _ => results, cancellationToken),
            TakesItems = arguments.GetValue(_items),
        };
        return Watch(watcher, item => Show(item, asJson), arguments.GetValue(_once), cancellationToken);
    }

    private int Watch(Watcher watcher, Action<WatchedItem> show, bool isOnce, CancellationToken cancellationToken)
    {
        var failed = false;
        try
        {
            while (watcher.UntilNext() is { } wait)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (wait > TimeSpan.Zero)
                {
                    if (isOnce)
                    {
                        break;
                    }

                    Hints.Show(_terminal, string.Create(CultureInfo.InvariantCulture,
                        $"Next look at {_time.GetUtcNow() + wait:HH:mm:ss} UTC. Ctrl-C stops; the same command goes on."));
                    // A day at a time: a clock that is set does not stop it for good.
                    Task.Delay(wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1), _time, cancellationToken).GetAwaiter()
                        .GetResult();
                    continue;
                }

                foreach (var item in watcher.Step())
                {
                    failed |= item.Action is "failed" or "gone";
                    show(item);
                }
            }
        }
        catch (OperationCanceledException) when (!isOnce)
        {
            // The usual end: what was reported is done.
            return ExitCode.Done;
        }

        return isOnce && failed ? ExitCode.Failed : ExitCode.Done;
    }

    private void Show(WatchedItem item, bool asJson)
    {
        var at = OffsetDateTimePattern.ExtendedIso.Format(OffsetDateTime.FromDateTimeOffset(_time.GetUtcNow()));
        foreach (var problem in item.Problems)
        {
            Complaints.Show(_terminal, problem, item.Address);
        }

        if (asJson)
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize(new WatchedLine(at, item.Address, item.Action, item.Document, item.Found,
                [.. item.Problems]), CliJson.Lines.WatchedLine));
        }
        else
        {
            var more = item switch
            {
                { Action: "list" } => $"{item.Found.ToString("N0", CultureInfo.InvariantCulture)} new address{(item.Found == 1 ? "" : "es")}",
                { Document: { } id } => $"{Wording.Short(id)}, {Wording.Count(item.Statements, "statement")}",
                _ => "",
            };
            _terminal.Say($"{at[..19].Replace('T', ' ')}\t{item.Action}\t{SafeText.Line(item.Address)}\t{more}".TrimEnd());
        }

        _terminal.Flush();
    }

    private static Option<int> Number(string name, string helpName, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var number) || number is < 1 or > 100_000))
            {
                result.AddError($"{name} needs a number from 1 to 100000.");
            }
        });
        return option;
    }
}
