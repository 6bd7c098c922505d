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
                throw new RefusedException(new Problem(ProblemCodes.TooLarge, $"a line of it is longer than {most >> 20} MiB; the rest was not read."));
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
