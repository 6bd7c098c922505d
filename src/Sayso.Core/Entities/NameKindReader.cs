using Sayso.Core.Chains;
using Sayso.Core.Text;

namespace Sayso.Core.Entities;

/// <summary>Where a text names somebody or something, with what its kind is read from: for fitting the weights.</summary>
/// <param name="Span">The name.</param>
/// <param name="Features">What is seen of it.</param>
public sealed record NameSeen(TextSpan Span, IReadOnlyCollection<string> Features);

/// <summary>The names of a text with what their kinds are read from.</summary>
public static class NameKindReader
{
    /// <summary>The names, in order.</summary>
    public static IReadOnlyList<NameSeen> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. NameFinder.Find(text).Select(m => new NameSeen(m.Span, NameKindFeatures.Of(text, m.Entity, m.Span)))];
    }
}
