using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Sayso.Core.Access;
using Sayso.Core.Errors;

namespace Sayso.Web.Access;

/// <summary>
/// Hashes of passwords, by ASP.NET Core Identity's hasher: PBKDF2 with HMAC-SHA-512, a salt of 128 bits, and as many rounds as
/// OWASP's Password Storage Cheat Sheet asks for. Safe for use by several threads.
/// </summary>
public static class Passwords
{
    /// <summary>Characters of a password at least: NIST SP 800-63B-4, 3.1.1.2, where a password is all that is asked for.</summary>
    public const int Least = 15;

    /// <summary>Characters of a password at most, so that hashing stays cheap.</summary>
    public const int Most = 256;

    private const int Rounds = 210_000;

    private static readonly PasswordHasher<User> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // The hash of a password that nobody has: an unknown user takes as long as a known one.
    private static readonly Lazy<string> _nobodys = new(() => _hasher.HashPassword(null!, Secret.New()));

    /// <summary>Hashes a password.</summary>
    /// <param name="user">The user's name, which is no password.</param>
    /// <param name="password">The password, as it was typed.</param>
    /// <exception cref="SaysoException">It is too short, too long, the name, or one character over and over (<c>SAY7008</c>).</exception>
    public static string Hash(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var complaint = password.Length < Least ? $"A password has {Least} characters at least: four or five words make a good one."
            : password.Length > Most ? $"A password has {Most} characters at most."
            : password.Distinct().Take(5).Count() < 5 || password.Contains(user, StringComparison.OrdinalIgnoreCase) && password.Length < user.Length + Least
                ? "That password is too easy to guess: it is hardly more than the name, or a few characters over and over."
            : null;
        return complaint is null ? _hasher.HashPassword(null!, password) : throw new SaysoException(ProblemCodes.WeakPassword, complaint);
    }

    /// <summary>Whether a password is the one of a hash. Takes as long where there is no hash.</summary>
    /// <param name="hash">The hash; <c>null</c> where there is no such user.</param>
    /// <param name="password">The password.</param>
    public static bool Verify(string? hash, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.Length <= Most
            && _hasher.VerifyHashedPassword(null!, hash ?? _nobodys.Value, password) != PasswordVerificationResult.Failed
            && hash is not null;
    }
}
