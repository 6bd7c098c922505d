using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sayso.Core.Errors;

namespace Sayso.Web.Api;

/// <summary>
/// Where a list goes on: the question that it is of, and the key of the item that it stands behind. Items that come meanwhile
/// neither shift it nor make an item come twice.
/// </summary>
/// <param name="Question">A hash of the path and of the parameters but for cursor and limit.</param>
/// <param name="Key">The item's key.</param>
internal sealed record Cursor(string Question, string Key)
{
    private const int QuestionDigits = 16;

    /// <summary>The words of it that an address can hold.</summary>
    public string Text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Question + Key));

    /// <summary>What a request asks, whatever part of the answer it wants.</summary>
    public static string QuestionOf(HttpRequest request)
    {
        var parameters = request.Query.Where(q => q.Key is not ("cursor" or "limit")).OrderBy(q => q.Key, StringComparer.Ordinal)
            .Select(q => $"{q.Key}={q.Value}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Path}?{string.Join('\n', parameters)}")))[..QuestionDigits];
    }

    /// <summary>The key that a request's cursor stands behind.</summary>
    /// <exception cref="SaysoException">It is none, or another question's (<c>SAY6002</c>).</exception>
    public static string KeyOf(string text, string question)
    {
        // More than the longest key of ours is nobody's cursor.
        var buffer = new byte[1024];
        if (text.Length > buffer.Length || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, buffer, out var length)
            || length <= QuestionDigits)
        {
            throw new SaysoException(ProblemCodes.BadCursor, "The cursor is none that this server gave. Take “next” as it stands, or "
                + "begin again without.");
        }

        var whole = Encoding.UTF8.GetString(buffer, 0, length);
        return whole.StartsWith(question, StringComparison.Ordinal)
            ? whole[QuestionDigits..]
            : throw new SaysoException(ProblemCodes.BadCursor, "The cursor is of another question: a list goes on with the parameters "
                + "that it began with.");
    }
}
