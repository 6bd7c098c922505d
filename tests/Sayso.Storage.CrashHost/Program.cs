using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage;

// A process for the tests to kill, or to share a ledger with:
//   add LEDGER NAME COUNT   adds COUNT documents, printing the id of each once it is added; then its problem's code, if any
//   hold LEDGER             takes the ledger's lock for writing, prints "held", and keeps it until its input ends
//   seize LEDGER            the same, and keeps readers out too
var path = args[1];
switch (args[0])
{
    case "add":
        return Add(path, args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
    case "hold":
        Hold(path, "BEGIN IMMEDIATE");
        return 0;
    case "seize":
        Hold(path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE");
        return 0;
    default:
        return 2;
}

static int Add(string path, string name, int count)
{
    try
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = path, CreateIfMissing = true, BusyTimeout = TimeSpan.FromMinutes(1) });
        for (var i = 0; i < count; i++)
        {
            var (document, statements) = Make(name, i);
            ledger.Add(document, statements, new Provenance("1.0", "model-a"));
            Console.WriteLine(document.Id);
        }

        return 0;
    }
    catch (SaysoException e)
    {
        Console.WriteLine(e.Problem.Code);
        return 1;
    }
}

// Every tenth document is large, so that the log is copied back into the file now and then.
static (Document Document, IReadOnlyList<Statement> Statements) Make(string name, int number)
{
    var text = new StringBuilder($"Bulletin {number} of {name}. ");
    for (var i = 0; i < (number % 10 == 0 ? 2000 : 20); i++)
    {
        text.Append(CultureInfo.InvariantCulture, $"The keeper said the lamp burned {i * 7919 % 1009} hours. ");
    }

    var bytes = Encoding.UTF8.GetBytes(text.ToString());
    var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
    var id = DocumentId.Of(hash, StatedMetadata.None);
    var spans = Enumerable.Range(0, 20).Select(i => new Attribution(
        SpanList.Of(new TextSpan(10 * i, (10 * i) + 3)), SpanList.Of(new TextSpan((10 * i) + 4, (10 * i) + 8)), SpanList.Empty));
    var document = new Document { Id = id, Raw = bytes, RawHash = hash, MediaType = "text/plain", Text = text.ToString() };
    return (document, Interpreter.Interpret(document, spans));
}

static void Hold(string path, string sql)
{
    using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
    connection.Open();
    using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two above.
    command.CommandText = sql;
#pragma warning restore CA2100
    command.ExecuteNonQuery();
    Console.WriteLine("held");
    Console.In.ReadToEnd();
}
