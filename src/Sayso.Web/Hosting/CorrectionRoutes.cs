using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Core.Access;
using Sayso.Core.Analysis;
using Sayso.Core.Conflicts;
using Sayso.Core.Corrections;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Access;
using Sayso.Web.Pages;

namespace Sayso.Web.Hosting;

/// <summary>Corrections by hand, sent by forms that need no script, and their history.</summary>
internal sealed class CorrectionRoutes(SiteState state)
{
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(365);

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Routes.Get(app, "/history", History);
        app.MapPost("/correct", (RequestDelegate)CorrectAsync);
    }

    private IResult History(HttpContext context) => Pipeline.Page<HistoryPage>(
        (nameof(HistoryPage.Hand), state.Ledgers.Ask(l => Hand.Of(context, l))));

    private async Task CorrectAsync(HttpContext context)
    {
        await Routes.ValidateAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);

        // Whoever is signed in signs, whatever the form says.
        var visitor = Visitor.Of(context);
        var author = visitor?.Name ?? form["author"].ToString().Trim();
        var views = await state.Claims.AskAsync(null, context.RequestAborted);
        var made = state.Ledgers.Ask(l => Make(new CorrectionDesk(l, () => views, state.Site.Version), form, new Signature(author, form["reason"])));
        if (visitor is null)
        {
            context.Response.Cookies.Append(Hand.AuthorCookie, author, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = _remembered, IsEssential = true });
        }

        state.Gate?.Log.Note(AuditAction.Correct, author, RateLimits.NetworkOf(context), string.Create(CultureInfo.InvariantCulture, $"entry {made.Sequence}: {CorrectionWords.Of(made.Correction!)}"));
        try
        {
            // So that the page that comes next shows what came of it.
            _ = await state.Claims.AskAsync(null, context.RequestAborted);
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.ClaimsPending)
        {
            // It says so itself.
        }

        await Results.LocalRedirect(Back(form["back"].ToString(), made.Sequence)).ExecuteAsync(context);
    }

    private static LedgerEntry Make(CorrectionDesk desk, IFormCollection form, Signature by)
    {
        string[] statements = [.. form["statement"].OfType<string>()];
        return form["do"].ToString() switch
        {
            "merge" => desk.MergeClaims([form["claim"].ToString(), Id(form["other"])], by),
            "split" => desk.SplitClaim(form["claim"].ToString(), statements, by),
            "move" => desk.MoveStatements(statements, Id(form["to"]), by),
            "same" => desk.SameOrigin(statements, by),
            "different" => desk.DifferentOrigins(statements, by),
            "grade" => desk.Grade(form["what"].ToString(), form["grade"].ToString(), by),
            "note" => desk.Note(form["what"].ToString(), form["words"].ToString(), by),
            "judge" => Judge(desk, form, by),
            "names" => desk.MergeNames([form["name"].ToString(), form["other"].ToString().Trim()], form["shown"], by),
            "other" => desk.SplitName(form["name"].ToString(), form["shown"], [.. form["document"].OfType<string>().Where(d => d.Length > 0).Select(d => Id(d))], by),
            "undo" => desk.Undo(long.TryParse(form["entry"], NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : 0, by),
            var other => throw new SaysoException(ProblemCodes.NothingToCorrect, $"“{other}” is nothing that can be corrected."),
        };
    }

    /// <summary>A verdict is a word, and what is wrong behind it: <c>real</c>, <c>wrong 3f2a…:120-131</c>.</summary>
    private static LedgerEntry Judge(CorrectionDesk desk, IFormCollection form, Signature by)
    {
        var words = form["verdict"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && ClosedSet.Parse<ConflictVerdict>(words[0]) is { } verdict
            ? desk.Judge(form["what"].ToString(), verdict, words[1..], by)
            : throw new SaysoException(ProblemCodes.NothingToCorrect, $"“{form["verdict"]}” is no verdict: {string.Join(", ", ClosedSet.Names<ConflictVerdict>())}.");
    }

    /// <summary>An id that was typed, or the address of its page.</summary>
    private static string Id(string? typed)
    {
        var id = (typed ?? string.Empty).Trim().TrimEnd('/');
        return id[(id.LastIndexOf('/') + 1)..];
    }

    /// <summary>The page that the form was on, told what was made. Another site's address is none.</summary>
    private static string Back(string back, long made)
    {
        var path = Links.Local(back) ?? "/history";
        return string.Create(CultureInfo.InvariantCulture, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Hand.MadeField}={made}");
    }
}
