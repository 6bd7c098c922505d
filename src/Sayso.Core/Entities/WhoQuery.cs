using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>
/// Asks for statements by whom they are credited to: by entity, so that a country's name finds its government under each of
/// the names by which it is spoken of. Another name finds whoever has all its words in his name, accents aside.
/// </summary>
public sealed class WhoQuery
{
    private readonly WorldEntity? _known;
    private readonly List<string> _words;

    /// <summary>Prepares the question.</summary>
    /// <param name="who">A name, or words of one.</param>
    public WhoQuery(string who)
    {
        ArgumentNullException.ThrowIfNull(who);
        _known = World.Speaking(who);
        _words = EntityNames.Words(Folding.Of(EntityNames.Normal(who)));
    }

    /// <summary>Whether somebody in a statement's chain is meant; of a statement whose chain was not read, its source.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="source">Its source's words; <c>null</c> where it has none.</param>
    public bool Finds(Statement statement, string? source)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Chain.Count > 0 ? statement.Chain.Any(Finds)
            : source is not null && (_words.Count == 0 || Finds(new Hop(source, SourceKind.Named, SpanList.Empty, HopRelation.Says)));
    }

    /// <summary>Whether a hop is meant.</summary>
    public bool Finds(Hop hop)
    {
        ArgumentNullException.ThrowIfNull(hop);
        if (_known is not null)
        {
            // Of a country, its offices too; of an office, only itself.
            return hop.Kind is SourceKind.Named or SourceKind.Outlet && World.Speaking(hop.Name) is { } said
                && (said.Key == _known.Key || (_known.Key.StartsWith("country:", StringComparison.Ordinal)
                    && said.Country == _known.Country));
        }

        var words = EntityNames.Words(Folding.Of(hop.Name));
        return _words.TrueForAll(words.Contains);
    }
}
