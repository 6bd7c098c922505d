using System.Collections.Frozen;

namespace Sayso.Core.Linguistics;

/// <summary>
/// Marks by which the language of a text shows: scripts that one language has, and the commonest words of seven European
/// languages, of which a few hundred characters hold many. What they do not tell is not told.
/// </summary>
public static class LanguageMarks
{
    /// <summary>How many UTF-16 units of a text are looked at.</summary>
    public const int Characters = 1500;

    /// <summary>In fewer words no language shows.</summary>
    public const int FewestWords = 12;

    private const int FewestCommon = 4;

    /// <summary>The share of a text's words that its language's commonest ones have at least.</summary>
    private const double CommonShare = 0.18;

    /// <summary>How many times as many of them as of the next language's there are.</summary>
    private const double Lead = 1.3;

    /// <summary>
    /// How many different ones show a language other than English that English has not: a few of theirs are written as words of English
    /// are, and one of those repeated (“is a man who wins a vote a leader?”) shows nothing.
    /// </summary>
    private const int FewestOfItsOwn = 2;

    private const string Dress = ".,;:“”\"()«»!?";

    private static readonly string[] _languages = ["en", "fr", "de", "es", "pt", "it", "nl"];

    /// <summary>The languages that have a word among their commonest, as bits in the order of <see cref="_languages"/>.</summary>
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _common = Common(
        "the of and to in that is was for on with as at by it he she had has from were said are be this have not but they his her an will would who been their which or we you",
        "le la les de des du et à un une en que qui dans pour par sur pas est au aux avec ce cette il elle a ont été était son sa ses se plus ne sont",
        "der die das und in den von zu mit dem des ist nicht ein eine im für auf sich als auch es an werden aus er hat dass sie nach wird bei einer um",
        "el la los las de y que en a un una del se por con para no su al lo como más pero sus ha es este sobre fue son",
        "o a os as de e que em um uma do da dos das no na nos nas se por com para não ao mais como foi é sua seu pelo pela são",
        "il la le gli lo di e che in un una del della dei delle per con non si da al alla dal sono è ha nel nella come più anche",
        "de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door naar over uit heeft worden wordt hij ze was maar");

    /// <summary>Words that English writes as well: as its own, for a letter, or in names.</summary>
    private static readonly FrozenSet<string> _alsoEnglish = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "an", "as", "come", "con", "de", "den", "die", "do", "door", "e", "el", "er", "ha", "hat", "in", "is", "la", "le", "lo", "met", "no", "o", "over", "par", "per",
        "plus", "pour", "son", "van", "was", "y");

    /// <summary>ISO 639-1 code; <c>null</c> where neither script nor common words tell.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        var part = text.Length > Characters ? text[..Characters] : text;
        if (OfScript(part) is { } script)
        {
            return script;
        }

        return OfCommonWords(part);
    }

    /// <summary>Whether a letter is of a script that puts no blanks between words: kana or a Chinese character.</summary>
    public static bool IsUnspaced(char letter) =>
        letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Common(params string[] words) => words
        .SelectMany((ofOne, language) => ofOne.Split(' ').Select(word => (Word: word, Bit: 1 << language)))
        .GroupBy(entry => entry.Word, entry => entry.Bit)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate((one, other) => one | other), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static string? OfCommonWords(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[_languages.Length];
        var words = 0;
        foreach (var word in new Words(text))
        {
            words++;
            if (_common.TryGetValue(word, out var languages))
            {
                for (var i = 0; i < counts.Length; i++)
                {
                    counts[i] += (languages >> i) & 1;
                }
            }
        }

        var (best, next) = (0, -1);
        for (var i = 1; i < counts.Length; i++)
        {
            (best, next) = counts[i] > counts[best] ? (i, best) : next < 0 || counts[i] > counts[next] ? (best, i) : (best, next);
        }

        return words >= FewestWords && counts[best] >= FewestCommon && counts[best] >= CommonShare * words && counts[best] >= Lead * counts[next]
            && (best == 0 || HasItsOwn(text, 1 << best)) ? _languages[best] : null;
    }

    /// <summary>Whether enough different words of a language stand in a text that English does not have too.</summary>
    private static bool HasItsOwn(ReadOnlySpan<char> text, int language)
    {
        HashSet<string> own = new(StringComparer.OrdinalIgnoreCase);
        foreach (var word in new Words(text))
        {
            if (_common.TryGetValue(word, out var languages) && (languages & language) != 0 && word.ToString() is var written
                && !_alsoEnglish.Contains(written))
            {
                own.Add(written);
            }
        }

        return own.Count >= FewestOfItsOwn;
    }

    /// <summary>The words of a text, which white space parts, without their punctuation.</summary>
    private ref struct Words(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Words GetEnumerator() => this;

        public bool MoveNext()
        {
            _rest = _rest.TrimStart();
            var end = 0;
            while (end < _rest.Length && !char.IsWhiteSpace(_rest[end]))
            {
                end++;
            }

            Current = _rest[..end].Trim(Dress);
            _rest = _rest[end..];
            return end > 0;
        }
    }

    /// <summary>The language of a script that half of the letters are in; a third, where words have few letters.</summary>
    private static string? OfScript(ReadOnlySpan<char> text)
    {
        var (letters, unspaced, kana, hangul, hebrew, greek, thai, devanagari, cyrillic, ukrainian) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            if (c < 0x370)
            {
                letters += char.IsAsciiLetter(c) || (c >= 0xC0 && char.IsLetter(c)) ? 1 : 0;
                continue;
            }

            letters += char.IsLetter(c) ? 1 : 0;
            unspaced += IsUnspaced(c) ? 1 : 0;
            kana += c is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            hangul += c is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
            hebrew += c is >= '\u05D0' and <= '\u05EA' ? 1 : 0;
            greek += c is >= '\u0370' and <= '\u03FF' ? 1 : 0;
            thai += c is >= '\u0E01' and <= '\u0E5B' ? 1 : 0;
            devanagari += c is >= '\u0900' and <= '\u097F' ? 1 : 0;
            cyrillic += c is >= '\u0400' and <= '\u04FF' ? 1 : 0;
            ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' ? 1 : 0;
        }

        var few = Math.Max(FewestWords, letters / 2);
        return unspaced >= Math.Max(FewestWords, text.Length / 3) ? (kana > unspaced / 20 ? "ja" : "zh")
            : hangul >= few ? "ko"
            : hebrew >= few ? "he"
            : greek >= few ? "el"
            : thai >= few ? "th"
            : devanagari >= few ? "hi"
            : cyrillic >= few && ukrainian > cyrillic / 40 ? "uk"
            : null;
    }
}
