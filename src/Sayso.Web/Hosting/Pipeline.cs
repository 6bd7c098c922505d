using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sayso.Core.Errors;
using Sayso.Web.Api;
using Sayso.Web.Pages;

namespace Sayso.Web.Hosting;

/// <summary>What a request meets, in order: the guard, the net for failures, the routes.</summary>
internal static class Pipeline
{
    /// <summary>Bytes of a program's request at most: more is no article (<c>SAY1005</c>).</summary>
    private const long MostBytes = 64L << 20;

    /// <summary>Puts it together.</summary>
    public static void Use(WebApplication app, SiteState state)
    {
        app.Use(async (context, next) =>
        {
            Guard.Head(context.Response);
            if (!Guard.IsOurs(context.Request))
            {
                await RefuseAsync(context);
                return;
            }

            if (ProblemDetail.IsForProgram(context.Request) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = MostBytes;
            }

            await next(context);
        });
        app.Use(CatchAsync);
        app.UseRouting();
        Routes.Map(app, state);
        app.MapFallback(context => ShowAsync(context, new Problem(ProblemCodes.NotFound, "There is no such page here."), StatusCodes.Status404NotFound));
    }

    /// <summary>A page.</summary>
    public static IResult Page<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new RazorComponentResult<TPage>(parameters.ToDictionary(p => p.Name, p => p.Value)) { PreventStreamingRendering = true };

    private static async Task CatchAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (SaysoException e) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, e.Problem, ProblemDetail.StatusOf(e.Problem.Code));
        }
        catch (AntiforgeryValidationException) when (!context.Response.HasStarted)
        {
            await ShowAsync(
                context,
                new Problem(ProblemCodes.Usage, "The form is from another start of the page, or from elsewhere. Nothing was done. Go back, load the page again, and send it once more."),
                StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, new Problem(ProblemCodes.TooLarge, $"What was sent cannot be taken: {e.Message}"), e.StatusCode);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
#pragma warning disable CA1031 // A request that fails must not end the others, and says so in words.
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            await ShowAsync(
                context,
                new Problem(ProblemCodes.Failed, $"A fault of the program: {e.GetType().Name}: {e.Message} Nothing was changed by it. Please report this."),
                StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task RefuseAsync(HttpContext context)
    {
        var problem = new Problem(ProblemCodes.ForeignRequest, "Only the page itself and programs on this machine may ask this, by the server's own address.");
        if (ProblemDetail.IsForProgram(context.Request))
        {
            await ProblemDetail.SendAsync(context, problem, StatusCodes.Status403Forbidden);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync($"{problem.Code}: {problem.Message}");
    }

    private static Task ShowAsync(HttpContext context, Problem problem, int status)
    {
        context.Response.Clear();
        Guard.Head(context.Response);
        if (ProblemDetail.IsForProgram(context.Request))
        {
            return ProblemDetail.SendAsync(context, problem, status);
        }

        context.Response.StatusCode = status;
        return new RazorComponentResult<ProblemPage>(new Dictionary<string, object?>
        {
            [nameof(ProblemPage.Problem)] = problem,
            [nameof(ProblemPage.Title)] = status == StatusCodes.Status404NotFound ? "Not here" : "This did not work",
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        }.ExecuteAsync(context);
    }
}
