using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>One whom a text names.</summary>
/// <param name="Name">The fullest name.</param>
/// <param name="Type">What it is.</param>
/// <param name="Mentions">Where it is named, or meant by a pronoun, in order.</param>
public sealed record NamedMentions(string Name, EntityType Type, IReadOnlyList<TextSpan> Mentions)
{
    /// <summary>How many of the mentions are names.</summary>
    public int Names { get; init; }
}

/// <summary>Whom a text names, and which pronouns mean them: by rules, from the text alone.</summary>
public static class MentionReader
{
    /// <summary>Those named, in order of their first name.</summary>
    public static IReadOnlyList<NamedMentions> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = NameFinder.Find(text);
        Dictionary<NamedEntity, (List<TextSpan> Names, List<TextSpan> Pronouns)> gathered = [];
        List<NamedEntity> order = [];
        foreach (var mention in names)
        {
            if (!gathered.TryGetValue(mention.Entity, out var spans))
            {
                spans = gathered[mention.Entity] = ([], []);
                order.Add(mention.Entity);
            }

            spans.Names.Add(mention.Span);
        }

        foreach (var pronoun in Pronouns.Resolve(text, names))
        {
            if (gathered.TryGetValue(pronoun.Entity, out var spans))
            {
                spans.Pronouns.Add(pronoun.Span);
            }
        }

        return
        [
            .. order.Select(entity => new NamedMentions(
                entity.Name, EntityTypes.Of(text, entity, gathered[entity].Names),
                [.. gathered[entity].Names.Concat(gathered[entity].Pronouns).Order()])
            {
                Names = gathered[entity].Names.Count,
            }),
        ];
    }
}
