using Lingua;

namespace Sayso.Ingestion;

/// <summary>
/// Tells the language of a text that does not state it, among ten. English shows by its commonest words, so that the
/// language models, which take a second and much memory to load, load for other texts only.
/// </summary>
internal static class LanguageDetection
{
    private const double EnglishShare = 0.18;

    private static readonly HashSet<string> CommonEnglish = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "at", "by", "it", "he", "she", "had", "has", "from", "were", "said",
    };

    private const int FewestWords = 12;
    private const int Characters = 1500;

    private static readonly Lazy<LanguageDetector> Detector = new(() => LanguageDetectorBuilder
        .FromLanguages(Language.English, Language.French, Language.German, Language.Spanish, Language.Portuguese,
            Language.Italian, Language.Dutch, Language.Russian, Language.Arabic, Language.Chinese)
        .WithLowAccuracyMode()
        .Build());

    /// <summary>ISO 639-1 code, or <c>null</c> where the text is too short to tell.</summary>
    public static string? Of(string text)
    {
        var part = text.Length > Characters ? text[..Characters] : text;
        if (Unspaced(part) is { } script)
        {
            return script;
        }

        var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < FewestWords)
        {
            return null;
        }

        if (words.Count(CommonEnglish.Contains) >= EnglishShare * words.Length)
        {
            return "en";
        }

        return Detector.Value.DetectLanguageOf(part) switch
        {
            Language.English => "en",
            Language.French => "fr",
            Language.German => "de",
            Language.Spanish => "es",
            Language.Portuguese => "pt",
            Language.Italian => "it",
            Language.Dutch => "nl",
            Language.Russian => "ru",
            Language.Arabic => "ar",
            Language.Chinese => "zh",
            _ => null,
        };
    }

    /// <summary>Whether a letter is of a script that puts no blanks between words.</summary>
    internal static bool IsUnspaced(char letter) => letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');

    /// <summary>Chinese or Japanese, where a third of the text is in their letters; kana is Japanese alone.</summary>
    private static string? Unspaced(string text) => text.Count(IsUnspaced) is var letters && letters < text.Length / 3.0 || letters < FewestWords ? null
        : text.Count(c => c is >= '\u3040' and <= '\u30FF') > letters / 20 ? "ja"
        : "zh";
}
