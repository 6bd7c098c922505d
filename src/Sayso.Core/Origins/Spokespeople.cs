using System.Text.RegularExpressions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;

namespace Sayso.Core.Origins;

/// <summary>
/// For which body people speak, as the documents' own words have it: "Ola Berg, a spokeswoman for the Harbour Board", "Harbour
/// Board director Ola Berg", "Captain Ola Berg of the harbour police", and "Ola Berg, a spokeswoman" where the last body before her
/// that said something is the board. Where some document says which body it is, no other is guessed; of guesses two thirds are
/// one. Whoever speaks for several is himself. What a body says and what its spokeswoman says is one institution's word.
/// </summary>
internal sealed partial class Spokespeople
{
    /// <summary>Characters before a spokeswoman in which her body is looked for.</summary>
    private const int Reach = 600;

    /// <summary>Characters before "the agency" in which its name is looked for.</summary>
    private const int FarReach = 4000;

    private const string Name = @"\p{Lu}[\p{L}\p{M}'’-]+(?: (?:of |for |(?<=['’] )and )?\p{Lu}[\p{L}\p{M}'’&-]+){0,3}";
    private const string Person = @"\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}";
    private const string Role = @"(?:spokes(?:wo)?man|spokesperson|press secretary|(?:chief )?(?:executive|engineer|investigator)|chair(?:man|woman)?|director|general secretary|manager|commander)";
    private const string Kind = @"(?:\p{Ll}[\p{Ll}-]* ){0,2}(?:service|ministry|agency|police|authority|coastguard|union|department|office|board|company|navy|army|brigade|hospital|laboratory|council|party|firm)";

    private readonly Dictionary<string, List<(string Body, bool IsTold)>> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _bodyOf = new(StringComparer.Ordinal);

    /// <summary>Reads a document, which was not read before.</summary>
    /// <returns>Who speaks for another body now, or for none.</returns>
    public IEnumerable<string> Add(Document document)
    {
        List<string> changed = [];
        foreach (var person in Found(document).Distinct().GroupBy(f => f.Person, StringComparer.Ordinal))
        {
            if (!_found.TryGetValue(person.Key, out var bodies))
            {
                _found.Add(person.Key, bodies = []);
            }

            bodies.AddRange(person.Select(f => (f.Body, f.IsTold)));
            var body = bodies.Exists(f => f.IsTold) ? Only([.. bodies.Where(f => f.IsTold).Select(f => f.Body)]) : Usual([.. bodies.Select(f => f.Body)]);
            if (body != BodyOf(person.Key))
            {
                changed.Add(person.Key);
            }

            _bodyOf[person.Key] = body;
        }

        return changed;
    }

    /// <summary>The body that somebody speaks for, in lower case where only its kind is known; <c>null</c> for none.</summary>
    public string? BodyOf(string person) => _bodyOf.GetValueOrDefault(person);

    private static IEnumerable<(string Person, string Body, bool IsTold)> Found(Document document)
    {
        var text = document.Text.Replace('’', '\'');
        foreach (var match in new[] { Behind(), Before() }.SelectMany(r => r.Matches(text)).Where(m => !ContentWords.IsFunction(m.Groups["body"].Value.ToLowerInvariant())))
        {
            yield return (Untitled(match.Groups["person"].Value), Plain(match.Groups["body"].Value), true);
        }

        foreach (Match match in OfKind().Matches(text))
        {
            // "The agency" is the last one named that ends so; "the fire service", which nobody names, is that.
            var kind = match.Groups["kind"].Value;
            var named = Names().Matches(text[Math.Max(0, match.Index - FarReach)..match.Index]).Select(m => Plain(m.Value)).LastOrDefault(n => n.EndsWith(" " + kind, StringComparison.OrdinalIgnoreCase));
            if (named is not null || kind.Contains(' ', StringComparison.Ordinal))
            {
                yield return (Untitled(match.Groups["person"].Value), named ?? kind, true);
            }
        }

        Lazy<HashSet<string>> people = new(() => [.. NameFinder.Find(text).Where(m => m.Entity.IsPerson || m.Entity.MayBePerson).Select(m => m.Entity.Name)]);
        foreach (Match match in Alone().Matches(text))
        {
            var before = text[Math.Max(0, match.Index - Reach)..match.Index];
            var body = Saying().Matches(before).Select(m => Plain(m.Groups["body"].Value)).LastOrDefault(b => !people.Value.Any(p => StatementPair.IsSameName(p, b)));
            if (body is not null)
            {
                yield return (Untitled(match.Groups["person"].Value), body, false);
            }
        }
    }

