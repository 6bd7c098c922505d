using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sayso.Cli.Tests.Acceptance.Forms;

/// <summary>What STIX 2.1 (OASIS, 10 June 2021) asks of a bundle, as far as ours has such objects.</summary>
internal static partial class StixRules
{
    private const string Common = "type spec_version id created modified created_by_ref labels confidence lang external_references";

    private static readonly Dictionary<string, (string Required, string Optional)> _types = new(StringComparer.Ordinal)
    {
        ["identity"] = ("name", "description roles identity_class sectors contact_information"),
        ["report"] = ("name published object_refs", "description report_types"),
        ["note"] = ("content object_refs", "abstract authors"),
        ["observed-data"] = ("first_observed last_observed number_observed object_refs", ""),
        ["relationship"] = ("relationship_type source_ref target_ref", "description start_time stop_time"),
        ["url"] = ("value", ""),
    };

    private static readonly string[] _identityClasses = ["individual", "group", "system", "organization", "class", "unspecified", "unknown"];

    /// <summary>What is wrong with a bundle, in words.</summary>
    public static IEnumerable<string> Faults(JsonElement bundle)
    {
        // A bundle has a type, an id and objects, and nothing else (section 8).
        if (bundle.GetProperty("type").GetString() != "bundle" || !IsId(bundle.GetProperty("id").GetString()!, "bundle") || bundle.EnumerateObject().Count() != 3)
        {
            yield return "the bundle is none";
        }

        var objects = bundle.GetProperty("objects").EnumerateArray().ToList();
        var ids = objects.Select(o => o.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
        if (ids.Count != objects.Count)
        {
            yield return "an id is there twice";
        }

        foreach (var (one, fault) in objects.SelectMany(o => Object(o, ids).Select(f => (o, f))))
        {
            yield return $"{one.GetProperty("id").GetString()}: {fault}";
        }
    }

    private static IEnumerable<string> Object(JsonElement one, HashSet<string> ids)
    {
        var type = one.GetProperty("type").GetString()!;
        if (!_types.TryGetValue(type, out var rules))
        {
            yield return $"{type} is none of ours";
            yield break;
        }

        var isObservable = type == "url";
        var required = $"type id spec_version {(isObservable ? "" : "created modified")} {rules.Required}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var missing in required.Where(name => !one.TryGetProperty(name, out _)))
        {
            yield return $"lacks {missing}";
        }

        var allowed = required.Concat(rules.Optional.Split(' ')).Concat(isObservable ? [] : Common.Split(' ')).ToHashSet(StringComparer.Ordinal);
        foreach (var property in one.EnumerateObject())
        {
            if (!allowed.Contains(property.Name))
            {
                yield return $"has no {property.Name}";
            }

            if (property.Value.ValueKind is JsonValueKind.Null || (property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() == 0))
            {
                yield return $"{property.Name} is empty";
            }

            // 2.9, 3.3: what ends in _ref or _refs names objects of this bundle.
            var references = property.Name.EndsWith("_refs", StringComparison.Ordinal) ? property.Value.EnumerateArray().Select(r => r.GetString()!)
                : property.Name.EndsWith("_ref", StringComparison.Ordinal) ? [property.Value.GetString()!] : [];
            foreach (var unknown in references.Where(r => !ids.Contains(r)))
            {
                yield return $"{property.Name} names {unknown}, which is not there";
            }

            if (property.Name is "created" or "modified" or "published" or "first_observed" or "last_observed" && !Time().IsMatch(property.Value.GetString()!))
            {
                yield return $"{property.Name} is no time of day in UTC with milliseconds";
            }
        }

        foreach (var fault in Values(one, type))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Values(JsonElement one, string type)
    {
        if (!IsId(one.GetProperty("id").GetString()!, type) || one.GetProperty("spec_version").GetString() != "2.1")
        {
            yield return "its id or version";
        }

        if (one.TryGetProperty("confidence", out var confidence) && confidence.GetInt32() is < 0 or > 100)
        {
            yield return "its confidence is off the scale";
        }

        if (one.TryGetProperty("identity_class", out var word) && !_identityClasses.Contains(word.GetString()))
        {
            yield return $"its class is {word}";
        }

        if (one.TryGetProperty("external_references", out var references) && references.EnumerateArray().Any(r => !r.TryGetProperty("source_name", out _) || r.EnumerateObject().Count() < 2))
        {
            yield return "a reference names no source, or nothing of it";
        }

        if (type == "relationship" && (!Regex.IsMatch(one.GetProperty("relationship_type").GetString()!, "^[a-z0-9-]+$") || one.GetProperty("source_ref").GetString() == one.GetProperty("target_ref").GetString()))
        {
            yield return "its kind, or it is related to itself";
        }

        if (type == "observed-data" && (one.GetProperty("number_observed").GetInt32() is < 1 or > 999_999_999 || string.CompareOrdinal(one.GetProperty("first_observed").GetString(), one.GetProperty("last_observed").GetString()) > 0
            || one.GetProperty("object_refs").EnumerateArray().Any(r => !r.GetString()!.StartsWith("url--", StringComparison.Ordinal))))
        {
            yield return "what was observed";
        }

        // 2.9: an observable's id is made of what it is, in the namespace that the standard has for that.
        if (type == "url" && one.GetProperty("id").GetString() != $"url--{Uuid(new Guid("00abedb4-aa42-466c-9c01-fed23315a9b7"), $"{{\"value\":\"{one.GetProperty("value").GetString()}\"}}")}")
        {
            yield return "its id is not made of its value";
        }
    }

    private static bool IsId(string id, string type) => id.StartsWith(type + "--", StringComparison.Ordinal) && Id().IsMatch(id);

    private static Guid Uuid(Guid space, string name)
    {
#pragma warning disable CA5350 // Version 5 is SHA-1 by its definition.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x50), (byte)((hash[8] & 0x3F) | 0x80));
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    [GeneratedRegex("^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$")]
    private static partial Regex Time();
}
