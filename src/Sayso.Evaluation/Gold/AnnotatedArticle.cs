using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>An article with what one or several annotators marked in it.</summary>
/// <param name="Source">The article.</param>
/// <param name="Annotations">One or more, in the order of the annotators' names.</param>
public sealed record AnnotatedArticle(GoldText Source, ValueList<Annotation> Annotations)
{
    /// <summary>What predictions are judged by: the first annotator's attributions.</summary>
    public ValueList<Attribution> Gold => Annotations[0].Attributions;
}

/// <summary>What one annotator marked in an article.</summary>
/// <param name="Annotator">The annotator's name; empty where the corpus does not say.</param>
/// <param name="Attributions">In the order of the file.</param>
public sealed record Annotation(string Annotator, ValueList<Attribution> Attributions);
