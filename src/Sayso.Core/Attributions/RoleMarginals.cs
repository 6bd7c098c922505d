using Sayso.Core.Linguistics;

namespace Sayso.Core.Attributions;

/// <summary>
/// The probability of each label of each word given all of a document's scores: forward and backward sums of a
/// linear-chain CRF (Rabiner 1989), scaled at each word. The same sequences are legal as for <see cref="RoleDecoder"/>.
/// Immutable; safe for use by several threads.
/// </summary>
internal sealed class RoleMarginals
{
    private const int Labels = RoleLabels.Count;

    // Scores lie within ±20 or so; the bounds keep whatever comes in finite and every sum above nought.
    private const double Steepest = 30;
    private const double Least = 1e-30;

    private readonly IReadOnlyList<Token> _tokens;
    private readonly float[] _probabilities;

    /// <summary>Sums over a level.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="scores">The level's scores of them.</param>
    public RoleMarginals(IReadOnlyList<Token> tokens, LevelScores scores)
    {
        _tokens = tokens;
        _probabilities = new float[tokens.Count * Labels];
        var moves = Moves(scores.Transitions);
        var weights = new double[tokens.Count * Labels];
        var forward = new double[tokens.Count * Labels];
        for (var i = 0; i < tokens.Count; i++)
        {
            var own = weights.AsSpan(i * Labels, Labels);
            Weigh(scores.Emissions.AsSpan(i * Labels, Labels), i == 0 || tokens[i].StartsLine, own);
            Forward(i == 0 ? [] : forward.AsSpan((i - 1) * Labels, Labels), moves, own, forward.AsSpan(i * Labels, Labels));
        }

        Span<double> backward = stackalloc double[Labels];
        Span<double> next = stackalloc double[Labels];
        backward.Fill(1);
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            Multiply(forward.AsSpan(i * Labels, Labels), backward, _probabilities.AsSpan(i * Labels, Labels));
            Backward(backward, weights.AsSpan(i * Labels, Labels), moves, next);
            next.CopyTo(backward);
        }
    }

    /// <summary>How probable it is that a word has a label, from 0 to 1.</summary>
    public double Of(int word, int label) => _probabilities[(word * Labels) + label];

    /// <summary>How probable it is that a role's span, if it reaches this far, ends before a word.</summary>
    public double EndsBefore(int word, Role role) =>
        word >= _tokens.Count || _tokens[word].StartsLine ? 1 : 1 - Of(word, RoleLabels.Inside(role));

    private static double[] Moves(float[] transitions)
    {
        var moves = new double[Labels * Labels];
        for (var i = 0; i < moves.Length; i++)
        {
            moves[i] = RoleLabels.MayFollow(i / Labels, i % Labels) ? Power(transitions[i]) : 0;
        }

        return moves;
    }

    private static double Power(float score) => float.IsNaN(score) ? Math.Exp(-Steepest) : Math.Exp(Math.Clamp(score, -Steepest, Steepest));

    private static void Weigh(ReadOnlySpan<float> emissions, bool startsLine, Span<double> weights)
    {
        var highest = float.NegativeInfinity;
        for (var label = 0; label < Labels; label++)
        {
            highest = MayStand(label, startsLine) && emissions[label] > highest ? emissions[label] : highest;
        }

        for (var label = 0; label < Labels; label++)
        {
            weights[label] = MayStand(label, startsLine) ? Math.Max(Power(emissions[label] - highest), Least) : 0;
        }
    }

    private static bool MayStand(int label, bool startsLine) => !startsLine || !RoleLabels.IsInside(label);

    private static void Forward(ReadOnlySpan<double> before, double[] moves, ReadOnlySpan<double> weights, Span<double> here)
    {
        var total = 0.0;
        for (var to = 0; to < Labels; to++)
        {
            var sum = before.IsEmpty ? 1.0 : 0.0;
            for (var from = 0; from < before.Length; from++)
            {
                sum += before[from] * moves[(from * Labels) + to];
            }

            here[to] = sum * weights[to];
            total += here[to];
        }

        foreach (ref var value in here)
        {
            value /= total;
        }
    }

    private static void Backward(ReadOnlySpan<double> after, ReadOnlySpan<double> weights, double[] moves, Span<double> before)
    {
        var total = 0.0;
        for (var from = 0; from < Labels; from++)
        {
            var sum = 0.0;
            for (var to = 0; to < Labels; to++)
            {
                sum += moves[(from * Labels) + to] * weights[to] * after[to];
            }

            before[from] = sum;
            total += sum;
        }

        foreach (ref var value in before)
        {
            value /= total;
        }
    }

    private static void Multiply(ReadOnlySpan<double> forward, ReadOnlySpan<double> backward, Span<float> probabilities)
    {
        var total = 0.0;
        for (var label = 0; label < Labels; label++)
        {
            total += forward[label] * backward[label];
        }

        for (var label = 0; label < Labels; label++)
        {
            probabilities[label] = (float)(forward[label] * backward[label] / total);
        }
    }
}
