using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sayso.Core.Errors;
using Sayso.Web.Access;
using Sayso.Web.Api;
using Sayso.Web.Hosting;
using Sayso.Web.Mcp;

namespace Sayso.Web;

/// <summary>The page's server: one process, one ledger; for this machine, or for the ledger's users.</summary>
public sealed class SiteServer : IAsyncDisposable
{
    /// <summary>The port where none is asked for.</summary>
    public const int UsualPort = 7292;

    private readonly WebApplication _app;
    private readonly SiteState _state;

    // A line of a request ends as the standard has it: what takes other ends for one can be told other requests than a proxy before it sees.
    static SiteServer() => AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);

    private SiteServer(WebApplication app, SiteState state)
    {
        _app = app;
        _state = state;
    }

    /// <summary>Where it answers: <c>http://127.0.0.1:7292</c>.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Whether it asks who one is.</summary>
    public bool AsksForUsers => _state.Gate is not null;

    /// <summary>Starts serving this machine.</summary>
    /// <param name="site">What is served.</param>
    /// <param name="address">An address of this machine's loopback: <c>127.0.0.1</c>, <c>::1</c>, <c>localhost</c>.</param>
    /// <param name="port">The port; 0 for one that is free.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="SaysoException">The address is not the loopback's (<c>SAY4006</c>), or the port cannot be had (<c>SAY4007</c>).</exception>
    public static Task<SiteServer> StartAsync(Site site, string address, int port, CancellationToken cancellationToken) =>
        StartAsync(site, new ServeOptions { Address = address, Port = port }, cancellationToken);

    /// <summary>Starts serving. Where the ledger has users, or others than this machine are served, everybody has to say who he is.</summary>
    /// <param name="site">What is served.</param>
    /// <param name="options">Where, and to whom.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="SaysoException">Others would be served and there are no users (<c>SAY4006</c>), or the port cannot be had (<c>SAY4007</c>).</exception>
    public static async Task<SiteServer> StartAsync(Site site, ServeOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        var (address, port, hasUsers) = (options.Address, options.Port, options.Access?.Users().Count > 0);
        if (!hasUsers && options.IsForOthers)
        {
            throw new SaysoException(
                ProblemCodes.NotLoopback,
                $"Others than this machine would reach the page at “{address}”, and the ledger has no users: anybody could change it. Add one first (sayso user add NAME), or use 127.0.0.1 and, from elsewhere, an SSH tunnel: ssh -L {port}:127.0.0.1:{port} HOST.");
        }

        if (!IPAddress.TryParse(address.Trim('[', ']'), out var ip))
        {
            ip = Guard.IsLoopback(address) ? IPAddress.Loopback
                : throw new SaysoException(ProblemCodes.PortTaken, $"“{address}” is no address of this machine: give its number, or 0.0.0.0 for all; names go to --host.");
        }

        // Nothing of the surroundings (files, environment) has a say in what is served to whom.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(ip, port, listening =>
            {
                if (options.Certificate is { } certificate)
                {
                    listening.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate, ServerCertificateChain = options.CertificateChain });
                }
            });
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.UploadBytes;
            kestrel.Limits.MaxConcurrentConnections = hasUsers ? options.Limits.Connections : null;
        });
        var state = new SiteState(site, hasUsers ? new Gate(options, site.Time) : null, options.Limits);
        Configure(builder.Services, state, options);
        var app = builder.Build();
        Pipeline.Use(app, state, options);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await app.DisposeAsync();
            state.Dispose();
            throw new SaysoException(ProblemCodes.PortTaken, $"The page cannot be served at {address}, port {port}: {e.Message} Choose another with --port.", e);
        }

        return new SiteServer(app, state);
    }

    /// <summary>Waits until it is to stop, then stops.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await _app.StopAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _state.Dispose();
    }

    private static void Configure(IServiceCollection services, SiteState state, ServeOptions options)
    {
        var site = state.Site;
        services.AddRouting();
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "sayso-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.FormFieldName = SiteState.TokenField;
        });

        // Tokens of one run: no key is kept in the user's home.
        services.AddDataProtection();
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());
        services.Configure<FormOptions>(forms =>
        {
            forms.MultipartBodyLengthLimit = options.Limits.UploadBytes;
            forms.ValueLengthLimit = 64 << 20;
        });
        ApiDescription.Add(services, site.Version);
        services.AddMcpServer(new McpService(state).Configure).WithHttpTransport();
        services.AddSingleton(site);
        services.AddSingleton(state);
        if (state.Gate is { } gate)
        {
            Limit(services, gate);
        }

        services.Configure<ForwardedHeadersOptions>(headers =>
        {
            // Only their word is taken, and for no more than who asks, and whether over TLS: the host stays what it was asked by.
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in options.Proxies)
            {
                headers.KnownIPNetworks.Add(proxy);
            }
        });
    }

    private static void Limit(IServiceCollection services, Gate gate)
    {
        services.AddRateLimiter(rates =>
        {
            rates.GlobalLimiter = gate.Rates.Requests;
            rates.OnRejected = gate.LimitAsync;
        });
        services.AddRequestTimeouts(times => times.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = gate.Limits.Time,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            WriteTimeoutResponse = context =>
            {
                // The request's own token says already that its time is over; that is still to be said.
                context.RequestAborted = CancellationToken.None;
                return Pipeline.ShowAsync(
                    context, new Problem(ProblemCodes.TookTooLong, "The answer takes longer than this server lets it. Ask for less of it."), StatusCodes.Status504GatewayTimeout);
            },
        });
    }
}
