using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;

namespace Sayso.Core.Origins;

/// <summary>Which documents of a ledger a statement's chain may be credited to.</summary>
internal static class Citations
{
    private static readonly Duration _recent = Duration.FromDays(2);

    private static readonly HashSet<string> _media = new("newspaper paper daily weekly broadcaster agency blog site website magazine portal".Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// Whether a hop is a document's outlet: by name, by the host of its address, or described as a medium by a word of its name:
    /// "Kessary's leading newspaper" is the Kessary Monitor.
    /// </summary>
    public static bool IsOutlet(Hop hop, Document document)
    {
        var name = hop.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? hop.Name[4..] : hop.Name;
        if (document.Outlet is { } outlet)
        {
            var plain = outlet.StartsWith("The ", StringComparison.Ordinal) ? outlet[4..] : outlet;
            return name.Equals(plain, StringComparison.OrdinalIgnoreCase)
                || (hop.Kind == SourceKind.Outlet && (plain.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase) || name.EndsWith(" " + plain, StringComparison.OrdinalIgnoreCase)))
                || IsDescribed(name, plain);
        }

        return name.Contains(' ', StringComparison.Ordinal) && Uri.TryCreate(document.Url, UriKind.Absolute, out var address)
            && address.Host.Replace("-", "", StringComparison.Ordinal).Split('.').Contains(name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
    }

    /// <summary>The documents that a statement is credited to: of the outlets in its chain, other documents published no later.</summary>
    public static IEnumerable<Document> Of(Statement statement, Document document, IEnumerable<Document> others) =>
        others.Where(other => other.Id != document.Id && !IsLater(other, document) && statement.Chain.Any(hop => IsOutlet(hop, other)));

    /// <summary>Whether a document was published at most two days before another.</summary>
    public static bool IsShortlyBefore(Document document, Document other) =>
        document.Published is { } earlier && other.Published is { } later
        && later.ToInstant() - earlier.ToInstant() is var apart && apart >= Duration.Zero && apart <= _recent;

    private static bool IsDescribed(string name, string outlet)
    {
        var words = name.Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && _media.Contains(words[^1])
            && words.Any(w => char.IsUpper(w[0]) && outlet.Split(' ').Contains(w, StringComparer.Ordinal));
    }

    private static bool IsLater(Document other, Document document) =>
        other.Published is { } theirs && document.Published is { } mine && theirs.ToInstant() > mine.ToInstant();
}
