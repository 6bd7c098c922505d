using System.Security.Cryptography;
using System.Text;

namespace Sayso.Core.Export;

/// <summary>Ids of STIX objects: UUIDs made of names (RFC 9562, version 5), so that one thing has one id in every export.</summary>
internal static class StixId
{
    /// <summary>The namespace of cyber-observable objects (STIX 2.1, section 2.9).</summary>
    private static readonly Guid _observables = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /// <summary>Ours: the name “sayso” in the namespace of names that the RFC calls DNS.</summary>
    private static readonly Guid _ours = Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "sayso");

    /// <summary>The id of an object of ours: <c>note--…</c>.</summary>
    public static string Of(string type, string name) => $"{type}--{Of(_ours, $"{type}:{name}")}";

    /// <summary>The id of an address, made of its canonical JSON as the standard has it.</summary>
    public static string OfUrl(string canonicalJson) => $"url--{Of(_observables, canonicalJson)}";

    /// <summary>The UUID of an id.</summary>
    public static Guid Uuid(string id) => Guid.Parse(id.AsSpan(id.IndexOf("--", StringComparison.Ordinal) + 2));

    /// <summary>The UUID of a name in a namespace.</summary>
    internal static Guid Of(Guid space, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var input = new byte[16 + bytes.Length];
        space.TryWriteBytes(input, bigEndian: true, out _);
        bytes.CopyTo(input, 16);
#pragma warning disable CA5350 // Version 5 is SHA-1 by its definition.
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
