namespace Sayso.Cli.Watching;

/// <summary>When what is fetched again.</summary>
/// <param name="Every">The pause between two looks at a feed.</param>
/// <param name="For">How long after it was first seen a page is read again.</param>
internal sealed record WatchPlan(TimeSpan Every, TimeSpan For)
{
    /// <summary>So many failures in a row end the reading of a page that nobody named.</summary>
    public const int MostFailures = 6;

    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    /// <summary>Ages at which a page is read again: most silent edits come within hours.</summary>
    private static readonly TimeSpan[] _ages =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2),
            TimeSpan.FromDays(4), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(30)];

    /// <summary>A watched address after it was fetched, or was found to be as it was.</summary>
    public Watched Read(Watched watched, DateTimeOffset now)
    {
        watched = watched with { Reads = watched.Reads + 1, Failures = 0 };
        if (watched.IsList == true)
        {
            return watched with { Due = now + Every };
        }

        var age = now - watched.FirstSeen;
        var next = _ages.Where(a => a > age && a <= For).Select(a => (TimeSpan?)a).FirstOrDefault();
        return next is { } at ? watched with { Due = watched.FirstSeen + at }
            : watched.IsNamed ? watched with { Due = now + (For < _longest ? For : _longest) }
            : watched with { IsDone = true };
    }

    /// <summary>A watched address that could not be had: later, twice as late with each failure.</summary>
    public Watched Failed(Watched watched, DateTimeOffset now)
    {
        var failures = watched.Failures + 1;
        var wait = Every * Math.Pow(2, Math.Min(failures, 10) - 1);
        return watched with
        {
            Failures = failures,
            Due = now + (wait < _longest ? wait : _longest),
            IsDone = !watched.IsNamed
            && failures >= MostFailures
        };
    }
}
