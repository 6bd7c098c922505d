using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sayso.Ingestion.Tests.Fetching;

/// <summary>What a client asked.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Header">The header's fields, names in lower case.</param>
internal sealed record Asked(string Path, IReadOnlyDictionary<string, string> Header);

/// <summary>A server of our own on this machine, one question a connection; it answers whatever bytes a test gives it.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Asked, byte[]?> _answer;

    public LoopbackServer(Func<Asked, byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The questions so far, in order.</summary>
    public ConcurrentQueue<Asked> Questions { get; } = new();

    /// <summary>The paths that were asked for, robots.txt left out.</summary>
    public IReadOnlyList<string> Paths => [.. Questions.Select(q => q.Path).Where(p => p != "/robots.txt")];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>An address on it.</summary>
    public string At(string path) => $"http://127.0.0.1:{Port}{path}";

    /// <summary>An answer.</summary>
    public static byte[] Answer(string status, byte[] body, params string[] header) =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{string.Concat(header.Select(h => h + "\r\n"))}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    /// <summary>A page.</summary>
    public static byte[] Ok(string body, params string[] header) => Answer("200 OK", Encoding.UTF8.GetBytes(body), [.. header, "Content-Type: text/html; charset=utf-8"]);

    /// <summary>Nothing there.</summary>
    public static byte[] NotFound() => Answer("404 Not Found", []);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                var first = await reader.ReadLineAsync(_stop.Token);
                Dictionary<string, string> header = [];
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
                {
                    header[line.Split(':')[0].ToLowerInvariant()] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                }

                if (first is null)
                {
                    return;
                }

                var asked = new Asked(first.Split(' ')[1], header);
                Questions.Enqueue(asked);
                if (_answer(asked) is { } bytes)
                {
                    await stream.WriteAsync(bytes, _stop.Token);
                    return;
                }

                // No answer at all, until the client gives up.
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client had enough.
            }
        }
    }
}
