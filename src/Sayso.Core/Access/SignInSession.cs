using NodaTime;

namespace Sayso.Core.Access;

/// <summary>A browser in which a user is signed in. What its cookie holds is known to that browser only; a hash of it is kept.</summary>
/// <param name="Id">Its number, by which it is ended; 0 before it is kept.</param>
/// <param name="User">Who.</param>
/// <param name="Created">Since when.</param>
/// <param name="Expires">Until when at the latest.</param>
public sealed record SignInSession(long Id, string User, Instant Created, Instant Expires)
{
    /// <summary>When it last asked for something, to the minute.</summary>
    public Instant Seen { get; init; } = Created;

    /// <summary>The address that it was begun from; <c>null</c> where that is not known.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser calls itself; <c>null</c> where it does not say.</summary>
    public string? Agent { get; init; }
}
