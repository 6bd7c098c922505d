using System.Text.RegularExpressions;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// Finds whom source phrases mean: names by themselves, pronouns and descriptions by what the text has said before them. What
/// rules look back over is bounded: the last speakers and names.
/// </summary>
internal sealed partial class SpeakerResolver
{
    private const int LongestApposition = 160;
    private readonly SpeakerScene _scene;
    private readonly string? _byline;
    private readonly string? _outlet;
    private readonly PersonFinder _people;
    private readonly Descriptions _descriptions;
    private readonly DocumentSources _documents;
    private readonly Handles _handles;
    private readonly SpokenBodies _bodies;

    // What the one who is being resolved says.
    private TextSpan? _own;

    /// <summary>Prepares a text.</summary>
    /// <param name="document">The text, with its author and outlet, where they are known.</param>
    /// <param name="names">Its names, in order.</param>
    /// <param name="observe">Who is told of each choice among persons.</param>
    public SpeakerResolver(Document document, IReadOnlyList<NameMention> names,
        Action<TextSpan, IReadOnlyList<SpeakerCandidate>, IReadOnlyList<double[]>>? observe = null)
    {
        _scene = new SpeakerScene(document.Text, names);
        (_byline, _outlet) = (document.Byline ?? Essayist.Of(_scene)?.Name, document.Outlet);
        _people = new PersonFinder(_scene, observe);
        Appositions.Learn(_scene);
        _descriptions = new Descriptions(_scene, _people, Of);
        _documents = new DocumentSources(_scene, Of);
        _handles = new Handles(names);
        _bodies = new SpokenBodies(_scene, _descriptions);
    }

    /// <summary>The text, and who has spoken.</summary>
    public SpeakerScene Scene => _scene;

    /// <summary>How many names, speakers and characters have been looked back over.</summary>
    public long Looks => _scene.Looks;

    /// <summary>Resolves a source.</summary>
    /// <param name="attribution">Whose source, which may be empty.</param>
    /// <param name="holder">The speaker of the statement that holds this one.</param>
    /// <param name="isQuoted">Whether it stands inside that one's quotation marks.</param>
    public Speaker Resolve(Attribution attribution, Speaker? holder, bool isQuoted)
    {
        var source = attribution.Source;
        if (source.Count == 0)
        {
            return Speaker.Unspecified;
        }

        var phrase = _scene.Phrase(source[0]);
        _own = attribution.Content.Count > 0 ? attribution.Content.Extent : null;
        var speaker = phrase.Pronoun is { } pronoun ? OfPronoun(pronoun, source[0].Start, holder, isQuoted) : OfPhrase(phrase);
        _scene.Add(source[0].Start, speaker, phrase.Pronoun is { } said && Pronouns.IsPersonal(said) ? Pronouns.GenderOf(said) : Gender.Unknown);
        if (!isQuoted)
        {
            _documents.Hear(attribution.Cue.Extent, source[0], speaker);
        }

        return speaker;
    }

    /// <summary>Whom a phrase within a source means: "her", "the ministry".</summary>
    private Speaker Of(TextSpan span)
    {
        var phrase = _scene.Phrase(span);
        return phrase.Pronoun is { } pronoun ? OfPronoun(pronoun, span.Start, holder: null, isQuoted: false) : OfPhrase(phrase);
    }

    private Speaker OfPronoun(string pronoun, int at, Speaker? holder, bool isQuoted)
    {
        switch (pronoun)
        {
            case "i" or "me" or "my" or "mine" or "we" or "us" or "our" or "ours":
                if (pronoun is "we" or "us" or "our" && holder is not null && _bodies.Of(holder) is { } body)
                {
                    return body;
                }

                // In running text the author speaks, "we" for the outlet; in a quotation without a frame of its own, whoever spoke last.
                if (holder is null && !_scene.IsInQuotation(at))
                {
                    return pronoun is "we" or "us" or "our" or "ours" && _outlet is not null ? new Speaker(_outlet, SourceKind.Outlet)
                        : _byline is null ? Speaker.Unspecified : new Speaker(_byline, SourceKind.Named) { IsPerson = true };
                }

                return (holder ?? _scene.Before(at).Select(s => s.Speaker).FirstOrDefault(s => !s.IsFirstPerson) ?? Speaker.Unspecified) with { IsFirstPerson = true };
            case "who" or "whom" or "whose" or "which" or "that":
                return Antecedent(at, isPerson: pronoun is "who" or "whom");
            case "he" or "him" or "his" or "himself":
                return Person(new TextSpan(at, at + pronoun.Length), Gender.Male, holder, isQuoted);
            case "she" or "her" or "hers" or "herself":
                return Person(new TextSpan(at, at + pronoun.Length), Gender.Female, holder, isQuoted);
            case "it" or "its":
                return Other(at, holder, isQuoted, s => !s.IsPerson && !s.IsPlural);
            case "they" or "them" or "their" or "theirs" or "themselves" or "both":
                return Other(at, holder, isQuoted, s => s.IsPlural || !s.IsPerson);
            default:
                return new Speaker(pronoun, SourceKind.Anonymous);
        }
    }

