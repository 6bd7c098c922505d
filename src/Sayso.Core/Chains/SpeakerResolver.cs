using System.Text.RegularExpressions;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// Finds whom source phrases mean: names by themselves, pronouns and descriptions by what the text has said before them. What
/// rules look back over is bounded: the last speakers and names.
/// </summary>
internal sealed partial class SpeakerResolver(string text, string? byline, IReadOnlyList<NameMention> names)
{
    private const int NamesLookedAt = 40;
    private const int SpeakersLookedAt = 12;
    private const int LongestReach = 1500;
    private const int DelayedName = 900;

    private readonly List<Spoken> _spoken = [];

    // Who "police" are, where the text names one force.
    private readonly NameMention? _police = names.FirstOrDefault(n => n.Entity.Name.Contains("Police", StringComparison.Ordinal) || n.Entity.Name.EndsWith("PD", StringComparison.Ordinal));

    /// <summary>Resolves a source.</summary>
    /// <param name="source">The source's spans; may be empty.</param>
    /// <param name="holder">The speaker of the statement that holds this one.</param>
    /// <param name="isQuoted">Whether it stands inside that one's quotation marks.</param>
    public Speaker Resolve(SpanList source, Speaker? holder, bool isQuoted)
    {
        if (source.Count == 0)
        {
            return Speaker.Unspecified;
        }

        var phrase = new SourcePhrase(text, source[0], Near(source[0]));
        var speaker = phrase.Pronoun is { } pronoun ? OfPronoun(pronoun, source[0].Start, holder, isQuoted) : OfPhrase(phrase);
        _spoken.Add(new Spoken(source[0].Start, speaker));
        return speaker;
    }

    private Speaker OfPronoun(string pronoun, int at, Speaker? holder, bool isQuoted)
    {
        switch (pronoun)
        {
            case "i" or "me" or "my" or "mine" or "we" or "us" or "our" or "ours":
                if (pronoun is "we" or "us" or "our" && holder?.Entity?.Body is { } body)
                {
                    return Speaker.Of(body);
                }

                // In running text the author speaks; in a quotation without a frame of its own, whoever spoke last.
                if (holder is null && !IsInQuotation(at))
                {
                    return byline is null ? Speaker.Unspecified : new Speaker(byline, SourceKind.Named) { IsPerson = true };
                }

                return (holder ?? Before(at).Select(s => s.Speaker).FirstOrDefault(s => !s.IsFirstPerson) ?? Speaker.Unspecified) with { IsFirstPerson = true };
            case "who" or "whom" or "whose" or "which" or "that":
                return Antecedent(at);
            case "he" or "him" or "his" or "himself":
                return Person(at, Gender.Male, holder, isQuoted);
            case "she" or "her" or "hers" or "herself":
                return Person(at, Gender.Female, holder, isQuoted);
            case "it" or "its":
                return Other(at, holder, isQuoted, s => !s.IsPerson && !s.IsPlural);
            case "they" or "them" or "their" or "theirs" or "themselves":
                return Other(at, holder, isQuoted, s => s.IsPlural || !s.IsPerson);
            default:
                return new Speaker(pronoun, SourceKind.Anonymous);
        }
    }

    private Speaker OfPhrase(SourcePhrase phrase)
    {
        if (phrase.NameOfIt() is { } entity)
        {
            Learn(entity, phrase);
            return Speaker.Of(entity) with { Outlet = entity.IsPerson ? phrase.Names.FirstOrDefault(n => Outlets.IsOutlet(n.Entity.Name)) : null };
        }

        if (IsShare(phrase) && PollBefore(phrase.Span.Start) is { } poll)
        {
            return poll with { Author = new Speaker(phrase.Description(), SourceKind.Collective) { IsPlural = true } };
        }

        var isDocument = WordList.Sources["document"].Contains(phrase.Singular) || WordList.Sources["document"].Contains(phrase.Head);
        if (isDocument && !phrase.Names.Any(n => n.Entity.IsPerson && n.Span.Start == phrase.Span.Start && phrase.Words.Length == 1))
        {
            return Document(phrase);
        }

        var isHeadline = phrase.Determiner.Length == 0 && text.IndexOf('\n', StringComparison.Ordinal) > phrase.Span.Start;
        if (isHeadline && NamedLater(phrase) is { } below)
        {
            return Speaker.Of(below);
        }

        if (phrase.Determiner is "the" or "this" or "these" or "that" or "his" or "her" or "their" or "its" && Known(phrase) is { } known)
        {
            return known;
        }

        return Described(phrase);
    }

