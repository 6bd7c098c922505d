using System.Globalization;
using System.Text.Json;

namespace Sayso.Cli.Tests.Acceptance.Forms;

/// <summary>What the Web Annotation Data Model (W3C, 23 February 2017) asks of a collection, as far as ours has such parts.</summary>
internal static class AnnotationRules
{
    private static readonly string[] _motivations =
    [
        "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
    ];

    /// <summary>What is wrong with a collection, in words.</summary>
    public static IEnumerable<string> Faults(JsonElement root)
    {
        // 5.1, 3.1: the context is there, and ours is beside the standard's.
        var contexts = root.GetProperty("@context");
        if (contexts.ValueKind != JsonValueKind.Array || contexts[0].GetString() != "http://www.w3.org/ns/anno.jsonld")
        {
            yield return "the context is not the standard's";
        }

        if (!IsIri(root, "id") || root.GetProperty("type").GetString() != "AnnotationCollection")
        {
            yield return "the collection has no id or type";
        }

        var total = root.GetProperty("total").GetInt32();
        if (total == 0)
        {
            yield break;
        }

        var page = root.GetProperty("first");
        var items = page.GetProperty("items").EnumerateArray().ToList();
        if (!IsIri(page, "id") || page.GetProperty("type").GetString() != "AnnotationPage" || page.GetProperty("partOf").GetString() != root.GetProperty("id").GetString() || items.Count != total)
        {
            yield return "the page is not one of the collection";
        }

        foreach (var fault in items.SelectMany(Annotation))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Annotation(JsonElement annotation)
    {
        var id = annotation.GetProperty("id").GetString()!;
        if (!IsIri(annotation, "id") || annotation.GetProperty("type").GetString() != "Annotation")
        {
            yield return $"{id}: no id or type";
        }

        if (!_motivations.Contains(annotation.GetProperty("motivation").GetString()) || !IsUtc(annotation.GetProperty("created")))
        {
            yield return $"{id}: motivation or time";
        }

        foreach (var body in annotation.GetProperty("body").EnumerateArray())
        {
            if (body.GetProperty("type").GetString() != "TextualBody" || !body.TryGetProperty("value", out _) || !_motivations.Contains(body.GetProperty("purpose").GetString()))
            {
                yield return $"{id}: body {body}";
            }
        }

        // 3.1: one target at least; 4.1: a specific resource has exactly one source.
        var targets = annotation.GetProperty("target").EnumerateArray().ToList();
        if (targets.Count == 0)
        {
            yield return $"{id}: no target";
        }

        foreach (var target in targets)
        {
            var state = target.GetProperty("state");
            if (!IsIri(target, "source") || state.GetProperty("type").GetString() != "TimeState" || !IsUtc(state.GetProperty("sourceDate")) || !IsIri(state, "cached")
                || target.GetProperty("role").GetString() is not ("source" or "cue" or "content"))
            {
                yield return $"{id}: target {target}";
            }

            var selectors = target.GetProperty("selector").EnumerateArray().ToDictionary(s => s.GetProperty("type").GetString()!);
            var quote = selectors["TextQuoteSelector"];
            var (start, end) = (selectors["TextPositionSelector"].GetProperty("start").GetInt32(), selectors["TextPositionSelector"].GetProperty("end").GetInt32());
            if (start < 0 || quote.GetProperty("exact").GetString()!.EnumerateRunes().Count() != end - start)
            {
                yield return $"{id}: the selectors do not agree";
            }
        }
    }

    private static bool IsIri(JsonElement element, string name) => Uri.TryCreate(element.GetProperty(name).GetString(), UriKind.Absolute, out _);

    private static bool IsUtc(JsonElement time) => time.GetString() is { } text && text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
