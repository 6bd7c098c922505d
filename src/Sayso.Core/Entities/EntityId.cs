using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>
/// Which entity a hop is. A country has one id for itself, its government and the names that stand for it, an office one for
/// its names, whoever else is named one for its name: the same in all documents. Who is only described is known in one
/// document. Ids stand outside those of statements, so that another list of names changes no statement.
/// </summary>
public static class EntityId
{
    /// <summary>The id: 32 hexadecimal digits; <c>null</c> for a hop of which the text says nothing.</summary>
    /// <param name="hop">The hop.</param>
    /// <param name="documentId">Its document.</param>
    public static string? Of(Hop hop, string documentId)
    {
        ArgumentNullException.ThrowIfNull(hop);
        return hop.Name == Hop.Unspecified ? null
            : hop.Kind is SourceKind.Named or SourceKind.Outlet ? OfName(hop.Name)
            : OfDescription(hop.Name, documentId);
    }

    /// <summary>The id of what goes by a name.</summary>
    internal static string OfName(string name)
    {
        using var hash = new ContentHash("entity");
        return hash.Add(World.Speaking(name)?.Key ?? "name:" + EntityNames.Normal(name)).ToId();
    }

    private static string OfDescription(string description, string documentId)
    {
        using var hash = new ContentHash("entity");
        return hash.Add(documentId).Add(EntityNames.Normal(description)).ToId();
    }
}