    /// <summary>"58 percent of voters", "two in three", "a majority of fishermen": those whom a poll asked.</summary>
    private static bool IsShare(SourcePhrase phrase) =>
        phrase.Words.Any(w => w is "percent" or "half" or "majority" or "third" or "quarter" or "respondents" or "two-thirds" || w.EndsWith('%'))
        || (phrase.Words.Length == 1 && phrase.CoreEnd < phrase.Segment.End && phrase.Head is "one" or "two" or "three" or "four" or "nine" or "seven" or "six" or "eight");

    /// <summary>The poll that is being told of.</summary>
    private Speaker? PollBefore(int at) =>
        Before(at).Select(s => s.Speaker).FirstOrDefault(s => s is { Kind: SourceKind.Document, Head: "poll" or "survey" or "study" or "census" });

    /// <summary>What stands before a name as a description is remembered: "the chief engineer, Dunja Harpel".</summary>
    private static void Learn(NamedEntity entity, SourcePhrase phrase)
    {
        foreach (var word in phrase.Words.Where(w => char.IsLower(w[0])))
        {
            entity.Roles.Add(word.Trim(','));
        }

        entity.Body ??= phrase.Names.Select(n => n.Entity).FirstOrDefault(e => e != entity && !e.IsPerson);
    }

    private Speaker Document(SourcePhrase phrase)
    {
        if (phrase.Determiner is "the" or "that" or "this" or "these" && phrase.Names.Count == 0
            && Before(phrase.Span.Start).FirstOrDefault(s => s.Speaker.Kind == SourceKind.Document && s.Speaker.Head == phrase.Singular).Speaker is { } same)
        {
            return same;
        }

        var author = phrase.Names.FirstOrDefault(n => IsAuthor(phrase, n))?.Entity;
        return new Speaker(phrase.Description(), SourceKind.Document)
        {
            Head = phrase.Singular,
            IsPlural = phrase.IsPlural,
            Author = author is null ? null : Speaker.Of(author),
            Outlet = phrase.Names.FirstOrDefault(n => n.Entity != author && WasGiven().IsMatch(text[phrase.Span.Start..n.Span.Start])
                && (Outlets.IsOutlet(n.Entity.Name) || OutletNoun().IsMatch(text[phrase.Span.Start..n.Span.Start]))),
        };
    }

    /// <summary>"A memo obtained by the Courier", "a letter leaked to the radio station …": the outlet is the first to pass it on.</summary>
    [GeneratedRegex(@"\b(?:obtained|seen|published|reviewed|released|broadcast|aired|posted|printed|leaked|shown|given|sent|passed)\s+(?:by|to|on|in)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$")]
    private static partial Regex WasGiven();

    [GeneratedRegex(@"\b(?:newspaper|daily|weekly|magazine|station|broadcaster|channel|agency|website|site|paper|newsletter)\s+$")]
    private static partial Regex OutletNoun();

    /// <summary>"Gallup's own poll", "a Fox poll", "a statement from the port", "a letter by Harpel".</summary>
    private bool IsAuthor(SourcePhrase phrase, NameMention name)
    {
        if (name.Span.Start < phrase.CoreEnd)
        {
            return true;
        }

        var before = text[phrase.CoreEnd..name.Span.Start].Trim();
        return before is "by" or "from" or "by the" or "from the" or "written by" or "issued by" or "released by" or "of the" or "conducted by" or "published by" or "signed by" or "in" or "in the";
    }

