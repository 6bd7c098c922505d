using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Core.Analysis;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Core.Search;
using Sayso.Web.Access;
using Sayso.Web.Api.Contract;
using Sayso.Web.Hosting;

namespace Sayso.Web.Api;

/// <summary>A question with what answers it.</summary>
/// <param name="Context">The request.</param>
/// <param name="Query">Its parameters.</param>
/// <param name="Ledger">The ledger, for as long as the answer is written.</param>
internal sealed record ApiQuestion(HttpContext Context, ApiQuery Query, ILedger Ledger)
{
    /// <summary>The claims and views; only where the operation wants them.</summary>
    public required LedgerViews Views { get; init; }

    /// <summary>The claims, where they may not be known.</summary>
    /// <exception cref="Core.Errors.SaysoException">They are not known yet (<c>SAY6001</c>).</exception>
    public ClaimedLedger Claims => ((LedgerViews?)Views)?.Ledger ?? throw ClaimShelf.Pending();

    /// <summary>Where else than in words the ledger can be searched.</summary>
    public required SearchReach Reach { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The id of the claim that a statement is of; <c>null</c> where that is not known.</summary>
    public string? ClaimOf(string statement) => ((LedgerViews?)Views)?.Ledger.Of(statement)?.Claim.Id;

    /// <summary>The part of the path that names one.</summary>
    public string Id => Routes.Part(Context, "id");

    /// <summary>The documents of the story that is asked for; <c>null</c> for all.</summary>
    public IReadOnlyCollection<string>? StoryDocuments => Query.Words("story") is { } story ? Views.FindStory(story).Documents : null;

    /// <summary>Keeps a writer until the answer is out.</summary>
    public TWriter Keep<TWriter>(TWriter writer)
        where TWriter : IDisposable
    {
        Context.Response.RegisterForDispose(writer);
        return writer;
    }
}

/// <summary>Maps operations to routes: what all have in common is done here, once.</summary>
internal sealed class ApiMap(IEndpointRouteBuilder app, SiteState state)
{
    /// <summary>Where all resources are.</summary>
    public const string Root = "/api/v1";

    /// <summary>
    /// The header that says of how many statements the claims are, the latest, of how many that the ledger has: a dictionary (RFC 8941).
    /// There is none where they are of all.
    /// </summary>
    public const string ClaimsWindow = "Sayso-Claims-Window";

    /// <summary>The forms that the ledger can be taken away in.</summary>
    public IReadOnlyList<ExportForm> Exports => state.Site.Exports;

    /// <summary>The claims of the ledger as it is, for a form that has them.</summary>
    public Task<LedgerViews> ClaimsAsync(CancellationToken cancellationToken) => state.Claims.AskAsync(null, cancellationToken);

    /// <summary>A list.</summary>
    /// <typeparam name="TResource">The contract of an item.</typeparam>
    /// <typeparam name="TItem">An item.</typeparam>
    public void List<TResource, TItem>(string path, ApiOperation operation, Func<ApiQuestion, ListAnswer<TItem>> answer)
    {
        var list = operation with { IsList = true };
        Get(path, list, question => answer(question).SendAsync(question.Context, question.Query))
            .Produces<Listing<TResource>>(StatusCodes.Status200OK, "application/json", "application/jsonl");
    }

    /// <summary>One resource.</summary>
    /// <typeparam name="TResource">Its contract.</typeparam>
    /// <param name="path">Where.</param>
    /// <param name="operation">What it does.</param>
    /// <param name="answer">The line of the contract; <c>null</c> where the question was answered by sending elsewhere.</param>
    public void One<TResource>(string path, ApiOperation operation, Func<ApiQuestion, ReadOnlyMemory<byte>?> answer) =>
        Get(path, operation, async question =>
        {
            if (answer(question) is { } line)
            {
                question.Context.Response.ContentType = Negotiation.Json;
                await question.Context.Response.Body.WriteAsync(line, question.Context.RequestAborted);
            }
        }).Produces<TResource>().Produces<ProblemAnswer>(StatusCodes.Status404NotFound, "application/problem+json");

    /// <summary>A file, in the form that the asker prefers of those that there are.</summary>
    /// <param name="path">Where.</param>
    /// <param name="operation">What it does.</param>
    /// <param name="types">The media types of its forms; the first goes to whoever prefers none.</param>
    /// <param name="answer">Answers in the form that is to be sent.</param>
    public void File(string path, ApiOperation operation, IReadOnlyList<string> types, Func<ApiQuestion, string, Task> answer) =>
        Get(path, operation with { Forms = types }, question => answer(question, Negotiation.Chosen(question.Context.Request, types)))
            .Produces<string>(StatusCodes.Status200OK, types[0], [.. types.Skip(1)])
            .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, "application/problem+json");

    /// <summary>Describes a route.</summary>
    public static RouteHandlerBuilder Describe(RouteHandlerBuilder route, ApiOperation operation) => route
        .WithMetadata(operation).WithName(operation.Id).WithTags(operation.Tag).WithSummary(operation.Summary)
        .WithDescription(operation.Description ?? string.Empty)
        .Produces<ProblemAnswer>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status401Unauthorized, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status429TooManyRequests, "application/problem+json");

    private RouteHandlerBuilder Get(string path, ApiOperation operation, Func<ApiQuestion, Task> answer)
    {
        app.MapMethods(Root + path, ["HEAD"], (RequestDelegate)AnswerAsync);
        return Describe(app.MapGet(Root + path, (Func<HttpContext, Task>)AnswerAsync), operation).Produces(StatusCodes.Status304NotModified);

        async Task AnswerAsync(HttpContext context)
        {
            var query = new ApiQuery(context.Request.Query, operation.AllParameters);
            // Claims that became known make another answer of one that only names them.
            var (named, namedAt) = operation.Claims is ClaimsWanted.IfKnown ? await state.Claims.LookAsync(context.RequestAborted) : (null, 0);
            var (entries, looks) = state.Ledgers.Ask(l => (l.LastEntry(), operation.IsOfReaders ? $"{l.WatchlistLog().Count} {Visitor.ReaderOf(context)}" : string.Empty));
            var reach = state.Reach(out var reached, context.RequestAborted);
            var form = operation.Forms.Count == 0 ? string.Empty : Negotiation.Chosen(context.Request, operation.Forms);
            if (Negotiation.HasAlready(context, string.Create(CultureInfo.InvariantCulture, $"{state.Instance}:{entries}:{looks}:{form}:{(named is null ? 0 : namedAt)}:{(operation.IsOfReach ? reached : string.Empty)}")))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            var views = operation.Claims is ClaimsWanted.None or ClaimsWanted.IfKnown ? named
                : await state.Claims.AskAsync(operation.Claims is ClaimsWanted.AsOf ? query.Day("as-of") : null, context.RequestAborted);
            if (operation.Claims is not ClaimsWanted.None && views?.Ledger.Window is { IsWhole: false } window)
            {
                context.Response.Headers[ClaimsWindow] = string.Create(CultureInfo.InvariantCulture, $"statements={window.Statements}, of={window.Total}");
            }

            await state.Ledgers.UseAsync(ledger => answer(new ApiQuestion(context, query, ledger) { Views = views!, Reach = reach, Version = state.Site.Version }));
        }
    }
}
