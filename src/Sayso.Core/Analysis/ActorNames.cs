using System.Text.RegularExpressions;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Entities;

namespace Sayso.Core.Analysis;

/// <summary>
/// Whom the names in chains of sources mean across documents. A single word is the one longer name that ends with it
/// ("Reve" is Anton Reve where no other Reve speaks); names that begin and end alike are one ("Dunja M. Harpel"); a seat of
/// power is the body that sits there. Whoever speaks for a body is that body as an actor.
/// </summary>
internal sealed partial class ActorNames
{
    /// <summary>Bodies that are named by their seat or otherwise: only what stands for one body everywhere.</summary>
    private static readonly Dictionary<string, string> _metonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Department of Defense"] = "Pentagon",
        ["Defense Department"] = "Pentagon",
        ["US Department of Defense"] = "Pentagon",
        ["U.S. Department of Defense"] = "Pentagon",
        ["U.S. Defense Department"] = "Pentagon",
        ["US State Department"] = "State Department",
        ["U.S. State Department"] = "State Department",
        ["Department of State"] = "State Department",
        ["Foggy Bottom"] = "State Department",
        ["Department of Justice"] = "Justice Department",
        ["U.S. Department of Justice"] = "Justice Department",
        ["U.S. Justice Department"] = "Justice Department",
        ["10 Downing Street"] = "Downing Street",
        ["No 10"] = "Downing Street",
        ["No. 10"] = "Downing Street",
        ["Number 10"] = "Downing Street",
        ["Elysee Palace"] = "Elysee",
        ["Élysée"] = "Elysee",
        ["Élysée Palace"] = "Elysee",
        ["UN"] = "United Nations",
        ["U.N."] = "United Nations",
        ["EU"] = "European Union",
        ["E.U."] = "European Union",
    };

    /// <summary>Descriptions of a person that another document uses of somebody else.</summary>
    private static readonly HashSet<string> _someone = new("man woman boy girl author person speaker neighbour neighbor driver resident teacher doctor nurse student lawyer officer official spokesman spokeswoman source victim witness mother father reporter".Split(' '), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _canonical;
    private readonly Dictionary<string, string> _bodyOf;

    private readonly NamesByHand _byHand;
    private readonly HashSet<string> _names;

    private ActorNames(IEnumerable<string> names, Dictionary<string, string> canonical, Dictionary<string, string> bodyOf, NamesByHand byHand)
    {
        (_canonical, _bodyOf, _byHand) = (canonical, bodyOf, byHand);
        _names = new(names.Concat(canonical.Values).Concat(bodyOf.Values).Concat(byHand.Shown), StringComparer.Ordinal);
    }

    /// <summary>The actors of a ledger.</summary>
    /// <param name="statements">Its statements.</param>
    /// <param name="documents">Its documents.</param>
    /// <param name="byHand">What a person said of names.</param>
    public static ActorNames Of(IEnumerable<Statement> statements, IEnumerable<Document> documents, NamesByHand byHand)
    {
        var seen = new NamesSeen();
        seen.Add(statements);
        foreach (var document in documents)
        {
            seen.Add(document);
        }

        return Of(seen, byHand);
    }

    /// <summary>The actors of the names that a ledger's documents and statements have.</summary>
    public static ActorNames Of(NamesSeen seen, NamesByHand byHand)
    {
        var names = seen.Counts;
        Dictionary<string, string> canonical = new(StringComparer.Ordinal);

        // Names of several words that begin and end alike: the one used most stands for them. Of one with a title before it, or a
        // body behind it, the name alone.
        HashSet<string> full = [.. names.Keys.Where(n => n.Contains(' ', StringComparison.Ordinal))];
        foreach (var alike in full.GroupBy(n => Ends(Bare(n, full)), StringComparer.OrdinalIgnoreCase))
        {
            var best = alike.GroupBy(n => Bare(n, full), StringComparer.Ordinal).OrderByDescending(n => n.Sum(m => names[m])).ThenByDescending(n => n.Key.Length).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key;
            foreach (var name in alike)
            {
                canonical[name] = best;
            }
        }

        // A single word: the one longer name that ends with it; a forename, the one that begins with it.
        var longer = canonical.Values.Distinct(StringComparer.Ordinal).ToList();
        var byLast = longer.ToLookup(n => n[(n.LastIndexOf(' ') + 1)..], StringComparer.OrdinalIgnoreCase);
        var byFirst = longer.ToLookup(n => n[..n.IndexOf(' ', StringComparison.Ordinal)], StringComparer.Ordinal);
        foreach (var name in names.Keys.Where(n => !n.Contains(' ', StringComparison.Ordinal) && !Outlets.IsOutlet(n)))
        {
            canonical[name] = byLast[name].ToList() is [var only] ? only
                : WordList.Forenames.ContainsKey(name) && byFirst[name].ToList() is [var person] ? person
                : name;
        }

        return new ActorNames(names.Keys, canonical, Bodies(seen.Spokespeople, canonical), byHand);
    }

    /// <summary>"Transport Minister Anton Reve", "Anton Reve of the ministry": the name that stands alone elsewhere.</summary>
    private static string Bare(string name, HashSet<string> full)
    {
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        if (of > 0 && full.Contains(name[..of]))
        {
            name = name[..of];
        }

        for (var at = name.IndexOf(' ', StringComparison.Ordinal); at > 0; at = name.IndexOf(' ', at + 1))
        {
            if (full.Contains(name[(at + 1)..]))
            {
                return name[(at + 1)..];
            }
        }

        return name;
    }

    /// <summary>A statement's speaker by one name for all documents; <c>null</c> where nobody is named or described.</summary>
    public string? SpeakerOf(Statement statement) => Speaking(statement) is { } hop ? NameOf(hop, statement.DocumentId) : null;

    /// <summary>The actor that a statement's speaker is or speaks for; <c>null</c> where nobody can be held to it: several, or somebody without a name.</summary>
    public Actor? ActorOf(Statement statement)
    {
        if (Speaking(statement) is not { Kind: SourceKind.Named or SourceKind.Outlet } hop || hop.Name == Hop.Unspecified || hop.Name.Contains("; ", StringComparison.Ordinal) || char.IsDigit(hop.Name[0]) || _someone.Contains(hop.Name))
        {
            return null;
        }

        var name = NameOf(hop, statement.DocumentId);
        return Voice().Match(name) is { Success: true } voice ? new Actor(NameOf(hop with { Name = voice.Groups["body"].Value }, statement.DocumentId), name, IsOneBody: true)
            : BodyOf(hop, statement.DocumentId) is { } body ? new Actor(body, name, IsOneBody: true)
            : new Actor(name, null, IsOneBody: name.Any(char.IsUpper));
    }

    /// <summary>A name as all documents share it.</summary>
    /// <param name="hop">The hop that has it.</param>
    /// <param name="documentId">Its document; <c>null</c> where it is of several.</param>
    public string NameOf(Hop hop, string? documentId)
    {
        var plain = Plain(hop.Name);
        return _byHand.Of(plain, documentId, Known(plain));
    }

    /// <summary>Whom a name means that is in a chain of the documents, or that such a name is shown under; <c>null</c> for another.</summary>
    public string? Find(string name) => _names.Contains(name) ? name : _names.Contains(Plain(name)) ? Known(Plain(name)) : null;

    private string Known(string plain) => _canonical.GetValueOrDefault(plain, plain);

    /// <summary>The body that somebody speaks for; <c>null</c> for none. Whoever a person told apart from its spokesman is not its spokesman.</summary>
    private string? BodyOf(Hop hop, string documentId)
    {
        var (known, meant) = (Known(Plain(hop.Name)), NameOf(hop, documentId));
        return (_bodyOf.GetValueOrDefault(meant) ?? (_byHand.AreApart(known, meant) ? null : _bodyOf.GetValueOrDefault(known))) is { } body ? _byHand.Of(body, documentId, body) : null;
    }

    /// <summary>
    /// On whose word it is told: of a statement inside another one, whoever the outer one is credited to. Outlets and texts that pass
    /// it on are left out where they name somebody, as are those of whom the text says nothing.
    /// </summary>
    public string? TellerOf(Statement statement) => Telling(statement) is { } hop ? BodyOf(hop, statement.DocumentId) ?? NameOf(hop, statement.DocumentId) : null;

    /// <summary>The entity of whoever <see cref="TellerOf"/> names: by the name that all documents share, of a description in its document alone.</summary>
    public string? EntityOf(Statement statement, string documentId) => Telling(statement) is not { } hop ? null
        : hop.Kind is SourceKind.Named or SourceKind.Outlet ? EntityId.OfName(TellerOf(statement)!)
        : EntityId.Of(hop, documentId);

    private static Hop? Telling(Statement statement) => statement.Chain.FirstOrDefault(h => h.Kind is not (SourceKind.Outlet or SourceKind.Document) && IsSomebody(h))
        ?? statement.Chain.FirstOrDefault(IsSomebody);

    private static bool IsSomebody(Hop hop) => hop.Name != Hop.Unspecified && !char.IsDigit(hop.Name[0]);

    /// <summary>Whoever a source phrase means; behind an outlet or a text that passes it on, whom that names.</summary>
    private static Hop? Speaking(Statement statement)
    {
        if (statement.SourceHop is not { } hop)
        {
            return statement.Chain.Count > 0 ? statement.Chain[0] : null;
        }

        var at = Enumerable.Range(0, statement.Chain.Count).First(i => statement.Chain[i] == hop);
        while (statement.Chain[at].Kind is SourceKind.Outlet or SourceKind.Document && at + 1 < statement.Chain.Count && statement.Chain[at + 1].Kind == SourceKind.Named)
        {
            at++;
        }

        return statement.Chain[at];
    }

    /// <summary>Whether a hop is somebody with a name.</summary>
    internal static bool IsNamed(Hop hop) => hop.Kind is SourceKind.Named or SourceKind.Outlet && hop.Name.Any(char.IsUpper) && hop.Name != Hop.Unspecified;

    /// <summary>Without an article, and by the body's one name.</summary>
    internal static string Plain(string name)
    {
        var plain = (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name).Replace('’', '\'');
        plain = plain.EndsWith("'s", StringComparison.Ordinal) ? plain[..^2] : plain;
        return _metonyms.GetValueOrDefault(plain, plain);
    }

    private static string Ends(string name) => $"{name[..name.IndexOf(' ', StringComparison.Ordinal)]} {name[(name.LastIndexOf(' ') + 1)..]}";

    /// <summary>The names of one of two ledgers that mean somebody else in the other, or speak for another body.</summary>
    /// <param name="other">The actors of a ledger that has all of the one's documents, or the other way round.</param>
    public IReadOnlySet<string> Changed(ActorNames other) =>
        Changed(_canonical, other._canonical, name => name).Concat(Changed(_bodyOf, other._bodyOf, _ => null)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Changed(Dictionary<string, string> one, Dictionary<string, string> other, Func<string, string?> otherwise) =>
        one.Keys.Concat(other.Keys).Where(name => one.GetValueOrDefault(name, otherwise(name)!) != other.GetValueOrDefault(name, otherwise(name)!));

    /// <summary>For whom people speak, as the documents' own words have it; whoever speaks for two bodies is himself.</summary>
    private static Dictionary<string, string> Bodies(IEnumerable<(string Person, string Body)> told, Dictionary<string, string> canonical)
    {
        var found = told.Where(t => canonical.ContainsKey(t.Person)).Select(t => (Person: canonical[t.Person], Body: canonical.GetValueOrDefault(t.Body, t.Body)));
        return found.Distinct().GroupBy(f => f.Person, StringComparer.Ordinal).Where(g => g.Count() == 1 && g.Key != g.First().Body)
            .ToDictionary(g => g.Key, g => g.First().Body, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^(?<body>.+?)(?:'s)? spokes(?:wo)?(?:man|person|people|men)$")]
    private static partial Regex Voice();
}

/// <summary>Who acts in a statement.</summary>
/// <param name="Name">A person or body by one name for all documents.</param>
/// <param name="Speaker">Who spoke for it; <c>null</c> where it spoke itself.</param>
/// <param name="IsOneBody">Whether the name is its own; a description such as "the ministry" may be another's elsewhere.</param>
internal sealed record Actor(string Name, string? Speaker, bool IsOneBody);
