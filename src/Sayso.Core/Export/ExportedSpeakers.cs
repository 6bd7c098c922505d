using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Entities;

namespace Sayso.Core.Export;

/// <summary>On whose word the statements of a document are, as entities: each hop of which the text says something, and the outlet.</summary>
internal sealed class ExportedSpeakers
{
    private readonly Dictionary<string, Entity> _entities;
    private readonly string _documentId;

    /// <summary>Reads them.</summary>
    public ExportedSpeakers(ExportedDocument read)
    {
        _documentId = read.Document.Id;
        All = EntityReader.Read(read.Document, read.Statements);
        _entities = All.ToDictionary(e => e.Id, StringComparer.Ordinal);
        Outlet = read.Document.Outlet is { } outlet ? new Entity(EntityId.OfName(outlet), outlet, EntityType.Organization) : null;
    }

    /// <summary>All whom the document names.</summary>
    public IReadOnlyList<Entity> All { get; }

    /// <summary>The outlet; <c>null</c> where the document names none.</summary>
    public Entity? Outlet { get; }

    /// <summary>The chain of a statement, nearest speaker first, each with how it got it from the next; of the outlet's own voice, the outlet.</summary>
    public IReadOnlyList<(Entity Speaker, HopRelation Relation)> Chain(Statement statement)
    {
        if (statement.IsOwnVoice)
        {
            return Outlet is { } outlet ? [(outlet, HopRelation.Says)] : [];
        }

        List<(Entity, HopRelation)> chain = [];
        foreach (var hop in statement.Chain)
        {
            if (EntityId.Of(hop, _documentId) is { } id && _entities.TryGetValue(id, out var entity))
            {
                chain.Add((entity with { Name = hop.Name }, hop.Relation));
            }
        }

        return chain;
    }
}
