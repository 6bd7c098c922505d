using Sayso.Core.Errors;

namespace Sayso.Ingestion.Containers;

/// <summary>The lines of a stream, their ends included. Memory is that of the longest line.</summary>
/// <param name="stream">The stream.</param>
/// <param name="most">Most bytes of one line.</param>
internal sealed class ByteLines(Stream stream, long most)
{
    private byte[] _buffer = new byte[65_536];
    private int _start;
    private int _end;

    /// <summary>The next line, good until the one after is asked for; <c>null</c> at the end.</summary>
    /// <exception cref="RefusedException">A line is too long.</exception>
    public ArraySegment<byte>? Next()
    {
        var searched = _start;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return Take(searched + at + 1);
            }

            var length = _end - _start;
            if (length > most)
            {
                throw new RefusedException(new Problem(ProblemCodes.TooLarge, "a line of it is longer than any in an article; the rest "
                    + "was not read."));
            }

            MakeRoom();
            searched = _start + length;
            var read = stream.Read(_buffer.AsSpan(_end));
            if (read == 0)
            {
                return length == 0 ? (ArraySegment<byte>?)null : Take(_end);
            }

            _end += read;
        }
    }

    /// <summary>The next bytes; <c>null</c> where they are more than <paramref name="kept"/>, and then they are passed over.</summary>
    /// <exception cref="EndOfStreamException">There are not so many.</exception>
    public byte[]? Take(long length, long kept)
    {
        using var bytes = length <= kept ? new MemoryStream() : null;
        for (var left = length; left > 0;)
        {
            if (_start == _end)
            {
                MakeRoom();
                _end += stream.Read(_buffer.AsSpan(_end));
                if (_start == _end)
                {
                    throw new EndOfStreamException("it breaks off in a record.");
                }
            }

            var count = (int)Math.Min(left, _end - _start);
            bytes?.Write(_buffer, _start, count);
            _start += count;
            left -= count;
        }

        return bytes?.ToArray();
    }

    /// <summary>All that is left.</summary>
    public byte[] Rest()
    {
        using var bytes = new MemoryStream();
        bytes.Write(_buffer, _start, _end - _start);
        stream.CopyTo(bytes);
        _start = _end;
        return bytes.ToArray();
    }

    private ArraySegment<byte> Take(int end)
    {
        var line = new ArraySegment<byte>(_buffer, _start, end - _start);
        _start = end;
        return line;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
    }
}
