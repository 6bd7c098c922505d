using System.Text.RegularExpressions;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>A country, its government, or an office of it, under one key whatever the text calls it.</summary>
/// <param name="Key">One for all its names: <c>country:RU</c>, <c>office:US:Pentagon</c>.</param>
/// <param name="Name">Its usual name.</param>
/// <param name="Country">The country's two letters (ISO 3166).</param>
/// <param name="StandsFor">What a metonym stands for: "government of Russia"; <c>null</c> where the name is the country's own.</param>
internal sealed record WorldEntity(string Key, string Name, string Country, string? StandsFor);

/// <summary>
/// Countries and the names by which governments are spoken of: lists embedded in the program. A capital stands for the
/// government that sits there where it speaks, and is a place where it does not: who asks knows which.
/// </summary>
internal static partial class World
{
    private static readonly Dictionary<string, WorldEntity> _countries = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, WorldEntity> _offices = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, WorldEntity> _capitals = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, WorldEntity> _demonyms = new(StringComparer.OrdinalIgnoreCase);
    private static readonly string[] _governments = ["government", "governments"];
    private static readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> _more = new(StringComparer.OrdinalIgnoreCase)
    {
        ["US"] = "US",
        ["U.S."] = "US",
        ["U.S"] = "US",
        ["America"] = "US",
        ["UK"] = "GB",
        ["U.K."] = "GB",
        ["Britain"] = "GB",
        ["UAE"] = "AE",
        ["Burma"] = "MM",
        ["Ivory Coast"] = "CI",
        ["Holland"] = "NL",
    };

    static World()
    {
        Dictionary<string, List<WorldEntity>> peoples = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in EntityLists.Lines("countries.tsv"))
        {
            var cells = row.Split('\t');
            var country = new WorldEntity("country:" + cells[0], cells[1], cells[0], null);
            foreach (var name in (string[])[cells[1], .. Cut(cells[2])])
            {
                _countries.TryAdd(name, country);
            }

            foreach (var capital in Cut(cells[3]))
            {
                _capitals.TryAdd(capital, country with { StandsFor = "government of " + cells[1] });
            }

            foreach (var people in Cut(cells[4]))
            {
                (peoples.TryGetValue(people, out var bearers) ? bearers : peoples[people] = []).Add(country);
            }
        }

        // Two countries' word says of neither, but where everybody means one of them.
        foreach (var (people, bearers) in peoples.Where(p => p.Value.Count == 1))
        {
            _demonyms[people] = bearers[0];
        }

        foreach (var (demonym, code) in (ReadOnlySpan<(string, string)>)[("American", "US"), ("Indian", "IN"), ("French", "FR"),
            ("Dutch", "NL"), ("Norwegian", "NO")])
        {
            _demonyms[demonym] = Of(code);
        }

        foreach (var (name, code) in _more)
        {
            _countries.TryAdd(name, Of(code));
        }

        foreach (var line in EntityLists.Lines("metonyms.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var country = Of(line[(colon + 1)..bar].Trim());
            var office = line[(bar + 1)..].Trim();
            var names = line[..colon].Split(';', StringSplitOptions.TrimEntries);
            var entity = office.Length == 0
                ? country with { StandsFor = "government of " + country.Name }
                : new WorldEntity($"office:{country.Country}:{names[0]}", names[0], country.Country, office);
            foreach (var name in names)
            {
                _offices.TryAdd(name, entity);
            }
        }

        foreach (var place in EntityLists.Lines("places.txt").SelectMany(line => Cut(line)))
        {
            _places.Add(place);
        }
    }

    /// <summary>Whether a name is a country's or a place's, and no person's.</summary>
    public static bool IsPlace(string name) => _places.Contains(name) || _countries.ContainsKey(name) || _capitals.ContainsKey(name);

    /// <summary>Whether a name is a country's.</summary>
    public static bool IsCountry(string name) => _countries.ContainsKey(name);

    /// <summary>Whether a word is a country's adjective or its people's name: "Russian".</summary>
    public static bool IsDemonym(string word) => _demonyms.ContainsKey(word) || (word.EndsWith('s') && _demonyms.ContainsKey(word[..^1]));

    /// <summary>
    /// Whom a speaker's name means: the country for itself, its government and its capital; an office for its names.
    /// <c>null</c> where it is none of them.
    /// </summary>
    public static WorldEntity? Speaking(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bare = Article().Replace(Possessive().Replace(name.Trim(), ""), "");
        if (_offices.TryGetValue(bare, out var found) || _countries.TryGetValue(bare, out found) || _capitals.TryGetValue(bare, out found))
        {
            return found;
        }

        var government = Government().Match(bare);
        if (!government.Success)
        {
            return null;
        }

        var whose = Article().Replace(Possessive().Replace((government.Groups[1].Value + government.Groups[2].Value).Trim(), ""), "");
        return _countries.TryGetValue(whose, out found) || _demonyms.TryGetValue(whose, out found)
            ? found with { StandsFor = "government of " + found.Name }
            : null;
    }

    /// <summary>
    /// The country that speaks under an abbreviation or by its capital, by its usual name: "U.S.", "Ankara"; <c>null</c> where a
    /// name is neither.
    /// </summary>
    public static string? CountryOf(string name) =>
        _countries.TryGetValue(name, out var country) && name.All(c => char.IsUpper(c) || c == '.') ? country.Name
        : _capitals.TryGetValue(name, out var capital) ? _countries.Values.First(c => c.Country == capital.Country).Name
        : null;

    /// <summary>The country of a people's name, "Danes" or "French"; <c>null</c> where it is none, or of several countries.</summary>
    public static string? People(string people) => char.IsUpper(people[0])
        && (_demonyms.TryGetValue(people, out var country) || (people.EndsWith('s') && _demonyms.TryGetValue(people[..^1], out country)))
            ? country.Name : null;

    /// <summary>
    /// The words by which somebody is spoken of whom <see cref="Speaking"/> takes for an entity, or of a country for one of its
    /// offices: whoever is so taken has all the words of one of these in his name (<see cref="EntityNames.Words"/>).
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> WordingsOf(WorldEntity entity)
    {
        bool Is(WorldEntity other) => IsOf(entity, other);
        var names = new[] { _offices, _countries, _capitals }.SelectMany(names => names).Where(n => Is(n.Value)).Select(n => EntityNames.Words(Folding.Of(n.Key)));
        var peoples = _demonyms.Where(n => Is(n.Value)).SelectMany(n => _governments.Select(g => (List<string>)[.. EntityNames.Words(Folding.Of(n.Key)), g]));

        // "Russia's" alone is one word, "russias".
        return names.Concat(peoples).SelectMany(words => (IEnumerable<List<string>>)[words, [.. words.SkipLast(1), words[^1] + "s"]]);
    }

    /// <summary>Every name, people's too, by which <see cref="Speaking"/> may know somebody.</summary>
    public static IEnumerable<string> SpokenNames => new[] { _offices, _countries, _capitals, _demonyms }.SelectMany(names => names.Keys);

    /// <summary>Whether whoever is meant by one entity is meant by another: of a country its offices too, of an office only itself.</summary>
    public static bool IsOf(WorldEntity asked, WorldEntity said) => said.Key == asked.Key
        || (asked.Key.StartsWith("country:", StringComparison.Ordinal) && asked.Country == said.Country);

    private static WorldEntity Of(string code) => _countries.Values.First(c => c.Country == code);

    private static string[] Cut(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^the\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"['’]s?$")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?:governments? of (.+)|(.+?) governments?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Government();
}
