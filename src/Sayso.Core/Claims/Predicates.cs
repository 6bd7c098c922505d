namespace Sayso.Core.Claims;

/// <summary>
/// Tells a content that says something from a bare phrase: "the claim about the door" can be for or against nothing. A short
/// phrase that begins as one, and in which nothing looks like a verb, is none; in doubt a content says something.
/// </summary>
internal static class Predicates
{
    private const int LongestPhrase = 8;

    private static readonly HashSet<string> _openings = new(
        "the a an its his her their our my this that these those any all such claims claim reports report allegations allegation questions rumours rumors suggestions".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _verbs = new(
        ("am is are was were be been being isn aren wasn weren has have had hasn haven hadn do does did don doesn didn will would won "
            + "wouldn can could cannot couldn may might must shall should to "
        + "s re ve ll m d went gone came said says got made took taken gave given found saw seen knew known sank sunk fell rose ran won "
            + "lost left kept held met paid sent told thought wrote written broke broken "
        + "began begun brought built bought caught chose cut died drew drove ate felt fought flew forgot froze grew hid hit hurt laid "
            + "led lent let lay lit put quit read rode rang shook shot shut sang sat slept spoke spent stood stole struck swore swept "
            + "swam taught tore threw understood woke wore").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a content, its words folded, says something of something.</summary>
    public static bool AreIn(string content)
    {
        string[] words = [.. ContentWords.Words(content)];
        return words.Length is 0 or > LongestPhrase || !_openings.Contains(words[0]) || words.Skip(1).Any(LooksLikeVerb);
    }

    /// <summary>Whether a lower-case word is a common verb, or ends as verbs do.</summary>
    public static bool LooksLikeVerb(string word) =>
        _verbs.Contains(word) || (word.Length > 4
            && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)));
}
