using System.Text.RegularExpressions;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Positions;

/// <summary>
/// Whether words tell of an earlier statement ("who had insisted that", "after he told the country that") or only ask for one
/// ("whether he still maintained that"). By then the speaker may hold something else.
/// </summary>
internal static partial class Retelling
{
    private const int Reach = 40;

    private static readonly HashSet<string> _earlier = new("after before when since once until".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _asked = new("whether if".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a statement was made before, as its words say.</summary>
    public static bool IsEarlier(Document document, Statement statement) =>
        statement.Cue.Count > 0 && ((statement.SaidAt is null
            && WordReader.Read(document.Text, [statement.Cue[0]], 1) is [{ Form: "had" }]) || Leads(document, statement, _earlier)
            || IsBehindWho(document, statement));

    /// <summary>Whether its cue tells of speech that is over: "told", "said".</summary>
    public static bool IsTold(Document document, Statement statement) =>
        statement.Cue.Count > 0 && WordReader.Read(document.Text, [statement.Cue[0]], 2).Exists(w => w.Form is "told" or "said");

    /// <summary>
    /// Whether a content runs on into another report, "… and told parliament that it was": which of them the speaker holds is
    /// not clear.
    /// </summary>
    public static bool IsOfSeveral(string content) => OtherCue().IsMatch(content);

    /// <summary>Whether it is only asked for.</summary>
    public static bool IsAsked(Document document, Statement statement) => statement.Cue.Count > 0 && Leads(document, statement, _asked);

    /// <summary>"The minister, who told reporters that …, resigned": the news is elsewhere.</summary>
    private static bool IsBehindWho(Document document, Statement statement) =>
        WordReader.Read(document.Text, [new TextSpan(Math.Max(0, statement.Cue[0].Start - 8), statement.Cue[0].Start)], 8) is [..,
        { Form: "who" }];

    /// <summary>Whether one of some words stands right before its source, or its cue where it has none.</summary>
    private static bool Leads(Document document, Statement statement, HashSet<string> words)
    {
        var at = statement.Source.Count > 0 && statement.Source.Extent.Start < statement.Cue.Extent.Start
            && statement.Cue.Extent.Start - statement.Source.Extent.End < Reach
            ? statement.Source.Extent.Start : statement.Cue.Extent.Start;
        var before = WordReader.Read(document.Text, [new TextSpan(Math.Max(0, at - Reach), at)], 16);
        return before.Count > 0 && words.Contains(before[^1].Form);
    }

    [GeneratedRegex(@"\b(?:and|but) (?:told|said|added)\b")]
    private static partial Regex OtherCue();
}
