using System.Buffers;
using Sayso.Core.Analysis;
using Sayso.Core.Chains;

namespace Sayso.Core.Figures;

/// <summary>
/// The names of ships, planes, trains, which set counts of those aboard apart: names that a word such as "ferry" or "aboard the" stands
/// before, or "sank" or "ran aground" behind.
/// </summary>
internal static class Carriers
{
    private const int Reach = 24;

    /// <summary>How much oftener another is named than the first one, to be what a document is about.</summary>
    private const int Oftener = 3;

    private static readonly SearchValues<char> _letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly string[] _verbs = ["sank", "capsized", "went down", "ran aground", "crashed", "derailed", "had sailed", "sailed"];

    /// <summary>Those that some documents name.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<DocumentScene> documents) => documents
        .SelectMany(d => d.Mentions.Where(m => !m.Entity.IsPerson && !NameWords.Bodies.Contains(m.Entity.Name[(m.Entity.Name.LastIndexOf(' ') + 1)..]) && IsCarrier(d.Document.Text, m.Span.Start, m.Span.End)).Select(m => Bare(m.Entity.Name)))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The one that a document names first, unless another is named much oftener: the news comes first, and what it recalls later;
    /// <c>null</c> where it names none.
    /// </summary>
    public static string? Usual(DocumentScene document, IReadOnlySet<string> carriers)
    {
        var named = document.Mentions.Select(m => Bare(m.Entity.Name)).Where(carriers.Contains).GroupBy(n => n, StringComparer.Ordinal).ToList();
        return named.Count == 0 ? null : named.MaxBy(g => g.Count())! is var most && most.Count() >= Oftener * named[0].Count() ? most.Key : named[0].Key;
    }

    /// <summary>A ship's name without the word that says that it is one: "Ferry Ardent" in a headline is the Ardent.</summary>
    public static string Bare(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && CountStates.IsVehicle(name[..space].ToLowerInvariant()) ? name[(space + 1)..] : name;
    }

    private static bool IsCarrier(string text, int start, int end)
    {
        // "Aboard the Harbour Line ferry": whose it is.
        var behind = text.AsSpan(end, Math.Min(Reach, text.Length - end)).TrimStart();
        var next = behind.IndexOfAnyExcept(_letters) is var stop and >= 0 ? behind[..stop] : behind;
        if (CountStates.IsVehicle(next.ToString().ToLowerInvariant()))
        {
            return false;
        }

        // What ends a headline does not stand before the place that the next line begins with.
        var from = Math.Max(start - Reach, start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1);
        var before = text.AsSpan(from, start - from).TrimEnd();
        var bare = before.EndsWith(" the", StringComparison.OrdinalIgnoreCase) ? before[..^4] : before;
        if (bare.EndsWith(" aboard") || bare.EndsWith(" on board"))
        {
            return true;
        }

        var word = before[(before.LastIndexOf(' ') + 1)..];
        if (word.Length > 2 && CountStates.IsVehicle(word.ToString().ToLowerInvariant()))
        {
            return true;
        }

        foreach (var verb in _verbs)
        {
            if (behind.StartsWith(verb, StringComparison.Ordinal) && (behind.Length == verb.Length || !char.IsLetter(behind[verb.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
