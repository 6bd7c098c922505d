using System.Text.RegularExpressions;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>Which outlet heard what is said, where a statement names it: "told the Courier", "said on Channel Six".</summary>
internal sealed partial class Hearing
{
    private readonly Document _document;
    private readonly IReadOnlyList<NameMention> _names;

    /// <summary>Prepares a text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">Its names, in order.</param>
    public Hearing(Document document, IReadOnlyList<NameMention> names) => (_document, _names) = (document, names);

    /// <summary>"Said in an interview with the Courier", "said on Channel Six's show", where the words that credit have the outlet in them.</summary>
    private NameMention? InCue(Attribution attribution)
    {
        foreach (var piece in attribution.Cue)
        {
            if (OnAir().Match(_document.Text[piece.Start..piece.End]) is { Success: true } on
                && NameFinder.FirstFrom(_names, piece.Start + on.Index + on.Length) is { Entity: { IsOutlet: true } entity } name && name.Span.End <= piece.End && !IsOwn(entity.Name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>"told the Courier", "in an interview with the Courier"; <c>null</c> where nobody is named, or the outlet whose page this is.</summary>
    public NameMention? By(Attribution attribution)
    {
        var end = attribution.Cue[^1].End;
        var cue = attribution.Cue.TextOf(_document.Text);
        var after = _document.Text[end..Math.Min(end + 90, _document.Text.Length)];
        var line = after.AsSpan().IndexOfAny('\n', '“', '"');
        var reach = Interview().Match(line >= 0 ? after[..line] : after);
        var from = Told().IsMatch(cue) && !WasTold().IsMatch(cue) ? end : reach.Success ? end + reach.Index + reach.Length : -1;
        if (from < 0)
        {
            return InCue(attribution);
        }

        var name = NameFinder.FirstFrom(_names, from);
        return name is not null && !name.Entity.IsPerson && !IsPlatform(name.Entity.Name) && !IsOwn(name.Entity.Name)
            && IsHearer(name, from)
                ? name
                : null;
    }

    /// <summary>
    /// Whether a name right behind "told" is an outlet's: by its words, by what stands before it, or since it is no body that
    /// hears people.
    /// </summary>
    private bool IsHearer(NameMention name, int from)
    {
        var between = _document.Text[from..name.Span.Start].Trim();
        return (between is "a" or "an" && name.Entity.IsOutlet)
            || (between is "" or "the" or "The" or "to" or "to the"
                && (name.Entity.IsOutlet || between is "The" || name.Entity.Name.StartsWith("The ", StringComparison.Ordinal)
                || (!name.Entity.MayBePerson && !World.IsPlace(name.Entity.Name) && !World.IsDemonym(name.Entity.Name.Split(' ')[0])
                    && !name.Entity.Name.Split(' ').Any(NameWords.Bodies.Contains) && name.Entity.Name.Length > 2)))
            || (between.Length < 40 && OutletBefore().IsMatch(between));
    }

    /// <summary>Where everybody writes, and nobody listens for others.</summary>
    private static bool IsPlatform(string name) =>
        name is "Twitter" or "Facebook" or "Instagram" or "YouTube" or "Telegram" or "TikTok" or "Weibo" or "Snapchat" or "LinkedIn"
        or "WhatsApp" or "TV" or "Internet";

    public bool IsOwn(string outlet) => _document.Outlet is { } own
        && (own.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(own, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(?:on|with|to)\s(?:the\s)?(?=\p{Lu})")]
    private static partial Regex OnAir();

    [GeneratedRegex(@"^[^.,;:“""]*\b(?:newspaper|daily|weekly|magazine|station|broadcaster|channel|agency|website|site|paper|portal|network|radio|television|tv|podcast|blog|programme|program|show|tabloid)$", RegexOptions.IgnoreCase)]
    private static partial Regex OutletBefore();

    [GeneratedRegex(@"\b(?:was|were|been|be|being|is|are)\s+(?:\w+\s+)?told\b", RegexOptions.IgnoreCase)]
    private static partial Regex WasTold();

    [GeneratedRegex(@"\b(?:told|tell|tells|telling)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(?:interview (?:with|on|to|in)|speaking (?:to|on|with)|quoted (?:by|in)|(?<=^ )(?:to|on))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Interview();
}
