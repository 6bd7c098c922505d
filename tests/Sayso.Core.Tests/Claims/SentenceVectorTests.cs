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

    [Fact]
    public void Halves_AreTheNumbersTheyStandFor_AllOfThem()
    {
        // Every finite number of half precision, subnormal ones and both zeros too.
        Half[] all = [.. Enumerable.Range(0, ushort.MaxValue + 1).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)).Where(Half.IsFinite)];
        var bytes = all.SelectMany(BitConverter.GetBytes).ToArray();
        var vector = SentenceVector.FromHalves(bytes);
        Assert.Equal(all.Select(half => BitConverter.SingleToUInt32Bits((float)half)), vector.Values.ToArray().Select(BitConverter.SingleToUInt32Bits));
        Assert.Equal(bytes, vector.ToHalves());
        Assert.Equal(all.Length, vector.Width);
    }

    [Fact]
    public void Sketch_IsNeverBelowTheCosine() => Gen.Int[1, 80].SelectMany(n => Gen.Select(Gen.Float[-1, 1].Array[n], Gen.Float[-1, 1].Array[n])).Sample((a, b) =>
    {
        var (left, right) = (new SentenceVector(a), new SentenceVector(b));
        var most = left.MostCosine(right);
        return most >= left.Cosine(right) && most == right.MostCosine(left) && most < left.Cosine(right) + 0.2
            && SentenceVector.FromHalves(left.ToHalves()) is var half && half.Cosine(right) == half.Unpacked().Cosine(right);
    });
}
