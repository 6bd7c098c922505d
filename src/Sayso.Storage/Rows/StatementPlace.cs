using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Storage.Rows;

/// <summary>Checks statements against their document and puts them in order of the text.</summary>
internal static class StatementPlace
{
    /// <summary>By cue (the outlet's own voice has none: by content), content, source; the id parts what is left.</summary>
    /// <exception cref="ArgumentException">
    /// A statement is another document's, is there twice, has no cue but a source, neither cue nor content, or reaches beyond
    /// the text; or what holds it is missing.
    /// </exception>
    public static Statement[] InOrder(IReadOnlyList<Statement> statements, string documentId, int textLength)
    {
        ArgumentNullException.ThrowIfNull(statements);
        HashSet<string> ids = new(statements.Count, StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            var end = Spans(statement).Max(s => s.Extent.End);
            if (statement.DocumentId != documentId || IsNothing(statement) || end > textLength || !ids.Add(statement.Id))
            {
                throw new ArgumentException(
                    $"Statement {statement.Id} is another document's, is there twice, has no cue but a source, or reaches beyond the text.", nameof(statements));
            }
        }

        if (statements.FirstOrDefault(s => s.Parent is { } parent && (parent == s.Id || !ids.Contains(parent))) is { } orphan)
        {
            throw new ArgumentException($"What holds statement {orphan.Id} is not among them.", nameof(statements));
        }

        return [.. statements
            .OrderBy(s => s.Place)
            .ThenBy(s => s.Content.Extent)
            .ThenBy(s => s.Source.Extent)
            .ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    private static bool IsNothing(Statement statement) => statement.IsOwnVoice
        && (statement.Source.Count > 0 || statement.Content.Count == 0);

    private static IEnumerable<SpanList> Spans(Statement statement) =>
    [
        statement.Source, statement.Cue, statement.Content,
        .. statement.Attitude is { } a ? new[] { a.StanceWords, a.CertaintyWords, a.PolarityWords } : [],
        .. statement.Chain.Select(hop => hop.Spans),
    ];
}
