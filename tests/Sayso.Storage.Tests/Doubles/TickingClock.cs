namespace Sayso.Storage.Tests.Doubles;

/// <summary>A clock that starts in an invented spring and goes one second on each time it is looked at.</summary>
internal sealed class TickingClock : TimeProvider
{
    private static readonly DateTimeOffset _start = new(2031, 4, 1, 8, 0, 0, TimeSpan.Zero);
    private int _looks;

    public override DateTimeOffset GetUtcNow() => _start.AddSeconds(_looks++);
}
