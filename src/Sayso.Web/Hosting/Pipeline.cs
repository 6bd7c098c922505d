using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Web.Access;
using Sayso.Web.Api;
using Sayso.Web.Pages;

namespace Sayso.Web.Hosting;

/// <summary>What a request meets, in order: the guard, the net for failures, the routes.</summary>
internal static class Pipeline
{
    /// <summary>What throws where a body is not as it says that it is: chunks without a size.</summary>
    private const string KestrelsOwn = "Microsoft.AspNetCore.Server.Kestrel.Core";

    private const string KeepEncrypted = "max-age=31536000";

    /// <summary>Puts it together.</summary>
    public static void Use(WebApplication app, SiteState state, ServeOptions options)
    {
        if (options.Proxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.Use(async (context, next) =>
        {
            Guard.Head(context.Response);
            if (state.Gate is not null && context.Request.IsHttps)
            {
                context.Response.Headers.StrictTransportSecurity = KeepEncrypted;
            }

            if (WhyNot(context.Request, state.Gate, options) is { } why)
            {
                state.Gate?.Log.NoteRefusal(AuditAction.Refused, null, RateLimits.NetworkOf(context), "another site, or another host");
                await RefuseAsync(context, why);
                return;
            }

            if (ProblemDetail.IsForProgram(context.Request) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = options.Limits.BodyBytes;
            }

            await next(context);
        });
        app.Use(CatchAsync);
        app.Use((context, next) => ApiRoutes.IsScalarsOwn(context.Request.Path) ? ShowNothingAsync(context) : next(context));
        app.UseRouting();
        if (state.Gate is { } gate)
        {
            app.Use(gate.IdentifyAsync);
            app.UseRateLimiter();
            app.Use(gate.DecideAsync);
            app.UseRequestTimeouts();
        }

        Routes.Map(app, state);
        app.MapFallback(ShowNothingAsync);
    }

    /// <summary>Answers one who asks too much.</summary>
    public static Task LimitAsync(HttpContext context, TimeSpan wait)
    {
        var seconds = RateLimits.SecondsOf(wait);
        return ShowAsync(context, new Problem(ProblemCodes.TooManyRequests, $"That is more than is answered. Ask again in {seconds} {(seconds == "1" ? "second" : "seconds")}."), StatusCodes.Status429TooManyRequests, seconds);
    }

    private static Task ShowNothingAsync(HttpContext context) =>
        ShowAsync(context, new Problem(ProblemCodes.NotFound, "There is no such page here."), StatusCodes.Status404NotFound);

    private static Problem? WhyNot(HttpRequest request, Gate? gate, ServeOptions options)
    {
        if (gate is null && Guard.IsHandedOn(request))
        {
            return new Problem(ProblemCodes.ForeignRequest, "A proxy hands this on to a server that asks nobody who he is. Add users (sayso user add) and start it with --proxy: docs/sharing.md.");
        }

        return gate is null
            ? Guard.IsOurs(request) ? null : new Problem(ProblemCodes.ForeignRequest, "Only the page itself and programs on this machine may ask this, by the server's own address.")
            : Guard.IsOurs(request, options.Hosts) ? null : new Problem(ProblemCodes.ForeignRequest, "This comes from another site, or names a host that is not the server's. Its names are given with --host: docs/sharing.md.");
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
        catch (AntiforgeryValidationException e) when (e.InnerException is BadHttpRequestException && !context.Response.HasStarted)
        {
            // The form was not read to its token.
            await ShowAsync(context, TooLarge(e.InnerException), ((BadHttpRequestException)e.InnerException).StatusCode);
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
            await ShowAsync(context, TooLarge(e), e.StatusCode);
        }
        catch (IOException e) when (e.Source == KestrelsOwn && !context.Response.HasStarted)
        {
            await ShowAsync(context, TooLarge(e), StatusCodes.Status400BadRequest);
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

    private static Problem TooLarge(Exception e) => new(ProblemCodes.TooLarge, $"What was sent cannot be taken: {e.Message}");

    private static async Task RefuseAsync(HttpContext context, Problem problem)
    {
        if (ProblemDetail.IsForProgram(context.Request))
        {
            await ProblemDetail.SendAsync(context, problem, StatusCodes.Status403Forbidden);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync($"{problem.Code}: {problem.Message}");
    }

    /// <summary>Shows what went wrong, as whoever asks can read it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">What went wrong.</param>
    /// <param name="status">The status that goes with it.</param>
    /// <param name="wait">Seconds after which to come again; <c>null</c> where that is not known.</param>
    public static Task ShowAsync(HttpContext context, Problem problem, int status, string? wait = null)
    {
        var (challenge, encrypted) = (context.Response.Headers.WWWAuthenticate, context.Response.Headers.StrictTransportSecurity);
        context.Response.Clear();
        Guard.Head(context.Response);
        (context.Response.Headers.WWWAuthenticate, context.Response.Headers.StrictTransportSecurity) = (challenge, encrypted);
        context.Response.Headers.RetryAfter = wait;
        if (ProblemDetail.IsForProgram(context.Request))
        {
            return ProblemDetail.SendAsync(context, problem, status);
        }

        context.Response.StatusCode = status;
        return new RazorComponentResult<ProblemPage>(new Dictionary<string, object?>
        {
            [nameof(ProblemPage.Problem)] = problem,
            [nameof(ProblemPage.Title)] = status switch
            {
                StatusCodes.Status404NotFound => "Not here",
                StatusCodes.Status401Unauthorized => "Who are you?",
                StatusCodes.Status403Forbidden => "Not allowed",
                StatusCodes.Status429TooManyRequests => "Too much at once",
                _ => "This did not work",
            },
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        }.ExecuteAsync(context);
    }
}
