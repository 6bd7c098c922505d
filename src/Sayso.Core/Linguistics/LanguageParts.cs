using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Core.Linguistics;

/// <summary>
/// Which parts of a text are analysed: English is; other languages are kept and searched, and never read as if they were
/// English. A mixed text is judged by its paragraphs; what is too short to tell goes with the paragraphs around it.
/// </summary>
public sealed class LanguageParts
{
    /// <summary>The language that is analysed.</summary>
    public const string Analysed = "en";

    /// <summary>A longer text is judged by its beginning alone.</summary>
    private const int MostCharacters = 2_000_000;

    private static readonly LanguageParts _all = new();

    /// <summary>Whether nothing of the text is analysed.</summary>
    public bool IsForeign { get; private init; }

    /// <summary>The spans that are not analysed, whole paragraphs in order; empty where all or nothing is.</summary>
    public IReadOnlyList<TextSpan> Foreign { get; private init; } = [];

    /// <summary>The warning that says so; <c>null</c> where all is analysed.</summary>
    public Problem? Problem { get; private init; }

    /// <summary>Whether a span is read: it begins in a passage that is.</summary>
    public bool Holds(TextSpan span)
    {
        if (IsForeign || Foreign.Count == 0)
        {
            return !IsForeign;
        }

        var (low, high) = (0, Foreign.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Foreign[middle].End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        return low == Foreign.Count || Foreign[low].Start > span.Start;
    }

    /// <summary>Judges a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language as a whole; <c>null</c> where that cannot be told, and then it is analysed.</param>
    public static LanguageParts Of(string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (foreign, languages, isMixed) = Paragraphs(text.Length > MostCharacters ? text[..MostCharacters] : text, language);
        if (!isMixed)
        {
            return language is null or Analysed ? _all : new LanguageParts
            {
                IsForeign = true,
                Problem = new Problem(ProblemCodes.NotAnalysed,
                    $"Its text is in {Name(language)}, which is not analysed: it is kept and searched, and no statement is read from it."),
            };
        }

        return new LanguageParts
        {
            Foreign = foreign,
            Problem = new Problem(
                ProblemCodes.NotAnalysed,
                $"{(foreign.Count == 1 ? "A passage" : $"{foreign.Count} passages")} of its text {(foreign.Count == 1 ? "is" : "are")} in {string.Join(", ", languages.Select(Name))} and not analysed."),
        };
    }

    /// <summary>The passages in other languages, where there are English paragraphs as well.</summary>
    private static (List<TextSpan> Foreign, IReadOnlyList<string> Languages, bool IsMixed) Paragraphs(string text, string? whole)
    {
        List<TextSpan> foreign = [];
        SortedSet<string> languages = new(StringComparer.Ordinal);
        var (hasEnglish, last) = (false, whole);
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var newline ? newline + 1 : text.Length;
            var told = LanguageMarks.Of(text.AsSpan(at, end - at));
            hasEnglish |= told == Analysed;
            last = told ?? last;
            if (last is not (null or Analysed))
            {
                languages.Add(last);
                if (foreign.Count > 0 && foreign[^1].End == at)
                {
                    foreign[^1] = new TextSpan(foreign[^1].Start, end);
                }
                else
                {
                    foreign.Add(new TextSpan(at, end));
                }
            }

            at = end;
        }

        return (foreign, [.. languages], hasEnglish && foreign.Count > 0);
    }

    private static string Name(string code) => code switch
    {
        "fr" => "French",
        "de" => "German",
        "es" => "Spanish",
        "pt" => "Portuguese",
        "it" => "Italian",
        "nl" => "Dutch",
        "ru" => "Russian",
        "uk" => "Ukrainian",
        "ar" => "Arabic",
        "zh" => "Chinese",
        "ja" => "Japanese",
        "ko" => "Korean",
        "he" => "Hebrew",
        "el" => "Greek",
        "th" => "Thai",
        "hi" => "Hindi",
        _ => $"another language ({code})",
    };
}
