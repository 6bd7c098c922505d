using System.Text.RegularExpressions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;

namespace Sayso.Core.Origins;

/// <summary>
/// For which body people speak, as the documents' own words have it: "Ola Berg, a spokeswoman for the Harbour Board", "Harbour
/// Board director Ola Berg", and "Ola Berg, a spokeswoman" where the last body before her that said something is the board.
/// Whoever speaks for several is himself. What a body says and what its spokeswoman says is one institution's word.
/// </summary>
internal sealed partial class Spokespeople
{
    /// <summary>Characters before a spokeswoman in which her body is looked for.</summary>
    private const int Reach = 600;

    private const string Name = @"\p{Lu}[\p{L}\p{M}'’-]+(?: (?:of |for )?\p{Lu}[\p{L}\p{M}'’&-]+){0,3}";
    private const string Person = @"\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}";
    private const string Role = @"(?:spokes(?:wo)?man|spokesperson|press secretary|(?:chief )?(?:executive|engineer|investigator)|chair(?:man|woman)?|director|general secretary|manager|commander)";

    private readonly Dictionary<string, string> _bodyOf;

    /// <summary>Reads the documents.</summary>
    public Spokespeople(IEnumerable<Document> documents) => _bodyOf = documents.SelectMany(Found)
        .Distinct().GroupBy(f => f.Person, StringComparer.Ordinal)
        .Where(g => g.Skip(1).All(f => StatementPair.IsSameName(f.Body, g.First().Body)))
        .ToDictionary(g => g.Key, g => g.Select(f => f.Body).OrderByDescending(b => b.Length).ThenBy(b => b, StringComparer.Ordinal).First(), StringComparer.Ordinal);

    /// <summary>The body that somebody speaks for; <c>null</c> for none.</summary>
    public string? BodyOf(string person) => _bodyOf.GetValueOrDefault(person);

    private static IEnumerable<(string Person, string Body)> Found(Document document)
    {
        var text = document.Text;
        foreach (var match in new[] { Behind(), Before() }.SelectMany(r => r.Matches(text)))
        {
            yield return (Untitled(match.Groups["person"].Value), Plain(match.Groups["body"].Value));
        }

        Lazy<HashSet<string>> people = new(() => [.. NameFinder.Find(text).Where(m => m.Entity.IsPerson || m.Entity.MayBePerson).Select(m => m.Entity.Name)]);
        foreach (Match match in Alone().Matches(text))
        {
            var before = text[Math.Max(0, match.Index - Reach)..match.Index];
            var body = Saying().Matches(before).Select(m => Plain(m.Groups["body"].Value)).LastOrDefault(b => !people.Value.Any(p => StatementPair.IsSameName(p, b)));
            if (body is not null)
            {
                yield return (Untitled(match.Groups["person"].Value), body);
            }
        }
    }

    private static string Plain(string body)
    {
        var plain = body.StartsWith("The ", StringComparison.Ordinal) ? body[4..] : body;
        return plain.EndsWith("'s", StringComparison.Ordinal) || plain.EndsWith("’s", StringComparison.Ordinal) ? plain[..^2] : plain;
    }

    private static string Untitled(string person)
    {
        var space = person.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && person[..space].TrimEnd('.') is "Dr" or "Mr" or "Ms" or "Mrs" or "Professor" or "Colonel" or "Lieutenant" or "Commodore" ? person[(space + 1)..] : person;
    }

    /// <summary><c>Ola Berg, a spokeswoman for the Harbour Board</c>; <c>Ola Berg, for the Harbour Board,</c>.</summary>
    [GeneratedRegex($@"(?<person>{Person}),(?: who is)? (?:(?:an?|the|its|chief|senior|company|deputy) )*{Role} (?:for|of|at) (?:the )?(?<body>{Name})|(?<person>{Person}), for (?:the )?(?<body>{Name}),")]
    private static partial Regex Behind();

    /// <summary><c>Harbour Board director Ola Berg</c>; <c>Harbour Board's chief executive, Ola Berg</c>.</summary>
    [GeneratedRegex($@"(?<body>{Name})(?:['’]s)? (?:chief |senior )?{Role},? (?<person>{Person})|[Tt]he (?:chief |senior )?{Role} of (?:the )?(?<body>{Name}), (?<person>{Person}),")]
    private static partial Regex Before();

    /// <summary><c>Ola Berg, a spokeswoman,</c>; <c>spokeswoman Ola Berg</c>; <c>the company's chief engineer, Ola Berg</c>.</summary>
    [GeneratedRegex($@"(?<person>{Person}), (?:an?|its|the company['’]s) (?:company )?{Role}(?! (?:for|of|at))\b|(?<!\p{{Lu}}[\p{{L}}'’]+ ){Role} (?<person>{Person})|[Tt]he company['’]s {Role}, (?<person>{Person}),")]
    private static partial Regex Alone();

    /// <summary>A name that says something, or refuses to.</summary>
    [GeneratedRegex($@"(?<body>{Name})(?:, [^,.\n]{{1,80}},)? (?:has |had |have )?(?:said|says|told|declined|denied|disputed|rejected|dismissed|would not|acknowledged|admitted|accepted|confirmed|refused|announced|insisted)\b")]
    private static partial Regex Saying();
}
