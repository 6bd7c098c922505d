namespace Sayso.Ingestion.Fetching;

/// <summary>How addresses are fetched, and how much of anybody's time and memory that may cost.</summary>
public sealed record FetchOptions
{
    /// <summary>The name by which sites' <c>robots.txt</c> know the program.</summary>
    public const string RobotsName = "sayso";

    /// <summary>What the program says it is.</summary>
    public string UserAgent { get; init; } = "Sayso/0.1 (reads news for the person who runs it; robots.txt name: sayso)";

    /// <summary>Most bytes of one answer, as sent and as unpacked: 64 MiB.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    /// <summary>How many times its size an answer may unpack to, where it becomes larger than 8 MiB.</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Longest time for one exchange, from the connection to the last byte: 1 minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Most times that a server may send on to another address.</summary>
    public int MaxRedirects { get; init; } = 8;

    /// <summary>How often an exchange is tried that fails for a reason that may pass.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>The wait before the second try; four times as long before each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that a server may ask for; one that asks for more is not tried again.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The pause between two exchanges with one host.</summary>
    public TimeSpan HostPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause that a <c>robots.txt</c> can ask for.</summary>
    public TimeSpan MaxHostPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a <c>robots.txt</c> holds: a day (RFC 9309, 2.4).</summary>
    public TimeSpan RobotsAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Networks that are fetched from although they are this machine or private ones, such as <c>127.0.0.1/32</c>: for
    /// tests with servers of their own. No option of the program leads here.
    /// </summary>
    internal IReadOnlyList<string> TestNetworks { get; init; } = [];
}
