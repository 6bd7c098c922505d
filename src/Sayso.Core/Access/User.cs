using NodaTime;
using Sayso.Core.Errors;

namespace Sayso.Core.Access;

/// <summary>Somebody who may use a served ledger. The password's hash is no part of it, so that none is ever printed.</summary>
/// <param name="Name">As corrections are signed; two names that differ in case only are one.</param>
/// <param name="Scope">What the user may do.</param>
/// <param name="Created">When the user was added.</param>
public sealed record User(string Name, AccessScope Scope, Instant Created)
{
    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 64;

    private const string Joints = " ._-@";

    /// <summary>The form of a name by which it is found.</summary>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToUpperInvariant();
    }

    /// <summary>
    /// Checks the name of a user or token: it begins and ends with a letter or digit, and holds letters, digits, single spaces, and
    /// <c>. _ - @</c>. No name needs escaping anywhere, and none looks like another with marks that are not seen.
    /// </summary>
    /// <exception cref="SaysoException">It is none (<c>SAY7007</c>).</exception>
    public static string Checked(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var isName = name.Length is > 0 and <= LongestName && char.IsLetterOrDigit(name[0]) && char.IsLetterOrDigit(name[^1])
            && name.All(c => char.IsLetterOrDigit(c) || Joints.Contains(c, StringComparison.Ordinal))
            && !name.Contains("  ", StringComparison.Ordinal);
        return isName ? name : throw new SaysoException(
            ProblemCodes.BadName,
            "That is no name: it begins and ends with a letter or digit, holds letters, digits, spaces and . _ - @ between, "
            + $"and has {LongestName} characters at most.");
    }
}
