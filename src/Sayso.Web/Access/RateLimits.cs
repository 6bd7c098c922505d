using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Sayso.Core.Access;

namespace Sayso.Web.Access;

/// <summary>
/// How much is answered to whom. Sessions and tokens are counted each for itself and strangers by their address, so that whoever
/// tries tokens takes nothing from those who have one, behind the same address too.
/// </summary>
internal sealed class RateLimits : IDisposable
{
    private const int NameWindows = 15;
    private const int Parts = 6;
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<string> _addresses;
    private readonly PartitionedRateLimiter<string> _names;

    public RateLimits(ServeLimits limits)
    {
        Requests = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            ScopeRules.IsAsset(context.Request) ? RateLimitPartition.GetNoLimiter("assets")
            : Visitor.Of(context) is { } visitor ? Bucket(visitor.Key, limits.Requests, limits.Window)
            : Bucket($"address {NetworkOf(context)}", limits.Strangers, limits.Window));
        _addresses = PartitionedRateLimiter.Create<string, string>(address => Bucket(address, limits.SignIns, limits.Window));
        _names = PartitionedRateLimiter.Create<string, string>(name => Bucket(name, 2 * limits.SignIns, NameWindows * limits.Window));
    }

    /// <summary>All requests.</summary>
    public PartitionedRateLimiter<HttpContext> Requests { get; }

    /// <summary>Where somebody is, as far as that is told apart: an address, or a network of 64 bits, which one house has to itself in IPv6.</summary>
    public static string NetworkOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[NetworkBytes..].Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>One attempt to sign in. The name counts whether there is such a user or not.</summary>
    /// <returns>How long to wait; <c>null</c> where it may be tried.</returns>
    public TimeSpan? TrySignIn(HttpContext context, string name)
    {
        using var address = _addresses.AttemptAcquire(NetworkOf(context));
        if (!address.IsAcquired)
        {
            return WaitOf(address);
        }

        using var user = _names.AttemptAcquire(User.KeyOf(name));
        return user.IsAcquired ? null : WaitOf(user);
    }

    /// <summary>How long to wait after a refusal.</summary>
    public static TimeSpan WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);

    /// <summary>Whole seconds, as the header has them.</summary>
    public static string SecondsOf(TimeSpan wait) => Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose()
    {
        Requests.Dispose();
        _addresses.Dispose();
        _names.Dispose();
    }

    /// <summary>A bucket that is full at first and is filled in parts of its window.</summary>
    private static RateLimitPartition<string> Bucket(string key, int most, TimeSpan window) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = most,
        TokensPerPeriod = Math.Max(1, most / Parts),
        ReplenishmentPeriod = window / Parts,
        QueueLimit = 0,
        AutoReplenishment = true,
    });
}