    private Speaker OfPhrase(SourcePhrase phrase)
    {
        if (QuotedBy().Match(_scene.Text[phrase.Span.Start..phrase.Span.End]) is { Success: true } quoted)
        {
            var (end, by) = (phrase.Span.Start + quoted.Index, quoted.Groups[1]);
            return OfPhrase(_scene.Phrase(new TextSpan(phrase.Span.Start, end))) with
            {
                Quoter = Of(new TextSpan(phrase.Span.Start + by.Index, phrase.Span.Start + by.Index + by.Length)),
            };
        }

        if (phrase.Joint() is { Count: > 1 } joint)
        {
            foreach (var member in joint)
            {
                Learn(member, phrase);
            }

            return new Speaker(string.Join("; ", joint.Select(e => e.Name)), joint.All(e => e.IsOutlet) ? SourceKind.Outlet : SourceKind.Named) { IsPlural = true };
        }

        if (_handles.Of(phrase) is { } account)
        {
            return Speaker.Of(account);
        }

        if (phrase.Determiner == "the" && phrase.Words is [_, var people] && World.People(people) is { } nation)
        {
            // "The Tarnish said it": who speaks for a people is its country.
            return new Speaker(nation, SourceKind.Named) { IsPlural = true };
        }

        if (phrase.NameOfIt() is { } entity)
        {
            Learn(entity, phrase);
            return Speaker.Of(entity) with { Outlet = entity.IsPerson ? phrase.Names.FirstOrDefault(n => n.Entity.IsOutlet) : null };
        }

        if (IsShare(phrase) && _documents.PollBefore(phrase.Span.Start) is { } poll)
        {
            return poll with { Author = new Speaker(phrase.Description(), SourceKind.Collective) { IsPlural = true } };
        }

        if (DocumentSources.IsDocument(phrase))
        {
            return _documents.Read(phrase);
        }

        if ((phrase.Span.Start < _scene.EndOfHeadline || Descriptions.IsBare(phrase) || phrase.Determiner is "a" or "an") && (_descriptions.Titled(phrase) ?? _descriptions.NamedLater(phrase)) is { } below)
        {
            return Speaker.Of(below);
        }

        return phrase.Determiner is "the" or "this" or "these" or "that" or "his" or "her" or "their" or "its" && _descriptions.Known(phrase) is { } known
            ? known
            : _descriptions.Described(phrase);
    }

    /// <summary>"58 percent of voters", "two in three", "a majority of fishermen": those whom a poll asked.</summary>
    private static bool IsShare(SourcePhrase phrase) =>
        phrase.Words.Any(w => w is "percent" or "half" or "majority" or "third" or "quarter" or "respondents" or "two-thirds" || w.EndsWith('%'))
        || (phrase.Words.Length == 1 && phrase.CoreEnd < phrase.Segment.End && phrase.Head is "one" or "two" or "three" or "four" or "nine" or "seven" or "six" or "eight");

    /// <summary>What stands before a name as a description is remembered: "the chief engineer, Dunja Harpel".</summary>
    private static void Learn(NamedEntity entity, SourcePhrase phrase)
    {
        foreach (var word in phrase.Words.Where(w => char.IsLower(w[0])))
        {
            entity.Roles.Add(word.Trim(','));
        }

        entity.Body ??= phrase.Names.Select(n => n.Entity).FirstOrDefault(e => e != entity && !e.IsPerson);
    }

