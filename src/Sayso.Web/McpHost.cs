using ModelContextProtocol.Server;
using Sayso.Web.Hosting;
using Sayso.Web.Mcp;

namespace Sayso.Web;

/// <summary>Serves a ledger to one assistant over a pair of streams, as the Model Context Protocol has it.</summary>
public static class McpHost
{
    /// <summary>Answers until the input ends or it is to stop.</summary>
    /// <param name="site">What is served.</param>
    /// <param name="input">Where questions come from.</param>
    /// <param name="output">Where answers go, and nothing else may.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(Site site, Stream input, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var state = new SiteState(site);
        var options = new McpServerOptions();
        new McpService(state).Configure(options);
        await using var transport = new StreamServerTransport(input, output, "sayso");
        await using var server = McpServer.Create(transport, options);
        try
        {
            await server.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Who asked to stop knows.
        }
    }
}
