namespace Sayso.Core.Chains;

/// <summary>Accounts that are called by their owner's name, written as one word: "@realDunjaHarpel", "iloverrin".</summary>
/// <param name="names">The names of a text.</param>
internal sealed class Handles(IReadOnlyList<NameMention> names)
{
    private const int LongestHandle = 40;
    private readonly Lazy<Dictionary<string, NamedEntity>> _owners = new(() => Owners(names));

    /// <summary>The one whom the text names whose account it is; <c>null</c> where it is none.</summary>
    /// <param name="phrase">A source phrase.</param>
    public NamedEntity? Of(SourcePhrase phrase)
    {
        if (phrase.Words is not [{ Length: < LongestHandle } word])
        {
            return null;
        }

        var handle = Letters(word);
        var bare = handle.StartsWith("real", StringComparison.Ordinal) ? handle[4..] : handle.StartsWith("the", StringComparison.Ordinal) ? handle[3..] : handle;
        return _owners.Value.GetValueOrDefault(handle) ?? _owners.Value.GetValueOrDefault(bare);
    }

    private static Dictionary<string, NamedEntity> Owners(IReadOnlyList<NameMention> names)
    {
        Dictionary<string, NamedEntity> owners = new(StringComparer.Ordinal);
        HashSet<NamedEntity> seen = [];
        foreach (var entity in names.Select(n => n.Entity).Where(e => e.Name.Contains(' ', StringComparison.Ordinal) && seen.Add(e)))
        {
            owners.TryAdd(Letters(entity.Name), entity);
        }

        return owners;
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
}
