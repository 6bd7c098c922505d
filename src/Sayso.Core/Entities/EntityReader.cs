using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>
/// The entities of a document: whom it names, with the pronouns that mean them, and whom its statements are credited to. A
/// ledger does not keep them: reading again is cheap, and gives what the program of today reads.
/// </summary>
public static class EntityReader
{
    /// <summary>The entities, in order of their first mention.</summary>
    /// <param name="document">The document.</param>
    /// <param name="statements">What was read in it, chains included.</param>
    public static IReadOnlyList<Entity> Read(Document document, IEnumerable<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statements);
        var gathered = new Gathered(document);
        foreach (var statement in statements)
        {
            foreach (var hop in statement.Chain)
            {
                gathered.Add(hop);
            }
        }

        return gathered.ToEntities();
    }

    private sealed class Gathered(Document document)
    {
        private readonly Dictionary<string, (string Name, EntityType Type, SortedSet<TextSpan> Mentions)> _entities = Named(document);

        public void Add(Hop hop)
        {
            if (EntityId.Of(hop, document.Id) is not { } id)
            {
                return;
            }

            if (!_entities.TryGetValue(id, out var entity))
            {
                entity = _entities[id] = (hop.Name, TypeOf(hop), []);
            }

            entity.Mentions.UnionWith(hop.Spans);
        }

        public IReadOnlyList<Entity> ToEntities() =>
        [
            .. _entities
                .OrderBy(e => e.Value.Mentions.Count > 0 ? e.Value.Mentions.Min : new TextSpan(document.Text.Length, document.Text.Length))
                .ThenBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => new Entity(e.Key, e.Value.Name, e.Value.Type)
                {
                    StandsFor = e.Value.Type is not (EntityType.Country or EntityType.Organization)
                        ? null : World.Speaking(e.Value.Name)?.StandsFor,
                    Mentions = e.Value.Mentions.ToValueList(),
                }),
        ];

        private static EntityType TypeOf(Hop hop) => hop.Kind switch
        {
            SourceKind.Document => EntityType.Document,
            SourceKind.Outlet => EntityType.Organization,
            SourceKind.Collective => EntityType.Group,
            SourceKind.Anonymous => EntityType.Person,
            _ when World.Speaking(hop.Name) is { } known => known.Key.StartsWith("country:", StringComparison.Ordinal)
                ? EntityType.Country : EntityType.Organization,
            _ when hop.Name.Contains("; ", StringComparison.Ordinal) => EntityType.Group,
            _ => EntityType.Organization,
        };

        private static Dictionary<string, (string Name, EntityType Type, SortedSet<TextSpan> Mentions)> Named(Document document)
        {
            Dictionary<string, (string, EntityType, SortedSet<TextSpan>)> entities = new(StringComparer.Ordinal);
            foreach (var (name, type, mentions) in MentionReader.Read(document.Text))
            {
                var id = EntityId.OfName(name);
                if (!entities.TryGetValue(id, out var known))
                {
                    known = entities[id] = (name, type, []);
                }

                known.Item3.UnionWith(mentions);
            }

            return entities;
        }
    }
}
