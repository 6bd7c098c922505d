using System.Globalization;
using System.Text;
using Sayso.Cli.Terminals;

namespace Sayso.Cli.Rendering;

/// <summary>
/// One line on standard error that says how far it is, how fast it goes and how long it will take; nothing where no
/// person looks. It is drawn between two results, so it needs no thread of its own.
/// </summary>
internal sealed class ProgressBar : IDisposable
{
    private const int Cells = 24;
    private const string Erase = "\r\u001b[2K";
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly Func<int?> _total;
    private readonly long _begun;
    private long _drawn;
    private bool _isThere;

    /// <summary>Starts the clock.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="time">The clock.</param>
    /// <param name="total">How many there are in all, once that is known.</param>
    public ProgressBar(Terminal terminal, TimeProvider time, Func<int?> total)
    {
        _terminal = terminal;
        _time = time;
        _total = total;
        _begun = time.GetTimestamp();
    }

    /// <summary>Draws it, unless it was drawn a moment ago.</summary>
    public void Show(int done)
    {
        if (!_terminal.IsErrorTerminal || (_isThere && _time.GetElapsedTime(_drawn) < _pause))
        {
            return;
        }

        _drawn = _time.GetTimestamp();
        _terminal.Flush();
        _terminal.Error.Write((_isThere ? Erase : string.Empty) + Line(done, _total(), _time.GetElapsedTime(_begun)));
        _isThere = true;
    }

    /// <summary>Takes it away, so that a line of text can have its place.</summary>
    public void Clear()
    {
        if (_isThere)
        {
            _terminal.Error.Write(Erase);
            _isThere = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    /// <summary>The line: <c>███████░░░  123 of 400, 12.3 a second, 0:23 left</c>.</summary>
    internal static string Line(int done, int? total, TimeSpan elapsed)
    {
        var line = new StringBuilder();
        var rate = elapsed > TimeSpan.Zero ? done / elapsed.TotalSeconds : 0;
        // An input may hold many documents: then there is no knowing how many are to come.
        if (total is { } all and > 0 && done <= all)
        {
            var full = (int)((long)Cells * Math.Min(done, all) / all);
            line.Append('█', full).Append('░', Cells - full).Append(CultureInfo.InvariantCulture, $"  {done:N0} of {all:N0}");
        }
        else
        {
            line.Append(CultureInfo.InvariantCulture, $"{done:N0}");
        }

        line.Append(CultureInfo.InvariantCulture, $", {rate:0.0} a second");
        if (total is { } sum && sum > done && rate > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $", {Clock(TimeSpan.FromSeconds((sum - done) / rate))} left");
        }

        return line.ToString();
    }

    private static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
        : string.Create(CultureInfo.InvariantCulture, $"{time:m\\:ss}");
}
