using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Ledger;
using Sayso.Web.Api.Contract;
using Sayso.Web.Hosting;

namespace Sayso.Web.Api;

/// <summary>
/// Takes the bytes of a document, whatever their form, and answers when they are read. A document is known by its bytes and by
/// what is stated beside them: sent again, it changes nothing, and the answer says so.
/// </summary>
internal sealed class DocumentIntake(SiteState state)
{
    private static readonly ApiOperation _operation = new(
        "addDocument", "documents", "Reads a document into the ledger.", Parameters.InputName, Parameters.Published, Parameters.StatedOutlet, Parameters.StatedUrl)
    {
        TakesBytes = true,
        Description = "The body is the file as it is, in any form that is read (docs/forms.md), 64 MiB at most; a container gives several documents. "
            + "201 where something was added; 200 where all of it was there already, which changes nothing; 422 where nothing could be read.",
    };

    /// <summary>Maps it.</summary>
    public void Map(IEndpointRouteBuilder app) =>
        ApiMap.Describe(app.MapPost($"{ApiMap.Root}/documents", (Func<HttpContext, Task>)AddAsync), _operation)
            .Produces<Listing<AddedResource>>(StatusCodes.Status201Created, "application/json", "application/jsonl")
            .Produces<Listing<AddedResource>>(StatusCodes.Status200OK, "application/json", "application/jsonl")
            .Produces<ProblemAnswer>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private async Task AddAsync(HttpContext context)
    {
        var query = new ApiQuery(context.Request.Query, _operation.AllParameters);
        var input = new IntakeInput(query.Words("name") ?? "request", await BytesAsync(context), Stated(query));
        var batch = state.HandIn([input], context);
        await batch.Ended.WaitAsync(context.RequestAborted);
        var (_, _, results, problem) = batch.Progress;
        var added = results.FirstOrDefault(r => r.Outcome is AddOutcome.Added or AddOutcome.NewVersion);
        if ((problem ?? (results.All(r => r.DocumentId is null) ? results.SelectMany(r => r.Problems).FirstOrDefault() : null)) is { } failure)
        {
            await ProblemDetail.SendAsync(context, failure, ProblemDetail.StatusOf(failure.Code));
            return;
        }

        context.Response.StatusCode = added is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        if (results is [{ DocumentId: { } id }])
        {
            context.Response.Headers.Location = $"{ApiMap.Root}/documents/{id}";
        }

        using var lines = new AddedLines();
        await new ListAnswer<IntakeResult>(
            results,
            r => r.DocumentId ?? r.Name,
            r => lines.Added(new AddedLine(r.Name, r.DocumentId, r.Outcome, r.Statements, r.Problems)))
        { IsWhole = true }.SendAsync(context, query);
    }

    private static async Task<byte[]> BytesAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return bytes.Length > 0 ? bytes.ToArray() : throw new SaysoException(ProblemCodes.Empty, "The request has no body: send the bytes of the document.");
    }

    /// <summary>What is stated beside the bytes.</summary>
    /// <exception cref="SaysoException">It is not understood (<c>SAY6003</c>).</exception>
    public static StatedMetadata Stated(ApiQuery query)
    {
        var (published, url) = (query.Words("published"), query.Words("url"));
        var time = published is null ? null : StatedTime.Parse(published);
        return published is not null && time is null ? throw ApiQuery.Bad($"“{published}” is not a time like 2031-03-12 or 2031-03-12T07:05+02:00, in a year from {StatedTime.FirstYear} to {StatedTime.LastYear}.")
            : url is not null && Links.Web(url) is null ? throw ApiQuery.Bad($"“{url}” is not an address like https://post.example/ferry.")
            : new StatedMetadata { Published = time, Outlet = query.Words("outlet"), Url = url };
    }
}
