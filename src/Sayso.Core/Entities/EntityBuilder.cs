using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Corrections;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>Brings what the documents of a ledger name together, by the ids that entities have across documents.</summary>
internal static class EntityBuilder
{
    /// <summary>The entities: those of most documents first, then of most statements and mentions, then by id.</summary>
    public static IReadOnlyList<LedgerEntity> Of(LedgerScene scene)
    {
        var dated = scene.Documents.OrderBy(d => d.Document.Published?.ToInstant() ?? Instant.MaxValue)
            .ThenBy(d => d.Document.Id, StringComparer.Ordinal);
        var names = scene.Ledger.Corrections.Names;
        Dictionary<string, Gathered> gathered = new(StringComparer.Ordinal);
        foreach (var document in dated)
        {
            List<Statement> statements = [.. document.Statements.Select(s => s.Traits.Statement)];
            Dictionary<string, string> meant = new(StringComparer.Ordinal);
            foreach (var (id, entity) in EntityReader.Read(document.Document, statements)
                .Select(e => (e.Id, Meant(e, document.Document.Id, names))))
            {
                meant.Add(id, entity.Id);
                if (!gathered.TryGetValue(entity.Id, out var known))
                {
                    known = gathered[entity.Id] = new Gathered();
                }

                known.Add(entity, document.Document.Id);
            }

            foreach (var statement in statements)
            {
                foreach (var id in statement.Chain.Select(hop => EntityId.Of(hop, document.Document.Id)).OfType<string>()
                    .Select(id => meant[id]).Distinct(StringComparer.Ordinal))
                {
                    gathered[id].Statements.Add(statement.Id);
                }
            }
        }

        return
        [
            .. gathered.Select(g => g.Value.ToEntity(g.Key))
                .OrderByDescending(e => e.Documents.Count).ThenByDescending(e => e.Statements.Count).ThenByDescending(e => e.Mentions)
                    .ThenBy(e => e.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whom a person said that it is; itself where nobody did.</summary>
    private static Entity Meant(Entity entity, string documentId, NamesByHand names) =>
        names.Of(ActorNames.Plain(entity.Name), documentId, entity.Name) is var name && name == entity.Name ? entity
        : entity with { Id = EntityId.OfName(name), Name = name, StandsFor = null };

    private sealed class Gathered
    {
        private readonly List<(Entity Entity, string Document)> _found = [];

        public List<string> Statements { get; } = [];

        public void Add(Entity entity, string document) => _found.Add((entity, document));

        public LedgerEntity ToEntity(string id) => new(
            id,
            MostFrequent(f => f.Entity.Name, (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : string.CompareOrdinal(a, b)),
            MostFrequent(f => f.Entity.Type, (a, b) => a.CompareTo(b)),
            _found.Select(f => f.Document).Distinct(StringComparer.Ordinal).ToValueList())
        {
            StandsFor = _found.Select(f => f.Entity.StandsFor).FirstOrDefault(s => s is not null),
            Mentions = _found.Sum(f => f.Entity.Mentions.Count),
            Statements = Statements.ToValueList(),
        };

        private T MostFrequent<T>(Func<(Entity Entity, string Document), T> valueOf, Comparison<T> compare)
            where T : notnull =>
            _found.GroupBy(valueOf).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, Comparer<T>.Create(compare)).First().Key;
    }
}
