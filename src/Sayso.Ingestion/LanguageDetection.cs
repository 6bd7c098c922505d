using Lingua;
using Sayso.Core.Linguistics;

namespace Sayso.Ingestion;

/// <summary>
/// Tells the language of a text: by marks that show in it, else as its source states it, else by language models, which
/// take a second and much memory to load and load for such texts only.
/// </summary>
internal static class LanguageDetection
{
    private static readonly Lazy<LanguageDetector> _detector = new(() => LanguageDetectorBuilder
        .FromLanguages(Language.English, Language.French, Language.German, Language.Spanish, Language.Portuguese,
            Language.Italian, Language.Dutch, Language.Russian, Language.Arabic, Language.Chinese)
        .WithLowAccuracyMode()
        .Build());

    /// <summary>ISO 639-1 code, or <c>null</c> where the text is too short to tell.</summary>
    /// <param name="text">The text, of which at most <see cref="LanguageMarks.Characters"/> are looked at.</param>
    /// <param name="stated">What its source says.</param>
    public static string? Of(string text, string? stated) => LanguageMarks.Of(text) ?? stated
        ?? OfModels(text.Length > LanguageMarks.Characters ? text[..LanguageMarks.Characters] : text);

    private static string? OfModels(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < LanguageMarks.FewestWords
        ? null : _detector.Value.DetectLanguageOf(text) switch
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
