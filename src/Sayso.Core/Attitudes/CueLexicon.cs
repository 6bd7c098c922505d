namespace Sayso.Core.Attitudes;

/// <summary>The phrases of <c>cues.txt</c>, found by their first word in any inflection.</summary>
internal static class CueLexicon
{
    private static readonly Dictionary<string, List<Phrase>> _byFirst = Load();

    /// <summary>The longest phrase that begins with a word; adverbs in it are passed over.</summary>
    /// <param name="words">The words.</param>
    /// <param name="at">Where it begins.</param>
    /// <returns>The sense, the index behind the phrase, and whether a "no" or "not" is part of it; <c>null</c> where none begins.</returns>
    public static CueMatch? Find(IReadOnlyList<Word> words, int at)
    {
        CueMatch? best = null;
        foreach (var first in Inflection.BasesOf(words[at].Form))
        {
            foreach (var phrase in _byFirst.GetValueOrDefault(first) ?? [])
            {
                if (phrase.EndIn(words, at) is { } end && (best is null || end > best.End))
                {
                    best = new CueMatch(phrase.Sense, end, phrase.HasNegation);
                }
            }
        }

        return best;
    }

    private static Dictionary<string, List<Phrase>> Load()
    {
        using var reader = new StreamReader(typeof(CueLexicon).Assembly.GetManifestResourceStream("cues.txt")!);
        return Read(reader.ReadToEnd());
    }

    private static Dictionary<string, List<Phrase>> Read(string table)
    {
        Dictionary<string, List<Phrase>> phrases = new(StringComparer.Ordinal);
        foreach (var line in table.Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var sense = Enum.Parse<CueSense>(line[..colon], ignoreCase: true);
            foreach (var phrase in line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries))
            {
                var words = WordReader.Read(phrase, [new(0, phrase.Length)], int.MaxValue).ConvertAll(w => w.Form);
                if (!phrases.TryGetValue(words[0], out var list))
                {
                    phrases.Add(words[0], list = []);
                }

                if (list.Exists(known => known.Words.SequenceEqual(words)))
                {
                    throw new InvalidOperationException($"‘{phrase}’ has two senses.");
                }

                list.Add(new Phrase(sense, words));
            }
        }

        return phrases;
    }

    private sealed record Phrase(CueSense Sense, List<string> Words)
    {
        public bool HasNegation { get; } = Words.Exists(CueReading.Negates);

        public int? EndIn(IReadOnlyList<Word> words, int at)
        {
            var next = at + 1;
            foreach (var word in Words.Skip(1))
            {
                while (next < words.Count && words[next].Form != word && IsAdverb(words[next].Form))
                {
                    next++;
                }

                if (next == words.Count || !Inflection.BasesOf(words[next].Form).Contains(word))
                {
                    return null;
                }

                next++;
            }

            return next;
        }

        private static bool IsAdverb(string word) =>
            word.EndsWith("ly", StringComparison.Ordinal) || word is "also" or "not" or "so" or "very" or "widely" or "still" or "once";
    }
}

/// <summary>A phrase found.</summary>
/// <param name="Sense">What it does.</param>
/// <param name="End">Index behind its last word.</param>
/// <param name="HasNegation">Whether a negation is part of it: "not buy", "no comment".</param>
internal sealed record CueMatch(CueSense Sense, int End, bool HasNegation);
