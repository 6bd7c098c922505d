using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>Somebody or something that a document names or speaks of.</summary>
/// <param name="Id">
/// 32 hexadecimal digits: one for all documents that name it alike, or by names known to be one's (<see cref="EntityId"/>).
/// </param>
/// <param name="Name">The fullest name in the document, or the describing words.</param>
/// <param name="Type">What it is.</param>
public sealed record Entity(string Id, string Name, EntityType Type)
{
    /// <summary>What it stands for where it is a metonym: "government of Russia"; <c>null</c> where it is itself.</summary>
    public string? StandsFor { get; init; }

    /// <summary>Where the text names or means it, in order.</summary>
    public ValueList<TextSpan> Mentions { get; init; } = ValueList<TextSpan>.Empty;
}
