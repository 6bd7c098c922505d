using NodaTime;
using NodaTime.Text;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Terminals;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Storage.Access;
using Sayso.Web.Access;

namespace Sayso.Cli.Commands;

/// <summary>What the commands about users, tokens and the audit have in common.</summary>
internal sealed class AccessTools(Terminal terminal, Ledgers ledgers)
{
    /// <summary>Where they print.</summary>
    public Terminal Terminal => terminal;

    /// <summary>The time.</summary>
    public Instant Now => Instant.FromDateTimeOffset(ledgers.Time.GetUtcNow());

    /// <summary>ISO 8601, to the second.</summary>
    public static string Written(Instant time) => InstantPattern.General.Format(time);

    /// <summary>ISO 8601, to the second; <c>null</c> where there is no time.</summary>
    public static string? Written(Instant? time) => time is { } t ? Written(t) : null;

    /// <summary>Does something with the users of a ledger, which is made where there is none.</summary>
    public T Make<T>(string ledger, Func<IAccessStore, T> use)
    {
        // Users of a file that is no ledger, or of a name that was mistyped into a folder that is not there, would help nobody.
        using (ledgers.OpenOrCreate(ledger))
        {
        }

        using var store = SqliteAccess.OpenOrCreate(ledger);
        return use(store);
    }

    /// <summary>Does something with the users of a ledger; says that there are none where it never had any.</summary>
    public T Use<T>(string ledger, Func<IAccessStore, T> use)
    {
        using (ledgers.Open(ledger))
        {
        }

        using var store = SqliteAccess.Open(ledger)
            ?? throw new SaysoException(ProblemCodes.NoSuchName, $"The ledger {ledger} has no users yet: sayso user add NAME.");
        return use(store);
    }

    /// <summary>Keeps users and tokens in the name of whoever is at the command line.</summary>
    public AccessKeeper Keeper(IAccessStore store) => new(store, new KeptBy(Environment.UserName, AuditEntry.CommandLine, Now));

    /// <summary>Keeps in the audit what was done at the command line.</summary>
    public void Note(IAccessStore store, AuditAction action, string detail) =>
        store.Append(new AuditEntry(0, Now, action) { User = Environment.UserName, From = AuditEntry.CommandLine, Detail = detail });

    /// <summary>Asks for a password: twice, without showing it, where a person types; else the first line of what is piped in.</summary>
    /// <exception cref="SaysoException">What was typed differs, or nothing was piped in.</exception>
    public string Password(string user)
    {
        if (terminal.TypedSecret is { } typed)
        {
            var first = Typed(typed, $"Password of {user}: ");
            return first == Typed(typed, "Once more: ") ? first
                : throw new SaysoException(ProblemCodes.Usage, "That was another one; nothing was done.");
        }

        using var reader = new StreamReader(terminal.Input, leaveOpen: true);
        return reader.ReadLine() is { Length: > 0 } piped ? piped
            : throw new SaysoException(ProblemCodes.Usage, "The password is read from standard input, and nothing came.");
    }

    private string Typed(Func<string> typed, string question)
    {
        terminal.Flush();
        terminal.Error.Write(question);
        var answer = typed();
        terminal.Error.WriteLine();
        return answer;
    }
}
