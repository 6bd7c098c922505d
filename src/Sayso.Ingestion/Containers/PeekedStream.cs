using Sayso.Core.Errors;

namespace Sayso.Ingestion.Containers;

/// <summary>A stream whose beginning can be looked at before it is read.</summary>
internal sealed class PeekedStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _beginning;
    private int _given;

    /// <summary>Looks at the first bytes of a stream.</summary>
    /// <param name="inner">The stream; it stays its owner's.</param>
    /// <param name="count">How many bytes to look at.</param>
    public PeekedStream(Stream inner, int count)
    {
        _inner = inner;
        var buffer = new byte[count];
        var length = inner.ReadAtLeast(buffer, count, throwOnEndOfStream: false);
        _beginning = length == count ? buffer : buffer[..length];
    }

    /// <summary>The first bytes; fewer than asked for where the stream is shorter.</summary>
    public ReadOnlySpan<byte> Beginning => _beginning;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>All of the bytes, the beginning included; <c>null</c> where they are more than <paramref name="most"/>.</summary>
    public byte[]? Drain(long most)
    {
        if (_inner.CanSeek && _inner.Length > most)
        {
            return null;
        }

        using var bytes = new MemoryStream(_beginning.Length);
        var buffer = new byte[81_920];
        int read;
        while ((read = Read(buffer)) > 0)
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>The same bytes as a stream in which one can go back: the inner one, or a copy in memory.</summary>
    /// <exception cref="RefusedException">It would be a copy of more than <paramref name="most"/> bytes.</exception>
    public Stream Seekable(long most)
    {
        if (_inner.CanSeek)
        {
            _inner.Position = 0;
            return _inner;
        }

        return Drain(most) is { } bytes
            ? new MemoryStream(bytes, writable: false)
            : throw new RefusedException(new Problem(ProblemCodes.TooLarge,
                $"it is larger than {ByteCount.Of(most)}; save it as a file of its own."));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_given == _beginning.Length)
        {
            return _inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _beginning.Length - _given);
        _beginning.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
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
}
