using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;

namespace Sayso.Core.Origins;

/// <summary>Which documents of a ledger a statement's chain may be credited to.</summary>
internal sealed class Citations
{
    private static readonly Duration _recent = Duration.FromDays(2);

    private static readonly HashSet<string> _media = new(("newspaper paper daily weekly broadcaster agency blog site website magazine "
        + "portal").Split(' '), StringComparer.Ordinal);

    private readonly List<IReadOnlyList<Document>> _byOutlet;
    private readonly Dictionary<(string, SourceKind), IReadOnlyList<Document>> _named = [];

    /// <summary>Sorts documents by their outlets.</summary>
    public Citations(IEnumerable<Document> documents) =>
        _byOutlet = [.. documents.GroupBy(d => d.Outlet ?? HostOf(d) ?? d.Id, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToList())];

    /// <summary>The documents that a statement is credited to: of the outlets in its chain, other documents published no later.</summary>
    public IEnumerable<Document> Of(Statement statement, Document document) =>
        statement.Chain.SelectMany(Named).Where(other => other.Id != document.Id && !IsLater(other, document)).Distinct();

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

    /// <summary>Whether a document was published at most two days before another.</summary>
    public static bool IsShortlyBefore(Document document, Document other) =>
        document.Published is { } earlier && other.Published is { } later
        && later.ToInstant() - earlier.ToInstant() is var apart && apart >= Duration.Zero && apart <= _recent;

    /// <summary>The host of a document's address; <c>null</c> without one.</summary>
    public static string? HostOf(Document document) =>
        Uri.TryCreate(document.Url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : null;

    private IReadOnlyList<Document> Named(Hop hop)
    {
        if (!_named.TryGetValue((hop.Name, hop.Kind), out var documents))
        {
            documents = [.. _byOutlet.Where(outlet => IsOutlet(hop, outlet[0])).SelectMany(outlet => outlet)];
            _named.Add((hop.Name, hop.Kind), documents);
        }

        return documents;
    }

    private static bool IsDescribed(string name, string outlet)
    {
        var words = name.Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && _media.Contains(words[^1])
            && words.Any(w => char.IsUpper(w[0]) && outlet.Split(' ').Contains(w, StringComparer.Ordinal));
    }

    private static bool IsLater(Document other, Document document) =>
        other.Published is { } theirs && document.Published is { } mine && theirs.ToInstant() > mine.ToInstant();
}
