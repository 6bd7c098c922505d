using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A hop of a chain, and how it passes on what is said.</summary>
/// <param name="Cue">The cue of its statement.</param>
/// <param name="Hop">Where the hop stands.</param>
/// <param name="Relations">The relations that are right; none where those words pass nothing on.</param>
public sealed record RelationVerdict(TextSpan Cue, TextSpan Hop, ValueList<HopRelation> Relations);

/// <summary>An article with its judged hops.</summary>
/// <param name="Source">The article.</param>
/// <param name="Verdicts">Its hops.</param>
public sealed record RelationArticle(GoldText Source, ValueList<RelationVerdict> Verdicts);

/// <summary>
/// A list of judged hops: tab-separated lines of article, start and end of the cue and of the hop in code points, and the relations
/// that are right, with bars between them, or <c>none</c>. Lines that begin with <c>#</c> are remarks.
/// </summary>
public static class RelationVerdicts
{
    private const string None = "none";

    /// <summary>The articles of a list, in its order.</summary>
    /// <param name="path">The list.</param>
    /// <param name="texts">The folder that holds <c>ARTICLE.txt</c>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Errors.SaysoException">Something is missing or malformed (<c>SAY4002</c>).</exception>
    public static Task<IReadOnlyList<RelationArticle>> ReadAsync(string path, string texts, CancellationToken cancellation = default) =>
        VerdictFile.ReadAsync(path, texts, (source, lines) => new RelationArticle(source, lines.Select(Verdict).ToValueList()), cancellation);

    private static RelationVerdict Verdict(VerdictLine line) => new(line.Span(1), line.Span(3),
        line[5].Split('|').Where(name => name != None).Select(Relation).ToValueList());

    private static HopRelation Relation(string name) => ClosedSet.Parse<HopRelation>(name) ?? throw new FormatException($"‘{name}’ is no relation");
}
