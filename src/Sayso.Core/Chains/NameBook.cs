using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>Who and what a text names, by their whole names and by the parts that they are called by after the first time.</summary>
/// <param name="text">The text.</param>
internal sealed class NameBook(string text)
{
    private readonly Dictionary<string, NamedEntity> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedEntity> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurnameBearers> _bearers = new(StringComparer.Ordinal);

    /// <summary>The gender that titles tell.</summary>
    public static Gender TitledAs(HashSet<string> roles) =>
        roles.Overlaps(["mr", "sir", "lord", "king", "prince", "congressman", "councilman"]) ? Gender.Male
        : roles.Overlaps(["mrs", "ms", "miss", "dame", "lady", "queen", "princess", "congresswoman", "councilwoman"]) ? Gender.Female
        : Gender.Unknown;

    /// <summary>Whether a whole name is a person's.</summary>
    public bool IsPerson(string name) => _byName.TryGetValue(name, out var known) && known.IsPerson;

    /// <summary>Whether a word is a part of a person's name.</summary>
    public bool IsPartOfPerson(string word) => _byPart.TryGetValue(word, out var known) && known.IsPerson;

    /// <summary>Whether a word is a person's surname.</summary>
    public bool IsSurname(string word) => _bearers.ContainsKey(word);

    /// <summary>The people of one surname; null where nobody has it.</summary>
    public SurnameBearers? BearersOf(string surname) => _bearers.GetValueOrDefault(surname);

    /// <summary>Whether words name somebody already, alone also by a part of the name.</summary>
    public bool IsKnown(List<TextSpan> tokens)
    {
        var name = text[tokens[0].Start..tokens[^1].End];
        return _byName.ContainsKey(name) || (tokens.Count == 1 && _byPart.ContainsKey(name));
    }

    /// <summary>Whom or what words name; entered where they name nobody yet.</summary>
    /// <param name="tokens">The name's words, one at least.</param>
    /// <param name="roles">The titles before it, in lower case.</param>
    /// <param name="mayAdd">Whether a new name may be entered.</param>
    /// <param name="isOfHeadline">Whether the text names somebody first in its first line.</param>
    /// <returns>Null where the name is new and may not be entered.</returns>
    public NamedEntity? Of(List<TextSpan> tokens, HashSet<string> roles, bool mayAdd, Func<NamedEntity, bool> isOfHeadline)
    {
        var name = text[tokens[0].Start..tokens[^1].End];
        var first = Word(tokens[0]);
        var last = Word(tokens[^1]);
        if (_byName.TryGetValue(name, out var known) || (tokens.Count == 1 && _byPart.TryGetValue(name, out known))
            || (tokens.Count > 1 && _byName.TryGetValue($"{first} {last}", out known)))
        {
            // Called by its last word alone, as people are.
            known.IsPerson |= tokens.Count == 1 && known.MayBePerson && known.Name.EndsWith(" " + name, StringComparison.Ordinal);
            if (name.Length > known.Name.Length && tokens.Count > 1)
            {
                known.Name = name;
            }

            if (tokens.Count > 1)
            {
                _byPart[last] = known;
            }

            return Titled(known, roles);
        }

        if (!mayAdd)
        {
            return null;
        }

        var isSimple = !name.Contains(" of ", StringComparison.Ordinal) && !World.IsPlace(name);
        var isPerson = (tokens.Count == 1 && WordList.Forenames.ContainsKey(first) && !World.IsPlace(first))
            || (tokens.Count is > 1 and < 5 && isSimple && !tokens.Any(t => NameWords.Bodies.Contains(Word(t)))
                && (WordList.Forenames.ContainsKey(first) || roles.Count > 0 || NamePatterns.Initial().IsMatch(name)));

        // A surname that stood alone before the full name came is the same person's; one in the headline even where the
        // forename is not known.
        var mayBePerson = tokens.Count is 2 or 3 && tokens[0].Length > 1 && isSimple && !World.IsDemonym(name) && !Outlets.IsOutlet(name)
            && !tokens.Any(t => NameWords.Bodies.Contains(Word(t)) || World.IsDemonym(Word(t)));
        var isSame = tokens.Count > 1 && _byName.TryGetValue(last, out var earlier)
            && (isPerson || earlier.IsPerson || (tokens.Count == 2 && mayBePerson && isOfHeadline(earlier)));
        var initials = Initials(tokens);
        var entity = isSame ? _byName[last] : isPerson ? new NamedEntity(name, isPerson) : BriefOf(initials) ?? new NamedEntity(name, isPerson);
        entity.Name = name.Length > entity.Name.Length ? name : entity.Name;
        entity.IsPerson |= isPerson;
        entity.MayBePerson |= mayBePerson;
        entity.Gender = entity.Gender == Gender.Unknown && entity.IsPerson ? WordList.Forenames.GetValueOrDefault(first) : entity.Gender;
        _byName[name] = entity;
        if (tokens.Count > 1)
        {
            _byName[$"{first} {last}"] = entity;
            _byPart[last] = entity;
            if (entity.IsPerson)
            {
                (_bearers.TryGetValue(last, out var bearers) ? bearers : _bearers[last] = new SurnameBearers()).Add(entity);
            }

            _byPart.TryAdd(first, entity);
        }

        if (initials.Length > 1)
        {
            _byPart.TryAdd(initials, entity);
        }

        return Titled(entity, roles);
    }

    /// <summary>What a name is short for of which nothing but its initials stood before: "HSB", then "Harbour Safety Board".</summary>
    private NamedEntity? BriefOf(string initials) => initials.Length > 1 && !World.IsPlace(initials)
        && _byName.TryGetValue(initials, out var brief) && !brief.IsPerson ? brief : null;

    /// <summary>The capitals with which a name's words begin, the parts of "U.S." and "Brenn-Loy" among them.</summary>
    private string Initials(List<TextSpan> tokens)
    {
        System.Text.StringBuilder initials = new();
        foreach (var token in tokens)
        {
            for (var i = token.Start; i < token.End; i++)
            {
                if (char.IsUpper(text[i]) && (i == token.Start || text[i - 1] is '-' or '.'))
                {
                    initials.Append(text[i]);
                }
            }
        }

        return initials.ToString();
    }

    private static NamedEntity Titled(NamedEntity entity, HashSet<string> roles)
    {
        NameWords.WriteOut(roles);
        entity.IsPerson |= roles.Overlaps(["mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady"]);
        entity.Gender = entity.Gender != Gender.Unknown ? entity.Gender : TitledAs(roles);
        return entity;
    }

    private string Word(TextSpan token) => text[token.Start..token.End];
}
