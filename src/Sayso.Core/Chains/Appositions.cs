using System.Buffers;
using System.Text.RegularExpressions;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// What a text says its people are, wherever it says so: "the chief engineer, Dunja Harpel", "Dunja Harpel, a former diver",
/// "finance minister Ilo Verrin", "Ilo Verrin is the mayor of Ostrel". So that "the former diver" is known later, and the
/// body that somebody speaks for. Looks at a bounded stretch beside each name.
/// </summary>
internal static partial class Appositions
{
    private const int Reach = 90;

    /// <summary>Adds to each entity the words that describe it, and its body.</summary>
    /// <param name="scene">The text with its names.</param>
    public static void Learn(SpeakerScene scene)
    {
        foreach (var mention in scene.Names)
        {
            if (mention.Entity.IsPerson || mention.Entity.MayBePerson)
            {
                Before(scene, mention);
                Behind(scene, mention);
            }
        }
    }

    /// <summary>"the chief engineer, NAME", "finance minister NAME".</summary>
    private static void Before(SpeakerScene scene, NameMention mention)
    {
        var end = mention.Span.Start;
        var start = Math.Max(0, end - Reach);
        var slice = scene.Text.AsSpan(start, end - start);
        start += slice.LastIndexOfAny('\n', '.', ';') + 1;
        slice = scene.Text.AsSpan(start, end - start).TrimEnd();
        if (slice.Length == 0 || slice[^1] is not (',' or (>= 'a' and <= 'z')))
        {
            return;
        }

        if (slice[^1] == ',')
        {
            slice = slice[..^1];
            start += slice.LastIndexOfAny(',', '“', '"') + 1;
            var clause = new TextSpan(start, scene.Text.AsSpan(start, end - start).LastIndexOf(',') + start);
            if (Determiner().Match(scene.Text[clause.Start..clause.End]) is { Success: true } determiner)
            {
                Describe(scene, mention.Entity, new TextSpan(clause.Start + determiner.Index, clause.End));
            }

            return;
        }

        // Words run up to the name without a comma: "the Ostrel finance minister NAME".
        var words = 0;
        var at = start + slice.Length;
        var first = at;
        while (words < 4 && at > start)
        {
            var begin = at;
            while (begin > start && !char.IsWhiteSpace(scene.Text[begin - 1]))
            {
                begin--;
            }

            var word = scene.Text[begin..at].ToLowerInvariant();
            if (word.Length == 0 || !char.IsLetter(word[^1]) || _stops.Contains(word) || (words == 0 && !NameWords.IsPerson(word)))
            {
                break;
            }

            first = begin;
            words++;
            at = begin;
            while (at > start && char.IsWhiteSpace(scene.Text[at - 1]))
            {
                at--;
            }
        }

        if (words > 0)
        {
            Describe(scene, mention.Entity, new TextSpan(first, start + slice.Length));
        }
    }

    /// <summary>"NAME, a former diver", "NAME, 41, the mayor of Ostrel", "NAME is the mayor".</summary>
    private static void Behind(SpeakerScene scene, NameMention mention)
    {
        var at = mention.Span.End;
        var reach = scene.Text.AsSpan(at, Math.Min(Reach, scene.Text.Length - at));
        var opening = Opening().Match(reach.ToString());
        if (!opening.Success)
        {
            return;
        }

        var rest = reach[opening.Length..];
        var end = rest.IndexOfAny(_ends);
        end = end < 0 ? rest.Length : end;
        Describe(scene, mention.Entity, new TextSpan(at + opening.Length, at + opening.Length + end));
    }

    private static void Describe(SpeakerScene scene, NamedEntity entity, TextSpan span)
    {
        if (span.Length < 3)
        {
            return;
        }

        var phrase = scene.Phrase(span);
        if (phrase.Words.Length == 0 || phrase.Words.Length > 7
            || !(NameWords.IsPerson(phrase.Head) || (phrase.Determiner is "a" or "an" or "the" && NameWords.SoundsLikePerson(phrase.Head))))
        {
            return;
        }

        entity.Heads.Add(phrase.Singular);
        foreach (var word in phrase.Words)
        {
            entity.Roles.Add(word.Trim(',', '.').ToLowerInvariant());
        }

        entity.Body ??= phrase.Names.Select(n => n.Entity).FirstOrDefault(e => e != entity && !e.IsPerson && !World.IsPlace(e.Name))
            ?? phrase.Names.Select(n => n.Entity).FirstOrDefault(e => e != entity && !e.IsPerson);
    }

    private static readonly SearchValues<char> _ends = SearchValues.Create(",.;:\n(“\"—");
    private static readonly HashSet<string> _stops = new(
        "of in at for with by from to on and or but that when while as after before said says say told tells tell according the a an his her its their our my where who which whom is was were are be been has had have".Split(' '),
        StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:the|an?|his|her|its|their|our|my|this)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Determiner();

    [GeneratedRegex(@"^(?:,\s+(?:(?:aged?\s+)?\d{1,3},\s+)?(?:who\s+(?:is|was)\s+)?|\s+(?:is|was|became|remains)\s+(?=(?:the|an?|his|her|its)\s)|\s+\([^()\n]{1,12}\),?\s+(?=(?:the|an?)\s))")]
    private static partial Regex Opening();
}
