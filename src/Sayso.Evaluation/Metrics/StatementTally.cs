using System.Numerics;

namespace Sayso.Evaluation.Metrics;

/// <summary>What is counted of understood statements: which were found, and what was understood of those.</summary>
public sealed record StatementTally : IAdditionOperators<StatementTally, StatementTally, StatementTally>,
    IAdditiveIdentity<StatementTally, StatementTally>
{
    /// <summary>The tally of no article.</summary>
    public static StatementTally AdditiveIdentity { get; } = new();

    /// <summary>Statements found: the cue overlaps, and the contents' intersection over union is .5 at least, one to one.</summary>
    public Counts Found { get; init; }

    /// <summary>Of the nested ones, those found.</summary>
    public Share Nested { get; init; }

    /// <summary>Source: intersection over union .5 at least, or absent in both.</summary>
    public Share Source { get; init; }

    /// <summary>Chain: as many hops, each with the right name, in order.</summary>
    public Share Chain { get; init; }

    /// <summary>The same of chains that have two or more hops in gold.</summary>
    public Share LongChain { get; init; }

    /// <summary>The first hop's kind.</summary>
    public Share Kind { get; init; }

    /// <summary>The first hop's name, where the source is a pronoun or a description.</summary>
    public Share Speaker { get; init; }

    /// <summary>Stances.</summary>
    public Confusion Stance { get; init; } = Confusion.Empty;

    /// <summary>Certainties.</summary>
    public Confusion Certainty { get; init; } = Confusion.Empty;

    /// <summary>Polarities.</summary>
    public Confusion Polarity { get; init; } = Confusion.Empty;

    /// <summary>The tally of both.</summary>
    public static StatementTally operator +(StatementTally left, StatementTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            Found = left.Found + right.Found,
            Nested = left.Nested + right.Nested,
            Source = left.Source + right.Source,
            Chain = left.Chain + right.Chain,
            LongChain = left.LongChain + right.LongChain,
            Kind = left.Kind + right.Kind,
            Speaker = left.Speaker + right.Speaker,
            Stance = left.Stance + right.Stance,
            Certainty = left.Certainty + right.Certainty,
            Polarity = left.Polarity + right.Polarity,
        };
    }
}
