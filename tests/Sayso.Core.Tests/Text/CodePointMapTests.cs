using Sayso.Core.Text;

namespace Sayso.Core.Tests.Text;

public sealed class CodePointMapTests
{
    private const string Mixed = "a😀e\u0301\ud800b👩‍🚒";

    [Fact]
    public void Offsets_GoThereAndBack_AtEveryCodePoint()
    {
        var map = new CodePointMap(Mixed);
        var codePoint = 0;
        for (var i = 0; i <= Mixed.Length; i++)
        {
            if (i > 0 && i < Mixed.Length && char.IsSurrogatePair(Mixed[i - 1], Mixed[i]))
            {
                continue;
            }

            Assert.Equal(codePoint, map.ToCodePoint(i));
            Assert.Equal(i, map.ToUtf16(codePoint));
            codePoint++;
        }
    }

    [Fact]
    public void Offset_OutsideTheText_Throws()
    {
        var map = new CodePointMap("ab");
        Assert.Throws<ArgumentOutOfRangeException>(() => map.ToCodePoint(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.ToUtf16(-1));
    }
}
