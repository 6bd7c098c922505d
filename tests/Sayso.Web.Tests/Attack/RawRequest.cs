using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sayso.Web.Tests.Attack;

/// <summary>Requests as bytes: a client of the library's would mend them.</summary>
internal static class RawRequest
{
    /// <summary>Sends them; everything that comes back until the server closes.</summary>
    public static async Task<string> SendAsync(int port, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
            {
                answer.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (IOException) when (answer.Length > 0)
        {
            // The server closed while bytes of the request were under way.
        }

        return answer.ToString();
    }

    /// <summary>The status of the first answer.</summary>
    public static int StatusOf(string answer) => int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture);

    /// <summary>How many requests were answered.</summary>
    public static int CountOf(string answer) => answer.Split("HTTP/1.1 ").Length - 1;
}
