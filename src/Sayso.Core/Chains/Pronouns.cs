using System.Text.RegularExpressions;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>Whom the pronouns of a text mean that stand for one person: he, she and their forms.</summary>
internal static partial class Pronouns
{
    /// <summary>Each such pronoun that stands for somebody whom the text names, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Its names, in order.</param>
    public static IReadOnlyList<NameMention> Resolve(string text, IReadOnlyList<NameMention> names)
    {
        var scene = new SpeakerScene(text, names);
        var people = new PersonFinder(scene, isLenient: true);
        List<NameMention> found = [];
        foreach (var match in Personal().EnumerateMatches(text))
        {
            var gender = text[match.Index] is 'h' or 'H' && match.Length > 1 && text.AsSpan(match.Index, match.Length).ToString().ToLowerInvariant() is "he" or "him" or "his" or "himself" ? Gender.Male : Gender.Female;
            if (people.Best(match.Index, gender, not: null) is { Entity: { } entity } speaker)
            {
                if (entity.Gender == Gender.Unknown)
                {
                    entity.Gender = gender;
                    entity.IsPerson = true;
                }

                scene.Add(match.Index, speaker);
                found.Add(new NameMention(new TextSpan(match.Index, match.Index + match.Length), entity));
            }
        }

        return found;
    }

    [GeneratedRegex(@"\b(?:he|him|his|himself|she|her|hers|herself)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
