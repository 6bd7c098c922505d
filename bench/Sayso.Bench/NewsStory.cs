using System.Globalization;
using System.Text;
using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Bench;

/// <summary>A story of the stream: where it is, who speaks, and what is said of it, which its articles pick from and word anew.</summary>
internal sealed class NewsStory
{
    private const int Places = 4000;
    private const int Known = 3000;
    private const int OwnWords = 25;

    private static readonly string[] _roles = ["the harbour master", "a hospital director", "the transport minister", "a union leader", "the police chief", "the mayor", "a court clerk", "the head of the inquiry"];
    private static readonly string[] _counted = ["people had been hurt", "people were missing", "houses had been damaged", "workers had been sent home", "passengers were aboard", "residents had been moved out"];

    private readonly List<Proposition> _propositions = [];
    private readonly List<(string Outlet, IReadOnlyList<NewsLine> Lines)> _written = [];
    private readonly string[] _words;
    private readonly string[] _people;
    private readonly string _place;

    /// <summary>Makes one.</summary>
    /// <param name="number">Which it is.</param>
    /// <param name="size">How many articles it will have: more is said in one of more.</param>
    /// <param name="random">Where its chances come from.</param>
    public NewsStory(int number, int size, Random random)
    {
        _place = MadeWords.Place(ZipfWords.Rank(random, Places, 20));
        _words = [.. Enumerable.Range(0, OwnWords).Select(_ => ZipfWords.Word(random))];
        _people = [.. Enumerable.Range(0, random.Next(3, 7)).Select(i => MadeWords.Person(i % 2 == 0 ? Known + (number * 4) + (i / 2) : ZipfWords.Rank(random, Known, 15)))];
        for (var i = 0; i < 4 + (3 * Math.Pow(size, 0.6)); i++)
        {
            _propositions.Add(new Proposition(Word(random), Word(random), Word(random), Word(random), _people[random.Next(_people.Length)])
            {
                Place = random.NextDouble() < 0.6 ? _place : null,
                Counted = random.NextDouble() < 0.25 ? _counted[random.Next(_counted.Length)] : null,
                Number = 3 + random.Next(700),
                Day = random.NextDouble() < 0.1 ? 1 + random.Next(28) : null,
            });
        }

        Title = $"What is known of the {_words[0]} {_words[1]} at {_place}";
    }

    /// <summary>Its headline.</summary>
    public string Title { get; }

    /// <summary>An earlier article's lines but for some, behind a line that credits its outlet or none; <c>null</c> for a new article.</summary>
    public IReadOnlyList<NewsLine>? Copied(Random random, double share)
    {
        if (_written.Count < 2 || random.NextDouble() >= share)
        {
            return null;
        }

        var (outlet, lines) = _written[random.Next(_written.Count)];
        List<NewsLine> kept = [.. lines.Take(1 + (int)(lines.Count * (0.6 + (0.4 * random.NextDouble()))))];
        return random.Next(2) == 0 ? kept : [new NewsLine(null, null, $"{_place} ({outlet}) — The following is known"), .. kept];
    }

    /// <summary>A new article's lines.</summary>
    public IReadOnlyList<NewsLine> Lines(Random random) => [.. Enumerable.Range(0, random.Next(5, 12)).Select(i => i % 3 == 2 ? Background(random) : Line(random))];

    /// <summary>Takes down what an article has, to be copied.</summary>
    public void Wrote(string outlet, IReadOnlyList<NewsLine> lines) => _written.Add((outlet, lines));

    private NewsLine Background(Random random) => new(null, null, $"The {Word(random)} and the {Word(random)} stand near the {Word(random)} of {_place}");

    private NewsLine Line(Random random)
    {
        var proposition = _propositions[ZipfWords.Rank(random, _propositions.Count, 2)];
        var content = proposition.Worded(random);
        var surname = proposition.Speaker[(proposition.Speaker.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return random.Next(10) switch
        {
            < 3 => new($"{proposition.Speaker}, {_roles[proposition.Number % _roles.Length]}, ", "said on Friday", content),
            < 5 => new(surname, "said", content),
            5 => new(proposition.Speaker, "confirmed", content),
            6 => new(_people[random.Next(_people.Length)], "denied", content),
            7 => new($"Officials in {_place}", "said", content),
            8 when _written.Count > 0 => new($"The {_written[random.Next(_written.Count)].Outlet}", "reported", content),
            _ => new(_roles[random.Next(_roles.Length)], "told reporters", content),
        };
    }

    /// <summary>A word of the story, or any.</summary>
    private string Word(Random random) => random.NextDouble() < 0.7 ? _words[random.Next(_words.Length)] : ZipfWords.Word(random);

    /// <summary>What is said, in one of several wordings.</summary>
    private sealed record Proposition(string Subject, string Verb, string Object, string Other, string Speaker)
    {
        public required string? Place { get; init; }

        public required string? Counted { get; init; }

        public required int Number { get; init; }

        public required int? Day { get; init; }

        public string Worded(Random random)
        {
            var at = Place is null ? string.Empty : $" at {Place}";
            var on = Day is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" on {Day} March");
            return (random.Next(4), Counted) switch
            {
                (_, { } counted) when random.Next(3) > 0 => string.Create(CultureInfo.InvariantCulture, $"{Number} {counted} when the {Subject} was {Verb}ed{at}{on}"),
                (_, { } counted) => string.Create(CultureInfo.InvariantCulture, $"{Number} {counted} by the {Subject}{at}{on}"),
                (0, _) => $"the {Subject}{at} had been {Verb}ed by the {Object} of the {Other}{on}",
                (1, _) => $"the {Subject}{at} was {Verb}ed{on} by the {Object}",
                (2, _) => $"the {Object} of the {Other} had {Verb}ed the {Subject}{at}{on}",
                _ => $"the {Subject} would not be {Verb}ed again{at} before the {Other} and the {Object} were there",
            };
        }
    }
}

/// <summary>A sentence of an article: who says what; one of the outlet's own where nobody is credited.</summary>
/// <param name="Source">Who is credited.</param>
/// <param name="Cue">The words that credit.</param>
/// <param name="Content">What is said.</param>
internal sealed record NewsLine(string? Source, string? Cue, string Content)
{
    /// <summary>Writes it at a text's end.</summary>
    /// <returns>Where its parts stand; <c>null</c> where nobody is credited.</returns>
    public Attribution? Write(StringBuilder text)
    {
        if (Source is null || Cue is null)
        {
            text.Append(Content).Append(".\n");
            return null;
        }

        var (source, cue, content) = (Put(text, Source.TrimEnd()), Put(text, Cue), Put(text, $"that {Content}"));
        text.Length--;
        text.Append(".\n");
        return new Attribution(source, cue, content) { Confidence = 0.9 };
    }

    private static SpanList Put(StringBuilder text, string words)
    {
        var span = new TextSpan(text.Length, text.Length + words.Length);
        text.Append(words).Append(' ');
        return SpanList.Of(span);
    }
}
