using System.Text.RegularExpressions;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>How a hop has it from the next one, or utters it, by the words that report it.</summary>
internal static partial class HopRelations
{
    /// <summary>How a source of a kind utters what a cue reports.</summary>
    /// <param name="cue">The cue's words.</param>
    /// <param name="kind">What the source is.</param>
    public static HopRelation Of(string cue, SourceKind kind) =>
        Quotes().IsMatch(cue) ? HopRelation.Quotes
            : Cites().IsMatch(cue) ? HopRelation.Cites
            : Written().IsMatch(cue) || kind == SourceKind.Document ? HopRelation.Writes
            : Held().IsMatch(cue) ? HopRelation.Believes
            : Released().IsMatch(cue) ? HopRelation.Releases
            : HopRelation.Says;

    /// <summary>
    /// A chain whose last hop names nobody else for it: who "cited her work", or is cited with nobody behind him, says it himself; a text
    /// has it in writing.
    /// </summary>
    public static ValueList<Hop> Ended(ValueList<Hop> chain) => chain is [.., { Relation: HopRelation.Cites or HopRelation.Quotes } last]
        ? ((IEnumerable<Hop>)[.. chain.Take(chain.Count - 1), last with { Relation = last.Kind == SourceKind.Document ? HopRelation.Writes : HopRelation.Says }]).ToValueList()
        : chain;

    /// <summary>The hops of a statement that names another one for it: "A, citing B, said".</summary>
    public static IEnumerable<Hop> Citing(IReadOnlyList<Hop> hops) =>
        hops.Select((h, i) => i == hops.Count - 1 && h.Relation is (HopRelation.Says or HopRelation.Writes) ? h with { Relation = HopRelation.Cites } : h);

    [GeneratedRegex(@"\bquot(?:e|es|ed|ing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\b(?:cit(?:e|es|ed|ing)|attribut(?:e|es|ed|ing))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cites();

    [GeneratedRegex(@"\b(?:wr(?:ite|ites|ote|itten|iting)|tweet\w*|post(?:s|ed|ing)|e-?mail\w*|read(?:s|ing)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    /// <summary>Not "throwing its support behind", which is said, nor "has been known to", which others know.</summary>
    [GeneratedRegex(@"\b(?:believ\w*|think\w*|thought|hop(?:e|es|ed|ing)|fear\w*|afraid|want\w*|wish(?:es|ed|ing)?|suspect\w*|know|knew|(?<!\b(?:be|been|being|is|are|was|were) )known|knows|(?<!\b(?:its|his|her|their|our|my|whose|lend|lends|lent|pledged) )support\w*|oppos\w*|plan\w*|expect\w*|consider\w*|worr\w*|doubt\w*|feel\w*|felt|sens(?:e|es|ed|ing)|assum(?:e|es|ed|ing)|convinced)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Held();

    /// <summary>The verbs; "after the disclosure" makes nothing public.</summary>
    [GeneratedRegex(@"\b(?:(?<!\b(?:the|a|this|its|his|her|their) )releas(?:e|es|ed|ing)|publish(?:es|ed|ing)?|disclos(?:e|es|ed|ing)|reveal(?:s|ed|ing)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Released();
}
