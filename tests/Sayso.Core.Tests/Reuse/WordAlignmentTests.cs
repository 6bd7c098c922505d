using Sayso.Core.Reuse;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Reuse;

public sealed class WordAlignmentTests
{
    [Fact]
    public void Alignment_MarksWordsInARow_OnBothSides()
    {
        const string A = "He said the ferry left at dawn with 200 aboard.";
        const string B = "According to him, The Ferry left at dawn; 200 were aboard";
        var (inA, inB) = WordAlignment.Shared((A, new TextSpan(0, A.Length)), (B, new TextSpan(0, B.Length)));
        Assert.Equal(["the ferry left at dawn"], inA.Select(m => m.Slice(A).ToString()));
        Assert.Equal(["The Ferry left at dawn"], inB.Select(m => m.Slice(B).ToString()));
    }
}
