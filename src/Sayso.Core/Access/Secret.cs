using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Sayso.Core.Access;

/// <summary>
/// Tokens and the words of session cookies: 256 bits of the system's random numbers. They cannot be guessed, so that one pass of
/// SHA-256 hides them; a slow hash, as passwords need, would only make every request slow.
/// </summary>
public static class Secret
{
    /// <summary>How tokens begin, so that a search of files and logs finds one that got there.</summary>
    public const string TokenPrefix = "sayso_";

    private const int Bytes = 32;
    private const int LongestSecret = 200;

    /// <summary>A new one.</summary>
    /// <param name="prefix">How it begins.</param>
    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of one: 64 hexadecimal digits. Whatever is too long to be one has the hash of the empty word.</summary>
    public static string HashOf(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Convert.ToHexStringLower(SHA256.HashData(secret.Length > LongestSecret ? [] : Encoding.UTF8.GetBytes(secret)));
    }
}
