using Sayso.Core.Errors;
using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Containers;

/// <summary>
/// Something to be read: the input itself, or what a container holds. The bytes of a container's part can be read until
/// the next part is asked for, and no longer.
/// </summary>
/// <param name="Path">The input's path; behind <c>#</c> the part's name or number in its container.</param>
internal sealed record Part(string Path)
{
    /// <summary>Its bytes.</summary>
    public Stream Content { get; init; } = Stream.Null;

    /// <summary>Its form, where the container knows it; found by content otherwise.</summary>
    public Form? Form { get; init; }

    /// <summary>What the container says of it; what the part says of itself goes before.</summary>
    public PageMetadata Found { get; init; } = new();

    /// <summary>How many containers it stands in.</summary>
    public int Depth { get; init; }

    /// <summary>The encoding that the server which sent it states.</summary>
    public string? Charset { get; init; }

    /// <summary>The address that it was fetched from: what it says of its own address counts for its own site only.</summary>
    public string? FetchedFrom { get; init; }

    /// <summary>Whether it is the input itself in another dress, so that what the user states of the input holds for it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it may be something else than an article, such as a picture: then it is passed over.</summary>
    public bool MayBeOther { get; init; }

    /// <summary>Why the container could not give it; <c>null</c> where there are bytes.</summary>
    public Problem? Problem { get; init; }

    /// <summary>A part of this one.</summary>
    public Part Inner(string name, Stream content) => new($"{Path}#{name}") { Content = content, Depth = Depth + 1 };

    /// <summary>A part of this one that is in memory.</summary>
    public Part Inner(string name, ReadOnlyMemory<byte> raw) => Inner(name, Bytes(raw));

    /// <summary>A part that could not be had.</summary>
    public Part Failed(string name, string code, string message) => new($"{Path}#{name}") { Problem = new Problem(code, message) };

    /// <summary>Bytes as a stream, not copied where that can be.</summary>
    public static MemoryStream Bytes(ReadOnlyMemory<byte> raw) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(raw, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(raw.ToArray(), writable: false);
}
