using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// Finds names by their capitals, and which of them are one's: "Dunja Harpel", then "Harpel"; "Brandt and Loy Holdings", then
/// "Brandt"; "Harbour Safety Board", then "HSB". Lines in title case give no new name.
/// </summary>
internal sealed class NameFinder
{
    private const int MaxTokens = 7;
    private readonly string _text;
    private readonly List<NameMention> _mentions = [];
    private readonly NameBook _book;
    private readonly List<(int Mention, Gender Gender)> _alone = [];
    private readonly HashSet<string> _lowerCase;

    // Titles that only people bear.
    private static readonly HashSet<string> _personal = new(
        "president minister chancellor premier governor senator representative mayor general colonel major captain lieutenant sergeant admiral commodore inspector superintendent sheriff judge secretary ambassador professor dr".Split(' '), StringComparer.Ordinal);

    // What a thing is called before its name: "the blog Tarn Survey".
    private static readonly HashSet<string> _things = new(
        "blog newspaper magazine website podcast broadcaster tabloid newsletter novel film ferry ship vessel trawler tanker freighter yacht company firm charity party".Split(' '), StringComparer.Ordinal);

    // Those that begin names of bodies as well: "General Motors".
    private static readonly HashSet<string> _ofBodies = new("general premier major".Split(' '), StringComparer.Ordinal);

    // Titles that stand before a surname alone, whatever word it is: "Mr. King".
    private static readonly HashSet<string> _honorifics = new("mr mrs ms miss dr sen gov rep".Split(' '), StringComparer.Ordinal);

    // Words with a capital that no sentence's beginning gives them.
    private readonly HashSet<string> _inner = new(StringComparer.Ordinal);

    // Tokens and bearers of a name that rules have looked at.
    private long _looks;

