using System.Text.RegularExpressions;
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

    /// <summary>By title or forename.</summary>
    public Gender Gender { get; set; }

    /// <summary>The body that a person speaks for, where a phrase says so: "the port authority's spokesman, …".</summary>
    public NamedEntity? Body { get; set; }

    /// <summary>Lower-case words that stand as its title or description somewhere: "senator", "chief", "engineer".</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);
}

/// <summary>A place where a name stands.</summary>
/// <param name="Span">The name, without title and possessive.</param>
/// <param name="Entity">Whose it is.</param>
internal sealed record NameMention(TextSpan Span, NamedEntity Entity);

/// <summary>
/// Finds names by their capitals, and which of them are one's: "Dunja Harpel", then "Harpel"; "Brandt and Loy Holdings", then
/// "Brandt"; "Harbour Safety Board", then "HSB". Lines in title case give no new name.
/// </summary>
internal sealed partial class NameFinder
{
    private const int MaxTokens = 7;
    private readonly string _text;
    private readonly List<NameMention> _mentions = [];
    private readonly Dictionary<string, NamedEntity> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedEntity> _byPart = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lowerCase;

    private NameFinder(string text)
    {
        _text = text;
        _lowerCase = new HashSet<string>(StringComparer.Ordinal);
        var known = _lowerCase.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in LowerWord().EnumerateMatches(text))
        {
            known.Add(text.AsSpan(word.Index, word.Length));
        }
    }

    /// <summary>All mentions, in order of the text.</summary>
    public static IReadOnlyList<NameMention> Find(string text)
    {
        var finder = new NameFinder(text);
        var start = 0;
        List<(TextSpan Line, bool IsTitleCase)> lines = [];
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            lines.Add((new TextSpan(start, end), IsTitleCase(text.AsSpan(start, end - start))));
            start = end + 1;
        }

        // A headline in title case would take every word for a name: its names are known from the text below it.
        foreach (var (line, _) in lines.Where(l => !l.IsTitleCase))
        {
            finder.Scan(line, mayAdd: true);
        }

        foreach (var (line, _) in lines.Where(l => l.IsTitleCase))
        {
            finder.Scan(line, mayAdd: false);
        }

        return [.. finder._mentions.OrderBy(m => m.Span)];
    }

    /// <summary>The first mention that begins at a place or behind it.</summary>
    /// <param name="mentions">In order of the text.</param>
    /// <param name="at">The place.</param>
    public static NameMention? FirstFrom(IReadOnlyList<NameMention> mentions, int at)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < at ? (middle + 1, high) : (low, middle);
        }

        return low < mentions.Count ? mentions[low] : null;
    }

    private static bool IsTitleCase(ReadOnlySpan<char> line)
    {
        int capitals = 0, words = 0;
        foreach (var word in AnyWord().EnumerateMatches(line))
        {
            if (word.Length > 3)
            {
                words++;
                capitals += char.IsUpper(line[word.Index]) ? 1 : 0;
            }
        }

        return words > 2 && capitals > 0.7 * words;
    }

    private void Scan(TextSpan line, bool mayAdd)
    {
        foreach (var match in Sequence().EnumerateMatches(_text.AsSpan(line.Start, line.Length)))
        {
            var span = new TextSpan(line.Start + match.Index, line.Start + match.Index + match.Length);
            foreach (var part in Parts(span))
            {
                if (!mayAdd)
                {
                    TakeKnown(Tokens(part));
                    continue;
                }

                var tokens = Tokens(part);
                if (EndOfPerson(tokens) is var end and > 0)
                {
                    Take(tokens[..end], mayAdd: true);
                    tokens = tokens[(end + 1)..];
                }

                Take(tokens, mayAdd: true);
            }
        }
    }

    /// <summary>Cuts a sequence at possessives, since "Gallup’s Jeffrey Jones" is two names.</summary>
    private List<TextSpan> Parts(TextSpan span)
    {
        List<TextSpan> parts = [];
        var start = span.Start;
        foreach (var match in Possessive().EnumerateMatches(_text.AsSpan(span.Start, span.Length)))
        {
            parts.Add(new TextSpan(start, span.Start + match.Index));
            start = span.Start + match.Index + match.Length;
        }

        if (start < span.End)
        {
            parts.Add(new TextSpan(start, span.End));
        }

        return parts;
    }

    private List<TextSpan> Tokens(TextSpan span)
    {
        List<TextSpan> tokens = [];
        foreach (var match in AnyWord().EnumerateMatches(_text.AsSpan(span.Start, span.Length)))
        {
            tokens.Add(new TextSpan(span.Start + match.Index, span.Start + match.Index + match.Length));
        }

        return tokens;
    }

    /// <summary>Where "of" or "for" parts a person from the body that is spoken for: "Goran Tuule of the Dockers' Union"; -1 where none does.</summary>
    private int EndOfPerson(List<TextSpan> tokens)
    {
        var at = tokens.FindIndex(t => t.Slice(_text) is "of" or "for");
        if (at is < 2 or > 5 || at + 1 >= tokens.Count)
        {
            return -1;
        }

        var first = 0;
        while (first < at - 1 && WordList.Sources["title"].Contains(_text[tokens[first].Start..tokens[first].End].TrimEnd('.').ToLowerInvariant()))
        {
            first++;
        }

        var isPerson = WordList.Forenames.ContainsKey(_text[tokens[first].Start..tokens[first].End])
            || (first > 0 && at - first > 1)
            || (_byName.TryGetValue(_text[tokens[first].Start..tokens[at - 1].End], out var known) && known.IsPerson);
        return isPerson && at - first > 1 ? at : -1;
    }

    /// <summary>In a headline: the longest runs of words that are names below it.</summary>
    private void TakeKnown(List<TextSpan> tokens)
    {
        for (var first = 0; first < tokens.Count; first++)
        {
            for (var end = Math.Min(first + MaxTokens, tokens.Count); end > first; end--)
            {
                var before = _mentions.Count;
                Take(tokens[first..end], mayAdd: false);
                if (_mentions.Count > before)
                {
                    first = end - 1;
                    break;
                }
            }
        }
    }

    private void Take(List<TextSpan> tokens, bool mayAdd)
    {
        HashSet<string> roles = new(StringComparer.Ordinal);
        while (tokens.Count > 0 && IsBefore(tokens, out var role))
        {
            if (role is not null)
            {
                roles.Add(role);
            }

            tokens.RemoveAt(0);
        }

        // "Continued Harpel:" begins a sentence with a verb.
        if (tokens.Count > 1 && !IsKnown(tokens) && IsKnown(tokens[1..]) && !WordList.Forenames.ContainsKey(_text[tokens[0].Start..tokens[0].End]))
        {
            roles.Add(_text[tokens[0].Start..tokens[0].End].ToLowerInvariant());
            tokens.RemoveAt(0);
        }

        while (tokens.Count > 0 && char.IsLower(_text[tokens[^1].Start]))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        if (tokens.Count is 0 or > MaxTokens || (tokens.Count == 1 && !IsSingleName(tokens[0])))
        {
            return;
        }

        TextSpan name = new(tokens[0].Start, tokens[^1].End);
        if (Entity(tokens, name, roles, mayAdd) is { } entity)
        {
            entity.Roles.UnionWith(roles);
            _mentions.Add(new NameMention(name, entity));
        }
    }

    private bool IsKnown(List<TextSpan> tokens)
    {
        var name = _text[tokens[0].Start..tokens[^1].End];
        return _byName.ContainsKey(name) || (tokens.Count == 1 && _byPart.ContainsKey(name));
    }

    /// <summary>Whether the first token stands before the name: a sentence's first word, or a title.</summary>
    private bool IsBefore(List<TextSpan> tokens, out string? role)
    {
        var word = _text[tokens[0].Start..tokens[0].End];
        var lower = word.TrimEnd('.').ToLowerInvariant();
        role = WordList.Sources["title"].Contains(lower) && lower != "the" ? lower : null;
        return char.IsLower(word[0]) || _function.Contains(lower) || (role is not null && tokens.Count > 1);
    }

    /// <summary>A single capitalised word that does not stand in lower case elsewhere, nor is a weekday or the like.</summary>
    private bool IsSingleName(TextSpan token)
    {
        var word = _text[token.Start..token.End];
        return word.Length > 1 && !Contraction().IsMatch(word) && !_lowerCase.Contains(word.ToLowerInvariant())
            && !_plain.Exists(list => list.Contains(word.ToLowerInvariant())) && !_function.Contains(word.ToLowerInvariant());
    }

    private NamedEntity? Entity(List<TextSpan> tokens, TextSpan span, HashSet<string> roles, bool mayAdd)
    {
        var name = _text[span.Start..span.End];
        var first = _text[tokens[0].Start..tokens[0].End];
        var last = _text[tokens[^1].Start..tokens[^1].End];
        if (_byName.TryGetValue(name, out var known) || (tokens.Count == 1 && _byPart.TryGetValue(name, out known))
            || (tokens.Count > 1 && _byName.TryGetValue($"{first} {last}", out known)))
        {
            if (name.Length > known.Name.Length && tokens.Count > 1)
            {
                known.Name = name;
            }

            if (tokens.Count > 1)
            {
                // Of two with one surname the one named last is meant by it.
                _byPart[last] = known;
            }

            return Titled(known, roles);
        }

        if (!mayAdd)
        {
            return null;
        }

        var isPerson = (tokens.Count == 1 && WordList.Forenames.ContainsKey(first)) || (tokens.Count is > 1 and < 5 && !tokens.Any(t => _bodies.Contains(_text[t.Start..t.End])) && !name.Contains(" of ", StringComparison.Ordinal)
            && (WordList.Forenames.ContainsKey(first) || roles.Count > 0 || Initial().IsMatch(name)));

        // A surname that stood alone before the full name came is the same person's.
        var entity = tokens.Count > 1 && _byName.TryGetValue(last, out var earlier) && (isPerson || earlier.IsPerson) ? earlier : new NamedEntity(name, isPerson);
        entity.Name = name.Length > entity.Name.Length ? name : entity.Name;
        entity.IsPerson |= isPerson;
        entity.MayBePerson |= tokens.Count is 2 or 3 && !tokens.Any(t => _bodies.Contains(_text[t.Start..t.End])) && !name.Contains(" of ", StringComparison.Ordinal) && !Outlets.IsOutlet(name);
        entity.Gender = entity.Gender == Gender.Unknown ? WordList.Forenames.GetValueOrDefault(first) : entity.Gender;
        _byName[name] = entity;
        if (tokens.Count > 1)
        {
            _byName[$"{first} {last}"] = entity;
            _byPart[last] = entity;
            _byPart.TryAdd(first, entity);
            var initials = string.Concat(tokens.Select(t => _text[t.Start]).Where(char.IsUpper));
            if (initials.Length > 1)
            {
                _byPart.TryAdd(initials, entity);
            }
        }

        return Titled(entity, roles);
    }

    private static NamedEntity Titled(NamedEntity entity, HashSet<string> roles)
    {
        foreach (var (brief, full) in _briefTitles)
        {
            if (roles.Contains(brief))
            {
                roles.Add(full);
            }
        }

        entity.IsPerson |= roles.Overlaps(["mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady"]);
        entity.Gender = entity.Gender != Gender.Unknown ? entity.Gender
            : roles.Overlaps(["mr", "sir", "lord", "king", "prince", "congressman", "councilman"]) ? Gender.Male
            : roles.Overlaps(["mrs", "ms", "miss", "dame", "lady", "queen", "princess", "congresswoman", "councilwoman"]) ? Gender.Female
            : Gender.Unknown;
        return entity;
    }

    private static readonly List<IReadOnlySet<string>> _plain =
        [WordList.Sources["class"], WordList.Sources["anonymous"], WordList.Sources["document"], WordList.Sources["title"]];

    private static readonly (string Brief, string Full)[] _briefTitles =
        [("sen", "senator"), ("gov", "governor"), ("rep", "representative"), ("rep", "congressman"), ("dr", "doctor"), ("gen", "general"), ("col", "colonel"), ("prof", "professor"), ("lt", "lieutenant"), ("sgt", "sergeant"), ("capt", "captain")];

    private static readonly HashSet<string> _function = new(
        ("the a an this that these those in on at by for from with of to and but or nor so yet if when while as after before since because although though however meanwhile moreover then there here now "
        + "he she they it we i you his her their its our my your who what which where why how whether not no yes all some many most both each every one two three four five six seven eight nine ten "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
        + "according asked also even still just only despite during under over about between among against until without within such other another more less few several last next "
        + "is was are were be been has have had do does did will would can could should might must let please speaking addressing responding earlier later today yesterday tomorrow "
        + "mr. mrs. ms. dr. once perhaps instead indeed thus hence nobody everyone everybody people well oh look asking calling citing noting adding saying").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _bodies = new(
        ("Party Department Committee University Inc Inc. Corp Corp. Ltd Company Group Council Board Commission Agency Ministry Office Bank Court Union Association Federation Foundation Institute College School "
        + "Hospital Church League Club Times Post News Press Journal Tribune Herald Guardian Gazette Chronicle Daily Center Centre Society Authority Bureau Service Services Police Army Navy Force Forces Street House "
        + "Senate Congress Parliament Administration Government Campaign Team United Line Lines Airlines Airways Industries Holdings Partners Studios Entertainment Records Media Network Channel Radio Television").Split(' '),
        StringComparer.Ordinal);

    // A token: initials, a title's abbreviation, or a capitalised word. Other points end a sentence.
    private const string Token = @"(?:(?:\p{Lu}\.)+(?:\p{Lu}\b)?|(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Capt|Sgt|St|Jr|Sr|Rev|Prof|Hon|Maj|Adm|Cmdr)\.|\p{Lu}[\p{L}\p{M}\p{Nd}'’&-]*)";

    [GeneratedRegex(Token + @"(?:[ \u00A0](?:(?:of|for|de|da|del|der|van|von|bin|bint|al|el|la|le|di|du|dos|y|e|&|of the)[ \u00A0])?" + Token + ")*")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"['’]s?(?=[ \u00A0])|['’]s?$|[.,;:'’-]+$")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}'’&-]*(?:\.(?=[\p{L}\p{Nd}])[\p{L}\p{M}]*)*\.?")]
    private static partial Regex AnyWord();

    [GeneratedRegex(@"(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*")]
    private static partial Regex LowerWord();

    [GeneratedRegex(@"['’](?:m|re|ve|ll|d|t)$")]
    private static partial Regex Contraction();

    [GeneratedRegex(@"^\p{Lu}\p{L}+ \p{Lu}\.? \p{Lu}\p{L}+$")]
    private static partial Regex Initial();
}
