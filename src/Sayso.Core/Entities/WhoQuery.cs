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

    /// <summary>
    /// What an index of <see cref="Words"/> has to be asked for: each statement that <see cref="Finds(Statement, string?)"/>
    /// has all the words of one of these, and others have them too. Empty where every statement has to be looked at.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Wordings => _known is not null ? [.. World.WordingsOf(_known)] : _words.Count > 0 ? [_words] : [];

    /// <summary>
    /// The words by which a statement is found, each once: those of its chain's names; where its chain was not read, its
    /// source's. They consist of lower-case letters and digits. Ledgers keep an index of them: another rule here, or in
    /// <see cref="Folding"/>, needs a migration that makes that anew.
    /// </summary>
    /// <param name="names">The names of its chain.</param>
    /// <param name="source">Its source's words; <c>null</c> where it has none.</param>
    public static IEnumerable<string> Words(IReadOnlyCollection<string> names, string? source)
    {
        ArgumentNullException.ThrowIfNull(names);
        return (names.Count > 0 ? names : source is null ? [] : [source]).SelectMany(WordsOf).Distinct(StringComparer.Ordinal);
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
            return hop.Kind is SourceKind.Named or SourceKind.Outlet && World.Speaking(hop.Name) is { } said && World.IsOf(_known, said);
        }

        var words = WordsOf(hop.Name);
        return _words.TrueForAll(words.Contains);
    }

    private static List<string> WordsOf(string name) => EntityNames.Words(Folding.Of(name));
}
