using System.Text.RegularExpressions;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// What speaks for it that a statement inside another one is told by that one's speaker, and against it: then it is only
/// disputed, praised or spoken of, and has a chain of its own.
/// </summary>
internal static partial class NestingFeatures
{
    private const double FarWords = 40;

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "held", "holder denies or dismisses", "holder criticizes", "holder praises", "holder confirms", "holder estimates", "holder asks or demands",
        "holder promises", "holder has no source", "holder says", "holder believes", "holder's cue follows a possessive", "holder is a document or outlet", "holder is a class",
        "in the holder's source", "content begins with that", "content begins with a quotation mark", "begins the content", "words into the content", "quoted",
        "no source", "source possessive", "source is his or her", "source is a relative", "criticizes or praises", "says", "possessive, no words are quoted",
        "possessive, holder says", "begins the content, possessive", "possessive, holder criticizes or praises", "no source, holder has none", "in the holder's source, possessive",
    ];

    /// <summary>The features of one, in the order of <see cref="Names"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="held">The statement inside, and what it does.</param>
    /// <param name="holder">The one that holds it.</param>
    /// <param name="isQuoted">Whether it stands inside the holder's quotation marks.</param>
    public static double[] Of(string text, NestedStatement held, NestedStatement holder, bool isQuoted)
    {
        var (inner, outer) = (held.Attribution, holder.Attribution);
        var at = inner.Source.Count > 0 ? Math.Min(inner.Source[0].Start, inner.Cue[0].Start) : inner.Cue[0].Start;
        var content = outer.Content.FirstOrDefault(piece => piece.Start <= at && at < piece.End);
        var isInContent = content.Length > 0;
        var opening = isInContent ? text.AsSpan(content.Start, Math.Min(6, content.Length)) : [];
        var isPossessive = IsPossessive(text, inner);
        var isOwner = inner.Source.Count > 0 && text[inner.Source[0].Start..inner.Source[0].End].ToLowerInvariant() is "his" or "her" or "their" or "its";
        var (says, said) = (Says().IsMatch(outer.Cue.TextOf(text)), Says().IsMatch(inner.Cue.TextOf(text)));
        var begins = isInContent && at - content.Start < 6;
        return
        [
            1, Is(holder.Stance is Stance.Deny or Stance.Dismiss or Stance.NotDeny), Is(holder.Stance == Stance.Criticize), Is(holder.Stance == Stance.Praise),
            Is(holder.Stance == Stance.Confirm), Is(holder.Stance == Stance.Estimate), Is(holder.Stance is Stance.Ask or Stance.Demand or Stance.Decline),
            Is(holder.Stance == Stance.Promise), Is(outer.Source.Count == 0), Is(says), Is(Believes().IsMatch(outer.Cue.TextOf(text))), Is(IsPossessive(text, outer)),
            Is(holder.Speaker.Kind is SourceKind.Document or SourceKind.Outlet), Is(holder.Speaker.Kind == SourceKind.Collective),
            Is(!isInContent), Is(opening.StartsWith("that ")), Is(opening is ['“' or '"' or '\'' or '‘', ..]), Is(begins),
            isInContent ? Math.Min((at - content.Start) / 6.0, FarWords) / FarWords : 0, Is(isQuoted),
            Is(inner.Source.Count == 0), Is(isPossessive || isOwner), Is(isOwner), Is(inner.Source.Count > 0 && text[inner.Source[0].Start..inner.Source[0].End].ToLowerInvariant() is "who" or "which" or "that"), Is(held.Stance is Stance.Criticize or Stance.Praise), Is(said), Is((isPossessive || isOwner) && !isQuoted),
            Is((isPossessive || isOwner) && says), Is(begins && (isPossessive || isOwner)), Is((isPossessive || isOwner) && holder.Stance is Stance.Criticize or Stance.Praise), Is(inner.Source.Count == 0 && outer.Source.Count == 0),
            Is(!isInContent && (isPossessive || isOwner)),
        ];
    }

    /// <summary>"Harpel's claim": the words that credit are a noun behind its owner.</summary>
    private static bool IsPossessive(string text, Attribution attribution) => attribution.Source.Count > 0
        && attribution.Source[^1] is var last && (text[last.End - 1] is '’' or '\'' || (last.End - last.Start > 1 && text[last.End - 1] == 's' && text[last.End - 2] is '’' or '\'')
            || (last.End < text.Length && text[last.End] is '’' or '\''));

    private static double Is(bool holds) => holds ? 1 : 0;

    [GeneratedRegex(@"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|report(?:s|ed|ing)?|claim(?:s|ed|ing)?|argu(?:e|es|ed|ing)|explain(?:s|ed|ing)?|according|recall(?:s|ed|ing)?|wr(?:ites?|ote|iting)|not(?:es|ed|ing)|announc(?:e|es|ed|ing)|stat(?:e|es|ed|ing)|insist(?:s|ed|ing)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Says();

    [GeneratedRegex(@"\b(?:believ\w*|think\w*|thought|hop(?:e|es|ed|ing)|fear\w*|want\w*|suspect\w*|kn(?:ow|ew|own|ows)|expect\w*|consider\w*|worr\w*|doubt\w*|feel\w*|felt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Believes();
}

/// <summary>A statement, its speaker and what it does, where one stands inside another.</summary>
/// <param name="Attribution">Its spans.</param>
/// <param name="Speaker">Who.</param>
/// <param name="Stance">What it does.</param>
internal readonly record struct NestedStatement(Attribution Attribution, Speaker Speaker, Stance Stance);