    /// <summary>A definite description of somebody whom the text has met.</summary>
    private Speaker? Known(SourcePhrase phrase)
    {
        var at = phrase.Span.Start;
        if (NamedLater(phrase) is { } later)
        {
            return Speaker.Of(later);
        }

        if (Before(at).FirstOrDefault(s => s.Speaker.Head == phrase.Singular && s.Speaker.IsPlural == phrase.IsPlural).Speaker is { } same)
        {
            return same;
        }

        if (phrase.IsPlural && phrase.Head != "police")
        {
            return null;
        }

        if (NamesBefore(at).FirstOrDefault(n => n.Entity.Roles.Contains(phrase.Singular)) is { } titled)
        {
            return Speaker.Of(titled.Entity);
        }

        if (NamesBefore(at).FirstOrDefault(n => !n.Entity.IsPerson && n.Entity.Name.EndsWith(phrase.Head, StringComparison.OrdinalIgnoreCase)) is { } bodily && phrase.Words.Length < 3)
        {
            return Speaker.Of(bodily.Entity);
        }

        if (WordList.Sources["firm"].Contains(phrase.Head) && phrase.Names.Count == 0 && phrase.Words.Length < 3)
        {
            return Before(at).FirstOrDefault(s => s.Speaker is { IsPerson: false, Entity: not null }).Speaker
                ?? (NamesBefore(at).FirstOrDefault(n => !n.Entity.IsPerson) is { } body ? Speaker.Of(body.Entity) : null);
        }

        // "The governor of Ostrel Bank" is himself, whoever spoke before.
        return phrase.Names.Any(n => n.Span.Start >= phrase.CoreEnd) ? null
            : WordList.Sources["title"].Contains(phrase.Head) || WordList.Sources["anonymous"].Contains(phrase.Head) || IsPersonNoun(phrase.Head)
            ? Best(at, Gender.Unknown, not: null)
            : null;
    }

    /// <summary>
    /// Leads describe whom the text names below: "The transport minister rejected it. … Anton Reve told reporters". The first
    /// person named, where none was before.
    /// </summary>
    private NamedEntity? NamedLater(SourcePhrase phrase)
    {
        if (phrase.IsPlural || phrase.Determiner is not ("the" or "") || phrase.Names.Count > 0 || !WordList.Sources["title"].Contains(phrase.Head))
        {
            return null;
        }

        var next = LastBefore(phrase.Span.Start) + 1;
        if (names.Take(next).Any(n => n.Entity.IsPerson))
        {
            return null;
        }

        for (; next < names.Count && names[next].Span.Start - phrase.Span.End < DelayedName; next++)
        {
            if (names[next].Entity.IsPerson)
            {
                return names[next].Entity;
            }
        }

        return null;
    }

    private static bool IsPersonNoun(string word) =>
        word.EndsWith("man", StringComparison.Ordinal) || word.EndsWith("woman", StringComparison.Ordinal) || word.EndsWith("ist", StringComparison.Ordinal)
        || word is "billionaire" or "star" or "mogul" or "actor" or "comedian" or "teenager" or "veteran" or "suspect" or "defendant" or "winner" or "champion" or "boss" or "year-old" or "native";

