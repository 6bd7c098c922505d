namespace Sayso.Cli.Docs;

/// <summary>A clock that stands still, so that a page made twice is the same page.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
