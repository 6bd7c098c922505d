using CsCheck;
using Sayso.Core.Claims;

namespace Sayso.Core.Tests.Claims;

public sealed class SentenceVectorTests
{
    [Fact]
    public void Cosine_IsThatOfTheNumbers_InBothOrders()
    {
        var pairs = Gen.Int[1, 40].SelectMany(n => Gen.Select(Gen.Float[-3, 3].Array[n], Gen.Float[-3, 3].Array[n]));
        pairs.Sample((a, b) =>
        {
            var (left, right) = (new SentenceVector(a), new SentenceVector(b));
            var product = a.Zip(b, (x, y) => (double)x * y).Sum();
            var norms = Math.Sqrt(a.Sum(x => (double)x * x)) * Math.Sqrt(b.Sum(x => (double)x * x));
            var found = left.Cosine(right);
            return found == right.Cosine(left) && Math.Abs(found - (norms < 1e-6 ? found : product / norms)) < 1e-4;
        });
    }

    [Fact]
    public void Vector_IsRefused_WithoutFiniteNumbers()
    {
        Assert.Throws<ArgumentException>(() => new SentenceVector([]));
        Assert.Throws<ArgumentException>(() => new SentenceVector([1, float.NaN]));
        Assert.Throws<ArgumentException>(() => new SentenceVector([1]).Cosine(new SentenceVector([1, 2])));
    }
}
