using Sayso.Core.Attitudes;
using Sayso.Core.Text;

namespace Sayso.Core.Quantities;

/// <summary>Words as quantities need them: a unit or a currency that is stuck to its number is a word of its own ("17in", "40min", "EUR50m").</summary>
internal static class QuantityWords
{
    private const int LongestStuck = 10;
    private const int WeatherReach = 8;

    private static readonly HashSet<string> _weather = new(("temperature temperatures heat heatwave hot hottest cold coldest "
        + "warm warmer warming warmest cool cooler "
        + "fever thermometer thermometers mercury freezing degrees oven weather freeze climate").Split(' '), StringComparer.Ordinal);

    /// <summary>The words of a text.</summary>
    public static List<Word> Read(string text)
    {
        var whole = WordReader.Read(text, [new TextSpan(0, text.Length)], int.MaxValue);
        List<Word> words = new(whole.Count);
        for (var i = 0; i < whole.Count; i++)
        {
            var word = whole[i];
            // "4G" is a network.
            var isNetwork = word.Form.Length == 2 && text[word.Span.End - 1] == 'G';
            // "41.5C" is a temperature where the words around speak of one; "a 777F" is none.
            var isMeasure = word.Form.Length is > 1 and < 7 && text[word.Span.End - 1] is 'C' or 'F' && word.Span.Length == word.Form.Length
                && NumberReader.IsDigits(word.Form[..^1]) && IsOfWeather(whole, i);
            isMeasure |= word.Form.Length > 1 && word.Form[^1] == 'm' && i + 1 < whole.Count && IsOfLength(whole[i + 1].Form)
                && word.Span.Length == word.Form.Length && NumberReader.IsDigits(word.Form[..^1]);
            if ((isMeasure ? word.Form.Length - 1 : Cut(word.Form)) is var at and > 0 && word.Span.Length == word.Form.Length && !isNetwork)
            {
                words.Add(new Word(word.Form[..at], new TextSpan(word.Span.Start, word.Span.Start + at)));
                words.Add(new Word(word.Form[at..], new TextSpan(word.Span.Start + at, word.Span.End)));
            }
            else
            {
                // "8 B people": a capital is a scale.
                var isScale = word.Span.Length == 1 && text[word.Span.Start] is 'B' or 'M' && words.Count > 0 && NumberReader.IsDigits(words[^1].Form) && words[^1].Span.End + 1 == word.Span.Start;
                words.Add(isScale ? word with { Form = word.Form + "n" } : word);
            }
        }

        return words;
    }

    private static bool IsOfWeather(List<Word> words, int at)
    {
        for (var i = Math.Max(0, at - WeatherReach); i < words.Count && i <= at + WeatherReach; i++)
        {
            if (_weather.Contains(words[i].Form))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word behind a length says which it is: "30m long".</summary>
    public static bool IsOfLength(string form) => form is "long" or "high" or "wide" or "tall" or "deep" or "thick" or "away" or "below"
        or "above"
        or "sprint" or "hurdles" or "freestyle" or "race" or "final";

    /// <summary>Where a form is to be cut; 0 where nowhere.</summary>
    private static int Cut(string form)
    {
        var at = 0;
        if (char.IsAsciiDigit(form[0]))
        {
            while (at < form.Length && (char.IsAsciiDigit(form[at]) || form[at] is '.' or ','))
            {
                at++;
            }

            // "1080p" is a picture.
            return at < form.Length && form.Length - at <= LongestStuck && !(form is "240p" or "360p" or "480p" or "720p" or "1080p" or "1440p" or "2160p") && (UnitTable.IsStuck(form[at..]) || form[at..] is "usd" or "eur" or "gbp") ? at : 0;
        }

        while (at < form.Length && at <= 3 && char.IsAsciiLetter(form[at]))
        {
            at++;
        }

        // "M7.5": a quake's magnitude.
        return at is > 0 and <= 3 && at < form.Length && char.IsAsciiDigit(form[at]) && (Currencies.IsStuck(form[..at]) || (form[0] == 'm' && form.Length == 4 && form[2] == '.')) ? at : 0;
    }
}
