namespace Sayso.Bench;

/// <summary>Invented words and names, one a number: no two numbers have the same.</summary>
internal static class MadeWords
{
    private static readonly string[] _onsets = "b d f g k l m n p r t v br dr kl pr st tr gr sk".Split(' ');
    private static readonly string[] _vowels = "a e i o u".Split(' ');
    private static readonly string[] _ends = "n rk lt m nd rt lk mp".Split(' ');
    private static readonly string[] _forenames = "Anna Boris Carla Dario Elin Farid Greta Hugo Ines Jonas Katja Luis Mira Nils Olga Piotr Quentin Rosa Stefan Tara Ugo Vera Wanda Xenia Yusuf Zora".Split(' ');
    private static readonly string[] _papers = ["Courier", "Herald", "Post", "Observer", "Gazette", "Tribune", "Record", "Wire"];

    /// <summary>A word of two or three syllables.</summary>
    public static string Word(int number)
    {
        var syllables = _onsets.Length * _vowels.Length;
        var (last, rest) = (number % syllables, number / syllables);
        return Syllable(last * 37 % syllables) + Syllable(rest * 53 % syllables)
            + (rest / syllables is > 0 and var more ? Syllable(more) : string.Empty) + _ends[(last + rest) % _ends.Length];
    }

    /// <summary>A place's name.</summary>
    public static string Place(int number) => Capital(Word(50_000 + number)) + "holm";

    /// <summary>A person's full name.</summary>
    public static string Person(int number) => $"{_forenames[number % _forenames.Length]} {Capital(Word(100_000 + number))}berg";

    /// <summary>An outlet's name.</summary>
    public static string Outlet(int number) => $"{Capital(Word(30_000 + number))}ton {_papers[number % _papers.Length]}";

    private static string Syllable(int number) => _onsets[number / _vowels.Length] + _vowels[number % _vowels.Length];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>Ranks as frequent as those of words (Zipf–Mandelbrot, exponent 1).</summary>
internal static class ZipfWords
{
    /// <summary>Words that there are.</summary>
    public const int Vocabulary = 20_000;

    /// <summary>How much less than 1/1 the first ones are.</summary>
    private const double Shift = 10;

    /// <summary>A word.</summary>
    public static string Word(Random random) => MadeWords.Word(Rank(random, Vocabulary, Shift));

    /// <summary>A rank from 0: the probability of each is as 1 ÷ (rank + shift), by the inverse of the sum's integral.</summary>
    public static int Rank(Random random, int count, double shift) =>
        Math.Min(count - 1, (int)((shift * Math.Pow((count + shift) / shift, random.NextDouble())) - shift));
}
