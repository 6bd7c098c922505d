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
        var antecedents = new AntecedentFinder(scene);
        List<NameMention> found = [];
        foreach (var match in Personal().EnumerateMatches(text))
        {
            var pronoun = new TextSpan(match.Index, match.Index + match.Length);
            var gender = GenderOf(pronoun.Slice(text));
            if (antecedents.Best(pronoun, gender) is { } entity)
            {
                if (entity.Gender == Gender.Unknown)
                {
                    entity.Gender = gender;
                    entity.IsPerson = true;
                }

                found.Add(new NameMention(pronoun, entity));
            }
        }

        return found;
    }

    /// <summary>Whether a word in lower case is a form of he or she.</summary>
    public static bool IsPersonal(string word) => word is "he" or "him" or "his" or "himself" or "she" or "her" or "hers" or "herself";

    /// <summary>The gender of a form of he or she: he, him and his begin with h, and of she's forms her and hers alone.</summary>
    public static Gender GenderOf(ReadOnlySpan<char> pronoun) =>
        pronoun.StartsWith("h", StringComparison.OrdinalIgnoreCase) && !pronoun.StartsWith("her", StringComparison.OrdinalIgnoreCase)
            ? Gender.Male : Gender.Female;

    [GeneratedRegex(@"\b(?:he|him|his|himself|she|her|hers|herself)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
