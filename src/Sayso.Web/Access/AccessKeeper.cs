using NodaTime;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Web.Access;

/// <summary>Keeps the users and tokens of a ledger by one set of rules, at the command line and over the network, and notes who did it.</summary>
/// <param name="store">Where they are.</param>
/// <param name="by">Who does it.</param>
public sealed class AccessKeeper(IAccessStore store, KeptBy by)
{
    /// <summary>Adds a user.</summary>
    /// <param name="name">The name, as corrections are signed.</param>
    /// <param name="scope">What the user may do.</param>
    /// <param name="password">Gives the password; asked once the name is known to be good.</param>
    /// <exception cref="SaysoException">The name is none or taken (<c>SAY7007</c>), or the password too weak (<c>SAY7008</c>).</exception>
    public User AddUser(string name, AccessScope scope, Func<string> password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var user = new User(User.Checked(name), scope, by.Now);
        if (store.FindUser(user.Name) is not null || !store.AddUser(user, Passwords.Hash(user.Name, password())))
        {
            throw new SaysoException(ProblemCodes.BadName, $"There is a user “{user.Name}” already.");
        }

        Note(AuditAction.UserAdd, $"{user.Name}, {ClosedSet.NameOf(user.Scope)}");
        return user;
    }

    /// <summary>Sets what a user may do, from the next request on; what is so already is no news.</summary>
    /// <exception cref="SaysoException">There is no such user (<c>SAY7006</c>), or it is the last who may all (<c>SAY7010</c>).</exception>
    public User SetScope(string name, AccessScope scope)
    {
        var user = Find(name);
        if (user.Scope == scope)
        {
            return user;
        }

        if (!store.SetScope(user.Name, scope, by.KeepsAnAdmin))
        {
            throw store.FindUser(name) is null ? NoUser(name) : LastAdmin(user);
        }

        Note(AuditAction.ScopeChange, $"{user.Name}, from {ClosedSet.NameOf(user.Scope)} to {ClosedSet.NameOf(scope)}");
        return user with { Scope = scope };
    }

    /// <summary>Removes a user, with tokens and sessions.</summary>
    /// <exception cref="SaysoException">There is no such user (<c>SAY7006</c>), or it is the last who may all (<c>SAY7010</c>).</exception>
    public User RemoveUser(string name)
    {
        var user = Find(name);
        if (!store.RemoveUser(user.Name, by.KeepsAnAdmin))
        {
            throw store.FindUser(name) is null ? NoUser(name) : LastAdmin(user);
        }

        Note(AuditAction.UserRemove, user.Name);
        return user;
    }

    /// <summary>Makes a token.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="user">For whom it acts.</param>
    /// <param name="scope">What may be done with it.</param>
    /// <param name="lastDay">The last day that it is good (UTC); <c>null</c>: until it is revoked.</param>
    /// <returns>The token, and the secret that programs show, which is kept nowhere.</returns>
    /// <exception cref="SaysoException">
    /// The name is none or taken (<c>SAY7007</c>), there is no such user (<c>SAY7006</c>) or it may not so much (<c>SAY7002</c>), or the day is
    /// over (<c>SAY4001</c>).
    /// </exception>
    public (AccessToken Token, string Secret) AddToken(string name, string user, AccessScope scope, LocalDate? lastDay)
    {
        var owner = Find(user);
        var token = new AccessToken(User.Checked(name), owner.Name, scope, by.Now) { Expires = lastDay?.PlusDays(1).AtMidnight().InUtc().ToInstant() };
        if (token.Scope > owner.Scope)
        {
            var (has, wants) = (ClosedSet.NameOf(owner.Scope), ClosedSet.NameOf(token.Scope));
            throw new SaysoException(ProblemCodes.OutOfScope, $"{owner.Name} may {has}: a token that acts for {owner.Name} cannot have “{wants}”.");
        }

        if (token.Expires <= by.Now)
        {
            throw new SaysoException(ProblemCodes.Usage, "The day after which the token is good no more is over already.");
        }

        var secret = Secret.New(Secret.TokenPrefix);
        if (!store.AddToken(token, Secret.HashOf(secret)))
        {
            throw new SaysoException(
                ProblemCodes.BadName, $"There is or was a token “{token.Name}” already. Choose another name, so that the audit tells them apart.");
        }

        Note(AuditAction.TokenAdd, $"{token.Name} of {owner.Name}, {ClosedSet.NameOf(token.Scope)}");
        return (token, secret);
    }

    /// <summary>Revokes a token: it is taken no more from now on.</summary>
    /// <exception cref="SaysoException">There is none of that name that is not revoked yet (<c>SAY7006</c>).</exception>
    public void RevokeToken(string name)
    {
        if (!store.RevokeToken(name, by.Now))
        {
            throw new SaysoException(ProblemCodes.NoSuchName, $"There is no token “{Shown(name)}” that is not revoked yet: `sayso token list` names them.");
        }

        Note(AuditAction.TokenRevoke, name);
    }

    /// <summary>What is said of a user who is not there.</summary>
    public static SaysoException NoUser(string name) =>
        new(ProblemCodes.NoSuchName, $"There is no user “{Shown(name)}”: `sayso user list` names them.");

    private static SaysoException LastAdmin(User user) => new(
        ProblemCodes.LastAdmin,
        $"{user.Name} is the last user with the scope “admin”: nobody could keep users over the network any more. Give it to somebody else first, or do it at the command line.");

    /// <summary>What was asked for, without what a terminal would take for orders; no name is longer than names are.</summary>
    private static string Shown(string name) =>
        new([.. name.Take(User.LongestName).Select(c => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format ? '·' : c)]);

    private User Find(string name) => store.FindUser(name) ?? throw NoUser(name);

    private void Note(AuditAction action, string detail) => store.Append(new AuditEntry(0, by.Now, action) { User = by.Name, From = by.From, Detail = detail });
}

/// <summary>Who keeps users and tokens.</summary>
/// <param name="Name">The name that the audit has.</param>
/// <param name="From">From where.</param>
/// <param name="Now">When.</param>
public sealed record KeptBy(string Name, string From, Instant Now)
{
    /// <summary>
    /// Whether one user at least has to go on who may all. Over the network it is so; whoever has the ledger's folder can always add
    /// another.
    /// </summary>
    public bool KeepsAnAdmin { get; init; }
}