    private Speaker Described(SourcePhrase phrase)
    {
        if (phrase.Head == "police" && _police is { } police)
        {
            return Speaker.Of(police.Entity) with { IsPlural = true };
        }

        var lists = WordList.Sources;
        var isClass = lists["class"].Contains(phrase.Head) || phrase.Words.Any(w => w.Contains("percent", StringComparison.Ordinal) || w.Contains('%', StringComparison.Ordinal));
        var isHidden = lists["anonymous"].Contains(phrase.Head);
        var isCounted = phrase.IsIndefinite || (phrase.Determiner.Length > 0 && char.IsDigit(phrase.Determiner[0]));
        var kind = phrase.Head is "source" or "sources" or "insider" or "insiders" or "aide" or "aides" or "someone" or "somebody" ? SourceKind.Anonymous
            : !phrase.IsPlural && lists["outlet"].Contains(phrase.Head) && !isHidden && phrase.Determiner is "the" ? SourceKind.Outlet
            : isHidden && !phrase.IsPlural && phrase.Determiner != "the" ? SourceKind.Anonymous
            : isHidden && phrase.IsPlural && (isCounted || phrase.CoreEnd < phrase.Segment.End || (phrase.Words.Length > 1 && phrase.Head is "officials" or "representatives" or "lawyers" or "witnesses")) ? SourceKind.Anonymous
            : isClass || phrase.IsPlural ? SourceKind.Collective
            : lists["body"].Contains(phrase.Head) || phrase.Determiner == "the" || phrase.Names.Count > 0 ? SourceKind.Named
            : SourceKind.Anonymous;
        if (phrase.Words.Length > 0 && phrase.Words.All(w => char.IsUpper(w[0])) && !isClass && !isHidden && !isCounted)
        {
            kind = Outlets.IsOutlet(phrase.Core) ? SourceKind.Outlet : SourceKind.Named;
        }

        return new Speaker(phrase.Description(), kind)
        {
            Head = phrase.Singular,
            IsPlural = phrase.IsPlural || isClass,
            IsPerson = !phrase.IsPlural && !isClass && kind != SourceKind.Outlet
                && (isHidden || IsPersonNoun(phrase.Head) || lists["title"].Contains(phrase.Head)),
        };
    }

