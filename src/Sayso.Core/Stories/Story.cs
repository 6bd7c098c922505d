using NodaTime;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Stories;

/// <summary>The documents that share events.</summary>
/// <param name="Id">32 hexadecimal digits: a hash of the id of its first document.</param>
/// <param name="Title">The headline of the document that is most like the others.</param>
/// <param name="Documents">The ids of its documents, by publication time (undated ones last), then by id; at least one.</param>
/// <param name="Claims">The ids of the claims that its documents have, those of most of its documents first.</param>
public sealed record Story(string Id, string Title, ValueList<string> Documents, ValueList<string> Claims)
{
    /// <summary>
    /// How many independent origins stand behind the claims that several of its documents have; behind all where none is shared.
    /// </summary>
    public OriginCount Origins { get; init; }

    /// <summary>The first day of publication; <c>null</c> where none is known.</summary>
    public LocalDate? First { get; init; }

    /// <summary>The last day of publication; <c>null</c> where none is known.</summary>
    public LocalDate? Last { get; init; }
}
