using Sayso.Core.Errors;

namespace Sayso.Ingestion.Containers;

/// <summary>
/// What the containers of one input may still give, all their levels together, so that a small file cannot ask for a
/// day's work or all of the memory. Not safe for several threads: one input is read by one.
/// </summary>
internal sealed class ExpansionBudget(ReaderOptions options)
{
    private long _expanded;
    private long _entries;

    /// <summary>Counts one more part.</summary>
    /// <exception cref="RefusedException">There are too many.</exception>
    public void CountEntry()
    {
        if (++_entries > options.MaxEntries)
        {
            throw Refused($"it holds more than {options.MaxEntries:N0} parts");
        }
    }

    /// <summary>A stream that unpacks, and stops where it gives too much.</summary>
    /// <param name="unpacked">What comes out.</param>
    /// <param name="packed">How many bytes have gone in so far.</param>
    public Stream Guard(Stream unpacked, Func<long> packed) => new CountedStream(unpacked, given =>
    {
        _expanded += given.Now;
        if (_expanded > options.MaxExpandedBytes)
        {
            throw Refused($"it unpacks to more than {ByteCount.Of(options.MaxExpandedBytes)}");
        }

        if (given.All > options.MaxBytes && given.All > options.MaxExpansion * packed())
        {
            throw Refused($"it unpacks to more than {options.MaxExpansion} times its size");
        }
    });

    /// <summary>A reason to go on no further.</summary>
    public static RefusedException Refused(string reason) =>
        new(new Problem(ProblemCodes.Expands, $"{reason}; the rest was not read."));
}

/// <summary>A stream that counts what is read from it.</summary>
internal sealed class CountedStream(Stream inner, Action<(int Now, long All)>? onRead = null) : Stream
{
    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => Count; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        onRead?.Invoke((read, Count));
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
