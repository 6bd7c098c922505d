using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Linguistics;

/// <summary>
/// A document with the scores of one encoder pass: words, and for each level role emissions merged over windows and each
/// window's links.
/// </summary>
public sealed class AnalyzedDocument
{
    /// <summary>Makes an analysis.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="tokens">Its words, in order.</param>
    /// <param name="scores">What the network made of them.</param>
    /// <exception cref="ArgumentException">The emissions are not one row of labels a token.</exception>
    public AnalyzedDocument(Document document, IReadOnlyList<Token> tokens, EncoderScores scores)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Outer.Emissions.Length != tokens.Count * RoleLabels.Count
            || scores.Nested.Emissions.Length != scores.Outer.Emissions.Length)
        {
            throw new ArgumentException("The emissions need one row of labels a token.", nameof(scores));
        }

        Document = document;
        Tokens = tokens;
        Scores = scores;
    }

    /// <summary>What was read.</summary>
    public Document Document { get; }

    /// <summary>Words in order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>What the network made of them.</summary>
    public EncoderScores Scores { get; }

    /// <summary>The span from the start of token <paramref name="first"/> to the end of token <paramref name="end"/> - 1.</summary>
    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Span.Start, Tokens[end - 1].Span.End);
}

/// <summary>The network's scores for one document, from one pass ("layered" sequence labelling; Alex et al. 2007).</summary>
/// <param name="Outer">Of the attributions that no other one holds.</param>
/// <param name="Nested">Of those that lie inside another one's content or source.</param>
/// <param name="ModelVersion">Which weights gave them.</param>
public sealed record EncoderScores(LevelScores Outer, LevelScores Nested, string ModelVersion);

/// <summary>The scores of one level of attributions.</summary>
/// <param name="Emissions">Row-major [tokens, labels]: unnormalised log scores, the weighted mean over windows.</param>
/// <param name="Transitions">Row-major [labels, labels]: score of the second label after the first (a linear-chain CRF).</param>
/// <param name="Links">Windows in order of their first token.</param>
public sealed record LevelScores(float[] Emissions, float[] Transitions, IReadOnlyList<LinkWindow> Links);
