using System.Text.RegularExpressions;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;

namespace Sayso.Core.Analysis;

/// <summary>What documents and statements have of names, as far as <see cref="ActorNames"/> are made of it: more can be added.</summary>
internal sealed partial class NamesSeen
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string Person, string Body)> _spokespeople = [];

    /// <summary>How many hops of chains have a name.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Who speaks for which body, as texts have it.</summary>
    public IEnumerable<(string Person, string Body)> Spokespeople => _spokespeople;

    /// <summary>Adds the names in the chains of statements.</summary>
    public void Add(IEnumerable<Statement> statements)
    {
        foreach (var hop in statements.SelectMany(s => s.Chain).Where(ActorNames.IsNamed))
        {
            var name = ActorNames.Plain(hop.Name);
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Adds who speaks for whom in a document's text.</summary>
    public void Add(Document document)
    {
        foreach (var match in new[] { BehindName(), BeforeName() }.SelectMany(r => r.Matches(document.Text)))
        {
            _spokespeople.Add((ActorNames.Plain(match.Groups["person"].Value), ActorNames.Plain(match.Groups["body"].Value)));
        }
    }

    private const string Name = @"\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){0,3}";

    [GeneratedRegex($@"(?<person>{Name}), (?:(?:an?|the|its|chief|senior) )*(?:spokes(?:wo)?man|spokesperson|press secretary|chief executive) (?:for|of) (?:the )?(?<body>{Name})|(?<person>{Name}), for (?:the )?(?<body>{Name}),")]
    private static partial Regex BehindName();

    [GeneratedRegex($@"(?<body>{Name})(?:['’]s)? (?:chief |senior )?(?:spokes(?:wo)?man|spokesperson|press secretary|chief executive),? (?<person>{Name})")]
    private static partial Regex BeforeName();
}
