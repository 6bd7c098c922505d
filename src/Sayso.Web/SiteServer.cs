using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sayso.Core.Errors;
using Sayso.Web.Api;
using Sayso.Web.Hosting;
using Sayso.Web.Mcp;

namespace Sayso.Web;

/// <summary>The page's server: one process, one ledger, this machine only.</summary>
public sealed class SiteServer : IAsyncDisposable
{
    /// <summary>The port where none is asked for.</summary>
    public const int UsualPort = 7292;

    /// <summary>Bytes of one upload at most.</summary>
    private const long MostBytes = 512L << 20;

    private readonly WebApplication _app;
    private readonly SiteState _state;

    private SiteServer(WebApplication app, SiteState state)
    {
        _app = app;
        _state = state;
    }

    /// <summary>Where it answers: <c>http://127.0.0.1:7292</c>.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Starts serving.</summary>
    /// <param name="site">What is served.</param>
    /// <param name="address">An address of this machine's loopback: <c>127.0.0.1</c>, <c>::1</c>, <c>localhost</c>.</param>
    /// <param name="port">The port; 0 for one that is free.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="SaysoException">The address is not the loopback's (<c>SAY4006</c>), or the port cannot be had (<c>SAY4007</c>).</exception>
    public static async Task<SiteServer> StartAsync(Site site, string address, int port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(address);
        if (!Guard.IsLoopback(address))
        {
            throw new SaysoException(
                ProblemCodes.NotLoopback,
                $"The page is served to this machine only, and “{address}” is not an address of its loopback: there are no users yet, so that anybody who reached it could change the ledger. Use 127.0.0.1; from elsewhere, an SSH tunnel: ssh -L {port}:127.0.0.1:{port} HOST.");
        }

        // Nothing of the surroundings (files, environment) has a say in what is served to whom.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var ip = IPAddress.TryParse(address.Trim('[', ']'), out var parsed) ? parsed : IPAddress.Loopback;
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(ip, port);
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostBytes;
        });
        var state = new SiteState(site);
        Configure(builder.Services, site, state);
        var app = builder.Build();
        Pipeline.Use(app, state);
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

    private static void Configure(IServiceCollection services, Site site, SiteState state)
    {
        services.AddRouting();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "sayso-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = SiteState.TokenField;
        });

        // Tokens of one run: no key is kept in the user's home.
        services.AddDataProtection();
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = MostBytes;
            options.ValueLengthLimit = 64 << 20;
        });
        ApiDescription.Add(services, site.Version);
        services.AddMcpServer(new McpService(state).Configure).WithHttpTransport();
        services.AddSingleton(site);
        services.AddSingleton(state);
    }
}
