using Microsoft.AspNetCore.Http;
using Sayso.Core.Corrections;
using Sayso.Core.Ledger;
using Sayso.Web.Access;

namespace Sayso.Web.Hosting;

/// <summary>What a page needs to let its reader correct: who that is, the forms' token, and what was corrected.</summary>
/// <param name="Token">The token that forms need.</param>
/// <param name="Back">The page's own address, to which a correction leads back.</param>
public sealed record Hand(string Token, string Back)
{
    /// <summary>The name of the cookie that holds the reader's name.</summary>
    public const string AuthorCookie = "sayso-author";

    /// <summary>The field of an address that says which entry was made just now.</summary>
    public const string MadeField = "made";

    /// <summary>The reader's name, as given before; empty where none was.</summary>
    public string Author { get; init; } = string.Empty;

    /// <summary>Whether the name is that of a user who is signed in, so that no form asks for it.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>What was corrected until now.</summary>
    public CorrectionBook Book { get; init; } = CorrectionBook.Empty;

    /// <summary>The correction that led here; <c>null</c> where none did.</summary>
    public CorrectionEntry? Made { get; init; }

    internal static Hand Of(HttpContext context, ILedger ledger)
    {
        var (book, visitor) = (CorrectionBook.Of(ledger), Visitor.Of(context));
        return new Hand(Routes.Token(context), Address(context.Request))
        {
            Author = visitor?.Name ?? context.Request.Cookies[AuthorCookie] ?? string.Empty,
            IsSignedIn = visitor is not null,
            Book = book,
            Made = long.TryParse(Routes.Asked(context, MadeField), out var made) ? book.Entry(made) : null,
        };
    }

    /// <summary>The address without what was made: it is told once.</summary>
    private static string Address(HttpRequest request) => Links.With(
        request.Path.Value ?? "/",
        request.Query.Where(q => q.Key != MadeField).Select(q => (q.Key, (string?)q.Value.ToString())));
}
