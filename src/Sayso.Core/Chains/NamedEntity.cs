using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>A person, body or place that the text names, by its fullest name there.</summary>
internal sealed class NamedEntity(string name, bool isPerson)
{
    /// <summary>The fullest name.</summary>
    public string Name { get; set; } = name;

    /// <summary>Whether it is taken for a person.</summary>
    public bool IsPerson { get; set; } = isPerson;

    /// <summary>Two or three words, none of them a body's: a person, if "he" or "she" is said of it.</summary>
    public bool MayBePerson { get; set; }

    /// <summary>Whether it is called a thing somewhere, "the blog Tarn Survey", and is no person's whatever it looks like.</summary>
    public bool IsThing { get; set; }

    /// <summary>How often it stands under more than one word.</summary>
    public int FullNames { get; set; }

    /// <summary>Whether it is taken for a news outlet.</summary>
    public bool IsOutlet => !IsPerson && Outlets.IsOutlet(Name);

    /// <summary>By title or forename.</summary>
    public Gender Gender { get; set; }

    /// <summary>The body that a person speaks for, where a phrase says so: "the port authority's spokesman, …".</summary>
    public NamedEntity? Body { get; set; }

    /// <summary>Nouns that it is called by somewhere: "engineer".</summary>
    public HashSet<string> Heads { get; } = new(StringComparer.Ordinal);

    /// <summary>Lower-case words that stand as its title or description somewhere: "senator", "chief", "engineer".</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);
}

/// <summary>A place where a name stands.</summary>
/// <param name="Span">The name, without title and possessive.</param>
/// <param name="Entity">Whose it is.</param>
internal sealed record NameMention(TextSpan Span, NamedEntity Entity);