    /// <summary>Whom "who" means: the name or the words right before it.</summary>
    private Speaker Antecedent(int at)
    {
        if (NamesBefore(at).FirstOrDefault() is { } name && at - name.Span.End <= 3)
        {
            return Speaker.Of(name.Entity);
        }

        var start = at;
        while (start > 0 && at - start < 80 && text[start - 1] is not ('.' or '\n' or ';' or ':' or '“' or '"' or '(') && !(text[start - 1] == ',' && at - start > 2))
        {
            start--;
        }

        var end = at;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '—' or '-'))
        {
            end--;
        }

        // The last noun phrase: from its determiner on, or its last words.
        var words = text[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindLastIndex(words, w => w.ToLowerInvariant() is "the" or "a" or "an" or "his" or "her" or "their" or "its" or "some" or "many" or "those" or "another" or "one" or "two" or "several");
        words = words[(first >= 0 ? first : Math.Max(0, words.Length - 2))..];
        if (words.Length == 0)
        {
            return Speaker.Unspecified;
        }

        var length = string.Join(' ', words).Length;
        return end - length < 0 ? Speaker.Unspecified : OfPhrase(new SourcePhrase(text, new TextSpan(end - length, end), Near(new TextSpan(end - length, end))));
    }

    private Speaker Person(int at, Gender gender, Speaker? holder, bool isQuoted)
    {
        // In reported speech "he" is mostly the speaker himself; in a quotation never.
        if (holder is { IsPerson: true } && !isQuoted && Fits(holder.Entity?.Gender ?? Gender.Unknown, gender))
        {
            return holder;
        }

        var best = Best(at, gender, isQuoted ? holder : null);
        if (best?.Entity is { Gender: Gender.Unknown } entity)
        {
            entity.Gender = gender;
            entity.IsPerson = true;
        }

        return best ?? Speaker.Unspecified;
    }

    /// <summary>The most likely person: a recent speaker, or one named at the head of a recent sentence.</summary>
    private Speaker? Best(int at, Gender gender, Speaker? not)
    {
        (double Score, Speaker Speaker)? best = null;
        var place = 0;
        foreach (var spoken in Before(at).Take(SpeakersLookedAt))
        {
            if (spoken.Speaker is { IsPerson: true } or { Entity.MayBePerson: true })
            {
                Consider(spoken.Speaker, spoken.Position, (place == 0 ? 1.5 : 0.8) + (spoken.Speaker.Entity is null ? -0.9 : 0.2));
                place++;
            }
        }

        foreach (var mention in NamesBefore(at).Where(n => n.Entity.IsPerson))
        {
            Consider(Speaker.Of(mention.Entity), mention.Span.Start, IsFirstOfSentence(mention) ? 0.9 : 0);
        }

        return best?.Speaker;

        void Consider(Speaker speaker, int position, double bonus)
        {
            if ((not is null || !speaker.IsSame(not!)) && Fits(speaker.Entity?.Gender ?? Gender.Unknown, gender) && !(not is not null && speaker.IsSame(not)))
            {
                var known = speaker.Entity is { } e && e.Gender == gender && gender != Gender.Unknown ? 0.4 : 0;
                var score = bonus + known - (0.7 * SentencesBetween(position, at));
                if (best is null || score > best.Value.Score)
                {
                    best = (score, speaker);
                }
            }
        }
    }

    private Speaker Other(int at, Speaker? holder, bool isQuoted, Func<Speaker, bool> fits)
    {
        if (holder is not null && !isQuoted && fits(holder) && holder.Name != Hop.Unspecified)
        {
            return holder;
        }

        var spoken = Before(at).FirstOrDefault(s => fits(s.Speaker) && s.Speaker.Name != Hop.Unspecified);
        return spoken.Speaker ?? (NamesBefore(at).FirstOrDefault(n => !n.Entity.IsPerson) is { } name ? Speaker.Of(name.Entity) : Speaker.Unspecified);
    }

    private static bool Fits(Gender known, Gender wanted) => known == Gender.Unknown || wanted == Gender.Unknown || known == wanted;

    private bool IsInQuotation(int at)
    {
        var line = text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
        var isOpen = false;
        for (var i = line; i < at; i++)
        {
            isOpen = text[i] switch { '“' or '‘' => true, '”' => false, '"' => !isOpen, _ => isOpen };
        }

        return isOpen;
    }

    /// <summary>Who spoke before a place, the last one first.</summary>
    private IEnumerable<Spoken> Before(int at)
    {
        for (int i = _spoken.Count - 1, seen = 0; i >= 0 && _spoken.Count - i <= 4 * SpeakersLookedAt && seen < SpeakersLookedAt; i--)
        {
            var spoken = _spoken[i];
            if (spoken.Position < at && at - spoken.Position < LongestReach && spoken.Speaker.Name != Hop.Unspecified)
            {
                seen++;
                yield return spoken;
            }
        }
    }

    private IEnumerable<NameMention> NamesBefore(int at)
    {
        for (int i = LastBefore(at), seen = 0; i >= 0 && seen < NamesLookedAt && at - names[i].Span.Start < LongestReach; i--, seen++)
        {
            yield return names[i];
        }
    }

    private IEnumerable<NameMention> Near(TextSpan span)
    {
        for (var i = LastBefore(span.End); i >= 0 && names[i].Span.Start >= span.Start; i--)
        {
            yield return names[i];
        }
    }

    private int LastBefore(int at)
    {
        int low = 0, high = names.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = names[middle].Span.Start < at ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private bool IsFirstOfSentence(NameMention mention)
    {
        for (var i = mention.Span.Start - 1; i >= 0 && mention.Span.Start - i < 60; i--)
        {
            if (text[i] == '\n' || (text[i] is '.' or '?' or '!' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])))
            {
                return true;
            }

            if (text[i] == ',')
            {
                return false;
            }
        }

        return mention.Span.Start < 60;
    }

    private int SentencesBetween(int start, int end)
    {
        var count = 0;
        for (var i = start; i < end - 1; i++)
        {
            count += text[i] == '\n' || (text[i] is '.' or '?' or '!' && char.IsWhiteSpace(text[i + 1])) ? 1 : 0;
        }

        return count;
    }
}
