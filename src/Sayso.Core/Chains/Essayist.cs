using System.Text.RegularExpressions;

namespace Sayso.Core.Chains;

/// <summary>Who writes a text in the first person, where its last lines say so: "Dunja Harpel is the governor of Tarn."</summary>
internal static partial class Essayist
{
    private const int Reach = 600;
    private const int LongestTitle = 30;

    /// <summary>The person that one of the last lines begins with and introduces; <c>null</c> where none does.</summary>
    public static NamedEntity? Of(SpeakerScene scene)
    {
        var text = scene.Text;
        for (var i = scene.Names.Count - 1; i >= 0 && text.Length - scene.Names[i].Span.Start < Reach; i--)
        {
            var (span, entity) = (scene.Names[i].Span, scene.Names[i].Entity);

            // A title may stand before the name, no more: what is looked back over is bounded.
            var from = Math.Max(0, span.Start - LongestTitle);
            var line = from + text.AsSpan(from, span.Start - from).LastIndexOf('\n') + 1;
            if (line > from && (entity.IsPerson || entity.MayBePerson) && Introduced().IsMatch(text.AsSpan(span.End))
                && text.AsSpan(line, span.Start - line).IndexOfAny("“\"") < 0)
            {
                return entity;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^,?\s(?:is\s(?:an?|the)\s|(?:an?|the)\s[^.\n]{3,80},\sis\s(?:an?|the)\s|teaches\s|writes\s)")]
    private static partial Regex Introduced();
}
