using System.Buffers.Binary;

namespace Sayso.Storage.Chain;

/// <summary>Goes through the leaf pages of one segment of a full-text index, in order: see <see cref="SearchPages"/>.</summary>
/// <param name="words">What the words are taken away from.</param>
/// <param name="tombstones">Rows that were deleted since.</param>
/// <param name="replaced">Entries that newer segments stand in place of; those of this one that do so for older ones are added.</param>
internal sealed class SearchSegment(SearchWords words, HashSet<long> tombstones, HashSet<(ulong Word, long Row)> replaced)
{
    private const int HeaderLength = 4;
    private const byte MainIndex = (byte)'0';

    /// <summary>Stands for a column whose number comes next, on the next page perhaps.</summary>
    private const long AwaitedColumn = -1;

    private readonly byte[] _term = new byte[1 + SearchWords.MostBytes];
    private int _termLength;
    private ulong _word;
    private long _row;
    private bool _isSkipped;
    private long _column;
    private long _place;

    /// <summary>Bytes of the list of places being read that are still to come, on this page or the next.</summary>
    private long _left;
    private long _pages;

    /// <summary>Reads the next page.</summary>
    public void Read(ReadOnlySpan<byte> page)
    {
        _pages++;
        var end = BinaryPrimitives.ReadUInt16BigEndian(page[2..]);
        var footer = page[end..];
        var at = HeaderLength;
        var next = NextTerm(ref footer, 0, end);

        // What was begun on the page before; the first row of a page is whole, and no difference.
        var rest = page[at..next];
        Continue(ref rest);
        Require(BinaryPrimitives.ReadUInt16BigEndian(page) == (rest.IsEmpty ? 0 : next - rest.Length));
        Rows(rest);

        for (var isFirst = true; next < end; isFirst = false)
        {
            // A list of places goes on only where its page ends.
            Require(_left == 0);
            (at, next) = (next, NextTerm(ref footer, next, end));
            var entry = page[at..next];
            Term(ref entry, isFirst);
            Rows(entry);
        }
    }

    /// <summary>Sees to it that nothing is missing at the end.</summary>
    /// <param name="pages">How many pages there are.</param>
    public void End(long pages)
    {
        if (_left > 0 || _pages != pages)
        {
            throw new InvalidDataException("a page of it is missing");
        }
    }

    private static int NextTerm(ref ReadOnlySpan<byte> footer, int before, int end) =>
        footer.IsEmpty ? end : checked((int)Math.Min(end, before + SearchPages.Varint(ref footer)));

    private static void Require(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidDataException("a page of it is malformed");
        }
    }

    /// <summary>A term begins with as many bytes of the one before as the entry says, on a page's first with none; its own first byte names the index.</summary>
    private void Term(ref ReadOnlySpan<byte> entry, bool isFirst)
    {
        var kept = isFirst ? 0 : checked((int)SearchPages.Varint(ref entry));
        var added = checked((int)SearchPages.Varint(ref entry));
        entry[..added].CopyTo(_term.AsSpan(kept));
        entry = entry[added..];
        _termLength = kept + added;
        Require(_term[0] == MainIndex);
        _word = SearchWords.Beginning;
        foreach (var next in _term.AsSpan(1, _termLength - 1))
        {
            _word = SearchWords.Add(_word, next);
        }
    }

    private void Rows(ReadOnlySpan<byte> rest)
    {
        for (var isFirst = true; !rest.IsEmpty; isFirst = false)
        {
            var step = SearchPages.Varint(ref rest);
            _row = isFirst ? step : _row + step;
            var size = SearchPages.Varint(ref rest);
            (_left, _column, _place) = (size >> 1, 0, 0);
            _isSkipped = tombstones.Contains(_row) || (replaced.Count > 0 && replaced.Contains((_word, _row)));
            if ((size & 1) != 0)
            {
                replaced.Add((_word, _row));
            }

            Continue(ref rest);
        }
    }

    /// <summary>The places in a row: each the difference from the one before and two more; 1 stands before the number of another column.</summary>
    private void Continue(ref ReadOnlySpan<byte> rest)
    {
        if (_left == 0)
        {
            return;
        }

        var here = rest[..(int)Math.Min(rest.Length, _left)];
        _left -= here.Length;
        rest = rest[here.Length..];
        if (_isSkipped)
        {
            return;
        }

        var sum = 0UL;
        while (!here.IsEmpty)
        {
            var number = SearchPages.Varint(ref here);
            if (_column == AwaitedColumn)
            {
                _column = number;
            }
            else if (number == 1)
            {
                (_column, _place) = (AwaitedColumn, 0);
            }
            else
            {
                _place += number - 2;
                sum += SearchWords.Place(_word, _column, _place);
            }
        }

        words.Of(_row) -= sum;
    }
}
