using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>
/// What is seen of a name where it stands: its words, their form, what lists and rules know of them, and the words beside it.
/// What it looks at around a name is bounded.
/// </summary>
internal static class NameKindFeatures
{
    private const int LongestWord = 24;
    private const int Ending = 3;

    private static readonly HashSet<string> _placeWords = new(
        ("River Lake Mount Mountain Mountains Island Islands Sea Ocean Bay Gulf Valley Strait Peninsula Province County District Region "
            + "City Town Village Airport Avenue Road Square Bridge Park Beach Desert Forest Hill Hills "
        + "Coast Harbor Harbour Port Canyon Creek Falls Peak Cape Castle Palace Tower Stadium Arena Station Township Parish "
        + "Fort Saint San Santa").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _eventWords = new(
        ("War Wars Battle Olympics Games Cup Championship Championships Election Elections Festival Conference Summit Award Awards "
            + "Prize Revolution Act Treaty Day Open Tour Grand Prix Series Amendment").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The features of one mention, each once.</summary>
    public static IReadOnlyCollection<string> Of(string text, NamedEntity entity, TextSpan mention)
    {
        HashSet<string> found = new(StringComparer.Ordinal) { "any" };
        AddKnown(found, entity);
        AddWords(found, mention.Slice(text).ToString());
        AddAround(found, text, mention);
        return found;
    }

    private static void AddKnown(HashSet<string> found, NamedEntity entity)
    {
        var words = entity.Name.Split(' ');
        AddIf(found, "known person", entity.IsPerson);
        AddIf(found, "perhaps person", entity.MayBePerson);
        AddIf(found, "outlet", entity.IsOutlet);
        AddIf(found, "speaks for a body", entity.Body is not null);
        AddIf(found, "called by a noun", entity.Heads.Count > 0 || entity.Roles.Count > 0);
        AddIf(found, "country", World.IsCountry(entity.Name));
        AddIf(found, "listed place", World.IsPlace(entity.Name));
        AddIf(found, "listed body", World.Speaking(entity.Name) is not null);
        AddIf(found, "forename first", WordList.Forenames.ContainsKey(words[0]));
        AddIf(found, "forename last", words.Length > 1 && WordList.Forenames.ContainsKey(words[^1]));
        AddIf(found, "word of a body", words.Any(NameWords.Bodies.Contains));
        AddIf(found, "word of a place", _placeWords.Contains(words[^1]) || _placeWords.Contains(words[0]));
        AddIf(found, "word of an event", _eventWords.Contains(words[^1]));
        AddIf(found, "word of a people", words.Any(World.IsDemonym));
    }

    private static void AddWords(HashSet<string> found, string name)
    {
        var words = name.Split((char[])[' ', '\n', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        found.Add($"words {Math.Min(words.Length, 5)}");
        found.Add((words.Length == 1 ? "only " : "first ") + Lower(words[0]));
        if (words.Length > 1)
        {
            found.Add("last " + Lower(words[^1]));
        }

        foreach (var word in words.Skip(1).Take(words.Length - 2))
        {
            found.Add("inside " + Lower(word));
        }

        var last = Lower(words[^1]);
        found.Add((words.Length == 1 ? "only ends " : "ends ") + last[Math.Max(0, last.Length - Ending)..]);
        AddIf(found, "capitals", words.Any(w => w.Length > 1 && w.All(char.IsUpper)));
        AddIf(found, "initial", words.Any(w => w.Length == 2 && w[1] == '.'));
        AddIf(found, "digit", name.Any(char.IsDigit));
        AddIf(found, "hyphen", name.Contains('-', StringComparison.Ordinal));
        AddIf(found, "capital inside", words.Any(w => w.Skip(1).Any(char.IsUpper) && w.Any(char.IsLower)));
    }

    private static void AddAround(HashSet<string> found, string text, TextSpan mention)
    {
        var (before, start) = WordBefore(text, mention.Start);
        var (second, _) = WordBefore(text, start);
        found.Add("before " + before);
        found.Add("second before " + second);
        var (behind, end) = WordBehind(text, mention.End);
        found.Add("behind " + behind);
        found.Add("second behind " + WordBehind(text, end).Word);
    }

    /// <summary>The word or mark before a place, lower case, and where it starts; empty where the line begins.</summary>
    private static (string Word, int Start) WordBefore(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\u00A0')
        {
            at--;
        }

        var start = at;
        while (start > 0 && at - start < LongestWord && IsOfWord(text[start - 1]))
        {
            start--;
        }

        start = start == at && at > 0 && text[at - 1] != '\n' ? at - 1 : start;
        return (Lower(text[start..at]), start);
    }

    /// <summary>The word or mark behind a place, lower case, and where it ends; empty where the line ends.</summary>
    private static (string Word, int End) WordBehind(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0')
        {
            at++;
        }

        var end = at;
        while (end < text.Length && end - at < LongestWord && IsOfWord(text[end]))
        {
            end++;
        }

        end = end == at && at < text.Length && text[at] != '\n' ? at + 1 : end;
        return (Lower(text[at..end]), end);
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’' or '-';

    private static string Lower(string word) => word.ToLowerInvariant().Replace('’', '\'');

    private static void AddIf(HashSet<string> found, string feature, bool holds)
    {
        if (holds)
        {
            found.Add(feature);
        }
    }
}
