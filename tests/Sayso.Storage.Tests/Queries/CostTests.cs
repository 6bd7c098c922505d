using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Tests.Doubles;
using SQLitePCL;

namespace Sayso.Storage.Tests.Queries;

/// <summary>
/// What grows with the ledger and what must not, counted in steps of SQLite's machine, which do not depend on how busy
/// the computer is.
/// </summary>
public sealed class CostTests : IDisposable
{
    private const int Few = 100;
    private const int Many = 1000;
    private const int StepsACall = 10;

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteLedger _ledger;
    private long _steps;
    private int _added;

    public CostTests()
    {
        _ledger = SqliteLedger.Open(new LedgerOptions { Path = _folder.File(), CreateIfMissing = true, Time = new TickingClock() });
        _ledger.Database.Execute("PRAGMA synchronous = OFF");
        raw.sqlite3_progress_handler(_ledger.Database.Handle, StepsACall, _ => Step(), null);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private int Step()
    {
        _steps += StepsACall;
        return 0;
    }

    private long StepsOf(Action action)
    {
        _steps = 0;
        action();
        return _steps;
    }

    private void AddUntil(int count)
    {
        for (; _added < count; _added++)
        {
            var document = Made.Document($"{Made.Text} Number {_added}.", $"https://bell.example/{_added % 7}/{_added}") with
            {
                Outlet = $"Outlet {_added % 5}",
                Published = new LocalDateTime(2031, 1, 1, 0, 0).PlusHours(_added * 7 % 1000).WithOffset(Offset.Zero),
            };
            var statements = Made.Statements(document);
            statements[0] = statements[0] with { Chain = new[] { new Hop($"Ilse Vorn-{_added}", SourceKind.Named, SpanList.Empty, HopRelation.Says) }.ToValueList() };
            _ledger.Add(document, statements, Made.Reading);
        }
    }

    [Fact]
    public void Cost_StaysFlat_AsTheLedgerGrows()
    {
        (string Name, Action<SqliteLedger> Use)[] uses =
        [
            ("the first statements", l => Assert.Equal(20, l.Statements(new StatementQuery { Limit = 20 }).Count())),
            ("the newest documents", l => Assert.Equal(20, l.Documents(new DocumentQuery { Limit = 20 }).Count())),
            ("a document", l => l.GetDocument(l.Database.First("SELECT id FROM document WHERE entry = 50", r => r.GetString(0))!)),
            ("its statements", l => Assert.Equal(3, l.Statements(new StatementQuery { DocumentId = l.Database.First("SELECT id FROM document WHERE entry = 50", r => r.GetString(0))! }).Count())),
            ("documents behind one", l => Assert.Equal(20, l.Documents(new DocumentQuery { After = l.Database.First("SELECT id FROM document WHERE entry = 50", r => r.GetString(0)), Limit = 20 }).Count())),
            ("statements behind one", l => Assert.Equal(20, l.Statements(new StatementQuery { After = l.Database.First("SELECT id FROM statement WHERE number = 150", r => r.GetString(0)), Limit = 20 }).Count())),
            ("the last statements with a frequent word", l => Assert.Equal(20, l.Statements(new StatementQuery { Text = "lighthouse", IsLastReadFirst = true, Limit = 20 }).Count())),
            ("the last documents with a frequent word", l => Assert.Equal(20, l.Documents(new DocumentQuery { Text = "lighthouse", IsLastAddedFirst = true, Limit = 20 }).Count())),
            ("the versions of a page", l => Assert.Single(l.Documents(new DocumentQuery { Url = "https://bell.example/3/3" }))),
            ("a rare word", l => Assert.Single(l.Documents(new DocumentQuery { Text = "\"number 42\"" }))),
            ("a rare name", l => Assert.Single(l.Statements(new StatementQuery { Who = "vorn-42" }))),
            ("the last statements with a frequent name", l => Assert.Equal(20, l.Statements(new StatementQuery { NameWords = "Ilse Vorn", IsLastReadFirst = true, Limit = 20 }).Count())),
            ("the last documents of an outlet", l => Assert.Equal(20, l.Documents(new DocumentQuery { OfOutlet = "Outlet 3", IsLastAddedFirst = true, Limit = 20 }).Count())),
            ("documents of no outlet", l => Assert.Empty(l.Documents(new DocumentQuery { OfOutlet = "", IsLastAddedFirst = true }))),
            ("a document again", l => l.Add(Made.Document($"{Made.Text} Number 3.", "https://bell.example/3/3"), [], Made.Reading)),
        ];
        AddUntil(Few);
        // Merging the indexes comes in bursts: the mean of some documents is what is flat.
        var adding = StepsOf(() => AddUntil(2 * Few));
        var before = uses.Select(u => StepsOf(() => u.Use(_ledger))).ToList();
        AddUntil(Many - Few);
        var addingLater = StepsOf(() => AddUntil(Many));
        var after = uses.Select(u => StepsOf(() => u.Use(_ledger))).ToList();

        Assert.True(addingLater < 1.5 * adding, $"adding: {adding} steps, later {addingLater}");
        for (var i = 0; i < uses.Length; i++)
        {
            Assert.True(after[i] < (1.5 * before[i]) + 100, $"{uses[i].Name}: {before[i]} steps, later {after[i]}");
        }
    }
}