    /// <summary>The longest name of one body; <c>null</c> where they are several's.</summary>
    private static string? Only(List<string> bodies) =>
        bodies.OrderByDescending(b => b.Length).ThenBy(b => b, StringComparer.Ordinal).First() is var longest && bodies.TrueForAll(b => StatementPair.IsSameName(b, longest)) ? longest : null;

    /// <summary>The body that most documents make likely; <c>null</c> where fewer than two thirds do.</summary>
    private static string? Usual(List<string> bodies) => bodies.GroupBy(b => b, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First() is var most && 3 * most.Count() >= 2 * bodies.Count ? most.Key : null;

    private static string Plain(string body)
    {
        var plain = body.StartsWith("The ", StringComparison.Ordinal) ? body[4..] : body;
        return plain.EndsWith("'s", StringComparison.Ordinal) ? plain[..^2] : plain;
    }

    private static string Untitled(string person)
    {
        var space = person.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && person[..space].TrimEnd('.') is "Dr" or "Mr" or "Ms" or "Mrs" or "Professor" or "Colonel" or "Captain" or "Lieutenant" or "Commodore" or "General" ? person[(space + 1)..] : person;
    }

    /// <summary><c>Ola Berg, a spokeswoman for the Harbour Board</c>; <c>Ola Berg, for the Harbour Board,</c>.</summary>
    [GeneratedRegex($@"(?<person>{Person}),(?: who is)? (?:(?:an?|the|its|chief|senior|company|deputy) )*{Role} (?:for|of|at) (?:the )?(?<body>{Name})|(?<person>{Person}), for (?:the )?(?<body>{Name}),|(?<person>{Person}), who (?:commands|heads|leads|runs|chairs) (?:the )?(?<body>{Name})")]
    private static partial Regex Behind();

    /// <summary><c>Harbour Board director Ola Berg</c>; <c>Harbour Board's chief executive, Ola Berg</c>; <c>Harbour Board, whose director, Ola Berg,</c>.</summary>
    [GeneratedRegex($@"(?<body>{Name})(?:'s)? (?:chief |senior )?{Role},? (?<person>{Person})|[Tt]he (?:chief |senior )?{Role} of (?:the )?(?<body>{Name}), (?<person>{Person}),|(?<body>{Name}), whose (?:chief |senior )?{Role}, (?<person>{Person}),")]
    private static partial Regex Before();

    /// <summary><c>Ola Berg of the harbour police</c>; <c>Ola Berg, who commands the harbour police</c>; <c>Ola Berg, director of the agency</c>.</summary>
    [GeneratedRegex($@"(?<person>{Person})(?: of|, who (?:commands|heads|leads|runs|chairs)|, (?:(?:an?|the|its|chief|senior|deputy) )*{Role} (?:for|of|at)) the (?<kind>{Kind})\b")]
    private static partial Regex OfKind();

    /// <summary><c>Ola Berg, a spokeswoman,</c>; <c>spokeswoman Ola Berg</c>; <c>the company's chief engineer, Ola Berg</c>; <c>its director, Ola Berg,</c>.</summary>
    [GeneratedRegex($@"(?<person>{Person}), (?:an?|its|the company's) (?:company )?(?:chief |senior )?{Role}(?! (?:for|of|at))\b|(?<!\p{{Lu}}[\p{{L}}']+ ){Role} (?<person>{Person})|\b(?:[Tt]he|[Ii]ts|[Tt]he company's) (?:chief |senior )?{Role}, (?<person>{Person}),")]
    private static partial Regex Alone();

    /// <summary>A name that says something, or refuses to.</summary>
    [GeneratedRegex($@"(?<body>{Name})(?:, [^,.\n]{{1,80}},)? (?:has |had |have )?(?:said|says|told|declined|denied|disputed|rejected|dismissed|would not|acknowledged|admitted|accepted|confirmed|refused|announced|insisted)\b")]
    private static partial Regex Saying();

    [GeneratedRegex(Name)]
    private static partial Regex Names();
}
