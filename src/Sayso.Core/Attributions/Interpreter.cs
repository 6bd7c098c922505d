using Sayso.Core.Text;

namespace Sayso.Core.Attributions;

/// <summary>From attributions to statements: what is said where, under ids that reading again gives again.</summary>
public static class Interpreter
{
    /// <summary>
    /// The statements of one document in order of their cues, then of their contents. Attributions with the same spans
    /// are one statement.
    /// </summary>
    /// <param name="documentId">The document's id.</param>
    /// <param name="attributions">What was extracted from it, in any order.</param>
    public static IReadOnlyList<Statement> Interpret(string documentId, IEnumerable<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(attributions);
        return [.. attributions
            .Distinct()
            .OrderBy(a => a.Cue.Extent)
            .ThenBy(a => a.Content.Extent)
            .ThenBy(a => a.Source.Extent)
            .Select(a => new Statement(StatementId.Of(documentId, a), documentId, a.Source, a.Cue, a.Content)
            {
                Parent = a.Parent is { } holder ? StatementId.Of(documentId, holder) : null,
            })];
    }
}
