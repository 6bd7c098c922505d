using System.Net;
using System.Security.Cryptography.X509Certificates;
using Sayso.Core.Access;
using Sayso.Core.Analysis;
using Sayso.Web.Hosting;

namespace Sayso.Web;

/// <summary>Where a page is served, and to whom.</summary>
public sealed record ServeOptions
{
    /// <summary>An address of this machine: the loopback's serves this machine only.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The port; 0 for one that is free.</summary>
    public int Port { get; init; } = SiteServer.UsualPort;

    /// <summary>Users, tokens and the audit; <c>null</c> where the ledger never had users.</summary>
    public IAccessStore? Access { get; init; }

    /// <summary>Names that others reach the server by; numbers are always taken.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Proxies whose word is taken for who asks, and whether over TLS.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>The certificate to serve with TLS, with its key; <c>null</c> for plain http.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Certificates that lead from it to one that browsers know.</summary>
    public X509Certificate2Collection? CertificateChain { get; init; }

    /// <summary>How much is answered.</summary>
    public ServeLimits Limits { get; init; } = new();

    /// <summary>Whether others than this machine's own programs are served.</summary>
    public bool IsForOthers => !Guard.IsLoopback(Address) || Hosts.Count > 0 || Proxies.Count > 0;

    /// <summary>Whether passwords and tokens would go to others without encryption.</summary>
    public bool IsPlain => !Guard.IsLoopback(Address) && Certificate is null;
}

/// <summary>How much a server answers to whom. Numbers of requests are for one <see cref="Window"/>, and hold where users are asked for only.</summary>
public sealed record ServeLimits
{
    /// <summary>The time that requests are counted over.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Requests of one session or token.</summary>
    public int Requests { get; init; } = 600;

    /// <summary>Requests of one address without a session or token that is good: a network of 64 bits where it is IPv6.</summary>
    public int Strangers { get; init; } = 60;

    /// <summary>Attempts to sign in from one address; and with one name, in fifteen windows, twice as many.</summary>
    public int SignIns { get; init; } = 10;

    /// <summary>Bytes of one upload from the page at most.</summary>
    public long UploadBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of one request of a program at most.</summary>
    public long BodyBytes { get; init; } = 64L << 20;

    /// <summary>
    /// Statements of a ledger whose claims are reckoned: they are held in memory together, with all that is seen in them. Of a ledger that
    /// has more, they are the latest (<see cref="ClaimWindow"/>).
    /// </summary>
    public int Claims { get; init; } = ClaimAnalysis.UsualMost;

    /// <summary>Links that can be handed in at once.</summary>
    public int Links { get; init; } = 100;

    /// <summary>How long an answer may take; events and assistants' streams have no such bound.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Connections at once.</summary>
    public int Connections { get; init; } = 1000;

    /// <summary>How long a session lasts that asks for nothing.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a session lasts at most.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromDays(7);
}
