using System.Text;

namespace Sayso.Ingestion.Fetching;

/// <summary>One question to a server and its answer, the body as it was sent but for the transfer's own coding.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="At">When.</param>
internal sealed record Exchange(Uri Address, DateTimeOffset At)
{
    /// <summary>The status code.</summary>
    public required int Status { get; init; }

    /// <summary>The first line and the header of the question.</summary>
    public required string Request { get; init; }

    /// <summary>The first line of the answer.</summary>
    public required string StatusLine { get; init; }

    /// <summary>The fields of the answer's header.</summary>
    public required IReadOnlyList<(string Name, string Value)> Header { get; init; }

    /// <summary>The body; empty where there is none, or it was too large.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Whether the body has more bytes than are taken.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>A field's value; <c>null</c> where it is not there.</summary>
    public string? Field(string name) => Header.Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value)
        .FirstOrDefault();

    /// <summary>The answer as HTTP/1.1 would send it: the length is the body's, and no transfer coding is left.</summary>
    public byte[] Answer()
    {
        var head = new StringBuilder(StatusLine).Append("\r\n");
        foreach (var (name, value) in Header.Where(f => !IsOfTransfer(f.Name)))
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        head.Append("Content-Length: ").Append(Body.Length).Append("\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. Body];
    }

    private static bool IsOfTransfer(string name) =>
        name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
}
