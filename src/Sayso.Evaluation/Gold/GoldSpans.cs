using Sayso.Core.Attributions;

namespace Sayso.Evaluation.Gold;

/// <summary>Annotated statements as a perfect reader of attributions would give them.</summary>
public static class GoldSpans
{
    /// <summary>Their attributions, each with the one that holds it.</summary>
    public static IReadOnlyList<Attribution> Of(IReadOnlyList<GoldStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        Dictionary<string, GoldStatement> byId = statements.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Dictionary<string, Attribution> made = new(StringComparer.Ordinal);
        return [.. statements.Select(s => Make(s, depth: 0))];

        Attribution Make(GoldStatement statement, int depth)
        {
            if (!made.TryGetValue(statement.Id, out var attribution))
            {
                var parent = statement.Parent is { } id && depth < statements.Count ? byId.GetValueOrDefault(id) : null;
                made[statement.Id] = attribution = statement.Spans with { Parent = parent is null ? null : Make(parent, depth + 1) };
            }

            return attribution;
        }
    }
}
