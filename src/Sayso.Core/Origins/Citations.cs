using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;

namespace Sayso.Core.Origins;

/// <summary>Whether a statement's chain credits a document's outlet.</summary>
internal static class Citations
{
    private static readonly Duration _recent = Duration.FromDays(3);
    private static readonly Duration _followed = Duration.FromDays(30);

    private static readonly HashSet<string> _media = new(("newspaper paper daily weekly broadcaster agency blog site website magazine "
        + "portal").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a statement is credited to the outlet of a document that was published no later.</summary>
    public static bool IsCredited(Statement statement, Document document, Document other) =>
        other.Id != document.Id && !IsLater(other, document) && statement.Chain.Any(hop => IsOutlet(hop, other));

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
                || (hop.Kind == SourceKind.Outlet
                    && (plain.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase)
                        || name.EndsWith(" " + plain, StringComparison.OrdinalIgnoreCase)))
                || IsDescribed(name, plain);
        }

        // A page that names no outlet is known by its address: wet-feet.example is Wet Feet.
        return name.Contains(' ', StringComparison.Ordinal) && HostOf(document) is { } host
            && host.Replace("-", "", StringComparison.Ordinal).Split('.')
                .Contains(name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
    }

    /// <summary>Whether two documents are one outlet's; of one that names none, whether they are of one host.</summary>
    public static bool AreOfOneOutlet(Document document, Document other) => document.Outlet is null && other.Outlet is null
        ? HostOf(document) is { } host && host == HostOf(other)
        : string.Equals(document.Outlet, other.Outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>From when a document is one that was published at most three days before another, which was published then: a weekend.</summary>
    public static Instant ShortlyBefore(Instant published) => published - _recent;

    /// <summary>From when a report is still one that another, which was published then, may go back to.</summary>
    public static Instant LongBefore(Instant published) => published - _followed;

    /// <summary>The host of a document's address; <c>null</c> without one.</summary>
    public static string? HostOf(Document document) =>
        Uri.TryCreate(document.Url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : null;

    private static bool IsDescribed(string name, string outlet)
    {
        var words = name.Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && _media.Contains(words[^1])
            && words.Any(w => char.IsUpper(w[0]) && outlet.Split(' ').Contains(w, StringComparer.Ordinal));
    }

    /// <summary>Whether a document was published later than another; false where a day is not known.</summary>
    public static bool IsLater(Document other, Document document) =>
        other.Published is { } theirs && document.Published is { } mine && theirs.ToInstant() > mine.ToInstant();
}
