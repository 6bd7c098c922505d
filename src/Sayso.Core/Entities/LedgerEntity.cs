using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>Somebody or something that the documents of a ledger name or speak of.</summary>
/// <param name="Id">32 hexadecimal digits: <see cref="EntityId"/>.</param>
/// <param name="Name">The name by which most documents know it; of equals, the longer one.</param>
/// <param name="Type">What most documents take it for.</param>
/// <param name="Documents">
/// The ids of the documents that name it, by publication time (undated ones last), then by id; at least one.
/// </param>
public sealed record LedgerEntity(string Id, string Name, EntityType Type, ValueList<string> Documents)
{
    /// <summary>What it stands for where it is a metonym; <c>null</c> where it is itself.</summary>
    public string? StandsFor { get; init; }

    /// <summary>How often it is named or meant in all of them.</summary>
    public int Mentions { get; init; }

    /// <summary>
    /// The ids of the statements in whose chain it is, in the order of the documents and their texts; of those that have a
    /// content.
    /// </summary>
    public ValueList<string> Statements { get; init; } = ValueList<string>.Empty;
}

/// <summary>Which entities to show; absent conditions hold for all.</summary>
public sealed record EntityQuery
{
    /// <summary>The name holds this, in any letter case.</summary>
    public string? Name { get; init; }

    /// <summary>What it is.</summary>
    public EntityType? Type { get; init; }

    /// <summary>Only those on whose word something is said.</summary>
    public bool IsSpeaker { get; init; }

    /// <summary>One of these documents names it.</summary>
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Whether an entity answers it.</summary>
    public bool Holds(LedgerEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return (Name is null || entity.Name.Contains(Name, StringComparison.OrdinalIgnoreCase))
            && (Type is null || entity.Type == Type)
            && (!IsSpeaker || entity.Statements.Count > 0)
            && (Documents is null || entity.Documents.Any(Documents.Contains));
    }
}