    private NameFinder(string text)
    {
        _text = text;
        _book = new NameBook(text);
        _lowerCase = new HashSet<string>(StringComparer.Ordinal);
        var known = _lowerCase.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in NamePatterns.LowerWord().EnumerateMatches(text))
        {
            known.Add(text.AsSpan(word.Index, word.Length));
        }
    }

    /// <summary>All mentions, in order of the text.</summary>
    public static IReadOnlyList<NameMention> Find(string text) => Find(text, out _);

    /// <summary>The same, and how many tokens and bearers of names were looked at.</summary>
    internal static IReadOnlyList<NameMention> Find(string text, out long looks)
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

        foreach (var (line, _) in lines.Where(l => !l.IsTitleCase))
        {
            foreach (var match in NamePatterns.InnerCapital().EnumerateMatches(text.AsSpan(line.Start, line.Length)))
            {
                finder._inner.Add(text.Substring(line.Start + match.Index, match.Length));
            }
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

        finder.GiveSharedSurnames();
        looks = finder._looks;
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
        foreach (var word in NamePatterns.AnyWord().EnumerateMatches(line))
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
        foreach (var match in NamePatterns.Sequence().EnumerateMatches(_text.AsSpan(line.Start, line.Length)))
        {
            var span = new TextSpan(line.Start + match.Index, line.Start + match.Index + match.Length);
            foreach (var part in Parts(span))
            {
                if (!mayAdd)
                {
                    TakeKnown(Tokens(part));
                    continue;
                }

                TakeAll(Tokens(part));
            }
        }
    }

    /// <summary>"Goran Tuule of the Dockers' Union", "Harbour Board Chief of Staff Dunja Harpel": a person and a body.</summary>
    private void TakeAll(List<TextSpan> tokens)
    {
        // "Supporters of Dunja Harpel" begin a sentence; hers is the name.
        if (tokens.Count > 2 && _text[tokens[1].Start..tokens[1].End] is "of" or "for" && NameWords.IsOfMany(Lower(tokens[0])))
        {
            tokens = tokens[2..];
        }

        if (EndOfPerson(tokens) is var end and > 0)
        {
            Take(tokens[..end], mayAdd: true);
            tokens = tokens[(end + 1)..];
        }

        if (TitleWithin(tokens) is var (title, name))
        {
            Take(tokens[..title], mayAdd: true);
            HashSet<string> roles = new(tokens[title..name].Select(t => Lower(t)), StringComparer.Ordinal);
            Take(tokens[name..], mayAdd: true, roles);
            return;
        }

        Take(tokens, mayAdd: true);
    }

    /// <summary>Where a title stands within a sequence, and where the person's name begins behind it.</summary>
    private (int Title, int Name)? TitleWithin(List<TextSpan> tokens)
    {
        var title = tokens.FindLastIndex(Math.Max(0, tokens.Count - 2), t => NameWords.IsTitle(Lower(t)));
        if (title < 0 || tokens.Count < 3)
        {
            return null;
        }

        var (name, isMarked) = (title + 1, title > 0);
        if (char.IsLower(_text[tokens[name].Start]))
        {
            // "Secretary of Defence Dunja Harpel": where the office ends, only a known forename tells.
            name = tokens.FindIndex(name, t => WordList.Forenames.ContainsKey(_text[t.Start..t.End]));
        }

        while (title > 0 && (NameWords.IsTitle(Lower(tokens[title - 1])) || NameWords.IsOffice(Lower(tokens[title - 1]))
            || (title > 1 && Lower(tokens[title - 1]) == "of" && NameWords.IsTitle(Lower(tokens[title - 2])))))
        {
            title--;
        }

        return name > 0 && IsPersonal(tokens[name..], isMarked) ? (title, name) : null;
    }

    private bool IsPersonal(List<TextSpan> tokens, bool isMarked) =>
        tokens.Count is > 0 and < 5 && !tokens.Any(t => NameWords.Bodies.Contains(_text[t.Start..t.End]) || _text[t.Start..t.End] == "of")
        && (WordList.Forenames.ContainsKey(_text[tokens[0].Start..tokens[0].End]) || (isMarked && tokens.Count is 2 or 3)
            || (tokens.Count == 1 && _book.IsPartOfPerson(_text[tokens[0].Start..tokens[0].End])));

    private string Lower(TextSpan token) => _text[token.Start..token.End].TrimEnd('.').ToLowerInvariant();

    /// <summary>Cuts a sequence at possessives, since "Gallup’s Jeffrey Jones" is two names.</summary>
    private List<TextSpan> Parts(TextSpan span)
    {
        List<TextSpan> parts = [];
        var start = span.Start;
        foreach (var match in NamePatterns.Possessive().EnumerateMatches(_text.AsSpan(span.Start, span.Length)))
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
        foreach (var match in NamePatterns.AnyWord().EnumerateMatches(_text.AsSpan(span.Start, span.Length)))
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
            || _book.IsPerson(_text[tokens[first].Start..tokens[at - 1].End]);
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

    private void Take(List<TextSpan> tokens, bool mayAdd, HashSet<string>? titles = null)
    {
        _looks += tokens.Count;
        var roles = titles ?? new(StringComparer.Ordinal);
        var start = 0;
        while (start < tokens.Count && IsBefore(tokens, start, out var role))
        {
            if (role is not null)
            {
                roles.Add(role);
            }

            start++;
        }

        tokens = tokens[start..];

        // "Continued Harpel:" begins a sentence with a verb. Within one, an unknown word before a surname is a forename.
        if (tokens.Count > 1 && IsFirstOfSentence(tokens[0].Start) && !_book.IsKnown(tokens) && _book.IsKnown(tokens[1..])
            && !WordList.Forenames.ContainsKey(_text[tokens[0].Start..tokens[0].End]))
        {
            roles.Add(_text[tokens[0].Start..tokens[0].End].ToLowerInvariant());
            tokens.RemoveAt(0);
        }

        while (tokens.Count > 0 && char.IsLower(_text[tokens[^1].Start]))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        if (tokens.Count is 0 or > MaxTokens || (tokens.Count == 1 && !(roles.Overlaps(_honorifics) || IsSingleName(tokens[0]))))
        {
            return;
        }

        TextSpan name = new(tokens[0].Start, tokens[^1].End);
        if (_book.Of(tokens, roles, mayAdd, IsOfHeadline) is { } entity)
        {
            entity.Roles.UnionWith(roles);
            entity.IsPerson |= roles.Overlaps(_personal) && (entity.MayBePerson || (tokens.Count == 1 && !roles.Overlaps(_ofBodies) && !World.IsPlace(entity.Name) && !NameWords.Bodies.Contains(entity.Name)));
            entity.FullNames += tokens.Count > 1 ? 1 : 0;

            // "The Tarn Survey": no person's name has an article.
            entity.MayBePerson &= roles.Count > 0 || !_text.AsSpan(0, name.Start).EndsWith("the ", StringComparison.OrdinalIgnoreCase);
            entity.IsThing |= IsThingBefore(name.Start);
            if (tokens.Count == 1 && _book.IsSurname(_text[name.Start..name.End]))
            {
                _alone.Add((_mentions.Count, NameBook.TitledAs(roles)));
            }

            _mentions.Add(new NameMention(name, entity));
        }
    }

    /// <summary>Whether the word before a place is what a thing is, and is followed by its name.</summary>
    private bool IsThingBefore(int at)
    {
        var before = _text.AsSpan(0, at).TrimEnd(" “‘\"'");
        return before.Length < at && _things.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before[(before.LastIndexOfAny(' ', '\n') + 1)..]);
    }

    /// <summary>A surname that several bear means the one of its title, else the one who is named most.</summary>
    private void GiveSharedSurnames()
    {
        Dictionary<(string Surname, Gender Gender), NamedEntity?> mostNamed = [];
        foreach (var (at, gender) in _alone)
        {
            var mention = _mentions[at];
            var surname = _text[mention.Span.Start..mention.Span.End];
            if (_book.BearersOf(surname) is { Count: > 1 } bearers && bearers.Contains(mention.Entity))
            {
                if (!mostNamed.TryGetValue((surname, gender), out var most))
                {
                    _looks += bearers.Count;
                    most = mostNamed[(surname, gender)] = bearers.InOrder.Where(h => gender == Gender.Unknown || h.Gender == gender).MaxBy(h => h.FullNames);
                }

                var fits = gender == Gender.Unknown || mention.Entity.Gender == gender;
                if (most is not null && (!fits || most.FullNames > 2 * mention.Entity.FullNames))
                {
                    _mentions[at] = mention with { Entity = most };
                }
            }
        }
    }

    /// <summary>Whether a token at the head of the others stands before the name: a sentence's first word, or a title.</summary>
    private bool IsBefore(List<TextSpan> tokens, int at, out string? role)
    {
        var word = _text[tokens[at].Start..tokens[at].End];
        var lower = word.TrimEnd('.').ToLowerInvariant();
        role = WordList.Sources["title"].Contains(lower) && lower != "the" ? lower : null;
        return char.IsLower(word[0]) || NameWords.Function.Contains(lower) || (role is not null && tokens.Count > at + 1);
    }

    /// <summary>A single capitalised word that does not stand in lower case elsewhere, nor is a weekday or the like.</summary>
    private bool IsSingleName(TextSpan token)
    {
        var word = _text[token.Start..token.End];
        var lower = word.ToLowerInvariant();
        var isListed = WordList.Forenames.ContainsKey(word) || World.IsPlace(word);
        return word.Length > 1
            && (_inner.Contains(word) || !IsFirstOfSentence(token.Start) || isListed || Outlets.IsOutlet(word) || word.All(char.IsUpper))
            && !(word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && !isListed)
            && !NamePatterns.Contraction().IsMatch(word) && !_lowerCase.Contains(lower)
            && !NameWords.IsPlain(lower) && !NameWords.Function.Contains(lower);
    }

    private bool IsFirstOfSentence(int at)
    {
        var before = at - 1;
        while (before >= 0 && at - before < 4 && _text[before] is ' ' or '“' or '"' or '\u00A0')
        {
            before--;
        }

        return before < 0 || _text[before] is '!' or '?' or '\n' or ':' || (_text[before] == '.' && !Sentences.IsAbbreviated(_text, before));
    }

    /// <summary>Whether the text named somebody first in its first line.</summary>
    private bool IsOfHeadline(NamedEntity entity) =>
        _mentions.Find(m => m.Entity == entity) is { } first && !_text.AsSpan(0, first.Span.Start).Contains('\n') && _text.AsSpan(first.Span.End).Contains('\n');
}
