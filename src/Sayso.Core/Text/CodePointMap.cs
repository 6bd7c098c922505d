namespace Sayso.Core.Text;

/// <summary>
/// Translates UTF-16 offsets of one text into Unicode code points and back; the only place where that is done. A lone
/// surrogate counts as one code point. Building it costs one pass; texts without surrogates need no table.
/// </summary>
public sealed class CodePointMap
{
    private readonly int[] _lowSurrogates;
    private readonly int _length;

    /// <summary>Maps <paramref name="text"/>.</summary>
    public CodePointMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _length = text.Length;
        List<int> found = [];
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                found.Add(i);
            }
        }

        _lowSurrogates = [.. found];
    }

    /// <summary>The number of code points before UTF-16 offset <paramref name="offset"/>, from 0 to the text's length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public int ToCodePoint(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _length);
        var at = Array.BinarySearch(_lowSurrogates, offset);
        return offset - (at < 0 ? ~at : at);
    }

    /// <summary>The UTF-16 offset of code point <paramref name="codePoint"/>, from 0 to the number of code points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the text.</exception>
    public int ToUtf16(int codePoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codePoint, _length - _lowSurrogates.Length);
        int low = 0, high = _lowSurrogates.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lowSurrogates[middle] - middle <= codePoint)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return codePoint + low;
    }
}