    /// <summary>Whom "who" means: the name or the words right before it.</summary>
    private Speaker Antecedent(int at, bool isPerson)
    {
        var text = _scene.Text;
        if (isPerson && Apposed(at) is { } told)
        {
            return Speaker.Of(told);
        }

        if (_scene.NamesBefore(at).FirstOrDefault() is { } name && at - name.Span.End <= 3)
        {
            // "Tessa Loy of Ostrel, who", "the mayor of Ostrel, who": no place is "who".
            if (!isPerson || name.Entity.IsPerson || !World.IsPlace(text[name.Span.Start..name.Span.End]))
            {
                return Speaker.Of(name.Entity);
            }

            if (_scene.NamesBefore(name.Span.Start).FirstOrDefault() is { Entity: { IsPerson: true } or { MayBePerson: true } } living
                && Hometown().IsMatch(text.AsSpan(living.Span.End, name.Span.Start - living.Span.End)))
            {
                return Speaker.Of(living.Entity);
            }
        }

        var start = at;
        while (start > 0 && at - start < 80 && text[start - 1] is not ('.' or '\n' or ';' or ':' or '“' or '"' or '(') && !(text[start - 1] == ',' && at - start > 2))
        {
            start--;
        }

        // "Maral, a resident of Ostrel who": what stands in apposition to a name is the named one.
        if (start > 0 && text[start - 1] == ',' && _scene.NamesBefore(start).FirstOrDefault() is { Entity: { } apposed } mention && mention.Span.End == start - 1
            && text.AsSpan(start, Math.Min(4, text.Length - start)).TrimStart().StartsWith("a", StringComparison.Ordinal))
        {
            return Speaker.Of(apposed);
        }

        var end = at;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '—' or '-'))
        {
            end--;
        }

        // The last noun phrase: from its determiner on, or its last words.
        var words = text[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindLastIndex(words, w => w.ToLowerInvariant() is "the" or "a" or "an" or "his" or "her" or "their" or "its" or "some" or "many" or "those" or "another" or "one" or "two" or "several");
        words = words[(first >= 0 ? first : Math.Max(0, words.Length - (IsOfNoun(words) ? 2 : 1)))..];
        if (words.Length == 0)
        {
            return Speaker.Unspecified;
        }

        var length = string.Join(' ', words).Length;
        return end - length < 0 ? Speaker.Unspecified : OfPhrase(_scene.Phrase(new TextSpan(end - length, end)));
    }

    /// <summary>"Dunja Harpel, a diver from Tarn who", "Ilo Verrin, liar, braggart and thief who": the person beside whom all that stands.</summary>
    private NamedEntity? Apposed(int at)
    {
        foreach (var mention in _scene.NamesBefore(at).TakeWhile(n => at - n.Span.Start < LongestApposition))
        {
            if ((mention.Entity.IsPerson || mention.Entity.MayBePerson) && _scene.KindOf(mention.Entity) == EntityType.Person
                && Apposition().IsMatch(_scene.Text.AsSpan(mention.Span.End, at - mention.Span.End)))
            {
                return mention.Entity;
            }
        }

        return null;
    }

    /// <summary>Whether the last word but one belongs to the noun behind it: "local farmers", and not "saying anybody" or "and farmers".</summary>
    private static bool IsOfNoun(string[] words) => words is [.., var before, var noun]
        && !Surroundings.IsNoVerb(before.ToLowerInvariant()) && !before.EndsWith("ing", StringComparison.Ordinal)
        && noun.ToLowerInvariant() is not ("anybody" or "anyone" or "somebody" or "someone" or "everybody" or "everyone" or "nobody" or "people");

    private Speaker Person(TextSpan pronoun, Gender gender, Speaker? holder, bool isQuoted)
    {
        // In reported speech "he" is mostly the speaker himself; in a quotation never.
        if (holder is { IsPerson: true } && !isQuoted && PersonFinder.Fits(holder.Entity?.Gender ?? Gender.Unknown, gender))
        {
            return holder;
        }

        var best = _people.Best(pronoun, gender, isQuoted ? holder : null, _own);
        if (best?.Entity is { Gender: Gender.Unknown } entity)
        {
            entity.Gender = gender;
            entity.IsPerson = true;
        }

        return best ?? Speaker.Unspecified;
    }

    private Speaker Other(int at, Speaker? holder, bool isQuoted, Func<Speaker, bool> fits)
    {
        if (holder is not null && !isQuoted && fits(holder) && holder.Name != Hop.Unspecified)
        {
            return holder;
        }

        var spoken = _scene.Before(at).FirstOrDefault(s => fits(s.Speaker) && (s.Speaker.IsPlural || s.Speaker.Entity is not { } one || IsBody(one)) && s.Speaker.Name != Hop.Unspecified);
        return spoken.Speaker ?? (_scene.NamesBefore(at).FirstOrDefault(n => IsBody(n.Entity)) is { } name ? Speaker.Of(name.Entity) : Speaker.Unspecified);
    }

    /// <summary>Whether a name is one that "it" and "they" may mean as a source: no person's, and no place's that is no country.</summary>
    private bool IsBody(NamedEntity entity) => _scene.KindOf(entity) is EntityType.Organization or EntityType.Country;

    /// <summary>What tells of a person and no more: nothing that is a verb's, no other sentence.</summary>
    [GeneratedRegex(@"^,\s(?:(?:aged?\s)?\d{1,3},\s)?(?:an?|the|one|his|her|its|their|former|\p{Ll}\p{L}+(?=,|\sand\s))\b(?:(?!\b(?:said|says|say|told|is|was|are|were|has|had|have|will|would|can|could|that|who|which|when|while|but|as|to|after|before|because)\b)[^.;:?!“”""\n]){0,140}\s$")]
    private static partial Regex Apposition();

    /// <summary>What stands between a person and a place of his: "of", ", a baker from", ", 41, of".</summary>
    [GeneratedRegex(@"^(?:,[^.;:\n]{0,50})?\s(?:of|from|in)\s(?:the\s)?$")]
    private static partial Regex Hometown();

    /// <summary>"An officer quoted by the Bell", "a memo cited in court by Harpel".</summary>
    [GeneratedRegex(@"(?<=\w),?\s(?:quoted|cited)\s(?:in\s\w+\s)?by\s([^,;.\n(“""]{2,60}?)(?=\s(?:on|in|that|which|who|last|this)\b|[,;.\n(“""]|$)")]
    private static partial Regex QuotedBy();
}
